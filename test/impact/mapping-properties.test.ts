// What holds of every mapping.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { within } from '../../lib/impact/effect.ts';
import { type Gains, impactIfMoved, impactOf, meanOf, nested } from '../../lib/impact/impact.ts';
import { modelOf } from '../../lib/impact/mapping.ts';
import { formulaOf, metric } from './delivery.ts';
import { model, type Moved } from './mapping-stage.ts';

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
