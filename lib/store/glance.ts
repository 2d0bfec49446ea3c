// A framework at a glance: the one row the popup and the badge are drawn from, however much is stored.
//
// Each write that changes what is in it makes it anew in its own transaction (write.ts), so it is never behind. It holds
// no "today": what depends on the day is worked out when it is drawn.
import type { IDBPObjectStore } from 'idb';
import { trendOf } from '../impact/trend.ts';
import type { Framework } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import type { AzimuthSchema, FrameworkRow, ReadingRow, Stores, Write } from './db.ts';

/** Counts up with each change of what a row holds or how it is worked out; a row of another shape is made anew. */
const SHAPE = 1;
/** Readings that may lie ahead of the day it is drawn on: clocks differ, and files hold what is planned. */
const AHEAD = 8;
/** Points to draw with, for the North Star's chart and for a sparkline. */
const KEPT = { chart: 120, spark: 28 };

/** What of a framework is neither shown nor asked is left in its own row: it grows with every version. */
type Said = 'value' | 'rationale' | 'rejected' | 'validation' | 'rituals' | 'changes' | 'mutes';
export type FrameworkInBrief = Omit<Framework, Said>;

/** A metric's readings, in brief. */
export interface Course {
  /** The newest, oldest first. */
  readonly points: readonly Dated[];
  /** How many there are in all. */
  readonly count: number;
  /** Their noise around the pace line, else around their mean: of all readings, of all but the newest, of all but the newest two, and so on. */
  readonly sigmas: readonly (number | undefined)[];
}

export interface Glance {
  readonly shape: number;
  readonly team: string;
  readonly framework: FrameworkInBrief;
  /** By metric; every metric of the framework has one. */
  readonly courses: Readonly<Record<string, Course>>;
}

export type GlanceKey = ['glance', team: string, framework: string];
const keyOf = (team: string, framework: string): GlanceKey => ['glance', team, framework];
export const glancesOf = (team: string): IDBKeyRange => IDBKeyRange.bound(['glance', team], ['glance', team, []]);
const ALL = (): IDBKeyRange => IDBKeyRange.bound(['glance'], ['glance', []]);

function brief(framework: Framework): FrameworkInBrief {
  const { value: _v, rationale: _r, rejected: _j, validation: _c, rituals: _i, changes: _h, mutes: _m, ...rest } = framework;
  return rest;
}

/** One metric's readings, in brief. @param readings oldest first */
export function courseOf(metric: Pick<Metric, 'role' | 'direction' | 'baseline' | 'target'>, readings: readonly Dated[]): Course {
  const kept = (metric.role === 'north-star' ? KEPT.chart : KEPT.spark) + AHEAD;
  const without = (newest: number): readonly Dated[] => readings.slice(0, readings.length - newest);
  return {
    points: readings.slice(-kept).map(({ date, value }) => ({ date, value })),
    count: readings.length,
    sigmas: Array.from({ length: Math.min(AHEAD, readings.length) }, (_, newest) => trendOf(metric, without(newest)).noise?.sigma),
  };
}

/** What of a course has come by a day. `undefined` where more lies ahead of it than the row provides for. */
export function courseBy(
  { points, count, sigmas }: Course,
  today: string,
): { readonly points: readonly Dated[]; readonly count: number; readonly sigma: number | undefined } | undefined {
  const ahead = points.length - 1 - points.findLastIndex(({ date }) => date <= today);
  if (ahead >= AHEAD && count > ahead) return undefined;
  return { points: points.slice(0, points.length - ahead), count: count - ahead, sigma: sigmas[ahead] };
}

/** A transaction to read in, of whichever kind. */
interface Reads {
  objectStore<N extends 'frameworks' | 'readings' | 'meta'>(
    name: N,
  ): Pick<IDBPObjectStore<AzimuthSchema, Stores, N, IDBTransactionMode>, 'getAll' | 'count'>;
}

async function readingsOfMetric(tx: Reads, { team, id }: Pick<FrameworkRow, 'team' | 'id'>, metric: string): Promise<ReadingRow[]> {
  return tx.objectStore('readings').getAll(IDBKeyRange.bound([team, id, metric], [team, id, metric, []]));
}

const rests = ({ role, baseline, target }: Metric): string => JSON.stringify([role, baseline, target]);

/** The row as it has to be now. What `known` holds of metrics that have not changed is taken over. */
async function madeAnew(tx: Reads, row: FrameworkRow, known: Glance | undefined, changed: ReadonlySet<string>): Promise<Glance> {
  const before = new Map(known?.shape === SHAPE ? known.framework.metrics.map((metric) => [metric.id, rests(metric)]) : []);
  const courses = row.framework.metrics.map(async (metric) => {
    const same = !changed.has(metric.id) && before.get(metric.id) === rests(metric);
    const course = same ? known?.courses[metric.id] : undefined;
    return [metric.id, course ?? courseOf(metric, await readingsOfMetric(tx, row, metric.id))] as const;
  });
  const made = Object.fromEntries(await Promise.all(courses));
  return { shape: SHAPE, team: row.team, framework: brief(row.framework), courses: made };
}

/** What an operation changed: a framework itself, or the readings of one of its metrics. */
export interface Touched {
  readonly team: string;
  readonly framework: string;
  readonly metric?: string;
}

/** Brings the rows up to date after operations, in the transaction that made them. */
export async function keepGlances(tx: Write, touched: readonly Touched[]): Promise<void> {
  const meta = tx.objectStore('meta');
  const byFramework = Map.groupBy(touched, ({ team, framework }) => JSON.stringify([team, framework]));
  for (const [first, ...more] of byFramework.values()) {
    if (!first) continue;
    const key = keyOf(first.team, first.framework);
    const row = await tx.objectStore('frameworks').get([first.team, first.framework]);
    const changed = new Set([first, ...more].flatMap(({ metric }) => metric ?? []));
    if (row) await meta.put(await madeAnew(tx, row, (await meta.get(key)) as Glance | undefined, changed), key);
    else await meta.delete(key);
  }
}

async function stored(tx: Reads): Promise<readonly Glance[] | undefined> {
  const [rows, count] = await Promise.all([tx.objectStore('meta').getAll(ALL()), tx.objectStore('frameworks').count()]);
  const glances = rows as Glance[];
  return glances.length === count && glances.every(({ shape }) => shape === SHAPE) ? glances : undefined;
}

/** Makes rows that are missing or of another shape, as a newer version of the program finds them. */
export async function mendGlances(tx: Write): Promise<void> {
  if (await stored(tx)) return;
  await tx.objectStore('meta').delete(ALL());
  const rows = await tx.objectStore('frameworks').getAll();
  await keepGlances(
    tx,
    rows.map(({ team, id }) => ({ team, framework: id })),
  );
}

/** All frameworks at a glance, a row each; from everything that is stored where the rows are not there yet. */
export async function glancesIn(tx: Reads): Promise<readonly Glance[]> {
  const kept = await stored(tx);
  if (kept) return kept;
  const rows = await tx.objectStore('frameworks').getAll();
  return Promise.all(rows.map((row) => madeAnew(tx, row, undefined, new Set())));
}
