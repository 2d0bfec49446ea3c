// A metric's status as a chart wants it.
import { daysBetween, paceAt } from '../../lib/impact/pace.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { trendOf } from '../../lib/impact/trend.ts';
import { formatDay, shortNumber } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import type { Limits, Series } from '../chart/series.ts';

const DAY_MS = 86_400_000;
const BEFORE_BASELINE = 14;
const MOST_CHARS = 7;
const NO_YEAR_WITHIN = 300;

/** The ISO day some days before another. */
export const dayBefore = (date: string, days: number): string => new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);

/**
 * What readings look like when all goes as planned: around the pace line where the metric is meant to move, else around
 * their mean. `undefined` where they are too few to tell.
 * @param since the first day of it
 */
export function limitsOf(
  { readings, metric, today }: Pick<MetricStatus, 'readings' | 'metric' | 'today'>,
  since: string,
): Limits | undefined {
  const { noise, fromPace, flagged } = trendOf(metric, readings);
  if (!noise) return undefined;
  const { baseline, target } = metric;
  const bends = fromPace && baseline && target ? [baseline.date, target.date].filter((date) => date > since && date < today) : [];
  return {
    levels: [...new Set([since, ...bends.sort(), today])].map((date) => {
      const middle = fromPace && baseline && target ? paceAt(baseline, target, date) : 0;
      return { date, low: middle + noise.low, mean: middle + noise.mean, high: middle + noise.high };
    }),
    flagged: new Set(flagged.map((i) => readings[i]?.date ?? '')),
  };
}

/**
 * The readings of the last `days` (more where the baseline is older), with the goals.
 * @param limits whether noise limits are drawn
 */
export function seriesOf(status: MetricStatus, days: number, limits: boolean): Series {
  const { metric, readings, today, stale, last } = status;
  const { baseline, target, stretch } = metric;
  const since =
    [dayBefore(today, days), baseline && dayBefore(baseline.date, BEFORE_BASELINE)].filter((day) => day !== undefined).sort()[0] ?? today;
  const points = readings.filter(({ date }) => date >= since);
  const day = (date: string): string => formatDay(date, today);
  // On an axis the year goes without saying where no other could be meant.
  const axisDay = (date: string): string => formatDay(date, Math.abs(daysBetween(date, today)) < NO_YEAR_WITHIN ? date : today);
  const value = (number: number): string => {
    const exact = formatReading(metric, number);
    return exact.length <= MOST_CHARS || metric.kind === 'rate' ? exact : shortNumber(number);
  };
  const first = points[0];
  const course =
    first && last
      ? say('chartName', metric.name, points.length, day(first.date), day(last.date), formatReading(metric, last.value))
      : say('chartNameEmpty', metric.name);
  const pace =
    baseline && target
      ? say('chartPace', formatReading(metric, baseline.value), day(baseline.date), formatReading(metric, target.value), day(target.date))
      : '';
  return {
    points,
    today,
    baseline,
    target,
    stretch,
    stale,
    limits: limits && first ? limitsOf(status, first.date) : undefined,
    name: course + pace,
    value,
    day: axisDay,
  };
}
