// Are we winning? The pace line, the noise around it, and one word with the numbers that made it.
import type { Dated, Metric } from '../model/metric.ts';

/** Older than this is stale (requirement 55). */
export const STALE_DAYS = 7;
/** Fewer points cannot tell a miss from noise. Source: Trend. */
export const FEWEST_POINTS = 15;

/** Days since 1970 of an ISO day. */
export const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

/** Whole days from one ISO day to another. */
export const daysBetween = (from: string, to: string): number => Math.round(dayOf(to) - dayOf(from));

/** The pace line by days since 1970: straight from baseline to target, flat before and after. */
export function paceLine(baseline: Dated, target: Dated): (day: number) => number {
  const [from, to] = [dayOf(baseline.date), dayOf(target.date)];
  const span = Math.round(to - from);
  return (day) => {
    const share = span > 0 ? Math.max(0, Math.min(1, Math.round(day - from) / span)) : day >= to ? 1 : 0;
    return baseline.value + share * (target.value - baseline.value);
  };
}

/** The pace line at an ISO day. */
export const paceAt = (baseline: Dated, target: Dated, date: string): number => paceLine(baseline, target)(dayOf(date));

/** An XmR chart whose limits allow for points that resemble their neighbours. */
export interface Noise {
  readonly mean: number;
  readonly sigma: number;
  /** What a point shares with the one before it, 0..0.8. */
  readonly carry: number;
  readonly low: number;
  readonly high: number;
}

/**
 * f: what a point shares with the one before it, 0..`most`, from the lag-1 autocorrelation. A missing point breaks the
 * chain: only true neighbours are compared. Source: Trend.
 */
export function carryOf(values: readonly (number | undefined)[], most: number): number {
  const known = values.filter((value) => value !== undefined);
  const n = known.length;
  const mean = known.reduce((a, b) => a + b, 0) / n;
  let square = 0;
  let lagged = 0;
  let neighbours = 0;
  values.forEach((value, i) => {
    const before = values[i - 1];
    if (value === undefined) return;
    square += (value - mean) ** 2;
    if (before === undefined) return;
    lagged += (value - mean) * (before - mean);
    neighbours += 1;
  });
  const r1 = square > 0 && neighbours > 0 ? (lagged / square) * ((n - 1) / neighbours) : 0;
  return Math.max(0, Math.min(most, r1 + (1 + 3 * r1) / n));
}

/** Noise of a series in its own unit; undefined under 15 points. Source: Trend. */
export function noiseOf(values: readonly number[]): Noise | undefined {
  const n = values.length;
  if (n < FEWEST_POINTS) return undefined;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  const ranges = values.reduce((sum, value, i) => sum + Math.abs(value - (values[i - 1] ?? value)), 0);
  const carry = carryOf(values, 0.8);
  const sigma = ranges / (n - 1) / (1.128379 * Math.sqrt(1 - carry));
  return { mean, sigma, carry, low: mean - 3 * sigma, high: mean + 3 * sigma };
}

/** The last complete reading (none dated after today), its age in days, and whether that is over 7. */
export function freshness(
  readings: readonly Dated[],
  today: string,
): { readonly last: Dated; readonly days: number; readonly stale: boolean } | undefined {
  const last = readings.findLast((reading) => reading.date <= today);
  if (!last) return undefined;
  const days = daysBetween(last.date, today);
  return { last, days, stale: days > STALE_DAYS };
}

/** How much of the way from baseline to target is done: 0 at the baseline, 1 at the target, beyond either side too. */
export function progress(metric: Pick<Metric, 'baseline' | 'target'>, current: number | undefined): number | undefined {
  const { baseline, target } = metric;
  if (!baseline || !target || current === undefined || baseline.value === target.value) return undefined;
  return (current - baseline.value) / (target.value - baseline.value);
}

/** What the verdict compared: the last reading, the pace line on its day, reading - pace, and the points seen. */
export interface Compared {
  readonly last: Dated;
  readonly days: number;
  readonly pace: number;
  readonly distance: number;
  readonly points: number;
}

export type Verdict =
  | { readonly word: 'unknown'; readonly reason: 'no-target' | 'no-baseline' | 'no-readings' }
  | { readonly word: 'unknown'; readonly reason: 'stale'; readonly last: Dated; readonly days: number }
  | ({ readonly word: 'unknown'; readonly reason: 'few-points' } & Compared)
  | ({ readonly word: 'winning'; readonly reason: 'at-or-past-pace'; readonly sigma?: number } & Compared)
  | ({ readonly word: 'close'; readonly reason: 'within-noise'; readonly sigma: number } & Compared)
  | ({ readonly word: 'losing'; readonly reason: 'beyond-noise'; readonly sigma: number } & Compared);

/** Noise of a metric's distances from its pace line, so that growth as planned is not taken for noise. Source: Trend. */
function paceNoise({ baseline, target }: Pick<Metric, 'baseline' | 'target'>, readings: readonly Dated[]): Noise | undefined {
  if (!baseline || !target) return undefined;
  const pace = paceLine(baseline, target);
  return noiseOf(readings.map(({ date, value }) => value - pace(dayOf(date))));
}

/** All that a verdict is worked from: the last reading with its age, how many there are, and the noise of their distances. */
export interface Evidence {
  readonly fresh: ReturnType<typeof freshness>;
  readonly points: number;
  readonly sigma: number | undefined;
}

/** One word and the rule that made it (requirement 59). Source: Trend; Verdict. */
export function verdictFrom(metric: Pick<Metric, 'direction' | 'baseline' | 'target'>, { fresh, points, sigma }: Evidence): Verdict {
  const { baseline, target } = metric;
  if (!target) return { word: 'unknown', reason: 'no-target' };
  if (!baseline) return { word: 'unknown', reason: 'no-baseline' };
  if (!fresh) return { word: 'unknown', reason: 'no-readings' };
  const { last, days } = fresh;
  if (fresh.stale) return { word: 'unknown', reason: 'stale', last, days };
  const pace = paceAt(baseline, target, last.date);
  const distance = last.value - pace;
  const compared: Compared = { last, days, pace, distance, points };
  const short = metric.direction === 'up' ? -distance : distance;
  // Dust of the line's arithmetic must not turn "exactly on pace" into a miss.
  if (short <= 1e-9 * Math.max(1, Math.abs(pace))) {
    return { word: 'winning', reason: 'at-or-past-pace', ...compared, ...(sigma === undefined ? {} : { sigma }) };
  }
  if (sigma === undefined) return { word: 'unknown', reason: 'few-points', ...compared };
  return short <= 2 * sigma
    ? { word: 'close', reason: 'within-noise', ...compared, sigma }
    : { word: 'losing', reason: 'beyond-noise', ...compared, sigma };
}

/** The same from the readings themselves. @param readings ascending by date @param today ISO day */
export function verdictOf(metric: Pick<Metric, 'direction' | 'baseline' | 'target'>, readings: readonly Dated[], today: string): Verdict {
  const past = readings.filter((reading) => reading.date <= today);
  return verdictFrom(metric, { fresh: freshness(past, today), points: past.length, sigma: paceNoise(metric, past)?.sigma });
}
