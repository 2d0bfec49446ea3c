// Numbers sorted in arrays of their own stand as the rows do by a comparison.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '../../lib/model/tag.ts';
import { comparison, inOrder, SORT_KEYS } from '../../lib/state/order.ts';
import type { BacklogRow } from '../../lib/state/ranking.ts';
import { createSlices, placesBy } from '../../lib/state/slices.ts';

function ended<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
const few = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const anyRow = fc.record({
  ...{
    n: fc.integer({ min: 0, max: 60 }),
    gain: fc.constantFrom(-2, 0, 0.5, 3),
    effort: few(0, 1, 5),
    score: few(1, 2),
    next: few(0.5, 0.7),
  },
  ...{
    agreement: few(0.2, 0.9),
    group: fc.constantFrom<BacklogRow['group']>('ranked', 'other', 'closed'),
    evidence: few('test', 'opinion'),
  },
});
const rowsOf = (given: readonly (typeof anyRow extends fc.Arbitrary<infer T> ? T : never)[]): BacklogRow[] =>
  given.map(({ n, evidence, ...row }, i) => ({
    tag: { ticket: `t${n}-${i}`, title: `T ${n}`, ...(evidence && { evidence }) } as Tag,
    ...{ tags: Array.from({ length: 1 + (n % 3) }, () => ({}) as Tag), effects: [], at: `2026-01-0${1 + (n % 5)}`, facts: undefined },
    ...{ counted: true, variance: 0, stale: undefined, rank: 0, ...row },
  }));

describe('places', () => {
  it('are those of a stable sort, with what is no number last', () => {
    const value = fc.oneof(fc.constantFrom(-1, 0, 2, Number.NaN, Infinity, -Infinity), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { maxLength: 80 }), (values) => {
        const last = (x: number): number => Number(Number.isNaN(x));
        const sorted = values
          .map((_, i) => i)
          .sort((a, b) => {
            const [x, y] = [values[a] ?? 0, values[b] ?? 0];
            return last(x) - last(y) || (x < y ? -1 : x > y ? 1 : 0) || a - b;
          });
        expect([...ended(placesBy(Float64Array.from(values)))]).toEqual(sorted);
      }),
    );
  });
  it('rest often enough for a slice to end', () => {
    const steps = placesBy(Float64Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_003));
    let rests = 0;
    while (!steps.next().done) rests++;
    expect(rests).toBeGreaterThan(100);
  });
});

describe('rows in an order', () => {
  it.each(SORT_KEYS)('by %s are as the comparison has them', async (key) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyRow, { maxLength: 40 }),
        fc.constantFrom('asc', 'desc'),
        fc.constantFrom('up', 'down'),
        async (given, order, direction) => {
          const rows = rowsOf(given);
          const sort = { key, order } as const;
          const northStar = { direction } as const;
          const found = await inOrder(rows, sort, northStar, createSlices());
          expect(found.map(({ tag }) => tag.ticket)).toEqual(rows.toSorted(comparison(sort, northStar)).map(({ tag }) => tag.ticket));
        },
      ),
      { numRuns: 60 },
    );
  });
});
