// A fresh database in memory for each test, a writer on it with a clock that tests can set, and its whole content.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Operation } from '../../lib/model/operation.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { type Db, openDatabase } from '../../lib/store/db.ts';
import { applyAll } from '../../lib/store/apply.ts';
import { createWriter, type Deed, type Writer } from '../../lib/store/write.ts';

export const TICKET = 'github:Acme/App#12';
export const KEY = 'github:acme/app#12';
export const START = Date.parse('2026-11-22T10:00:00.000Z');

export interface Store {
  readonly db: Db;
  readonly writer: Writer;
  /** Wall clock, ms; tests move it. */
  readonly clock: { now: number };
}

export async function freshStore(): Promise<Store> {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: START };
  const db = await openDatabase();
  return {
    db,
    clock,
    writer: createWriter(
      async () => db,
      () => clock.now,
    ),
  };
}

const STORES = [
  'ops',
  'tags',
  'frameworks',
  'readings',
  'records',
  'tickets',
  'gone',
  'drafts',
  'meta',
  'outbox',
  'quarantine',
  'sent',
] as const;

/** Everything that is stored, by store; `meta` with its keys. */
export async function dump(db: Db): Promise<Record<(typeof STORES)[number], unknown[]>> {
  const tx = db.transaction(STORES);
  const all = await Promise.all(STORES.map(async (name) => [name, await tx.objectStore(name).getAll()] as const));
  const keys = await tx.objectStore('meta').getAllKeys();
  const found = Object.fromEntries(all) as Record<(typeof STORES)[number], unknown[]>;
  return { ...found, meta: found.meta.map((value, i) => [keys[i], value]) };
}

let made = 0;
export const request = (): string => `request-${String(++made).padStart(6, '0')}`;

export const other = (reason: 'debt' | 'compliance' | 'infrastructure' = 'debt'): Answer => ({
  kind: 'not-north-star',
  reason,
  framework: 'f',
  version: 1,
});
export const moves = (low = 2, high = 5): Answer => ({
  kind: 'effects',
  effects: [{ input: 'activation', low, high, chance: 1, text: `${low}..${high}` }],
  framework: 'f',
  version: 1,
});

export const tagDeed = (set: Record<string, unknown> = {}, more: Partial<Deed> = {}): Deed => ({
  request: request(),
  team: 't-1',
  kind: 'tag',
  key: KEY,
  set: { answer: moves(), seen: { id: TICKET, title: 'A title' }, deleted: false, ...set },
  ...more,
});

export const readingDeed = (key: string, value: number, more: Partial<Deed> = {}): Deed => ({
  request: request(),
  team: 't-1',
  kind: 'reading',
  key,
  set: { value, source: 'typed', deleted: false },
  ...more,
});

/** An operation as another device made it. @param ms its clock, ms since 1970 */
export const opOf = (ms: number, set: Record<string, unknown>, more: Partial<Operation> = {}): Operation => ({
  op: request(),
  device: 'd'.repeat(16),
  n: 1,
  hlc: ms.toString(16).padStart(12, '0') + '0000' + 'd'.repeat(16),
  team: 't-1',
  person: 'p-other',
  kind: 'tag',
  key: KEY,
  set: { ...set },
  schema: 1,
  ...more,
});

/** Applies operations as they might arrive from elsewhere, all in one transaction. */
export async function arrive({ db }: Pick<Store, 'db'>, operations: readonly Operation[]): Promise<void> {
  const tx = db.transaction([...STORES], 'readwrite');
  await applyAll(tx, operations);
  await tx.done;
}
