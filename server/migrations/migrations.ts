// Every version of the tables there ever was, in order. A migration is never edited once released: a test holds their digests.
import { log } from './001-log.ts';
import { people } from './002-people.ts';
import { feed } from './003-feed.ts';

/** Statements that SQLite and PostgreSQL both read; `text` becomes text that sorts by its bytes in PostgreSQL too. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

export const MIGRATIONS: readonly Migration[] = [log, people, feed];

/** Every table with data of teams; each has `team` first in its key. In the order in which a backup is read back. */
export const TABLES = [
  'team',
  'member',
  'device',
  'invite',
  'family',
  'access',
  'op',
  'cell',
  'version',
  'audit',
  'bucket',
  'feed',
] as const;
export type Table = (typeof TABLES)[number];
