// The database: operations, and the rows they make.
//
// Extension pages read it directly; only the background writes (write.ts). What an operation made is parsed
// where it enters, so a read trusts what it finds.
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { TicketFacts } from '../model/facts.ts';
import type { Framework } from '../model/framework.ts';
import type { Operation } from '../model/operation.ts';
import type { Reading } from '../model/reading.ts';
import type { TeamRecord } from '../model/record.ts';
import type { Tag } from '../model/tag.ts';
import type { Cells } from '../sync/merge.ts';
import type { OutboxRow } from '../sync/ports.ts';
import type { Aside, Sent } from '../sync/state.ts';
import type { GlanceKey } from './glance.ts';
import type { ImportKey } from './imports.ts';
import type { SeriesKey } from './series.ts';

export const DATABASE = 'azimuth';
const VERSION = 3;

/** A row: the cells as merged, and the same as the rest of the program wants to read it. */
export interface TagRow extends Tag {
  readonly cells: Cells;
}
export interface FrameworkRow {
  readonly team: string;
  readonly id: string;
  readonly framework: Framework;
  readonly cells: Cells;
}
export interface ReadingRow extends Reading {
  readonly team: string;
  readonly at: string;
  readonly cells: Cells;
}
export interface RecordRow {
  readonly team: string;
  readonly key: string;
  readonly record: TeamRecord;
  readonly at: string;
  readonly cells: Cells;
}
/** What was seen of a ticket on this device; `key` is its id in lower case, `seen` an ISO time. */
export interface TicketRow extends TicketFacts {
  readonly key: string;
  readonly seen: string;
}
/** A tag taken back: its cells stay, so that an older copy of it cannot come alive again. */
export interface Tombstone {
  readonly team: string;
  readonly kind: Operation['kind'];
  readonly key: string;
  readonly person: string;
  readonly cells: Cells;
}
export interface DraftRow {
  readonly ticket: string;
  readonly draft: string;
  readonly at: string;
}
/** Who this device is; made once. */
export interface Identity {
  readonly device: string;
  readonly person: string;
  readonly team: string;
}
export interface Clock {
  readonly hlc: string;
  readonly n: number;
  /** The highest stamp known to be in the team's log: what is stamped anew comes after it. */
  readonly seen?: string;
}

export interface AzimuthSchema extends DBSchema {
  ops: {
    key: string;
    value: Operation;
    indexes: { entity: [string, string, string, string, string]; device: [string, number] };
  };
  tags: { key: [string, string, string]; value: TagRow; indexes: { ticket: string; at: string } };
  frameworks: { key: [string, string]; value: FrameworkRow };
  readings: { key: [string, string, string, string]; value: ReadingRow };
  records: { key: [string, string]; value: RecordRow };
  tickets: { key: string; value: TicketRow };
  gone: { key: [string, string, string, string]; value: Tombstone };
  drafts: { key: string; value: DraftRow };
  meta: { key: string | GlanceKey | SeriesKey | ImportKey; value: unknown };
  /** Operations that the team does not have yet, in the order of their stamps. */
  outbox: { key: string; value: OutboxRow; indexes: { order: [string, string] } };
  /** Operations that were refused there, or could not be read here. */
  quarantine: { key: string; value: Aside; indexes: { way: string } };
  /** What left this device. */
  sent: { key: string; value: Sent; indexes: { at: [number, string] } };
}
export type Db = IDBPDatabase<AzimuthSchema>;
const ROWS = ['ops', 'tags', 'frameworks', 'readings', 'records', 'tickets', 'gone', 'drafts', 'meta'] as const;
const TEAMS = ['outbox', 'quarantine', 'sent'] as const;
export type Stores = ((typeof ROWS)[number] | (typeof TEAMS)[number])[];
/** What a writing transaction holds. */
export const ALL_STORES: Stores = [...ROWS, ...TEAMS];
export type Read<S extends Stores[number]> = IDBPTransaction<AzimuthSchema, S[], 'readonly'>;
export type Write = IDBPTransaction<AzimuthSchema, Stores, 'readwrite'>;

/** One function a version, each run inside the upgrade's own transaction; never edited once released. */
const STEPS: readonly ((db: Db) => void)[] = [
  (db) => {
    const ops = db.createObjectStore('ops', { keyPath: 'op' });
    ops.createIndex('entity', ['team', 'kind', 'key', 'person', 'hlc']);
    ops.createIndex('device', ['device', 'n']);
    const tags = db.createObjectStore('tags', { keyPath: ['team', 'ticket', 'person'] });
    tags.createIndex('ticket', 'ticket');
    tags.createIndex('at', 'at');
    db.createObjectStore('frameworks', { keyPath: ['team', 'id'] });
    db.createObjectStore('readings', { keyPath: ['team', 'framework', 'metric', 'date'] });
    db.createObjectStore('gone', { keyPath: ['team', 'kind', 'key', 'person'] });
    db.createObjectStore('drafts', { keyPath: 'ticket' });
    db.createObjectStore('meta');
  },
  (db) => {
    db.createObjectStore('records', { keyPath: ['team', 'key'] });
    db.createObjectStore('tickets', { keyPath: 'key' });
  },
  (db) => {
    db.createObjectStore('outbox', { keyPath: 'op' }).createIndex('order', ['hlc', 'op']);
    db.createObjectStore('quarantine', { keyPath: 'key' }).createIndex('way', 'way');
    db.createObjectStore('sent', { keyPath: 'op' }).createIndex('at', ['at', 'op']);
  },
];

/**
 * Opens the database, brought up to this version. Closes by itself when a newer copy of the extension needs
 * to upgrade it or the browser drops it; `onGone` is then called, and the caller opens again when it next needs to.
 * @throws what the browser says when it refuses (private mode, a full disk, a newer version on disk)
 */
export async function openDatabase(onGone: () => void = () => {}): Promise<Db> {
  const db: Db = await openDB<AzimuthSchema>(DATABASE, VERSION, {
    upgrade: (fresh, from) => {
      for (const step of STEPS.slice(from)) step(fresh);
    },
    blocking: () => {
      db.close();
      onGone();
    },
    terminated: onGone,
  });
  return db;
}

/** One connection, opened at the first need and again after it was lost. */
export function keepOpen(open = openDatabase): () => Promise<Db> {
  let current: Promise<Db> | undefined;
  return () => {
    current ??= open(() => {
      current = undefined;
    }).catch((refused: unknown) => {
      current = undefined;
      throw refused;
    });
    return current;
  };
}
