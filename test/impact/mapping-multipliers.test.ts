// Inputs that move inputs, on their way to the North Star.
import { describe, expect, it } from 'vitest';
import { moments, quantile, sizeAt } from '../../lib/impact/effect.ts';
import { impactIfMoved, impactOf, termsOf } from '../../lib/impact/impact.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { randomFrom } from '../simulations/random.ts';
import { formulaOf, metric } from './delivery.ts';
import { impact, model, type Moved, ONTIME, ORDERS, termsIn } from './mapping-stage.ts';

describe('inputs that move inputs', () => {
  const point = (value: number) => ({ low: value, high: value });
  const metrics = [
    metric('participation', { kind: 'rate', sensitivity: point(10) }),
    metric('streaks', { kind: 'rate', sensitivity: point(5) }),
    metric('sessions', { sensitivity: point(-2) }),
  ];
  const multipliers = [
    { from: 'participation', to: 'streaks', factor: 3.2 },
    { from: 'participation', to: 'sessions', factor: -1 },
  ];
  const effect: Moved = { input: 'participation', low: 1, mid: 2, high: 4, chance: 0.6 };

  it('weigh by all that follows, in one draw (requirement 15)', () => {
    const found = impact([effect], { metrics, multipliers, formula: undefined, current: () => 20 });
    // 10 + 3.2 x 5 + 2 a point.
    const [total] = [impactOf([{ size: effect, sensitivity: point(28) }])];
    for (const name of ['mean', 'variance', 'p10', 'p50', 'p90'] as const) expect(found[name]).toBeCloseTo(total[name], 9);
    expect(found.parts).toEqual([expect.closeTo(total.mean, 9)]);
  });

  it('are plain terms where nothing follows', () => {
    const made = model({ metrics, multipliers, formula: undefined, current: () => 20 });
    const alone = { ...effect, input: 'streaks' };
    expect(termsIn(made, [alone])).toEqual(termsOf([alone], metrics, () => 20).terms);
    expect([made.slope('streaks'), made.slope('gone')]).toEqual([5, undefined]);
  });

  it('go through a formula, and multiply with each other', () => {
    const both = [metric('a'), metric('b')];
    const formula = formulaOf('a * b', both);
    const readings = (id: string): number => (id === 'a' ? 3 : 5);
    const move: Moved = { input: 'a', low: 1, high: 2, chance: 1 };
    const found = impact([move], { metrics: both, formula, current: readings, multipliers: [{ from: 'a', to: 'b', factor: 2 }] });
    // (3 + x)(5 + 2x) - 15 = 11 x + 2 x^2
    const { mean, variance } = moments(move);
    expect(found.mean).toBeCloseTo(11 * mean + 2 * (variance + mean ** 2), 2);
    for (const [q, value] of [
      [0.1, found.p10],
      [0.9, found.p90],
    ] as const) {
      const x = quantile(move, q);
      expect(value).toBeCloseTo(11 * x + 2 * x * x, 1);
    }
  });

  it('share the doubt about a sensitivity where two effects arrive', () => {
    const ranged = metrics.map((one): Metric => (one.id === 'streaks' ? { ...one, sensitivity: { low: 2, high: 8 } } : one));
    const effects = [effect, { input: 'streaks', low: -3, high: 5, chance: 0.8 }];
    const found = impact(effects, { metrics: ranged, multipliers, formula: undefined, current: () => 20 });
    const random = randomFrom(5);
    const gains = Float64Array.from({ length: 200_000 }, () => {
      const event = random.uniform();
      const [led = 0, own = 0] = effects.map((one) => (event < one.chance ? sizeAt(one, random.normal()) : 0));
      const weight = sizeAt({ low: 2, high: 8, chance: 1 }, random.normal());
      return 12 * led + weight * (own + 3.2 * led);
    }).sort();
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    const sd = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length);
    expect(Math.abs(found.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(gains.length));
    expect(Math.sqrt(found.variance) / sd).toBeCloseTo(1, 1);
    expect(Math.abs(found.p10 - gains[20_000]!) / sd).toBeLessThan(0.04);
    expect(Math.abs(found.p90 - gains[180_000]!) / sd).toBeLessThan(0.04);
  });

  it('cut a follower to its own room', () => {
    const full = (id: string): number => (id === 'streaks' ? 98 : 20);
    const found = impact([{ ...effect, chance: 1 }], { metrics, multipliers, formula: undefined, current: full });
    // Streaks can rise by 2 points only: 12 x 2 + 5 x 2 in the middle.
    expect(found.p50).toBeCloseTo(34, 9);
    expect(found.p90).toBeCloseTo(12 * 4 + 10, 1);
    const expected = 12 * moments(effect).mean + 5 * moments({ low: 3.2, mid: 6.4, high: 12.8, chance: 1 }, { low: -98, high: 2 }).mean;
    expect(found.mean).toBeCloseTo(expected, 1);
  });

  it('cut a follower whose middle has room, but not its end', () => {
    const nearly = (id: string): number => (id === 'streaks' ? 92 : 20);
    const found = impact([{ ...effect, chance: 1 }], { metrics, multipliers, formula: undefined, current: nearly });
    expect(found.p50).toBeCloseTo(28 * 2, 9);
    expect(found.p90).toBeCloseTo(12 * 4 + 5 * 8, 1);
    const follower = { low: 3.2, mid: 6.4, high: 12.8, chance: 1 };
    expect(found.mean).toBeCloseTo(12 * moments(effect).mean + 5 * moments(follower, { low: -92, high: 8 }).mean, 1);
  });

  it('turn a leader that is full into followers that stand still', () => {
    const found = impact([{ ...effect, chance: 1 }], {
      metrics,
      multipliers,
      formula: undefined,
      current: (id) => (id === 'participation' ? 100 : 20),
    });
    expect([found.p50, found.p90].map((value) => value + 0)).toEqual([0, 0]);
  });

  it('doubt more than six things at once without losing a number', () => {
    const many = Array.from({ length: 12 }, (_, i) => metric(`m${i}`, { sensitivity: { low: 1, high: 2 + i } }));
    const chain = many.slice(1).map(({ id }, i) => ({ from: `m${i}`, to: id, factor: 0.5 }));
    const found = impact([{ input: 'm0', low: 1, high: 3, chance: 0.5 }], {
      metrics: many,
      multipliers: chain,
      formula: undefined,
      current: () => 1,
    });
    const expected = many.reduce((sum, { sensitivity }, i) => sum + 0.5 ** i * ((sensitivity!.low + sensitivity!.high) / 2), 0);
    expect(found.mean / (0.5 * 2 * expected)).toBeCloseTo(1, 2);
    expect(Object.values(found).flat().every(Number.isFinite)).toBe(true);
  });
});

it('shows the range if it moves beside the chance', () => {
  const terms = termsIn(model(), [ONTIME, ORDERS]);
  const [all, moved] = [impactOf(terms), impactIfMoved(terms)];
  expect(all.mean).toBeCloseTo(0.7 * moved.mean, 9);
  expect(moved.chance).toBe(1);
  expect(moved.parts.reduce((a, b) => a + b, 0)).toBeCloseTo(moved.mean, 9);
  expect(impactIfMoved(termsIn(model(), [ONTIME])).p10).toBeCloseTo(2 * 276, 6);
});
