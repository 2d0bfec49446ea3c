// A metric's values by day, packed beside its readings: what the noise of all of them is worked from.
//
// Reading the readings themselves costs as much as there are of them, a row with its cells each. Here a block holds the values
// of ten years in a few kB, and a write changes one block. Blocks are only believed for metrics that the framework's row
// (glance.ts) tells of: for others they are made anew from the readings.
import type { IDBPObjectStore } from 'idb';
import { dayOf } from '../impact/pace.ts';
import type { Dated } from '../model/metric.ts';
import type { AzimuthSchema, Stores } from './db.ts';

/** Oldest first. */
export interface Series {
  /** Days since 1970. */
  readonly days: Int32Array;
  readonly values: Float64Array;
}

/** Whose values they are. */
export interface Place {
  readonly team: string;
  readonly framework: string;
  readonly metric: string;
}

/** What a day's value is now; `undefined` where there is none any more. */
export type Changes = ReadonlyMap<string, number | undefined>;

export type SeriesKey = ['series', team: string, framework: string, metric: string, decade: string];
type Meta = IDBPObjectStore<AzimuthSchema, Stores, 'meta', 'readwrite'>;

const DAY_MS = 86_400_000;
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

const decadeOf = (date: string): string => date.slice(0, 3);
const under = (...parts: readonly string[]): IDBKeyRange => IDBKeyRange.bound(['series', ...parts], ['series', ...parts, []]);
const keyOf = ({ team, framework, metric }: Place, decade: string): SeriesKey => ['series', team, framework, metric, decade];

/** The blocks of a team, or of one framework, or of one metric of it. */
export const blocksOf = ({ team, framework, metric }: Partial<Place>): IDBKeyRange =>
  under(...[team, framework, metric].filter((part) => part !== undefined));

/** @param readings oldest first */
export const packed = (readings: readonly Dated[]): Series => ({
  days: Int32Array.from(readings, ({ date }) => dayOf(date)),
  values: Float64Array.from(readings, ({ value }) => value),
});

function joined(blocks: readonly Series[]): Series {
  const length = blocks.reduce((sum, { days }) => sum + days.length, 0);
  const all: Series = { days: new Int32Array(length), values: new Float64Array(length) };
  let at = 0;
  for (const { days, values } of blocks) {
    all.days.set(days, at);
    all.values.set(values, at);
    at += days.length;
  }
  return all;
}

function changed({ days, values }: Series, changes: Changes): Series {
  const byDay = new Map(Array.from(days, (day, i) => [day, values[i] as number | undefined]));
  for (const [date, value] of changes) byDay.set(dayOf(date), value);
  const left = [...byDay].filter((one): one is [number, number] => one[1] !== undefined).toSorted(([a], [b]) => a - b);
  return { days: Int32Array.from(left, ([day]) => day), values: Float64Array.from(left, ([, value]) => value) };
}

/** What a metric's readings are, in place of whatever blocks there were. @param readings oldest first */
export async function packAnew(meta: Meta, place: Place, readings: readonly Dated[]): Promise<Series> {
  await meta.delete(blocksOf(place));
  const decades = Map.groupBy(readings, ({ date }) => decadeOf(date));
  await Promise.all([...decades].map(([decade, own]) => meta.put(packed(own), keyOf(place, decade))));
  return packed(readings);
}

/** Brings a metric's blocks up to date, and gives all of them as one. */
export async function repack(meta: Meta, place: Place, changes: Changes): Promise<Series> {
  const [keys, known] = await Promise.all([meta.getAllKeys(blocksOf(place)), meta.getAll(blocksOf(place))]);
  const blocks = new Map(keys.map((key, i) => [String(key[4]), known[i] as Series]));
  const writes = [...Map.groupBy(changes, ([date]) => decadeOf(date))].map(([decade, own]) => {
    const block = changed(blocks.get(decade) ?? packed([]), new Map(own));
    blocks.set(decade, block);
    return block.days.length === 0 ? meta.delete(keyOf(place, decade)) : meta.put(block, keyOf(place, decade));
  });
  await Promise.all(writes);
  return joined([...blocks].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, block]) => block));
}
