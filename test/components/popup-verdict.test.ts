// The verdict in words: every reason has its own sentence, and its numbers are those of the rule.
import { describe, expect, it } from 'vitest';
import type { Metric } from '../../lib/model/metric.ts';
import {
  agePhrase,
  formatDay,
  goalsPhrase,
  pacePhrase,
  ruleLines,
  rulePhrase,
  shownPace,
  spanPhrase,
  toGoPhrase,
} from '../../lib/phrases/verdict.ts';
import { standingOf } from '../../lib/state/status.ts';
import { plain } from './popup-words.ts';

const TODAY = '2026-11-22';
const day = (ago: number): string => new Date(Date.parse(TODAY) - ago * 86_400_000).toISOString().slice(0, 10);
const teams: Metric = {
  id: 'teams',
  name: 'Weekly active teams',
  role: 'north-star',
  kind: 'count',
  unit: 'teams',
  window: 'week',
  direction: 'up',
  baseline: { value: 6150, date: '2026-10-12' },
  target: { value: 7450, date: '2027-01-10' },
};
const churn: Metric = {
  ...teams,
  id: 'churn',
  kind: 'rate',
  unit: '',
  direction: 'down',
  baseline: { value: 8, date: '2026-10-12' },
  target: { value: 5, date: '2027-01-10' },
};

/** Weekly readings up to today: `steady` on the pace line with a small ripple, the last one as given. */
function standing(metric: Metric, last: number, { count = 20, late = 0, ripple = 40 } = {}) {
  const { baseline, target } = metric;
  const pace = (ago: number): number => {
    const share = Math.max(0, 41 - ago) / 90;
    return (baseline?.value ?? 0) + share * ((target?.value ?? 0) - (baseline?.value ?? 0));
  };
  const readings = Array.from({ length: count }, (_, i) => {
    const ago = (count - 1 - i) * 7 + late;
    const value = i === count - 1 ? last : Math.round((pace(ago) + ripple * (((i * 7) % 5) / 2 - 1)) * 10) / 10;
    return { date: day(ago), value, source: 'typed' as const };
  });
  return standingOf(metric, readings, TODAY);
}

describe('what is left to the target', () => {
  it.each([
    [teams, 6840, 'Jan 10, 2027, 610 to go'],
    [teams, 7450, 'Jan 10, 2027, reached'],
    [teams, 7600, 'Jan 10, 2027, 150 past it'],
    [churn, 6.5, 'Jan 10, 2027, 1.5 pp to go'],
    [churn, 4, 'Jan 10, 2027, 1 pp past it'],
  ])('%o at %d: %s', (metric, last, words) => expect(plain(toGoPhrase(standing(metric, last, { ripple: 0 })) ?? '')).toBe(words));

  it('is nothing without a target or a reading', () => {
    expect(toGoPhrase(standing({ ...teams, target: undefined }, 6840))).toBeUndefined();
    expect(toGoPhrase(standing(teams, 6840, { count: 0 }))).toBeUndefined();
  });
});

