// Reading: what the pages and the background ask of the database. Nothing here writes.
import type { Framework } from '../model/framework.ts';
import type { Operation } from '../model/operation.ts';
import { covers, placeOf, ticketKey } from '../model/ticket.ts';
import type { Db, FrameworkRow, Identity, ReadingRow, TagRow } from './db.ts';

export const frameworks = (db: Db): Promise<FrameworkRow[]> => db.getAll('frameworks');

/** The frameworks that claim a ticket's place; more than one is a conflict for people to settle. */
export async function claimants(db: Db, ticket: string): Promise<FrameworkRow[]> {
  const place = placeOf(ticket);
  return (await frameworks(db)).filter((row) => row.framework.claims.some((claim) => covers(claim, place)));
}

/** This person's tag for a ticket under a team; `undefined` when not answered. */
export async function ownTag(db: Db, ticket: string, team: string): Promise<TagRow | undefined> {
  const who = (await db.get('meta', 'identity')) as Identity | undefined;
  return who && db.get('tags', [team, ticketKey(ticket), who.person]);
}

export const draftOf = async (db: Db, ticket: string): Promise<string | undefined> =>
  (await db.get('drafts', ticketKey(ticket)))?.draft;

/** All readings of a framework, by metric, oldest first. */
export async function readingsOf(db: Db, team: string, framework: Framework): Promise<Map<string, ReadingRow[]>> {
  const rows = await db.getAll('readings', IDBKeyRange.bound([team, framework.id], [team, framework.id, []]));
  return Map.groupBy(rows, (row) => row.metric);
}

/** The latest reading of one metric, without loading the others. */
export async function latestReading(db: Db, team: string, framework: string, metric: string): Promise<ReadingRow | undefined> {
  const range = IDBKeyRange.bound([team, framework, metric], [team, framework, metric, []]);
  const cursor = await db.transaction('readings').store.openCursor(range, 'prev');
  return cursor?.value;
}

/** All tags, newest first. */
export const tagsByAge = async (db: Db): Promise<TagRow[]> => (await db.getAllFromIndex('tags', 'at')).reverse();

export const tagCount = (db: Db): Promise<number> => db.count('tags');

/** Everything one person did to one ticket, oldest first. */
export const historyOf = (db: Db, tag: Pick<TagRow, 'team' | 'ticket' | 'person'>): Promise<Operation[]> =>
  db.getAllFromIndex(
    'ops',
    'entity',
    IDBKeyRange.bound([tag.team, 'tag', tag.ticket, tag.person], [tag.team, 'tag', tag.ticket, tag.person, []]),
  );

/** The places where the user said "never here". */
export const neverHere = async (db: Db): Promise<string[]> => ((await db.get('meta', 'never')) as string[] | undefined) ?? [];
