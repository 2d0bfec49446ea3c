// What reaching a target is worth by a formula: the middle with the others where they are, the range as they move to their own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closingAmid } from '../../lib/impact/amid.ts';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import type { Metric } from '../../lib/model/metric.ts';

const metric = (id: string, now: number, target: number | undefined, more: Partial<Metric> = {}): Metric => ({
  ...{ id, name: id, role: 'input', kind: 'count', unit: 'x', direction: 'up', baseline: { value: now, date: '2026-11-01' } },
  ...(target !== undefined && { target: { value: target, date: '2027-01-30' } }),
  ...more,
});
const star: Metric = metric('star', 0, undefined, { role: 'north-star' });
const worth = (text: string, inputs: readonly Metric[], of = inputs[0], northStar = star) => {
  const parsed = parseFormula(text, [northStar, ...inputs]);
  if (!parsed.ok || !of) throw new Error('not a formula');
  const current = (id: string): number | undefined => inputs.find((one) => one.id === id)?.baseline?.value;
  return closingAmid(of, { inputs, current, formula: parsed.formula });
};

describe('worth by a formula', () => {
  it('reaches from the others where they are to the others at their targets', () => {
    const [a, b] = [metric('a', 10, 12), metric('b', 100, 200)];
    const { p10, mean, p90 } = worth('a * b', [a, b]) ?? { p10: 0, mean: 0, p90: 0 };
    expect([p10, mean]).toEqual([200, 200]);
    // Half of the points lie beyond where it is; 10 % of all at the target or past it.
    expect(p90).toBeGreaterThan(380);
    expect(p90).toBeLessThanOrEqual(400);
  });

  it('is one number where the others do not matter, or go nowhere', () => {
    const point = { p10: 200, mean: 200, p90: 200 };
    expect(worth('100 * a + b', [metric('a', 10, 12), metric('b', 100, 200)])).toEqual(point);
    expect(worth('a * b', [metric('a', 10, 12), metric('b', 100, undefined)])).toEqual(point);
  });

  it('takes rates as shares, and gives a rate in per cent', () => {
    const rate = { kind: 'rate', unit: '' } as const;
    const inputs = [metric('a', 30, 40, rate), metric('b', 50, 100, rate)];
    const found = worth('a * b', inputs, inputs[0], { ...star, ...rate });
    expect(found?.mean).toBeCloseTo(5, 9);
    expect(found?.p90).toBeGreaterThan(9.5);
    expect(found?.p90).toBeLessThanOrEqual(10 + 1e-9);
  });

  it('has no range where the formula has no value on the way', () => {
    const inputs = [metric('a', 10, 12), metric('b', 1, -1)];
    expect(worth('a / b', inputs)).toEqual({ p10: 2, mean: 2, p90: 2 });
  });

  it('holds its middle, and lies between the corners of a product', () => {
    const value = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 5 }), (pairs) => {
        const inputs = pairs.map(([now, target], i) => metric(`m${i}`, now, target));
        const found = worth(inputs.map(({ id }) => id).join(' * '), inputs);
        const [[now, target] = [0, 0], ...others] = pairs;
        const corner = (pick: (...ends: number[]) => number): number => others.reduce((all, ends) => all * pick(...ends), 1);
        const ends = [(target - now) * corner(Math.min), (target - now) * corner(Math.max)].toSorted((x, y) => x - y);
        const { p10, mean, p90 } = found ?? { p10: 1, mean: 0, p90: 0 };
        const dust = 1e-9 * Math.max(...ends.map(Math.abs));
        expect(p10).toBeLessThanOrEqual(mean);
        expect(mean).toBeLessThanOrEqual(p90);
        expect(p10).toBeGreaterThanOrEqual((ends[0] ?? 0) - dust);
        expect(p90).toBeLessThanOrEqual((ends[1] ?? 0) + dust);
      }),
    );
  });
});
