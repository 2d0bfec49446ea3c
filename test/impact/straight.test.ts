import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginDrawing, COUNT } from '../../lib/impact/points.ts';
import { sharesOf } from '../../lib/impact/shares.ts';
import { gainsAt, momentsAt, tableOf } from '../../lib/impact/straight.ts';
import { formulaOf, metric } from './delivery.ts';
import { worthOf } from './expressions.ts';

const metrics = [...'abc'].map((id) => metric(id));
/** Readings 10, 20, 30, each moved by a change of its own. */
const READINGS: Readonly<Record<string, number>> = { a: 10, b: 20, c: 30 };
const entry = (id: string): number[] => {
  const table = Array.from({ length: 8 }, () => 0);
  table[0] = READINGS[id] ?? 0;
  table[1 << 'abc'.indexOf(id)] = 1;
  return table;
};

describe('the table of a straight formula', () => {
  it('says what each set brings together', () => {
    expect(tableOf(formulaOf('a * b + 3 * c', metrics), entry, 3)).toEqual([0, 20, 10, 1, 3, 0, 0, 0]);
    expect(tableOf(formulaOf('-(a - 2) * (5 - b) / 4^2 * c^0', metrics), entry, 3)).toEqual([0, 15 / 16, 8 / 16, 1 / 16, 0, 0, 0, 0]);
    expect(tableOf({ ...formulaOf('a * b * c', metrics), scale: 100 }, entry, 3)).toEqual(
      [0, 600, 300, 30, 200, 20, 10, 1].map((x) => 100 * x),
    );
  });

  it('has the gain of any changes, and what they leave when some stand still', () => {
    const change = fc.double({ min: -50, max: 50, noNaN: true });
    const texts = fc.constantFrom('a * b * c', 'a * (b + c) - 2 * b', '3 - a * b / 7 + c', 'a + b + c', '(a - 1) * (b - 2) * (c - 3)');
    fc.assert(
      fc.property(texts, fc.tuple(change, change, change), fc.integer({ min: 0, max: 7 }), (text, changes, set) => {
        const formula = formulaOf(text, metrics);
        const table = tableOf(formula, entry, 3);
        const some = changes.map((value, k) => ((set >> k) & 1 ? value : 0));
        const value = (moved: readonly number[]): number =>
          worthOf(formula.root, (id) => (READINGS[id] ?? 0) + (moved['abc'.indexOf(id)] ?? 0));
        const expected = value(some) - value([0, 0, 0]);
        beginDrawing();
        const lists = changes.map((one, k) => ((set >> k) & 1 ? new Float64Array(COUNT).fill(one) : undefined));
        const gains = gainsAt(table, lists);
        for (const gain of [gains[0], gains[COUNT - 1]]) expect(gain).toBeCloseTo(expected, 6);
        lists.forEach((list, k) => expect(list?.[0] ?? changes[k]).toBe(changes[k]));
        // A change without a spread is just that change.
        const { mean, variance } = momentsAt(
          table,
          some.map((one) => ({ mean: one, sd: 0 })),
        );
        expect(mean).toBeCloseTo(expected, 6);
        expect(variance).toBe(0);
      }),
    );
  });

  it('has mean and variance of independent changes: two values each say it all', () => {
    const changes = fc.tuple(
      ...[0, 1, 2].map(() => fc.record({ mean: fc.integer({ min: -9, max: 9 }), sd: fc.integer({ min: 0, max: 9 }) })),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 7, maxLength: 7 }), changes, (rest, some) => {
        const table = [0, ...rest];
        const gains = Array.from({ length: 8 }, (_, corner) =>
          table.reduce((sum, gain, set) => {
            const product = some.reduce(
              (all, { mean, sd }, k) => ((set >> k) & 1 ? all * (mean + ((corner >> k) & 1 ? sd : -sd)) : all),
              1,
            );
            return sum + gain * product;
          }, 0),
        );
        const mean = gains.reduce((a, b) => a + b, 0) / 8;
        const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / 8;
        expect(momentsAt(table, some)).toEqual({ mean, variance });
      }),
    );
  });
});

describe('shares', () => {
  it('are what each brings where nothing is brought together', () => {
    expect(sharesOf([0.5, 1], (set) => [0, 10, 4, 14][set] ?? 0)).toEqual([5, 4]);
  });

  it('halve what two bring together, as often as the less likely moves', () => {
    // 100 only together, at 40 %.
    expect(sharesOf([0.4, 0.8], (set) => (set === 3 ? 100 : 0))).toEqual([20, 20]);
    expect(sharesOf([1, 1, 1], (set) => (set === 7 ? 90 : 0))).toEqual([30, 30, 30]);
  });

  it('are averages over all orders of arrival', () => {
    const game = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 8, maxLength: 8 });
    const orders = [
      [0, 1, 2],
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ];
    fc.assert(
      fc.property(game, (worths) => {
        const mean = (set: number): number => (set === 0 ? 0 : (worths[set] ?? 0));
        const expected = [0, 0, 0];
        for (const order of orders) {
          let set = 0;
          for (const j of order) {
            expected[j] = (expected[j] ?? 0) + (mean(set | (1 << j)) - mean(set)) / 6;
            set |= 1 << j;
          }
        }
        sharesOf([1, 1, 1], mean).forEach((share, j) => expect(share).toBeCloseTo(expected[j] ?? 0, 9));
      }),
    );
  });
});
