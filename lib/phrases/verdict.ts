// How a metric stands, in words: the verdict and its rule, the distance from the pace line, age and goals.
import { locale as spoken } from '../impact/locale.ts';
import { tidy } from '../impact/numeral.ts';
import { FEWEST_POINTS, STALE_DAYS, type Verdict } from '../impact/pace.ts';
import { formatAge, formatGap, formatNumber, formatReading } from '../impact/shown.ts';
import type { Dated, Metric } from '../model/metric.ts';
import { say, type Word } from '../say.ts';

/** What the phrases about one metric need; state/status.ts makes it. */
export interface Standing {
  readonly metric: Metric;
  /** The newest reading not after today, and its age in days. */
  readonly last: Dated | undefined;
  readonly days: number | undefined;
  readonly stale: boolean;
  readonly verdict: Verdict;
  /** The pace line on the day of the last reading. */
  readonly pace: number | undefined;
  /** One standard deviation of its readings around their pace line, else around their mean; from 15 readings. */
  readonly sigma: number | undefined;
  /** Decimals to write differences with. */
  readonly digits: number;
  /** Whether readings come once a week. */
  readonly weekly: boolean;
  readonly today: string;
}

export type Tone = 'ok' | 'warn' | 'bad' | 'muted';
const WORDS: Record<Verdict['word'], Word> = {
  winning: 'statusWinning',
  close: 'statusClose',
  losing: 'statusLosing',
  unknown: 'statusUnknown',
};
const TONES: Record<Verdict['word'], Tone> = { winning: 'ok', close: 'warn', losing: 'bad', unknown: 'muted' };
const MOST_DIGITS = 6;

export const verdictWord = (word: Verdict['word']): string => say(WORDS[word]);
export const verdictTone = (word: Verdict['word']): Tone => TONES[word];

/** "22 Nov", with the year only where it is not this one. @param date, today ISO days */
export function formatDay(date: string, today: string, locale = spoken()): string {
  const year = date.slice(0, 4) === today.slice(0, 4) ? undefined : ('numeric' as const);
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(Date.parse(date));
}

/**
 * The pace line and the distance from it as they are shown: with the decimals the readings have, and more only where a
 * miss would else read as none. `undefined` without a reading or a pace line.
 */
export function shownPace({
  last,
  pace,
  digits,
}: Pick<Standing, 'last' | 'pace' | 'digits'>): { readonly pace: number; readonly distance: number } | undefined {
  if (!last || pace === undefined) return undefined;
  const onLine = Math.abs(last.value - pace) <= 1e-9 * Math.max(1, Math.abs(pace));
  for (let d = digits; ; d++) {
    const line = Number(pace.toFixed(d));
    const distance = tidy(Number((last.value - line).toFixed(d)));
    if (distance !== 0 || onLine || d >= MOST_DIGITS) return { pace: line, distance };
  }
}

/** A difference without its sign: `432`, `1.4 pp`. A count's unit goes without saying. */
export const gapPhrase = (metric: Metric, gap: number): string =>
  metric.kind === 'rate' ? formatGap(metric, gap) : formatNumber(Math.abs(gap));

/** "98 ahead of pace", or in short "98 ahead"; with the day where the reading is stale. */
export function pacePhrase(standing: Standing, form: 'long' | 'short'): string | undefined {
  const shown = shownPace(standing);
  if (!shown || !standing.last) return undefined;
  if (shown.distance === 0) return say('statusOnPace');
  const ahead = shown.distance > 0 === (standing.metric.direction === 'up');
  const gap = gapPhrase(standing.metric, shown.distance);
  if (form === 'long') return say(ahead ? 'statusAheadOfPace' : 'statusBehindPace', gap);
  if (!standing.stale) return say(ahead ? 'statusAhead' : 'statusBehind', gap);
  return say(ahead ? 'statusAheadOn' : 'statusBehindOn', gap, formatDay(standing.last.date, standing.today));
}

/** The rule that made the word, with its numbers, in one line. */
export function rulePhrase(standing: Standing): string {
  const { verdict, metric } = standing;
  switch (verdict.reason) {
    case 'no-target':
      return say('statusNoTarget');
    case 'no-baseline':
      return say('statusNoBaseline');
    case 'no-readings':
      return say('statusNoReadings');
    case 'stale':
      return say('statusStaleRule', verdict.days, STALE_DAYS);
    default: {
      const lower = metric.direction === 'down' ? ` ${say('statusLowerIsBetter')}` : '';
      return comparedPhrase(standing, verdict) + lower;
    }
  }
}

