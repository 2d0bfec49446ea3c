// Reading: what the pages and the background ask of the database. Nothing here writes.
import { type Alias, placesOf, spellingsOf } from '../model/alias.ts';
import type { Framework } from '../model/framework.ts';
import type { Health } from '../model/health.ts';
import type { Operation } from '../model/operation.ts';
import type { TeamRecord } from '../model/record.ts';
import type { Site } from '../model/site.ts';
import type { Preferences } from '../model/preferences.ts';
import { covers, ticketKey } from '../model/ticket.ts';
import { aliasesIn } from './aliases.ts';
import type { IDBPObjectStore } from 'idb';
import type { AzimuthSchema, Db, FrameworkRow, Identity, ReadingRow, RecordRow, TagRow, TicketRow } from './db.ts';
import { type Glance, glancesIn } from './glance.ts';

export const frameworks = (db: Db): Promise<FrameworkRow[]> => db.getAll('frameworks');

/** Those of `rows` that claim a ticket's place, the one that asks first: the most specific claim, a repository before its owner. */
export function claiming<R extends { readonly framework: Pick<Framework, 'claims' | 'sample'> }>(
  rows: readonly R[],
  ticket: string,
  aliases: readonly Alias[] = [],
): R[] {
  const places = placesOf(aliases, ticket);
  const found = rows.flatMap((row) => {
    const narrowest = Math.max(
      0,
      ...row.framework.claims.filter((claim) => places.some((place) => covers(claim, place))).map(({ length }) => length),
    );
    return narrowest > 0 ? [{ row, narrowest }] : [];
  });
  // A sample never stands in the way of the real thing. Equal claims are for people to settle.
  const sample = ({ row }: { readonly row: R }): number => Number(row.framework.sample ?? false);
  return found.toSorted((a, b) => sample(a) - sample(b) || b.narrowest - a.narrowest).map(({ row }) => row);
}

/** The frameworks that claim a ticket's place. */
export const claimants = async (db: Db, ticket: string): Promise<FrameworkRow[]> =>
  claiming(await frameworks(db), ticket, await aliasesIn(db));

export interface AtAGlance {
  readonly glances: readonly Glance[];
  /** Places where the user said "never here". */
  readonly never: readonly string[];
  /** This person; `undefined` before anything was stored. */
  readonly person: string | undefined;
  readonly sites: readonly Site[];
  readonly aliases: readonly Alias[];
}

/** What popup and badge are drawn from: a row for each framework, however much is stored under it. */
export async function atAGlance(db: Db): Promise<AtAGlance> {
  const tx = db.transaction(['meta', 'frameworks', 'readings']);
  const meta = tx.objectStore('meta');
  const [glances, never, who, sites, aliases] = await Promise.all([
    glancesIn(tx),
    ...(['never', 'identity', 'sites', 'aliases'] as const).map((key) => meta.get(key)),
  ]);
  return {
    glances,
    never: (never as string[] | undefined) ?? [],
    person: (who as Identity | undefined)?.person,
    sites: (sites as Site[] | undefined) ?? [],
    aliases: (aliases as Alias[] | undefined) ?? [],
  };
}

/** The tag of a person for a ticket, by its key. */
export const tagOf = async (db: Db, team: string, ticket: string, person: string | undefined): Promise<TagRow | undefined> =>
  person === undefined ? undefined : db.get('tags', [team, ticketKey(ticket), person]);

/** All answers to a ticket under a team, by its key. */
export const answersTo = (
  tags: Pick<IDBPObjectStore<AzimuthSchema, ['tags'], 'tags'>, 'getAll'>,
  team: string,
  ticket: string,
): Promise<TagRow[]> => tags.getAll(IDBKeyRange.bound([team, ticketKey(ticket)], [team, ticketKey(ticket), []]));

/** This person's tag for a ticket under a team; `undefined` when not answered. */
export async function ownTag(db: Db, ticket: string, team: string): Promise<TagRow | undefined> {
  const who = (await db.get('meta', 'identity')) as Identity | undefined;
  return who && db.get('tags', [team, ticketKey(ticket), who.person]);
}

export const draftOf = async (db: Db, ticket: string): Promise<string | undefined> => (await db.get('drafts', ticketKey(ticket)))?.draft;

/** All readings of a framework, by metric, oldest first. */
export async function readingsOf(db: Db, team: string, framework: Pick<Framework, 'id'>): Promise<Map<string, ReadingRow[]>> {
  const rows = await db.getAll('readings', IDBKeyRange.bound([team, framework.id], [team, framework.id, []]));
  return Map.groupBy(rows, (row) => row.metric);
}

