import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sizeAt } from '../../lib/impact/effect.ts';
import { beginDrawing, lend, pointAt, pointQuantiles, scoresIn } from '../../lib/impact/points.ts';
import { near } from './near.ts';

it('has the first point where the definition puts it', () => {
  near(pointAt(1, 0), 0.500979);
  near(pointAt(1, 1), 0.612635);
  near(pointAt(1, 2), 0.452987);
  near(pointAt(1, 3), 0.0935357);
});

it('spreads every dimension evenly and symmetrically', () => {
  const all = Array.from({ length: 1021 }, (_, k) => k - 510);
  for (let j = 0; j < 6; j++) {
    const u = all.map((i) => pointAt(i, j));
    expect(new Set(u.map((x) => x.toFixed(9))).size).toBe(1021);
    expect(pointAt(0, j)).toBe(0.5);
    for (const i of [1, 17, 510]) expect(pointAt(i, j) + pointAt(-i, j)).toBeCloseTo(1, 12);
    expect(Math.min(...u)).toBeGreaterThan(0);
    expect(Math.max(...u)).toBeLessThan(1);
  }
});

it('gives a multiplicative formula its quantiles (requirement 100)', () => {
  // 12,000 orders x 2.5 items x 0.92 filled x 0.85 on time; orders -300..-100 at 50 %, on time +0.02..0.05 at 70 %.
  const orders = { low: -300, high: -100, chance: 0.5 };
  const onTime = { low: 0.02, high: 0.05, chance: 0.7 };
  const items = (o: number, t: number): number => (12_000 + o) * 2.5 * 0.92 * (0.85 + t) - 23_460;
  const moved = scoresIn(0).map((z) => sizeAt(orders, z));
  // A point beyond the bound (all in time at most) is set to it.
  const punctual = scoresIn(1).map((z) => Math.min(0.15, sizeAt(onTime, z)));
  const [p10, p50, p90] = pointQuantiles(
    [
      { probability: 0.5, values: punctual.map((t, i) => items(moved[i] ?? 0, t)) },
      { probability: 0.2, values: punctual.map((t) => items(0, t)) },
    ],
    [0.1, 0.5, 0.9],
  );
  expect(p10).toBe(0);
  near(p50 ?? 0, 447.433134);
  near(p90 ?? 0, 1102.394105);
});

it('puts what moves nothing at zero', () => {
  expect(pointQuantiles([], [0.1, 0.5, 0.9])).toEqual([0, 0, 0]);
  const sure = (value: number, probability: number) => [{ probability, values: new Float64Array(1021).fill(value) }];
  expect(pointQuantiles(sure(7, 1), [0.1, 0.9])).toEqual([7, 7]);
  // 1 - 0.9 is a hair less than 0.1 in binary.
  expect(pointQuantiles(sure(7, 0.9), [0.1])).toEqual([0]);
  expect(pointQuantiles(sure(-7, 0.3), [0.1, 0.3, 0.31, 0.9])).toEqual([-7, -7, 0, 0]);
});

it('leaves the values it was given in their order', () => {
  const values = Float64Array.of(3, 1, 2);
  expect(pointQuantiles([{ probability: 1, values }], [0.1, 0.5, 0.9])).toEqual([1, 2, 3]);
  expect([...values]).toEqual([3, 1, 2]);
});

it('is the quantile one finds by putting all values in order', () => {
  const far = fc.double({ min: -1e307, max: 1e307, noNaN: true });
  const close = fc.double({ min: 1e6, max: 1e6 + 1e-6, noNaN: true });
  const some = fc.oneof(far, close, fc.integer({ min: -3, max: 3 }), fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(5));
  const values = fc
    .record({ kinds: fc.array(some, { minLength: 1, maxLength: 5 }), noise: fc.constantFrom(0, 1e-12, 1, 1e300), j: fc.nat(5) })
    .map(({ kinds, noise, j }) => scoresIn(j).map((score, i) => (kinds[i % kinds.length] ?? 0) + noise * score));
  const mixture = fc.array(fc.record({ share: fc.integer({ min: 1, max: 9 }), values }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(mixture, fc.integer({ min: 0, max: 9 }), (parts, rest) => {
      const total = parts.reduce((sum, { share }) => sum + share, rest);
      const cases = parts.map((part) => ({ probability: part.share / total, values: part.values }));
      const all = cases.flatMap(({ probability, values: list }) => [...list].map((value) => [value, probability / list.length] as const));
      if (rest > 0) all.push([0, rest / total]);
      all.sort((a, b) => a[0] - b[0]);
      const levels = [0.1, 0.5, 0.9, 0.123];
      const found = pointQuantiles(cases, levels);
      levels.forEach((level, k) => {
        let sum = 0;
        const expected = all.find(([, weight]) => (sum += weight) >= level - 1e-12)?.[0] ?? Number.NaN;
        expect(found[k]).toBe(expected + 0);
      });
    }),
    { numRuns: 300 },
  );
});

it('lends each array once until drawing begins again', () => {
  beginDrawing();
  const [first, second] = [lend(), lend()];
  expect(first).not.toBe(second);
  expect([first.length, second.length]).toEqual([1021, 1021]);
  beginDrawing();
  expect(lend()).toBe(first);
});
