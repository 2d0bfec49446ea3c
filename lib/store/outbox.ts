// What the team does not have yet. A row is written by the transaction that stores its operation, and goes in the one that
// stores the endpoint's word for having it.
import type { Framework } from '../model/framework.ts';
import type { Operation } from '../model/operation.ts';
import type { Member, OutboxRow, Place, Waiting } from '../sync/ports.ts';
import type { Identity, Write } from './db.ts';
import { rowsAmong } from './known.ts';

export const memberIn = async (tx: Write): Promise<Member | undefined> =>
  (await tx.objectStore('meta').get('membership')) as Member | undefined;
export const placeIn = async (tx: Write): Promise<Place | undefined> => (await tx.objectStore('meta').get('sync')) as Place | undefined;
export const putPlace = async (tx: Write, place: Place): Promise<void> => void (await tx.objectStore('meta').put(place, 'sync'));

/** What this device's clock is to be corrected by, ms. */
export const skewOf = async (tx: Write): Promise<number> => (await placeIn(tx))?.skew ?? 0;

/** Lets new operations wait, as far as they are of a team that was joined. Before they become rows. */
export async function queue(tx: Write, fresh: readonly Operation[]): Promise<void> {
  const member = await memberIn(tx);
  const own = member ? fresh.filter((op) => op.team === member.local.team && !isSample(op)) : [];
  if (own.length === 0) return;
  const ids = [...new Set(own.flatMap(({ kind, key }) => (kind === 'framework' ? [key] : [])))];
  const standing = new Map<string, number>();
  for (const id of ids) standing.set(id, (await tx.objectStore('frameworks').get([own[0]?.team ?? '', id]))?.framework.version ?? 0);
  await put(tx, rowsOf(own, standing));
}

/** @param standing by framework, the version that stands; followed through the operations */
function rowsOf(ops: readonly Operation[], standing: Map<string, number>): OutboxRow[] {
  return ops.map(({ op, hlc, kind, key, set }) => {
    if (kind !== 'framework') return { op, hlc };
    const base = standing.get(key) ?? 0;
    const made = set['framework'] as Framework | null | undefined;
    if (set['deleted'] === true || made === null) standing.set(key, 0);
    else if (made) standing.set(key, made.version);
    return { op, hlc, base };
  });
}

async function put(tx: Write, rows: readonly OutboxRow[]): Promise<void> {
  const store = tx.objectStore('outbox');
  await Promise.all(rows.map(async (row) => store.put(row)));
}

/** Done by this person, on this device or another of theirs. */
export const isOwn = ({ device, person, author }: Operation, who: Identity): boolean =>
  device === who.device || (author ?? person) === who.person;

/**
 * Lets everything of one's own wait that a team is to have: what was done before joining, or before the endpoint was set back.
 * @param but operations that the team has
 */
export async function queueAll(tx: Write, who: Identity, but: ReadonlySet<string>, again: boolean): Promise<void> {
  const sent = again ? new Set(await tx.objectStore('sent').getAllKeys()) : new Set<string>();
  const all = await tx
    .objectStore('ops')
    .index('entity')
    .getAll(IDBKeyRange.bound([who.team], [who.team, []]));
  // The order they were done in: each version of a framework stands on the one before, whoever made that.
  const rows = rowsOf(
    all.toSorted((a, b) => (a.hlc + a.op < b.hlc + b.op ? -1 : 1)),
    new Map(),
  );
  const own = new Set(all.filter((op) => isOwn(op, who) && !isSample(op) && !but.has(op.op)).map(({ op }) => op));
  await put(
    tx,
    rows.filter(({ op }) => own.has(op)).map((row) => (sent.has(row.op) ? { ...row, again: true as const } : row)),
  );
}

/** Values of the sample stay here, wherever they were stored. */
const isSample = ({ set }: Operation): boolean =>
  set['source'] === 'sample' || (set['framework'] as Framework | null | undefined)?.sample === true;

export async function waitingIn(tx: Write, most: number, now: number): Promise<Waiting[]> {
  const found: OutboxRow[] = [];
  const index = tx.objectStore('outbox').index('order');
  for (let from: IDBKeyRange | undefined; found.length < most; ) {
    const rows = await index.getAll(from, most);
    found.push(...rows.filter(({ later = 0 }) => later <= now));
    const last = rows.at(-1);
    if (!last || rows.length < most) break;
    from = IDBKeyRange.lowerBound([last.hlc, last.op], true);
  }
  const rows = found.slice(0, most);
  const ops = await rowsAmong(
    tx.objectStore('ops'),
    rows.map(({ op }) => op),
    ({ op }) => op,
  );
  const waiting: Waiting[] = [];
  for (const { op, hlc: _, ...row } of rows) {
    const operation = ops.get(JSON.stringify(op));
    if (operation) waiting.push({ ...row, op: operation });
    // What is not there cannot be sent.
    else await tx.objectStore('outbox').delete(op);
  }
  return waiting;
}

/** Nothing of a team that is taken out waits, or is spoken of, any more. */
export async function forgetWaiting(tx: Write, team: string): Promise<void> {
  const member = await memberIn(tx);
  if (member?.local.team !== team) return;
  for (const name of ['outbox', 'quarantine', 'sent'] as const) await tx.objectStore(name).clear();
}
