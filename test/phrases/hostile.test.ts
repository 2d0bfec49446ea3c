// Whatever numbers come, none is shown that is no number: no NaN, nothing endless, no "undefined".
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { readoutOf, signalPhrase, signalShort } from '../../components/status/signal.ts';
import type { Impact } from '../../lib/impact/impact.ts';
import { needleAngle } from '../../lib/impact/needle.ts';
import type { Problem } from '../../lib/impact/problem.ts';
import * as shown from '../../lib/impact/shown.ts';
import { parseEffect } from '../../lib/impact/typed.ts';
import type { Dated, Metric } from '../../lib/model/metric.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { answerLines, effectPhrase, gainPhrase, rangePhrase } from '../../lib/phrases/answer.ts';
import { brokenPhrase, guardPhrase } from '../../lib/phrases/guard.ts';
import { factsPhrase, partPhrase, sayMeaning } from '../../lib/phrases/meaning.ts';
import { problemPhrase } from '../../lib/phrases/problem.ts';
import * as verdict from '../../lib/phrases/verdict.ts';
import { standingOf } from '../../lib/state/status.ts';
import { stripOf } from '../../lib/state/strip.ts';

const TODAY = '2026-11-22';
const day = (week: number): string => new Date(Date.UTC(2026, 7, 2 + 7 * week)).toISOString().slice(0, 10);

/** Every text in what was said, however deep. */
function textsOf(said: unknown): string[] {
  if (typeof said === 'string') return [said];
  if (typeof said === 'number') return [String(said)];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(textsOf) : [];
}
const wrong = (said: unknown): string[] => textsOf(said).filter((text) => /NaN|Infinity|∞|undefined|\?/.test(text));
const expectNumbers = (...said: readonly unknown[]): void => expect(said.flatMap(wrong)).toEqual([]);

/** What a file or a form can bring: any double that is a number. */
const finite = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.constantFrom(0, -0, 1.7e308, -1.7e308, 1e150, -1e150, 1e21, 5e-324, -1e-9, 100, 32),
  fc.integer({ min: -1000, max: 1000 }),
);
/** And what no arithmetic of ours should bring. */
const any = fc.oneof(finite, fc.constantFrom(Number.NaN, Infinity, -Infinity));
const chance = fc.oneof(fc.double({ min: 1e-300, max: 1, noNaN: true }), fc.constantFrom(1, 0.7));
const dated = fc.record({ value: finite, date: fc.integer({ min: -5, max: 40 }).map(day) });
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(one, { nil: undefined });
const metric = fc
  .record({
    role: fc.constantFrom<Metric['role']>('input', 'guardrail', 'north-star'),
    kind: fc.constantFrom<Metric['kind']>('count', 'rate', 'ratio'),
    direction: fc.constantFrom<Metric['direction']>('up', 'down'),
    ...{ baseline: maybe(dated), target: maybe(dated), stretch: maybe(dated), current: maybe(finite) },
    sensitivity: maybe(fc.tuple(finite, finite).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))),
  })
  .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)))
  .map((one) => ({ id: 'a', name: 'A', unit: 'teams', ...one }) as Metric & { current?: number });
const size = fc
  .tuple(fc.uniqueArray(finite, { minLength: 2, maxLength: 2 }), chance)
  .map(([ends, p]) => ({ low: Math.min(...ends), high: Math.max(...ends), chance: p }));
const parts = fc.array(any, { maxLength: 3 });
const impact: fc.Arbitrary<Impact> = fc.record({ mean: any, variance: any, p10: any, p50: any, p90: any, chance, parts });

describe('what is shown', () => {
  it('is no number where there is none, in any of the formats', () => {
    fc.assert(
      fc.property(any, any, any, metric, (a, b, c, one) => {
        expectNumbers(
          ...[shown.formatNumber, shown.formatSigned, shown.formatChance, shown.formatAge].map((format) => format(a, 'en')),
          ...[shown.formatReading, shown.formatChange, shown.formatGap].map((format) => format(one, a, 'en')),
          ...[verdict.shortNumber(a, 'en'), rangePhrase(a, b), verdict.gapPhrase(one, a)],
          ...[gainPhrase({ mean: a, p10: b, p90: c, variance: 1, p50: 0, chance: 1, parts: [] }, one)],
        );
      }),
      { numRuns: 1000 },
    );
    expect([Number.NaN, Infinity, -Infinity].map((value) => shown.formatSigned(value, 'en'))).toEqual(['–', '–', '–']);
    expect(shown.formatChange({ kind: 'rate', unit: '' }, -Infinity, 'en')).toBe('–\u202fpp');
  });

  it('of a number is that number', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e15, max: 1e15, noNaN: true }), (value) => {
        const text = shown.formatNumber(value, 'en').replace('\u2212', '-').replaceAll(',', '');
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.max(5e-10, 1e-15 * Math.abs(value)));
      }),
    );
  });

  it('of an answer, a meaning or a problem has only numbers', () => {
    fc.assert(
      fc.property(size, metric, metric, finite, impact, (effect, input, star, part, whole) => {
        const northStar = { ...star, id: 'n', role: 'north-star' as const };
        const answer: Answer = { kind: 'effects', framework: 'f', version: 1, effects: [{ ...effect, input: 'a', text: '' }] };
        const { what, why, impact: worked } = answerLines(answer, { northStar, inputs: [{ ...input, role: 'input' }] });
        const row = { text: '', about: input, typed: parseEffect(`${effect.low}..${effect.high}`, input) };
        expectNumbers(
          what,
          why,
          effectPhrase(effect, input),
          sayMeaning([row], whole, northStar),
          factsPhrase(input),
          partPhrase(whole, part),
        );
        expectNumbers(needleAngle(whole.mean, star), worked && stripOf(worked, worked), stripOf(whole, whole));
        const problems: Problem[] = [
          { code: 'outside-bounds', value: part, low: effect.low, high: effect.high },
          { code: 'ambiguous', readings: [effect.low, effect.high] },
          { code: 'middle-outside', low: effect.low, mid: part, high: effect.high },
          { code: 'chance', value: part },
        ];
        expectNumbers(problems.map((problem) => problemPhrase(problem, input)));
      }),
      { numRuns: 1000 },
    );
  });

  it('of a metric and its readings has only numbers', () => {
    const readings = fc.array(finite, { maxLength: 20 }).map((values) => values.map((value, i): Dated => ({ value, date: day(i) })));
    fc.assert(
      fc.property(metric, readings, (one, all) => {
        const standing = standingOf(one, all, TODAY);
        expectNumbers(
          ...[verdict.pacePhrase(standing, 'long'), verdict.pacePhrase(standing, 'short'), verdict.rulePhrase(standing)],
          ...[verdict.ruleLines(standing), verdict.paceLinePhrase(standing), verdict.agePhrase(standing), verdict.goalsPhrase(one)],
          ...[guardPhrase(standing), brokenPhrase([standing]), signalPhrase(standing), signalShort(standing)],
          ...all.slice(0, 2).map(readoutOf(standing)),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
