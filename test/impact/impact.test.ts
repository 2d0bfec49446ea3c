import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../lib/impact/effect.ts';
import { impactIfMoved, impactOf, type Term, termsOf } from '../../lib/impact/impact.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { near } from './near.ts';

const point = (value: number): Term['sensitivity'] => ({ low: value, high: value });

it('gives each effect its own mean, and the ticket the chance of the likeliest', () => {
  const { parts, chance } = impactOf([
    { size: { low: 2, high: 5, chance: 0.7 }, sensitivity: { low: 30, high: 60 } },
    { size: { low: 1, high: 3, chance: 0.5 }, sensitivity: point(-12) },
  ]);
  expect(parts.map((part) => Math.round(part * 1e9) / 1e9)).toEqual([110.25, -12]);
  expect(chance).toBe(0.7);
});

it('is the effect itself, weighed, where one effect has one weight', () => {
  const size = { low: 2, high: 5, chance: 0.7 };
  const gain = impactOf([{ size, sensitivity: point(60) }]);
  near(gain.mean, 147);
  near(Math.sqrt(gain.variance) / 60, 1.879223);
  expect([gain.p10, gain.p50, gain.p90]).toEqual([0, 60 * quantile(size, 0.5), 60 * quantile(size, 0.9)]);
  const loss = impactOf([{ size, sensitivity: point(-60) }]);
  expect([loss.p10, loss.p50, loss.p90]).toEqual([-gain.p90, -gain.p50, 0]);
  expect(loss.mean).toBe(-gain.mean);
});

it('shows the range if it moves beside the chance', () => {
  const terms: Term[] = [{ size: { low: 2, high: 5, chance: 0.7 }, sensitivity: point(10) }];
  const moved = impactIfMoved(terms);
  near(moved.p10, 20);
  near(moved.p90, 50);
  near(impactOf(terms).mean, 0.7 * moved.mean);
  const two = [...terms, { size: { low: 1, high: 2, chance: 0.35 }, sensitivity: point(10) }];
  expect(impactOf(two).mean).toBeCloseTo(0.7 * impactIfMoved(two).mean, 9);
  expect(impactIfMoved(two).chance).toBe(1);
});

it('nests the chances: what is less likely moves only with what is likelier', () => {
  const small: Term = { size: { low: 0.9, high: 1.1, chance: 0.9 }, sensitivity: point(1) };
  const large: Term = { size: { low: 99, high: 101, chance: 0.2 }, sensitivity: point(1) };
  for (const some of [
    [small, large],
    [large, small],
  ]) {
    const { p10, p50, p90 } = impactOf(some);
    expect(p10).toBe(0);
    expect(p50).toBeCloseTo(1, 0);
    expect(p90).toBeCloseTo(101, -1);
  }
});

it('cuts what the input has no room for', () => {
  const size = { low: 2, high: 5, chance: 1 };
  const impact = impactOf([{ size, sensitivity: point(10), room: { low: -96, high: 4 } }]);
  expect(impact.p90).toBe(40);
  near(impact.p10, 20);
  expect(impact.mean).toBeLessThan(35);
  const byPoints = impactOf([{ size, sensitivity: { low: 9.999, high: 10.001 }, room: { low: -96, high: 4 } }]);
  expect(byPoints.p90).toBeCloseTo(40, 1);
  expect(byPoints.mean).toBeCloseTo(impact.mean, 6);
});

it('is nothing without terms', () => {
  expect(impactOf([])).toEqual({ mean: 0, variance: 0, p10: 0, p50: 0, p90: 0, chance: 0, parts: [] });
});

const metric = (id: string, more: Partial<Metric>): Metric => ({
  id,
  name: id,
  role: 'input',
  kind: 'rate',
  unit: '',
  direction: 'up',
  ...more,
});