function comparedPhrase(standing: Standing, verdict: Extract<Verdict, { readonly pace: number }>): string {
  const { metric, today } = standing;
  const shown = shownPace(standing) ?? verdict;
  const above = shown.distance > 0;
  if (verdict.word === 'winning') {
    const day = formatDay(verdict.last.date, today);
    if (shown.distance === 0) return say('statusOnLine', formatReading(metric, verdict.last.value), day);
    return say(
      above ? 'statusAboveLine' : 'statusBelowLine',
      formatReading(metric, verdict.last.value),
      formatReading(metric, shown.pace),
      day,
    );
  }
  const gap = gapPhrase(metric, shown.distance);
  if (verdict.word === 'unknown') return say(above ? 'statusAboveFew' : 'statusBelowFew', gap, pointsPhrase(verdict.points));
  return say(above ? 'statusAboveNoise' : 'statusBelowNoise', gap, noisePhrase(standing, verdict.sigma));
}

const pointsPhrase = (points: number): string => say(points === 1 ? 'statusPoint' : 'statusPoints', points);

/** One standard deviation, in two digits: more would be false. */
const noisePhrase = ({ metric, weekly }: Standing, sigma: number): string =>
  say(weekly ? 'statusNoiseWeek' : 'statusNoiseReading', gapPhrase(metric, Number(sigma.toPrecision(2))));

export interface RuleLine {
  readonly word: Verdict['word'];
  readonly when: string;
}

/** The whole rule: each word and when it is said, with this metric's own numbers where they are known. */
export function ruleLines(standing: Standing): RuleLine[] {
  const { verdict, metric } = standing;
  const down = metric.direction === 'down';
  const sigma = 'sigma' in verdict ? verdict.sigma : undefined;
  const twice =
    sigma === undefined ? say('statusTwiceNoise') : say('statusTwiceNoiseIs', gapPhrase(metric, Number((2 * sigma).toPrecision(2))));
  return [
    { word: 'winning', when: say(down ? 'statusWhenWinningDown' : 'statusWhenWinning') },
    { word: 'close', when: say('statusWhenClose', twice) },
    { word: 'losing', when: say('statusWhenLosing') },
    { word: 'unknown', when: say('statusWhenUnknown', STALE_DAYS, FEWEST_POINTS) },
  ];
}

/** Where the pace line runs; `undefined` without baseline or target. */
export function paceLinePhrase({ metric, today }: Pick<Standing, 'metric' | 'today'>): string | undefined {
  const { baseline, target } = metric;
  if (!baseline || !target) return undefined;
  const end = (goal: Dated): [string, string] => [formatReading(metric, goal.value), formatDay(goal.date, today)];
  return say('statusPaceLine', ...end(baseline), ...end(target));
}

/** "9 Jan, 610 to go", and what is said of a target that is reached or passed. `undefined` without a target or a reading. */
export function toGoPhrase({ metric, last, digits, today }: Pick<Standing, 'metric' | 'last' | 'digits' | 'today'>): string | undefined {
  const { target, direction } = metric;
  if (!target || !last) return undefined;
  const left = Number((target.value - last.value).toFixed(digits)) * (direction === 'up' ? 1 : -1);
  const day = formatDay(target.date, today);
  if (left === 0) return say('statusReached', day);
  return say(left > 0 ? 'statusToGo' : 'statusPastTarget', day, gapPhrase(metric, left));
}

/** "2 d", "11 d, stale", "today", "no reading". */
export function agePhrase({ days, stale }: Pick<Standing, 'days' | 'stale'>): string {
  if (days === undefined) return say('statusNoReading');
  if (days === 0) return say('statusToday');
  return stale ? say('statusStale', formatAge(days)) : formatAge(days);
}

/** What span a value speaks of: "week to 22 Nov", or the day alone. */
export const spanPhrase = ({ window }: Pick<Metric, 'window'>, date: string, today: string): string =>
  window ? say('statusSpan', window, formatDay(date, today)) : say('statusOnDay', formatDay(date, today));

const COMPACT_FROM = 100_000;
const COMPACT = { notation: 'compact', maximumSignificantDigits: 3 } as const;

/** A number where room is short (axes, goals): exact up to six figures, else as `1.23M`. */
export const shortNumber = (value: number, locale = spoken()): string =>
  Math.abs(value) < COMPACT_FROM || !Number.isFinite(value)
    ? formatNumber(value, locale)
    : new Intl.NumberFormat(locale, COMPACT).format(value);

/** "26 → 36 · 40": baseline, 90-day target, stretch, without their unit. What is not set shows as a dash. */
export function goalsPhrase({ baseline, target, stretch }: Pick<Metric, 'baseline' | 'target' | 'stretch'>): string {
  if (!baseline && !target) return say('statusNoGoals');
  const show = (goal: Dated | undefined): string => (goal ? shortNumber(goal.value) : '–');
  const way = say('statusGoals', show(baseline), show(target));
  return stretch ? say('statusGoalsStretch', way, show(stretch)) : way;
}
