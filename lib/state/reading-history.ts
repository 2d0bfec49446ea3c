// What was done to each day of a metric, told from its operations: what it was before and after, when, and from where.
import type { Operation } from '../model/operation.ts';
import type { Reading } from '../model/reading.ts';
import type { Db } from '../store/db.ts';
import { readingOps } from '../store/read.ts';
import { millisOf } from '../sync/clock.ts';

export interface ReadingEntry {
  readonly op: string;
  /** ms since 1970. */
  readonly at: number;
  /** `undefined` where there was none, or is none after it. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly source: Reading['source'] | undefined;
  readonly origin: string | undefined;
}

/** @param operations of one day, in any order @returns newest first */
export function readingEntries(operations: readonly Operation[]): ReadingEntry[] {
  let held: Readonly<Record<string, unknown>> = {};
  const value = (): number | undefined => (held['deleted'] === true ? undefined : (held['value'] as number | undefined)) ?? undefined;
  const inOrder = operations.toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1));
  return inOrder
    .map((operation): ReadingEntry => {
      const before = value();
      held = { ...held, ...operation.set };
      const after = value();
      const gone = after === undefined;
      return {
        ...{ op: operation.op, at: millisOf(operation.hlc), before, after },
        source: gone ? undefined : (held['source'] as Reading['source'] | undefined),
        origin: gone ? undefined : ((held['origin'] as string | null | undefined) ?? undefined),
      };
    })
    .reverse();
}

/** The days of a metric to which something was done more than once. @param since ISO day, the oldest of interest */
export async function readingHistory(
  db: Db,
  of: { readonly team: string; readonly framework: string; readonly metric: string },
  since: string,
): Promise<ReadonlyMap<string, readonly ReadingEntry[]>> {
  const days = Map.groupBy(await readingOps(db, of, since), ({ key }) => key.slice(key.lastIndexOf('/') + 1));
  return new Map([...days].flatMap(([day, all]) => (all.length > 1 ? [[day, readingEntries(all)] as const] : [])));
}
