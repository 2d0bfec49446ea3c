// How it stands with the team, as pages read it. Nothing here writes.
import type { Aside, JoinedTeam, Sent, SyncState } from '../sync/state.ts';
import type { Db } from './db.ts';

export async function syncStateOf(db: Db): Promise<SyncState> {
  return ((await db.get('meta', 'sync-state')) as SyncState | undefined) ?? { phase: 'alone', waiting: 0, refused: 0, aside: 0 };
}
export async function joinedTeamOf(db: Db): Promise<JoinedTeam | undefined> {
  return (await db.get('meta', 'membership')) as JoinedTeam | undefined;
}
export async function asidesOf(_db: Db): Promise<readonly Aside[]> {
  return [];
}
/** Newest first. */
export async function sentOf(_db: Db, _most: number): Promise<readonly Sent[]> {
  return [];
}
