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
  /** What looks like noise, from enough readings; else nothing is drawn. */
  readonly limits?: Limits | undefined;
  /** One sentence that says what the picture shows. */
  readonly name: string;
  /** Short forms for axes and ends. */
  readonly value: (value: number) => string;
  readonly day: (date: string) => string;
}

/** Where points look like noise: straight between its levels, since it runs along the pace line where there is one. */
export interface Limits {
  /** By date, the last of them today. */
  readonly levels: readonly { readonly date: string; readonly low: number; readonly mean: number; readonly high: number }[];
  /** Days of the points outside. */
  readonly flagged: ReadonlySet<string>;
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
  ...(limits?.levels.flatMap(({ low, high }) => [low, high]) ?? []),
];

/** A chart is a picture with a sentence for a name, unless what surrounds it has both. */
export const naming = ({ name }: Series, named: boolean) =>
  named ? ({ role: 'img', 'aria-label': name } as const) : ({ 'aria-hidden': true } as const);
