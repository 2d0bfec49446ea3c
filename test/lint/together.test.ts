// What goes together with what, and what is said where nothing can be.
import { describe, expect, it } from 'vitest';
import { plain } from '../components/popup-words.ts';
import { formatCorrelation } from '../../lib/impact/shown.ts';
import { togetherOf } from '../../lib/lint/together.ts';
import type { Dated } from '../../lib/model/metric.ts';
import { overlapPhrase, starPhrase } from '../../lib/phrases/together.ts';
import { autoregressive, randomFrom } from '../simulations/random.ts';

const TODAY = '2026-11-22';
const METRICS = [
  { id: 'star', role: 'north-star' },
  { id: 'one', role: 'input' },
  { id: 'two', role: 'input' },
  { id: 'money', role: 'outcome' },
  { id: 'load', role: 'guardrail' },
] as const;
const series = (values: readonly number[]): Dated[] =>
  values.map((value, i) => ({
    date: new Date(Date.parse(TODAY) - (values.length - 1 - i) * 7 * 86_400_000).toISOString().slice(0, 10),
    value,
  }));
const noise = (seed: number, count = 60): number[] => autoregressive(randomFrom(seed), 0, count);
const after = (values: readonly number[], lag: number, seed: number, sign = 1): number[] =>
  values.map((_, i) => sign * 0.9 * (values[i - lag] ?? 0) + 0.3 * (noise(seed)[i] ?? 0));
const found = (id: string, readings: Record<string, readonly number[]>, metrics = METRICS) =>
  togetherOf(
    metrics.find((one) => one.id === id) ?? METRICS[0],
    metrics,
    new Map(Object.entries(readings).map(([metric, values]) => [metric, series(values)])),
    TODAY,
  );

describe('what goes together', () => {
  it('is an input with the North Star after it, and the North Star with an outcome after it', () => {
    const one = noise(7);
    const star = after(one, 4, 8);
    const money = after(star, 3, 9, -1);
    expect(found('one', { one, star })?.related.map(({ lag }) => lag)).toEqual([4]);
    const outcome = found('money', { star, money });
    expect(outcome?.related[0]).toMatchObject({ lag: 3 });
    expect(outcome?.related[0]?.r).toBeLessThan(-0.5);
    expect(plain(outcome && starPhrase(outcome))).toMatch(
      /^After the North Star, at a lag of 3 weeks: r −0\.\d\d \(−0\.\d\d to −0\.\d\d\), n 57\.$/,
    );
    // The other way round an input follows nothing.
    expect(found('one', { one: star, star: one })?.related).toEqual([]);
  });

  it('warns of inputs that move together, and of no others', () => {
    const one = noise(7);
    const both = found('one', { one, two: one.map((value) => -3 * value), star: noise(8) });
    expect(both?.overlaps.map(({ id }) => id)).toEqual(['two']);
    expect(both && plain(overlapPhrase('Two', both.overlaps[0]?.relation as never))).toMatch(/^Moves with Two: r −1\.00 /);
    expect(found('one', { one, two: noise(9), star: noise(8) })?.overlaps).toEqual([]);
    expect(found('money', { money: one, one, star: noise(8) })?.overlaps).toEqual([]);
  });

  it('says that nothing shows, or that it cannot be told', () => {
    const said = (readings: Record<string, readonly number[]>): string => {
      const one = found('one', readings);
      return one ? starPhrase(one) : '';
    };
    expect(said({ one: noise(7), star: noise(8) })).toBe('No relation with the North Star shows at lags of 0 to 13 weeks (n 60).');
    expect(said({ one: noise(7, 11), star: noise(8) })).toBe('11 pairs of weeks with the North Star, too few to tell.');
    expect(said({ one: noise(7, 1), star: noise(8) })).toBe('1 pair of weeks with the North Star, too few to tell.');
    const line = Array.from({ length: 26 }, (_, week) => week);
    expect(said({ one: line, star: line })).toBe('26 pairs of weeks with the North Star, each too like the week before to tell.');
  });

  it('is nothing for other metrics, and without a North Star', () => {
    expect(found('load', { load: noise(1), star: noise(2) })).toBeUndefined();
    expect(togetherOf(METRICS[1], [METRICS[1]], new Map(), TODAY)).toBeUndefined();
    expect(found('one', {})).toMatchObject({ pairs: 0, told: false, related: [] });
  });

  it('has two digits', () => {
    expect([0.3, -0.516, -0.001, 1].map((r) => formatCorrelation(r, 'en'))).toEqual(['0.30', '−0.52', '0.00', '1.00']);
  });
});