/** Values by metric and day, read a few at a time: a page that asks stays quick however many there are. */
export async function valuesOf(
  db: Db,
  { team, framework, metrics }: { readonly team: string; readonly framework: string; readonly metrics: readonly string[] },
  signal: AbortSignal,
  size = 500,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const all = new Map(metrics.map((metric) => [metric, new Map<string, number>()]));
  for (const [metric, values] of all) {
    let page: ReadingRow[] = [];
    do {
      signal.throwIfAborted();
      const range = IDBKeyRange.bound([team, framework, metric, page.at(-1)?.date ?? ''], [team, framework, metric, []], true);
      page = await db.getAll('readings', range, size);
      for (const { date, value } of page) values.set(date, value);
    } while (page.length === size);
  }
  return all;
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

/** Everything one person did to one ticket, oldest first. */
export async function historyOf(db: Db, { team, ticket, person }: Pick<TagRow, 'team' | 'ticket' | 'person'>): Promise<Operation[]> {
  const keys = spellingsOf(await aliasesIn(db), ticket);
  const found = await Promise.all(
    keys.map((key) => db.getAllFromIndex('ops', 'entity', IDBKeyRange.bound([team, 'tag', key, person], [team, 'tag', key, person, []]))),
  );
  return found.flat().toSorted((a, b) => (a.hlc < b.hlc ? -1 : 1));
}

/** Everything done to the readings of a metric, from one day on, a day at a time. @param since ISO day */
export function readingOps(
  db: Db,
  { team, framework, metric }: { readonly team: string; readonly framework: string; readonly metric: string },
  since: string,
): Promise<Operation[]> {
  const key = `${framework}/${metric}/`;
  return db.getAllFromIndex('ops', 'entity', IDBKeyRange.bound([team, 'reading', key + since], [team, 'reading', `${key}\uffff`]));
}

/** The sites of the user's own, whether or not the browser lets us be there. */
export const sitesIn = async (db: Db): Promise<readonly Site[]> => ((await db.get('meta', 'sites')) as Site[] | undefined) ?? [];

/** The places where the user said "never here". */
export const neverHere = async (db: Db): Promise<string[]> => ((await db.get('meta', 'never')) as string[] | undefined) ?? [];

export const preferencesOf = async (db: Db): Promise<Preferences> =>
  ((await db.get('meta', 'preferences')) as Preferences | undefined) ?? {};
export const healthOf = async (db: Db): Promise<Health> => ((await db.get('meta', 'health')) as Health | undefined) ?? {};

/** Whether "never here" was said of a ticket's place, at any of its addresses. */
export const saidNever = (never: readonly string[], ticket: string, aliases: readonly Alias[]): boolean =>
  placesOf(aliases, ticket).some((place) => never.some((one) => covers(one, place)));

/** Whether that was said of a ticket's place, or of what it lies in. */
export async function isNeverHere(db: Db, ticket: string): Promise<boolean> {
  const [never, aliases] = await Promise.all([neverHere(db), aliasesIn(db)]);
  return saidNever(never, ticket, aliases);
}

/** All tags, a page at a time: one read of ten thousand would hold up the page that asks. The next page is on its way while one is worked on. */
export async function* tagPages(db: Db, size = 200): AsyncGenerator<TagRow[]> {
  let next: Promise<TagRow[]> | undefined = db.getAll('tags', undefined, size);
  while (next) {
    const page: TagRow[] = await next;
    const last = page.length === size ? page.at(-1) : undefined;
    next = last && db.getAll('tags', IDBKeyRange.lowerBound([last.team, last.ticket, last.person], true), size);
    // Who stops half-way waits for nothing, and it may come to nothing.
    next?.catch(() => {});
    if (page.length > 0) yield page;
  }
}

/** All tags, those of one ticket together, a page of tickets at a time. */
export async function* answerPages(db: Db, size = 200): AsyncGenerator<[TagRow, ...TagRow[]][]> {
  let open: TagRow[] = [];
  for await (const page of tagPages(db, size)) {
    const done: [TagRow, ...TagRow[]][] = [];
    for (const tag of page) {
      const [first, ...others] = open;
      if (first && (first.team !== tag.team || first.ticket !== tag.ticket)) {
        done.push([first, ...others]);
        open = [];
      }
      open.push(tag);
    }
    if (done.length > 0) yield done;
  }
  const [first, ...others] = open;
  // What comes last has nothing behind it that would end it.
  if (first) yield [[first, ...others]];
}

/** What was seen of tickets on this device, a page at a time. */
export async function* ticketPages(db: Db, size = 500): AsyncGenerator<TicketRow[]> {
  let next: Promise<TicketRow[]> | undefined = db.getAll('tickets', undefined, size);
  while (next) {
    const page: TicketRow[] = await next;
    next = page.length === size ? db.getAll('tickets', IDBKeyRange.lowerBound(page.at(-1)?.key, true), size) : undefined;
    next?.catch(() => {});
    if (page.length > 0) yield page;
  }
}

/** A team's records of one kind. */
export async function recordsOf<K extends TeamRecord['kind']>(
  db: Db,
  team: string,
  kind: K,
): Promise<(RecordRow & { readonly record: Extract<TeamRecord, { kind: K }> })[]> {
  const rows = await db.getAll('records', IDBKeyRange.bound([team, `${kind}/`], [team, `${kind}/\uffff`]));
  return rows as (RecordRow & { readonly record: Extract<TeamRecord, { kind: K }> })[];
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

/** Differs after whatever has been stored or taken away meanwhile, here or in another tab, and on another day. @param today ISO day */
export async function changeMark(db: Db, today: string): Promise<string> {
  const [clock, ...held] = await Promise.all([
    db.get('meta', 'clock'),
    db.count('tags'),
    db.count('ops'),
    db.get('meta', 'never'),
    db.get('meta', 'sites'),
    db.get('meta', 'aliases'),
  ]);
  return JSON.stringify([today, clock, ...held]);
}
