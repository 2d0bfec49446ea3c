import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moments, quantile, sizeAt, within } from '../../lib/impact/effect.ts';
import { type Gains, type Impact, impactIfMoved, impactOf, meanOf, nested, type Terms, termsOf } from '../../lib/impact/impact.ts';
import { type Mapping, type Model, modelOf } from '../../lib/impact/mapping.ts';
import type { Metric } from '../../lib/model/metric.ts';
import type { Effect } from '../../lib/model/tag.ts';
import { randomFrom } from '../simulations/random.ts';
import { delivered, DELIVERY, formulaOf, metric, now } from './delivery.ts';
import { near } from './near.ts';

type Moved = Omit<Effect, 'text'>;

function model(mapping: Partial<Mapping> = {}): Model {
  const made = modelOf({ metrics: DELIVERY, formula: delivered, current: now, ...mapping });
  if ('code' in made) throw new Error(JSON.stringify(made));
  return made;
}
function termsIn(made: Model, effects: readonly Moved[]): Terms {
  const priced = made.priced(effects);
  if ('code' in priced) throw new Error(JSON.stringify(priced));
  return priced.terms;
}
const impact = (effects: readonly Moved[], mapping: Partial<Mapping> = {}): Impact => impactOf(termsIn(model(mapping), effects));

const ONTIME: Moved = { input: 'on-time', low: 2, high: 5, chance: 0.7 };
const ORDERS: Moved = { input: 'orders', low: -300, high: -100, chance: 0.5 };

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

