// The versions of a framework, as they were stored: a version means one thing for ever.
import type { Framework } from '../model/framework.ts';
import { millisOf } from '../sync/clock.ts';
import type { Db } from './db.ts';

export interface StoredVersion {
  readonly framework: Framework;
  /** ms since 1970. */
  readonly at: number;
}

/** All that were ever stored, undone and removed ones included, oldest first. */
export async function versionsOf(db: Db, team: string, id: string): Promise<StoredVersion[]> {
  const saved = await db.getAllFromIndex('ops', 'entity', IDBKeyRange.bound([team, 'framework', id], [team, 'framework', id, []]));
  return saved
    .flatMap(({ set, hlc }) => (set['framework'] ? [{ framework: set['framework'] as Framework, at: millisOf(hlc) }] : []))
    .toSorted((a, b) => a.framework.version - b.framework.version);
}

/** One version of a framework, without reading the others; `undefined` where it is not stored here. */
export async function versionAt(db: Db, team: string, id: string, version: number): Promise<StoredVersion | undefined> {
  const range = IDBKeyRange.bound([team, 'framework', id], [team, 'framework', id, []]);
  let cursor = await db.transaction('ops').store.index('entity').openCursor(range);
  // Each version is an operation of its own, so the one of version n is never before the nth.
  if (version > 1) cursor = (await cursor?.advance(version - 1)) ?? null;
  for (; cursor; cursor = await cursor.continue()) {
    const { set, hlc } = cursor.value;
    const framework = set['framework'] as Framework | null | undefined;
    if (framework?.version === version) return { framework, at: millisOf(hlc) };
  }
  return undefined;
}

/** The number of the version that is stored next: one more than the highest there ever was. */
export const nextVersion = async (db: Db, team: string, id: string): Promise<number> =>
  ((await versionsOf(db, team, id)).at(-1)?.framework.version ?? 0) + 1;