describe('the rule in one line', () => {
  it('says a win with the reading, the line and the day', () => {
    expect(plain(rulePhrase(standing(teams, 6840)))).toBe('6,840 is above the pace line, 6,742.2 on Nov 22.');
  });

  it('says a loss with the miss and the noise', () => {
    const one = standing(teams, 6310);
    expect(one.verdict.word).toBe('losing');
    expect(plain(rulePhrase(one))).toMatch(/^432\.2 below the pace line; a week’s noise is \d+\.$/);
  });

  it('turns round where lower is better', () => {
    const worse = standing(churn, 9, { ripple: 0.1 });
    expect(worse.verdict.word).toBe('losing');
    expect(plain(rulePhrase(worse))).toMatch(/^2\.4 pp above the pace line; a week’s noise is [\d.]+ pp\. Lower is better\.$/);
    const better = standing(churn, 6, { ripple: 0.1 });
    expect(better.verdict.word).toBe('winning');
    expect(plain(rulePhrase(better))).toBe('6 % is below the pace line, 6.6 % on Nov 22. Lower is better.');
    expect(plain(pacePhrase(better, 'long'))).toBe('0.6 pp ahead of pace');
    expect(plain(pacePhrase(worse, 'long'))).toBe('2.4 pp behind pace');
  });

  it('says why it cannot tell', () => {
    expect(rulePhrase(standing(teams, 6310, { count: 4 }))).toBe('432.2 below the pace line; 4 readings, too few to tell.');
    expect(rulePhrase(standing(teams, 6310, { count: 1 }))).toBe('432 below the pace line; 1 reading, too few to tell.');
    expect(rulePhrase(standing(teams, 6510, { late: 16 }))).toBe('The last reading is 16 days old; the limit is 7.');
    const { target: _, ...aimless } = teams;
    expect(rulePhrase(standingOf(aimless, [], TODAY))).toContain('No 90-day target yet');
    const { baseline: __, ...groundless } = teams;
    expect(rulePhrase(standingOf(groundless, [], TODAY))).toContain('No baseline yet');
    expect(rulePhrase(standingOf(teams, [], TODAY))).toBe('No reading yet');
  });

  it('never calls a miss none because of rounding', () => {
    const one = standingOf(teams, [{ date: TODAY, value: 6742, source: 'typed' }], TODAY);
    expect(shownPace(one)?.distance).toBe(-0.2);
    const exact = standingOf(teams, [{ date: '2026-10-12', value: 6150, source: 'typed' }], '2026-10-13');
    expect(pacePhrase(exact, 'long')).toBe('on pace');
  });

  it('drops decimals from large numbers', () => {
    const large = { ...teams, baseline: { value: 1_234_567, date: '2026-10-12' }, target: { value: 1_450_000, date: '2027-01-10' } };
    const one = standingOf(large, [{ date: TODAY, value: 1_283_460.59, source: 'typed' }], TODAY);
    expect(pacePhrase(one, 'short')).toBe('49,248 behind');
  });
});

describe('the rule disclosed', () => {
  it('explains all four words, with the noise of this metric', () => {
    const one = standing(teams, 6310);
    const lines = ruleLines(one);
    expect(lines.map(({ word }) => word)).toEqual(['winning', 'close', 'losing', 'unknown']);
    const sigma = 'sigma' in one.verdict ? (one.verdict.sigma ?? 0) : 0;
    expect(lines[1]?.when).toContain(`twice the noise, ${Number((2 * sigma).toPrecision(2))}`);
    expect(ruleLines(standing(churn, 9))[0]?.when).toContain('below it; lower is better');
  });
});

describe('age, span and goals', () => {
  it('says stale after seven days, not on the seventh', () => {
    expect(agePhrase(standing(teams, 1, { late: 0 }))).toBe('today');
    expect(plain(agePhrase(standing(teams, 1, { late: 7 })))).toBe('7 d');
    expect(plain(agePhrase(standing(teams, 1, { late: 8 })))).toBe('8 d, stale');
    expect(agePhrase({ days: undefined, stale: false })).toBe('no reading');
  });

  it('names the year only where it is another', () => {
    expect(formatDay('2026-11-22', TODAY, 'en-GB')).toBe('22 Nov');
    expect(formatDay('2027-01-10', TODAY, 'en-GB')).toBe('10 Jan 2027');
  });

  it('says the span a value speaks of', () => {
    expect(spanPhrase({ window: 'week' }, TODAY, TODAY)).toBe('week to Nov 22');
    expect(spanPhrase({}, TODAY, TODAY)).toBe('on Nov 22');
  });

  it('shows goals short, and what is missing as a dash', () => {
    expect(goalsPhrase({ ...teams, stretch: { value: 7900, date: '2027-01-10' } })).toBe('6,150 → 7,450 · 7,900');
    expect(goalsPhrase({ target: { value: 1_450_000, date: TODAY } })).toBe('– → 1.45M');
    expect(goalsPhrase({})).toBe('no target yet');
  });
});
