// A framework at a glance: the one row the popup and the badge are drawn from, however much is stored.
//
// Each write that changes what is in it makes it anew in its own transaction (write.ts), so it is never behind. It holds
// no "today": what depends on the day is worked out when it is drawn.
import type { IDBPObjectStore } from 'idb';
import { noiseOf } from '../impact/pace.ts';
import { levelled } from '../impact/trend.ts';
import type { Framework } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import type { AzimuthSchema, FrameworkRow, ReadingRow, Stores, Write } from './db.ts';
import { blocksOf, type Changes, dateOf, packAnew, packed, repack, type Series } from './series.ts';

/** Counts up with each change of what a row holds or how it is worked out; a row of another shape is made anew. */
const SHAPE = 2;
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

type Rested = Pick<Metric, 'role' | 'baseline' | 'target'>;

/** One metric's readings, in brief. */
function courseOf(metric: Rested, { days, values }: Series): Course {
  const kept = (metric.role === 'north-star' ? KEPT.chart : KEPT.spark) + AHEAD;
  const count = days.length;
  const level = levelled(metric);
  const levels = Array.from(values, (value, i) => level(value, days[i] ?? 0));
  return {
    points: Array.from(days.slice(-kept), (day, i) => ({ date: dateOf(day), value: values[Math.max(0, count - kept) + i] ?? 0 })),
    count,
    sigmas: Array.from({ length: Math.min(AHEAD, count) }, (_, newest) => noiseOf(levels.slice(0, count - newest))?.sigma),
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

const rests = ({ role, baseline, target }: Rested): string => JSON.stringify([role, baseline, target]);

const glanceOf = ({ team, framework }: FrameworkRow, courses: readonly (readonly [metric: string, Course])[]): Glance => ({
  shape: SHAPE,
  team,
  framework: brief(framework),
  courses: Object.fromEntries(courses),
});

/** What an operation changed: a framework itself, or a day's value of one of its metrics. */
export interface Touched {
  readonly team: string;
  readonly framework: string;
  readonly reading?: { readonly metric: string; readonly date: string; readonly value: number | undefined };
}

/** The row as it has to be now. Of what `known` tells of, only what changed is looked at. */
async function broughtUp(tx: Write, row: FrameworkRow, known: Glance | undefined, changes: ReadonlyMap<string, Changes>): Promise<Glance> {
  const meta = tx.objectStore('meta');
  const before = new Map(known?.framework.metrics.map((metric) => [metric.id, metric]));
  const courses = row.framework.metrics.map(async (metric) => {
    const place = { team: row.team, framework: row.id, metric: metric.id };
    const [old, own] = [before.get(metric.id), changes.get(metric.id)];
    before.delete(metric.id);
    if (!old) return [metric.id, courseOf(metric, await packAnew(meta, place, await readingsOfMetric(tx, row, metric.id)))] as const;
    const course = own || rests(old) !== rests(metric) ? undefined : known?.courses[metric.id];
    return [metric.id, course ?? courseOf(metric, await repack(meta, place, own ?? new Map()))] as const;
  });
  const made = glanceOf(row, await Promise.all(courses));
  // Nobody keeps up the blocks of a metric that is no longer in the row.
  for (const metric of before.keys()) await meta.delete(blocksOf({ team: row.team, framework: row.id, metric }));
  return made;
}

/** By metric and day; of a day that changed twice the last. */
function changesIn(touched: readonly Touched[]): ReadonlyMap<string, Changes> {
  const byMetric = Map.groupBy(
    touched.flatMap(({ reading }) => reading ?? []),
    ({ metric }) => metric,
  );
  return new Map([...byMetric].map(([metric, own]) => [metric, new Map(own.map(({ date, value }) => [date, value]))]));
}

/** Brings the rows up to date after operations, in the transaction that made them. */
export async function keepGlances(tx: Write, touched: readonly Touched[]): Promise<void> {
  const meta = tx.objectStore('meta');
  const byFramework = Map.groupBy(touched, ({ team, framework }) => JSON.stringify([team, framework]));
  for (const own of byFramework.values()) {
    const [{ team, framework } = { team: '', framework: '' }] = own;
    const key = keyOf(team, framework);
    const [row, old] = await Promise.all([tx.objectStore('frameworks').get([team, framework]), meta.get(key)]);
    const known = (old as Glance | undefined)?.shape === SHAPE ? (old as Glance) : undefined;
    if (row) await meta.put(await broughtUp(tx, row, known, changesIn(own)), key);
    else if (old) await Promise.all([meta.delete(key), meta.delete(blocksOf({ team, framework }))]);
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
  await tx.objectStore('meta').delete(blocksOf({}));
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
  return Promise.all(
    rows.map(async (row) => {
      const courses = row.framework.metrics.map(
        async (metric) => [metric.id, courseOf(metric, packed(await readingsOfMetric(tx, row, metric.id)))] as const,
      );
      return glanceOf(row, await Promise.all(courses));
    }),
  );
}