it('takes terms in the order of the framework, and names what has no price', () => {
  const metrics = [
    metric('activation', { sensitivity: point(60) }),
    metric('events', { kind: 'count', unit: 'events', sensitivity: point(70) }),
    metric('adoption', {}),
  ];
  const effects = ['events', 'adoption', 'activation', 'gone'].map((input) => ({ input, low: 1, high: 2, chance: 1 }));
  const { terms, unpriced } = termsOf(effects, metrics, (id) => (id === 'activation' ? 98 : undefined));
  expect(terms.map((term) => term.sensitivity.low)).toEqual([60, 70]);
  expect(terms.map((term) => term.room)).toEqual([{ low: -98, high: 2 }, undefined]);
  expect(unpriced).toEqual(['adoption', 'gone']);
});

const term: fc.Arbitrary<Term> = fc.record({
  size: fc
    .record({
      low: fc.double({ min: -50, max: 50, noNaN: true }),
      width: fc.double({ min: 0.01, max: 50, noNaN: true }),
      percent: fc.integer({ min: 1, max: 100 }),
    })
    .map(({ low, width, percent }) => ({ low, high: low + width, chance: percent / 100 })),
  sensitivity: fc
    .record({ low: fc.double({ min: -100, max: 100, noNaN: true }), width: fc.constantFrom(0, 1, 50) })
    .map(({ low, width }) => ({ low, high: low + width })),
});
const terms = fc.array(term, { minLength: 1, maxLength: 3 });

describe('properties', () => {
  it('orders its quantiles, and its parts add up', () => {
    fc.assert(
      fc.property(terms, (some) => {
        const { mean, variance, p10, p50, p90, parts } = impactOf(some);
        expect(p10 <= p50 && p50 <= p90).toBe(true);
        expect(variance).toBeGreaterThanOrEqual(0);
        expect(Math.abs(parts.reduce((a, b) => a + b, 0) - mean)).toBeLessThan(1e-9 * (1 + Math.abs(mean)));
      }),
    );
  });

  it('turns round with the signs of all sensitivities', () => {
    fc.assert(
      fc.property(terms, (some) => {
        const turned = some.map((t) => ({ ...t, sensitivity: { low: -t.sensitivity.high, high: -t.sensitivity.low } }));
        const [a, b] = [impactOf(some), impactOf(turned)];
        expect(Math.abs(a.mean + b.mean)).toBeLessThan(1e-9 * (1 + Math.abs(a.mean)));
        expect(Math.abs(a.variance - b.variance)).toBeLessThan(1e-9 * (1 + a.variance));
      }),
    );
  });

  it('has points that meet the exact quantiles', () => {
    fc.assert(
      fc.property(term, ({ size }) => {
        const exact = impactOf([{ size: { ...size, chance: 1 }, sensitivity: point(3) }]);
        // A second effect too small to matter sends the same ticket through the points.
        const speck: Term = { size: { low: 1e-9, high: 2e-9, chance: 1 }, sensitivity: point(1) };
        const drawn = impactOf([{ size: { ...size, chance: 1 }, sensitivity: point(3) }, speck]);
        const sd = Math.sqrt(exact.variance);
        for (const q of ['p10', 'p50', 'p90'] as const) expect(Math.abs(exact[q] - drawn[q])).toBeLessThan(0.005 * sd + 1e-6);
      }),
    );
  });
});

it('draws within four standard errors of the closed forms', () => {
  // mulberry32, as the acceptance simulations define it; the chances nested in one uniform, the sensitivity shared.
  let state = 1;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32 + 2 ** -33;
  };
  const n = 200_000;
  let sum = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
    const u = uniform();
    const worth = quantile({ low: 30, high: 60, chance: 1 }, uniform());
    const one = u < 0.7 ? quantile({ low: 2, high: 5, chance: 1 }, uniform()) * worth : 0;
    const two = u < 0.5 ? quantile({ low: 1, high: 3, chance: 1 }, uniform()) * -12 : 0;
    sum += one + two;
    square += (one + two) ** 2;
  }
  expect(Math.abs(sum / n - 98.25)).toBeLessThan((4 * 86.667208) / Math.sqrt(n));
  expect(Math.sqrt(square / n - (sum / n) ** 2)).toBeCloseTo(86.667208, 0);
});
