// How it stands with the team, as pages read it: the record the engine keeps, with what can be counted counted anew.
import type { Face, Member, Place } from '../sync/ports.ts';
import type { Aside, JoinedTeam, Sent, SyncState } from '../sync/state.ts';
import type { Db } from './db.ts';

/** A round that has been under way for so long was left by a worker that died. */
const LONGEST_ROUND_MS = 120_000;

/** @param now ms since 1970 */
export async function syncStateOf(db: Db, now: number): Promise<SyncState> {
  const tx = db.transaction(['meta', 'outbox', 'quarantine']);
  const meta = tx.objectStore('meta');
  const way = tx.objectStore('quarantine').index('way');
  const [member, place, face, waiting, refused, aside] = await Promise.all([
    meta.get('membership') as Promise<Member | undefined>,
    meta.get('sync') as Promise<Place | undefined>,
    meta.get('sync-state') as Promise<Face | undefined>,
    tx.objectStore('outbox').count(),
    way.count('out'),
    way.count('in'),
  ]);
  const counted = { waiting, refused, aside };
  // One that was lost with its database says so, though no team is joined any more.
  if (!member) return { phase: face?.error ? 'stopped' : 'alone', ...counted, ...(face?.error && { error: face.error }) };
  const { phase = 'waiting', at = 0, syncedAt, error } = face ?? {};
  const stale = (phase === 'working' && now - at > LONGEST_ROUND_MS) || (phase === 'synced' && waiting > 0);
  return {
    phase: place?.paused ? 'paused' : stale ? 'waiting' : phase,
    ...counted,
    ...(syncedAt !== undefined && { syncedAt }),
    ...(error && { error }),
    ...(place?.retryAt !== undefined && { retryAt: place.retryAt }),
    ...(place?.paused && { paused: place.paused }),
  };
}

/** The team that was joined. */
export async function teamOf(db: Pick<Db, 'get'>): Promise<JoinedTeam | undefined> {
  const member = (await db.get('meta', 'membership')) as Member | undefined;
  if (!member) return undefined;
  const { origin, name, you, hideUntilAnswered, since, joined } = member;
  return { origin, team: joined.team, name, you, hideUntilAnswered, since };
}

/** What the team calls a person as this device does, and the other way round: one's own rows are a local person's. */
export const membershipOf = async (db: Pick<Db, 'get'>): Promise<Member | undefined> =>
  (await db.get('meta', 'membership')) as Member | undefined;

/** Operations kept aside, the newest first. */
export async function asides(db: Db, most = 1000): Promise<Aside[]> {
  const all = await db.getAll('quarantine', undefined, most);
  return all.toSorted((a, b) => b.at - a.at);
}

/** What left this device, the newest first. @param before the last line of the page before */
export async function sentPage(db: Db, most: number, before?: Pick<Sent, 'at' | 'op'>): Promise<Sent[]> {
  const found: Sent[] = [];
  const range = before && IDBKeyRange.upperBound([before.at, before.op], true);
  let cursor = await db.transaction('sent').store.index('at').openCursor(range, 'prev');
  for (; cursor && found.length < most; cursor = await cursor.continue()) found.push(cursor.value);
  return found;
}

/** What the team's people are called, by id, as the endpoint last told it. */
export async function namesOf(db: Pick<Db, 'get'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.get('meta', 'members')) as readonly (readonly [person: string, name: string])[] | undefined);
}
