import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromSingle, halves, moments, quantile, quantileIfMoved, sizeAt } from '../../lib/impact/effect.ts';
import { range } from './oracles/effects.ts';

it('has the mean 0.3112963 (low + high) + 0.3774074 mid', () => {
  expect(moments(range(1, 8.5, 2)).mean).toBeCloseTo(0.3112963 * 9.5 + 0.3774074 * 2, 6);
});

it('widens a single number by its evidence', () => {
  expect(fromSingle(10)).toEqual({ low: 0, high: 20, chance: 1 });
  expect(fromSingle(-10, 'estimate')).toEqual({ low: -17.5, high: -2.5, chance: 1 });
  expect(fromSingle(10, 'market')).toEqual({ low: 4, high: 16, chance: 1 });
  expect(fromSingle(10, 'users')).toEqual({ low: 5.5, high: 14.5, chance: 1 });
  expect(fromSingle(10, 'test')).toEqual({ low: 7.5, high: 12.5, chance: 1 });
});

it('puts the atom where the right half of a skewed effect crosses zero', () => {
  // P(below 0) is the share of the wide half: 0.1526, so 0.0763 of the whole; and of its mirror image.
  const skewed = range(-1, 5, 4, 0.5);
  expect(quantile(skewed, 0.07)).toBe(quantileIfMoved(skewed, 0.14));
  expect(quantile(skewed, 0.07)).toBeLessThan(0);
  expect(quantile(skewed, 0.08)).toBe(0);
  expect(quantile(range(-5, 1, -4, 0.5), 0.92)).toBe(0);
  expect(quantile(range(-5, 1, -4, 0.5), 0.93)).toBeGreaterThan(0);
});

it('finds nothing outside a bound that the range ends at', () => {
  const full = moments(range(0, 68, 68), { low: -32, high: 68 });
  expect(full.outside).toBeLessThan(0.11);
  expect(full.mean).toBeCloseTo(moments(range(0, 68, 68)).mean, -1);
  expect(moments(range(1, 3), { low: 0, high: Infinity }).mean).toBeCloseTo(2, 1);
  const gone = moments(range(5, 6), { low: -100, high: 0 });
  expect([gone.mean, gone.variance, gone.outside].map((value) => Math.round(value * 1e9) + 0)).toEqual([0, 0, 1e9]);
});

it('does not jump where a chance and a level meet', () => {
  // 0.1 - (1 - 0.9) is 2e-17 in binary: the quantile there is the atom, not eight deviations below the median.
  expect(quantile(range(19, 21, undefined, 0.9), 0.1)).toBe(0);
  expect(quantile(range(-21, -19, undefined, 0.9), 0.9)).toBe(0);
});

const thousandths = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 1e3, max: max * 1e3 }).map((n) => n / 1e3);
const size = fc
  .tuple(fc.array(thousandths(-1e6, 1e6), { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 100 }))
  .map(([ends, percent]) => {
    const [low = 0, mid = 0, high = 0] = ends.toSorted((a, b) => a - b);
    return range(low, high, mid, percent / 100);
  })
  .filter(({ low, high }) => low < high);
const level = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('properties', () => {
  it('meets its ends and its middle', () => {
    fc.assert(
      fc.property(size, (s) => {
        const width = s.high - s.low;
        expect(Math.abs(quantileIfMoved(s, 0.1) - s.low)).toBeLessThan(1e-9 * width);
        expect(quantileIfMoved(s, 0.5)).toBe(s.mid);
        expect(Math.abs(quantileIfMoved(s, 0.9) - s.high)).toBeLessThan(1e-9 * width);
      }),
    );
  });

  it('never falls from quantile to quantile', () => {
    fc.assert(
      fc.property(size, level, level, (s, a, b) => {
        const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
        const dust = 1e-13 * (s.high - s.low);
        expect(quantile(s, lower)).toBeLessThanOrEqual(quantile(s, upper) + dust);
        expect(quantileIfMoved(s, lower)).toBeLessThanOrEqual(quantileIfMoved(s, upper) + dust);
      }),
      { numRuns: 1000 },
    );
  });

  it('has its mean between the ends, with room or without', () => {
    fc.assert(
      fc.property(size, (s) => {
        const { mean, variance } = moments(s);
        expect(s.low <= mean && mean <= s.high).toBe(true);
        expect(variance).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('mirrors', () => {
    fc.assert(
      fc.property(size, level, (s, q) => {
        const mirrored = range(-s.high, -s.low, -(s.mid ?? 0), s.chance);
        expect(moments(mirrored).mean).toBeCloseTo(-moments(s).mean, 6);
        expect(sizeAt(mirrored, 1.5)).toBeCloseTo(-sizeAt(s, -1.5), 6);
        fc.pre(Math.abs(quantile(s, q)) > 1e-6);
        expect(quantile(mirrored, 1 - q) / quantile(s, q)).toBeCloseTo(-1, 5);
      }),
    );
  });

  it('agrees with a fine grid where draws are set to a bound', () => {
    const bound = thousandths(0, 2e6);
    fc.assert(
      fc.property(size, bound, bound, (s, down, up) => {
        const room = { low: -down, high: up };
        const exact = moments(s, room);
        const steps = 20_000;
        const draws = Array.from({ length: steps }, (_, i) => quantileIfMoved(s, (i + 0.5) / steps));
        const cut = draws.map((x) => Math.min(up, Math.max(-down, x)));
        const mean = cut.reduce((a, b) => a + b, 0) / steps;
        const sd = Math.sqrt(cut.reduce((a, b) => a + (b - mean) ** 2, 0) / steps);
        const { below, above } = halves(s);
        const scale = below + above;
        expect(Math.abs(exact.mean - mean)).toBeLessThan(1e-3 * scale);
        expect(Math.abs(Math.sqrt(exact.variance) - sd)).toBeLessThan(3e-3 * scale + 1e-3);
        expect(exact.mean >= room.low - 1e-6 && exact.mean <= room.high + 1e-6).toBe(true);
        expect(exact.outside).toBeCloseTo(draws.filter((x) => x > up || x < -down).length / steps, 3);
      }),
      { numRuns: 60 },
    );
  });

  it('does not notice a bound out of reach', () => {
    fc.assert(
      fc.property(size, (s) => {
        const far = moments(s, { low: -1e9, high: 1e9 });
        expect(Math.abs(far.mean - moments(s).mean)).toBeLessThan(1e-9 * (s.high - s.low) + 1e-9);
        expect(far.outside).toBeLessThan(1e-12);
      }),
    );
  });
});
