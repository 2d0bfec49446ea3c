// Reading: what the pages and the background ask of the database. Nothing here writes.
import type { Framework } from '../model/framework.ts';
import type { Operation } from '../model/operation.ts';
import { covers, placeOf, ticketKey } from '../model/ticket.ts';
import type { Db, FrameworkRow, Identity, ReadingRow, TagRow } from './db.ts';

export const frameworks = (db: Db): Promise<FrameworkRow[]> => db.getAll('frameworks');

/** The frameworks that claim a ticket's place; more than one is a conflict for people to settle. */
export async function claimants(db: Db, ticket: string): Promise<FrameworkRow[]> {
  const place = placeOf(ticket);
  const claiming = (await frameworks(db)).filter((row) => row.framework.claims.some((claim) => covers(claim, place)));
  // A sample never stands in the way of the real thing.
  return claiming.sort((a, b) => Number(a.framework.sample ?? false) - Number(b.framework.sample ?? false));
}

/** This person's tag for a ticket under a team; `undefined` when not answered. */
export async function ownTag(db: Db, ticket: string, team: string): Promise<TagRow | undefined> {
  const who = (await db.get('meta', 'identity')) as Identity | undefined;
  return who && db.get('tags', [team, ticketKey(ticket), who.person]);
}

export const draftOf = async (db: Db, ticket: string): Promise<string | undefined> => (await db.get('drafts', ticketKey(ticket)))?.draft;

/** All readings of a framework, by metric, oldest first. */
export async function readingsOf(db: Db, team: string, framework: Framework): Promise<Map<string, ReadingRow[]>> {
  const rows = await db.getAll('readings', IDBKeyRange.bound([team, framework.id], [team, framework.id, []]));
  return Map.groupBy(rows, (row) => row.metric);
}

/** The latest reading of one metric that is not of a day to come, without loading the others. @param today ISO day */
export async function latestReading(
  db: Db,
  team: string,
  framework: string,
  metric: string,
  today: string,
): Promise<ReadingRow | undefined> {
  const range = IDBKeyRange.bound([team, framework, metric], [team, framework, metric, today]);
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

/** Whether that was said of a ticket's place, or of what it lies in. */
export async function isNeverHere(db: Db, ticket: string): Promise<boolean> {
  const place = placeOf(ticket);
  return (await neverHere(db)).some((never) => covers(never, place));
}

/** All tags, a page at a time: one read of ten thousand would hold up the page that asks. */
export async function* tagPages(db: Db, size = 200): AsyncGenerator<TagRow[]> {
  let page: TagRow[] = [];
  do {
    const last = page.at(-1);
    page = await db.getAll('tags', last && IDBKeyRange.lowerBound([last.team, last.ticket, last.person], true), size);
    if (page.length > 0) yield page;
  } while (page.length === size);
}

/** How many answers were given under a framework. */
export async function answerCount(db: Db, { team, id }: Pick<FrameworkRow, 'team' | 'id'>): Promise<number> {
  const alone = (await frameworks(db)).every((row) => row.team !== team || row.id === id);
  // A team's tags stand together; only where two frameworks share a team each has to be looked at.
  if (alone) return db.count('tags', IDBKeyRange.bound([team], [team, []]));
  let count = 0;
  for await (const page of tagPages(db)) count += page.filter((tag) => tag.team === team && tag.answer.framework === id).length;
  return count;
}

const COUNTED = ['tags', 'frameworks', 'readings', 'ops', 'drafts'] as const;
export type Counts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** How many of each there are. */
export async function counts(db: Db): Promise<Counts> {
  const entries = await Promise.all(COUNTED.map(async (name) => [name, await db.count(name)] as const));
  return Object.fromEntries(entries) as Counts;
}

/** Differs after whatever has been stored or taken away meanwhile, here or in another tab. */
export async function changeMark(db: Db): Promise<string> {
  const [clock, ...held] = await Promise.all([db.get('meta', 'clock'), db.count('tags'), db.count('ops'), db.get('meta', 'never')]);
  return JSON.stringify([clock, ...held]);
}
