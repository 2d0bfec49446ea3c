// Signal or noise: what a chart shows of a metric, which points stand out, and whether it keeps its pace.
import type { Dated, Metric } from '../model/metric.ts';
import { dayOf, type Noise, noiseOf, paceLine } from './pace.ts';

/** What a metric's trend is judged by. */
export type Course = Pick<Metric, 'direction' | 'baseline' | 'target'>;

export interface Trend {
  /** The pace line to subtract, where the metric is meant to move: then `points` are distances from it. */
  readonly fromPace: boolean;
  /** In the metric's unit, by date. */
  readonly points: readonly Dated[];
  /** Undefined under 15 points: "too few points to tell". */
  readonly noise: Noise | undefined;
  /** Indices of the points outside the limits. */
  readonly flagged: readonly number[];
}

/** Indices of the values outside the limits; on a limit is inside. */
export const outside = (values: readonly number[], { low, high }: Pick<Noise, 'low' | 'high'>): number[] =>
  values.flatMap((value, i) => (value < low || value > high ? [i] : []));

/** A metric whose target differs from its baseline is meant to move: as planned is no signal. */
const meantToMove = ({ baseline, target }: Omit<Course, 'direction'>): boolean =>
  baseline !== undefined && target !== undefined && baseline.value !== target.value;

/** What its noise is looked for in: a value's distance from the pace line, or the value itself. Takes days since 1970. */
export function levelled({ baseline, target }: Omit<Course, 'direction'>): (value: number, day: number) => number {
  if (!meantToMove({ baseline, target }) || !baseline || !target) return (value) => value;
  const pace = paceLine(baseline, target);
  return (value, day) => value - pace(day);
}

/**
 * The XmR chart of a metric's readings, oldest first. Source: Trend.
 * @param quiet how many of the first readings make the limits; all by default
 */
export function trendOf(course: Course, readings: readonly Dated[], quiet = readings.length): Trend {
  const fromPace = meantToMove(course);
  const level = levelled(course);
  const points = fromPace ? readings.map(({ date, value }) => ({ date, value: level(value, dayOf(date)) })) : [...readings];
  const values = points.map(({ value }) => value);
  const noise = noiseOf(values.slice(0, quiet));
  return { fromPace, points, noise, flagged: noise ? outside(values, noise) : [] };
}

/** Where a metric stands against its pace line. */
export type PaceStanding = 'ahead' | 'on-pace' | 'behind' | 'too-few-points';

/**
 * On pace within 2 sigma of the line, else ahead or behind by the metric's direction. Source: Trend, "Pace".
 * @param distance the last reading less the pace line on its day
 * @param noise of such distances
 */
export function paceStanding(distance: number, direction: Metric['direction'], noise: Pick<Noise, 'sigma'> | undefined): PaceStanding {
  if (!noise) return 'too-few-points';
  if (Math.abs(distance) <= 2 * noise.sigma) return 'on-pace';
  return distance > 0 === (direction === 'up') ? 'ahead' : 'behind';
}