describe('properties', () => {
  const METRICS = [...'abc'].map((id) => metric(id));
  const READINGS = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: 5, max: 1e4, noNaN: true })));
  const effects = fc.uniqueArray(
    fc.record({
      input: fc.constantFrom('a', 'b', 'c'),
      at: fc.double({ min: -0.3, max: 0.3, noNaN: true }),
      width: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
      mid: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
      percent: fc.integer({ min: 1, max: 100 }),
    }),
    { minLength: 1, maxLength: 3, selector: ({ input }) => input },
  );
  const TEXTS = ['a * b * c', 'a * (b + c)', 'a + 2 * b - c', 'a * b / c', '(a + b)^2 / c', 'a * (1 - c / (a + b + c))'] as const;
  const ticket = fc.record({ text: fc.constantFrom(...TEXTS), readings: READINGS, some: effects });
  type Ticket = typeof ticket extends fc.Arbitrary<infer T> ? T : never;

  const effectsOf = ({ readings, some }: Ticket): Moved[] =>
    some.map(({ input, at, width, mid, percent }) => {
      const reading = readings['abc'.indexOf(input)] ?? 1;
      const [low, high] = [at * reading, (at + width) * reading];
      return { input, low, high, chance: percent / 100, ...(mid !== undefined && { mid: Math.min(high, low + mid * width * reading) }) };
    });
  const gainsIn = (one: Ticket, text: string = one.text, moved = effectsOf(one)): Gains | undefined => {
    const made = model({ metrics: METRICS, formula: formulaOf(text, METRICS), current: (id) => one.readings['abc'.indexOf(id)] });
    const priced = made.priced(moved);
    return 'code' in priced ? undefined : (priced.terms as Gains);
  };
  const QUANTILES = ['p10', 'p50', 'p90'] as const;

  it('keeps quantiles, mean and spread where a distribution has them', () => {
    fc.assert(
      fc.property(ticket, (one) => {
        const gains = gainsIn(one);
        fc.pre(gains !== undefined);
        const { mean, variance, p10, p50, p90, parts } = impactOf(gains);
        const sd = Math.sqrt(variance);
        const dust = 1e-9 * (1 + Math.abs(mean) + sd);
        expect(p10 <= p50 && p50 <= p90).toBe(true);
        expect(Math.abs(parts.reduce((a, b) => a + b, 0) - mean)).toBeLessThan(dust);
        const values = gains.points(Array.from({ length: 1 << gains.chances.length }, (_, set) => set)).flatMap((list) => [...list]);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - dust);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + dust);
        // Cantelli: no tenth lies farther out than three standard deviations, no nine tenths farther than a third.
        const slack = 0.05 * sd + dust;
        expect(p10).toBeGreaterThan(mean - 3 * sd - slack);
        expect(p10).toBeLessThan(mean + sd / 3 + slack);
        expect(p90).toBeLessThan(mean + 3 * sd + slack);
        expect(p90).toBeGreaterThan(mean - sd / 3 - slack);
        expect(Math.abs(p50 - mean)).toBeLessThan(sd + slack);
      }),
      { numRuns: 300 },
    );
  });

  it('scales, shifts and turns with the formula', () => {
    fc.assert(
      fc.property(ticket, (one) => {
        const gains = gainsIn(one);
        fc.pre(gains !== undefined);
        const plain = impactOf(gains);
        const size = Math.sqrt(plain.variance) + Math.abs(plain.mean) + 1;
        // What is left of the digits of f itself after subtracting.
        const dust = 1e-7 * size;
        const scaled = impactOf(gainsIn(one, `3 * (${one.text})`) ?? []);
        const shifted = impactOf(gainsIn(one, `${one.text} + 1000`) ?? []);
        const turned = impactOf(gainsIn(one, `-(${one.text})`) ?? []);
        for (const name of QUANTILES) {
          expect(Math.abs(scaled[name] - 3 * plain[name])).toBeLessThan(dust);
          expect(Math.abs(shifted[name] - plain[name])).toBeLessThan(dust);
        }
        for (const [other, factor] of [
          [scaled, 3],
          [shifted, 1],
          [turned, -1],
        ] as const) {
          expect(Math.abs(other.mean - factor * plain.mean)).toBeLessThan(dust);
          expect(Math.abs(Math.sqrt(other.variance) - Math.abs(factor) * Math.sqrt(plain.variance))).toBeLessThan(dust);
          other.parts.forEach((part, j) => expect(Math.abs(part - factor * (plain.parts[j] ?? 0))).toBeLessThan(dust));
        }
        // A quantile turned round is the one from the other side: nothing that happens lies between the two.
        const happens = nested(gains.chances).map(({ set }) => set);
        const values = [0, ...gains.points(happens).flatMap((list) => [...list])];
        for (const [name, other] of [
          ['p10', 'p90'],
          ['p90', 'p10'],
        ] as const) {
          const [low = 0, high = 0] = [plain[name], -turned[other]].toSorted((x, y) => x - y);
          expect(values.filter((value) => value > low + dust && value < high - dust)).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not mind in which order effects were typed, and what is all but certain not to move', () => {
    fc.assert(
      fc.property(ticket, (one) => {
        const gains = gainsIn(one);
        fc.pre(gains !== undefined);
        const moved = effectsOf(one);
        expect(impactOf(gainsIn(one, one.text, moved.toReversed()) ?? [])).toEqual(impactOf(gains));
      }),
      { numRuns: 50 },
    );
  });

  it('has a mean by table that is near the mean of its points', () => {
    fc.assert(
      fc.property(ticket, (one) => {
        const gains = gainsIn(one);
        fc.pre(gains !== undefined);
        const all = (1 << gains.chances.length) - 1;
        const values = gains.points([all])[0]!;
        const byPoints = values.reduce((a, b) => a + b, 0) / values.length;
        const [sd, mean] = [Math.sqrt(gains.variance(all)), gains.mean(all)];
        expect(Math.abs(byPoints - mean)).toBeLessThan(0.01 * sd + 1e-9 * Math.abs(mean) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('is a number or a problem for all that is finite', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    const wild = fc.record({
      text: fc.constantFrom(...TEXTS, 'a^12 * b^-12 + c', '1 / (a - b) - c'),
      readings: fc.tuple(any, any, any),
      moved: fc.array(
        fc.record({
          input: fc.constantFrom('a', 'b', 'c'),
          ends: fc.tuple(any, any),
          chance: fc.double({ min: 1e-300, max: 1, noNaN: true }),
        }),
        { maxLength: 3 },
      ),
      factor: any,
    });
    fc.assert(
      fc.property(wild, ({ text, readings, moved, factor }) => {
        const made = modelOf({
          metrics: METRICS,
          formula: formulaOf(text, METRICS),
          current: (id) => readings['abc'.indexOf(id)],
          multipliers: [{ from: 'a', to: 'c', factor }],
        });
        if ('code' in made) return;
        const some = moved.map(({ input, ends, chance }) => ({ input, low: Math.min(...ends), high: Math.max(...ends) + 1e-300, chance }));
        const priced = made.priced(some);
        if ('code' in priced) return;
        expect(Object.values(impactOf(priced.terms)).flat().every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a number for all sensitivities and effects up to 1e70', () => {
    const any = fc.double({ min: -1e70, max: 1e70, noNaN: true });
    const range = fc.tuple(any, any).map((ends) => ({ low: Math.min(...ends), high: Math.max(...ends) }));
    const term = fc.record({
      range,
      chance: fc.double({ min: 1e-300, max: 1, noNaN: true }),
      sensitivity: range,
      bound: fc.option(any, { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(term, { maxLength: 3 }), (terms) => {
        const made = terms.map(({ range: { low, high }, chance, sensitivity, bound }) => ({
          size: { low, high: high > low ? high : low + Math.abs(low) + 1, chance },
          sensitivity,
          ...(bound !== undefined && { room: { low: Math.min(0, bound), high: Math.max(0, bound) } }),
        }));
        for (const found of [impactOf(made), ...(made.length > 0 ? [impactIfMoved(made)] : [])]) {
          expect(Object.values(found).flat().every(Number.isFinite)).toBe(true);
          expect(found.p10 <= found.p50 && found.p50 <= found.p90).toBe(true);
        }
        expect(within(meanOf(made), undefined)).toBe(impactOf(made).mean);
      }),
      { numRuns: 500 },
    );
  });
});
