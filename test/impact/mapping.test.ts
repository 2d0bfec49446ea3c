// From effects to the North Star, by a formula or by sensitivities.
import { describe, expect, it } from 'vitest';
import { moments, quantile, sizeAt } from '../../lib/impact/effect.ts';
import { impactOf, meanOf } from '../../lib/impact/impact.ts';
import { modelOf } from '../../lib/impact/mapping.ts';
import { randomFrom } from '../simulations/random.ts';
import { DELIVERY, formulaOf, metric, now } from './delivery.ts';
import { impact, model, type Moved, ONTIME, ORDERS, termsIn } from './mapping-stage.ts';
import { near } from './near.ts';

describe('requirement 100: on time +2..5 pp at 70 %, orders -300..-100 at 50 %', () => {
  it('shares its mean between what moves', () => {
    const { mean, chance, parts } = impact([ONTIME, ORDERS]);
    expect(chance).toBe(0.7);
    // Orders come first in the framework. What both bring together is -200 x 0.035 x 2.3 = -16.1, half of it each.
    near(parts[0] ?? 0, -199.525);
    near(parts[1] ?? 0, 672.175);
    expect(meanOf(termsIn(model(), [ORDERS, ONTIME]))).toBe(mean);
  });

  it('has a variance that draws agree with', () => {
    const random = randomFrom(1);
    const count = 200_000;
    let sum = 0;
    let square = 0;
    for (let i = 0; i < count; i++) {
      const event = random.uniform();
      const orders = event < 0.5 ? sizeAt(ORDERS, random.normal()) : 0;
      const onTime = event < 0.7 ? sizeAt(ONTIME, random.normal()) : 0;
      const gain = (12_000 + orders) * 2.5 * 0.92 * (0.85 + onTime / 100) - 23_460;
      sum += gain;
      square += gain * gain;
    }
    const { mean, variance } = impact([ONTIME, ORDERS]);
    expect(Math.abs(sum / count - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
    expect(Math.sqrt(square / count - (sum / count) ** 2)).toBeCloseTo(Math.sqrt(variance), -1);
  });
});

describe('one effect in a straight line', () => {
  it('is the effect itself, weighed', () => {
    const found = impact([ONTIME]);
    near(found.mean, 0.7 * 3.5 * 276);
    for (const [q, value] of [
      [0.1, found.p10],
      [0.5, found.p50],
      [0.9, found.p90],
    ] as const)
      expect(value).toBeCloseTo(276 * quantile(ONTIME, q), 9);
    expect(found.parts).toEqual([found.mean]);
  });

  it('is cut to the room there is: 95 % of orders in time cannot rise by more than 5', () => {
    const found = impact([{ ...ONTIME, chance: 1 }], { current: (id) => (id === 'on-time' ? 95 : now(id)) });
    near(found.mean / 27_600, 0.0344459);
    expect(found.p90).toBeCloseTo(5 * 276, 9);
  });
});

describe('what is not priced', () => {
  it('is what the formula does not name, and what nobody knows', () => {
    const metrics = [...DELIVERY, metric('idle')];
    const found = model({ metrics }).priced([
      ONTIME,
      { ...ORDERS, input: 'idle' },
      { ...ORDERS, input: 'received' },
      { ...ORDERS, input: 'gone' },
    ]);
    expect(found).toMatchObject({ unpriced: ['idle', 'received', 'gone'] });
    expect('terms' in found && impactOf(found.terms)).toEqual(impact([ONTIME]));
    expect(impact([])).toEqual({ mean: 0, variance: 0, p10: 0, p50: 0, p90: 0, chance: 0, parts: [] });
  });

  it('is priced where it moves something that is', () => {
    const metrics = [...DELIVERY, metric('idle')];
    const found = model({ metrics, multipliers: [{ from: 'idle', to: 'orders', factor: 2 }] });
    expect(found.priced([{ ...ORDERS, input: 'idle' }])).toMatchObject({ unpriced: [] });
    near(impactOf(termsIn(found, [{ ...ORDERS, input: 'idle' }])).mean, 0.5 * -400 * 1.955);
  });
});

describe('problems', () => {
  const metrics = [metric('a'), metric('b')];
  const over = formulaOf('a / (b - 1)', metrics);
  const at = (a: number, b: number) => (id: string) => (id === 'a' ? a : b);

  it('are those of the formula now', () => {
    expect(modelOf({ metrics, formula: over, current: () => undefined })).toEqual({ code: 'no-reading', inputs: ['a', 'b'] });
    expect(modelOf({ metrics, formula: over, current: at(1, 1) })).toEqual({ code: 'divides-by-zero', divisor: 'b - 1' });
    expect(modelOf({ metrics, current: at(1, 1), multipliers: [{ from: 'a', to: 'a', factor: 1 }] })).toMatchObject({ code: 'cycle' });
  });

  it('are those of the formula once it moves', () => {
    const found = model({ metrics, formula: over, current: at(10, 3) });
    expect(found.priced([{ input: 'b', low: -2, high: 1, chance: 0.1 }])).toEqual({ code: 'divides-by-zero', divisor: 'b - 1' });
    expect('terms' in found.priced([{ input: 'b', low: 0, high: 1, chance: 0.1 }])).toBe(true);
    // Together they keep apart, but one may move without the other.
    const apart = model({ metrics, formula: formulaOf('1 / (a - b)', metrics), current: at(3, 1) });
    const moves = { a: { input: 'a', low: -2.5, high: -1.5, chance: 1 }, b: { input: 'b', low: -3.2, high: -3, chance: 0.5 } };
    expect(apart.priced([moves.a, moves.b])).toEqual({ code: 'divides-by-zero', divisor: 'a - b' });
    expect(apart.priced([moves.b])).toHaveProperty('terms');
    expect(found.priced([{ input: 'a', low: 0, high: 1e200, chance: 0.1 }])).toEqual({ code: 'too-large' });
    expect(found.priced([{ input: 'a', low: -1.7e308, high: 1.7e308, chance: 0.1 }])).toEqual({ code: 'too-large' });
  });
});

describe('a formula that curves', () => {
  const metrics = [metric('a'), metric('b'), metric('c')];
  const readings: Readonly<Record<string, number>> = { a: 50, b: 10, c: 4 };
  const current = (id: string): number | undefined => readings[id];
  const effects: readonly Moved[] = [
    { input: 'a', low: 2, mid: 3, high: 9, chance: 0.6 },
    { input: 'b', low: -1, high: 3, chance: 0.9 },
    { input: 'c', low: 0.1, high: 0.4, chance: 1 },
  ];

  for (const text of ['a / b * c', 'a^2 + b * c', '(a + b)^2 / (c + 1) - a * b']) {
    it(`agrees with draws: ${text}`, () => {
      const formula = formulaOf(text, metrics);
      const found = impact(effects, { metrics, formula, current });
      const random = randomFrom(2);
      const value = (a: number, b: number, c: number): number =>
        ({ 'a / b * c': (a / b) * c, 'a^2 + b * c': a * a + b * c })[text] ?? (a + b) ** 2 / (c + 1) - a * b;
      const gains = Float64Array.from({ length: 200_000 }, () => {
        const event = random.uniform();
        const [a = 0, b = 0, c = 0] = effects.map((one) => (event < one.chance ? sizeAt(one, random.normal()) : 0));
        return value(50 + a, 10 + b, 4 + c) - value(50, 10, 4);
      }).sort();
      const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
      const sd = Math.sqrt(found.variance);
      expect(Math.abs(found.mean - mean) / sd).toBeLessThan(0.01);
      expect(Math.abs(found.p10 - gains[20_000]!) / sd).toBeLessThan(0.06);
      expect(Math.abs(found.p50 - gains[100_000]!) / sd).toBeLessThan(0.06);
      expect(Math.abs(found.p90 - gains[180_000]!) / sd).toBeLessThan(0.06);
      expect(sd / Math.sqrt(gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length)).toBeCloseTo(1, 1);
      expect(found.parts.reduce((a, b) => a + b, 0)).toBeCloseTo(found.mean, 9);
    });
  }

  it('is exact in what is straight in it, whatever divides it', () => {
    const { mean, p90 } = impact([{ ...effects[0]!, chance: 1 }], { metrics, current, formula: formulaOf('a / b + c^2', metrics) });
    expect(mean).toBeCloseTo(moments(effects[0]!).mean / 10, 12);
    expect(p90).toBeCloseTo(0.9, 9);
  });
});
