// How it stands with the team, as pages read it. Nothing here writes.
import type { Membership } from '../sync/merge.ts';
import type { Aside, JoinedTeam, Sent, SyncState } from '../sync/state.ts';
import type { Db } from './db.ts';

type Member = Membership & Omit<JoinedTeam, 'team'>;

export async function syncStateOf(db: Db, _now: number): Promise<SyncState> {
  return ((await db.get('meta', 'sync-state')) as SyncState | undefined) ?? { phase: 'alone', waiting: 0, refused: 0, aside: 0 };
}
/** The team that was joined. */
export async function teamOf(db: Pick<Db, 'get'>): Promise<JoinedTeam | undefined> {
  return (await db.get('meta', 'membership')) as JoinedTeam | undefined;
}
export const membershipOf = async (db: Pick<Db, 'get'>): Promise<Member | undefined> =>
  (await db.get('meta', 'membership')) as Member | undefined;
export async function asides(_db: Db, _most = 1000): Promise<Aside[]> {
  return [];
}
/** Newest first. */
export async function sentPage(_db: Db, _most: number): Promise<Sent[]> {
  return [];
}
/** What the team's people are called, by id, as the endpoint last told it. */
export async function namesOf(db: Pick<Db, 'get'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.get('meta', 'members')) as readonly (readonly [person: string, name: string])[] | undefined);
}
