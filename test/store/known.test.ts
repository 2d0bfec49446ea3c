// Many keys asked for at once: exactly what each by itself would give, whatever lies between them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsAmong } from '../../lib/store/known.ts';
import { freshStore, readingDeed } from './open.ts';

const key = (n: number): [string, string, string, string] => ['t-1', 'planner', 'teams', `2026-${String(10 + n)}-01`];

describe('rows among many', () => {
  it('are those that asking for each gives, and no others', async () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(numbers, numbers, async (there, wanted) => {
        const { db, writer } = await freshStore();
        await writer.write(there.map((n) => readingDeed(`planner/teams/2026-${String(10 + n)}-01`, n)));
        const store = db.transaction('readings').store;
        const found = await rowsAmong(store, wanted.map(key), (row): [string, string, string, string] => [
          ...([row.team, row.framework, row.metric, row.date] as const),
        ]);
        const right = new Map(wanted.filter((n) => there.includes(n)).map((n) => [JSON.stringify(key(n)), n]));
        expect(wanted.flatMap((n) => found.get(JSON.stringify(key(n)))?.value ?? []).toSorted((a, b) => a - b)).toEqual(
          [...right.values()].toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 60 },
    );
  });
});
