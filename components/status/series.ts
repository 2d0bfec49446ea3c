// A metric's status as a chart wants it.
import { daysBetween, noiseOf } from '../../lib/impact/pace.ts';
import { formatReading } from '../../lib/impact/shown.ts';
import { formatDay, shortNumber } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import type { Series } from '../chart/series.ts';

const DAY_MS = 86_400_000;
const BEFORE_BASELINE = 14;
const MOST_CHARS = 7;
const NO_YEAR_WITHIN = 300;

/** The ISO day some days before another. */
export const dayBefore = (date: string, days: number): string => new Date(Date.parse(date) - days * DAY_MS).toISOString().slice(0, 10);

/**
 * What readings look like when nothing happens: noise limits from those before the baseline, or from all where there is
 * none. `undefined` where they are too few to tell.
 */
export function limitsOf({ readings, metric: { baseline } }: Pick<MetricStatus, 'readings' | 'metric'>): Series['limits'] {
  const quiet = baseline ? readings.filter(({ date }) => date < baseline.date) : readings;
  return noiseOf(quiet.map(({ value }) => value));
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
    limits: limits ? limitsOf(status) : undefined,
    name: course + pace,
    value,
    day: axisDay,
  };
}
