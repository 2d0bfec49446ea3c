import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heightOf, indexOf, placeOf, rowAt, rowCount, visible } from '../../../components/backlog/window.ts';
import type { RowGroup } from '../../../lib/state/arranged.ts';
import { type BacklogRow, GROUPS, rowKey } from '../../../lib/state/ranking.ts';

const rowsOf = (group: (typeof GROUPS)[number], count: number): BacklogRow[] =>
  Array.from({ length: count }, (_, i) => ({
    tag: { team: 't', person: 'p', ticket: `${group}-${i}` } as BacklogRow['tag'],
    group,
    ...{ tags: [], effects: [], effort: undefined, at: '', agreement: undefined, facts: undefined, counted: true },
    ...{ gain: 0, variance: 0, stale: undefined, score: undefined, next: undefined, rank: 0 },
  }));
const groupsOf = (...counts: readonly number[]): RowGroup[] =>
  counts.flatMap((count, i) => (count > 0 ? [{ group: GROUPS[i] ?? 'ranked', rows: rowsOf(GROUPS[i] ?? 'ranked', count) }] : []));

const anyGroups = fc
  .array(fc.integer({ min: 0, max: 3000 }), { minLength: GROUPS.length, maxLength: GROUPS.length })
  .map((counts) => groupsOf(...counts));

describe('the part of a long list that is drawn', () => {
  it('is under 200 rows of ten thousand, wherever the screen is', () => {
    const groups = groupsOf(8000, 500, 1500);
    for (let top = -500; top < heightOf(groups) + 500; top += 700) {
      expect(visible(groups, top, top + 1400, 5000).filter(({ kind }) => kind === 'row').length).toBeLessThan(80);
    }
  });

  it('holds everything on screen, each row once, in its place', () => {
    fc.assert(
      fc.property(
        anyGroups,
        fc.integer({ min: -1000, max: 400_000 }),
        fc.integer({ min: 100, max: 2000 }),
        fc.integer({ min: -1, max: 9000 }),
        (groups, top, height, kept) => {
          const items = visible(groups, top, top + height, kept);
          const rows = items.filter((item) => item.kind === 'row');
          expect(new Set(rows.map(({ index }) => index)).size).toBe(rows.length);
          for (const { row, index, top: at, height: high } of rows) {
            expect(placeOf(groups, index)).toEqual({ top: at, height: high });
            expect(rowAt(groups, index)).toBe(row);
          }
          if (kept >= 0 && kept < rowCount(groups)) expect(rows.some(({ index }) => index === kept)).toBe(true);
          // No gap: from the first item on screen to the last, each begins where the one before ends.
          const shown = items.filter((item) => item.top + item.height > top && item.top < top + height);
          shown.forEach((item, i) => {
            const next = shown[i + 1];
            if (next) expect(next.top).toBe(item.top + item.height);
          });
          const covered = Math.min(heightOf(groups), top + height) - Math.max(0, top);
          if (covered > 0) expect(shown.reduce((sum, item) => sum + item.height, 0)).toBeGreaterThanOrEqual(covered);
        },
      ),
    );
  });

  it('finds a row by its key, and none that is not there', () => {
    const groups = groupsOf(3, 0, 2);
    expect(GROUPS.flatMap((group) => rowsOf(group, 5)).map((row) => indexOf(groups, rowKey(row)))).toEqual([
      0, 1, 2, -1, -1, -1, -1, -1, -1, -1, 3, 4, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
    ]);
    expect(rowAt(groups, -1)).toBeUndefined();
    expect(rowAt(groups, 5)).toBeUndefined();
  });
});
