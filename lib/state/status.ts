// How a framework stands today: every metric with its readings, its pace and its verdict, and what stands out.
import { closingOf } from '../impact/closing.ts';
import { parseFormula } from '../impact/formula-parse.ts';
import { daysBetween, freshness, paceAt, progress, verdictFrom } from '../impact/pace.ts';
import { trendOf } from '../impact/trend.ts';
import type { Framework } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import type { Reading } from '../model/reading.ts';
import type { Standing } from '../phrases/verdict.ts';
import type { Db } from '../store/db.ts';
import { frameworks, readingsOf } from '../store/read.ts';

export type Point = Pick<Reading, 'date' | 'value' | 'source' | 'origin'> & {
  /** When it was stored, ISO. */
  readonly at?: string;
};

/** @typeParam P what is known of each reading: what can be drawn, or where it came from too */
export interface MetricStatus<P extends Dated = Dated> extends Standing {
  /** Oldest first; none dated after today. */
  readonly readings: readonly P[];
  /** Of the way from baseline to target: 0 at the baseline, 1 at the target. */
  readonly progress: number | undefined;
}

/** The input whose gap is worth most, and how much: NSM units, along all its ways. */
export interface Strongest extends MetricStatus<Point> {
  readonly leverage: number;
}

export interface StatusModel {
  /** ISO day the model was made for. */
  readonly today: string;
  readonly team: string;
  readonly framework: Framework;
  readonly northStar: MetricStatus<Point>;
  readonly inputs: readonly MetricStatus<Point>[];
  readonly outcomes: readonly MetricStatus<Point>[];
  /** Guardrails and health metrics. */
  readonly guardrails: readonly MetricStatus<Point>[];
  /** The input least of the way along, and the one whose gap is worth most (requirement 57). */
  readonly weakest: MetricStatus | undefined;
  readonly strongest: Strongest | undefined;
}

const RECENT = 12;
/** From here on decimals say nothing. */
const WHOLE_FROM = 10_000;
const decimals = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Decimals that differences of a metric are written with, from its recent readings and its goals; three at most. */
function digitsOf(metric: Metric, readings: readonly Dated[]): number {
  const values = [...readings.slice(-RECENT), metric.baseline, metric.target].flatMap((dated) => (dated ? [dated.value] : []));
  if (values.some((value) => Math.abs(value) >= WHOLE_FROM)) return 0;
  return Math.min(3, Math.max(0, ...values.map(decimals)));
}

/** Whether the usual distance between two recent readings is a week; so it is with none to tell. */
function isWeekly(readings: readonly Dated[]): boolean {
  const gaps = readings
    .slice(-RECENT)
    .flatMap((point, i, all) => (i === 0 ? [] : [daysBetween(all[i - 1]?.date ?? point.date, point.date)]));
  const middle = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 7;
  return middle >= 6 && middle <= 8;
}

/** What has come by a day of a metric's readings: the newest, oldest first; how many in all; noise of all of them. */
export interface Seen<P extends Dated> {
  readonly points: readonly P[];
  readonly count: number;
  readonly sigma: number | undefined;
}

/** One metric as of a day, by what was seen of it until then. */
export function standingBy<P extends Dated>(metric: Metric, { points, count, sigma }: Seen<P>, today: string): MetricStatus<P> {
  const fresh = freshness(points, today);
  const { baseline, target } = metric;
  return {
    metric,
    readings: points,
    today,
    last: fresh?.last,
    days: fresh?.days,
    stale: fresh?.stale ?? false,
    verdict: verdictFrom(metric, { fresh, points: count, sigma }),
    sigma,
    pace: baseline && target && fresh && paceAt(baseline, target, fresh.last.date),
    digits: digitsOf(metric, points),
    weekly: isWeekly(points),
    progress: progress(metric, fresh?.last.value),
  };
}

/** One metric with its readings (oldest first), as of a day. */
export function standingOf<P extends Dated>(metric: Metric, all: readonly P[], today: string): MetricStatus<P> {
  const points = all.filter((reading) => reading.date <= today);
  return standingBy(metric, { points, count: points.length, sigma: trendOf(metric, points).noise?.sigma }, today);
}

/**
 * The whole model from what is stored.
 * @param readings by metric id, oldest first
 * @throws where the framework has no North Star Metric, which its schema rules out
 */
export function statusOf(
  { team, framework }: { readonly team: string; readonly framework: Framework },
  readings: ReadonlyMap<string, readonly Point[]>,
  today: string,
): StatusModel {
  const all = framework.metrics.map((metric) => standingOf(metric, readings.get(metric.id) ?? [], today));
  const of = (...roles: Metric['role'][]): MetricStatus<Point>[] => all.filter(({ metric }) => roles.includes(metric.role));
  const [northStar] = of('north-star');
  if (!northStar) throw new Error(`Framework ${framework.id} has no North Star Metric.`);
  const inputs = of('input');
  const good = northStar.metric.direction === 'up' ? 1 : -1;
  const strongest = most(leveraged(framework, inputs), ({ leverage }) => good * leverage);
  return {
    today,
    team,
    framework,
    northStar,
    inputs,
    outcomes: of('outcome'),
    guardrails: of('guardrail', 'health'),
    weakest: most(inputs, (input) => (input.progress === undefined ? undefined : -input.progress)),
    // Past their targets there is no gap whose closing would help.
    strongest: strongest && good * strongest.leverage > 0 ? strongest : undefined,
  };
}

/** The inputs of which it can be said what their gap is worth. */
function leveraged({ formula, metrics, multipliers }: Framework, all: readonly MetricStatus<Point>[]): readonly Strongest[] {
  const parsed = formula ? parseFormula(formula, metrics) : undefined;
  const now = new Map(all.map(({ metric, last }) => [metric.id, last?.value]));
  const standing = {
    ...{ inputs: all.map(({ metric }) => metric), current: (id: string) => now.get(id), multipliers },
    formula: parsed?.ok ? parsed.formula : undefined,
  };
  return all.flatMap((input) => {
    const worth = closingOf(input.metric, standing);
    return worth ? [{ ...input, leverage: worth.mean }] : [];
  });
}

/** The one with the highest measure; none where fewer than two have one, since nothing stands out alone. */
function most<S extends MetricStatus>(inputs: readonly S[], measure: (input: S) => number | undefined): S | undefined {
  const measured = inputs.flatMap((input) => {
    const value = measure(input);
    return value === undefined ? [] : [{ input, value }];
  });
  return measured.length < 2 ? undefined : measured.reduce((a, b) => (b.value > a.value ? b : a)).input;
}

/** Reads a framework's status; `undefined` when there is no such framework. @param today ISO day */
export async function loadStatus(db: Db, frameworkId: string, today: string): Promise<StatusModel | undefined> {
  const row = (await frameworks(db)).find(({ id }) => id === frameworkId);
  return row && statusOf(row, await readingsOf(db, row.team, row.framework), today);
}
