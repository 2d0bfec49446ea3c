// What a chart of one metric is given: its values and goals, and how to write them.
import type { Dated } from '../../lib/model/metric.ts';

export interface Series {
  /** Oldest first; none after today. */
  readonly points: readonly Dated[];
  readonly today: string;
  readonly baseline: Dated | undefined;
  readonly target: Dated | undefined;
  readonly stretch: Dated | undefined;
  /** The last point is too old to speak for today. */
  readonly stale: boolean;
  /** The span of points that look like noise, from enough readings; else nothing is drawn. */
  readonly limits?: { readonly low: number; readonly mean: number; readonly high: number } | undefined;
  /** One sentence that says what the picture shows. */
  readonly name: string;
  /** Short forms for axes and ends. */
  readonly value: (value: number) => string;
  readonly day: (date: string) => string;
}

/** First and last day on the time axis. */
export function spanOf({ points, today, baseline, target, stretch }: Series): readonly [string, string] {
  const days = [points[0], baseline, target, stretch].flatMap((dated) => (dated ? [dated.date] : []));
  const all = [...days, today].sort();
  return [all[0] ?? today, all.at(-1) ?? today];
}

/** Every value that must fit on the value axis. */
export const levelsOf = ({ points, baseline, target, stretch, limits }: Series): (number | undefined)[] => [
  ...points.map(({ value }) => value),
  baseline?.value,
  target?.value,
  stretch?.value,
  limits?.low,
  limits?.high,
];
