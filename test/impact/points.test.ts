import { expect, it } from 'vitest';
import { sizeAt } from '../../lib/impact/effect.ts';
import { pointAt, pointQuantiles, scoresIn } from '../../lib/impact/points.ts';
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
