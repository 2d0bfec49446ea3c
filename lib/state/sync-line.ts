// The line about the team, for pages that are read once.
import { type SyncLine, syncLine } from '../phrases/sync.ts';
import type { Db } from '../store/db.ts';
import { syncStateOf } from '../store/synced.ts';

/** @param database may reject, as where the browser refuses its storage @returns nothing where no team is joined */
export async function readSyncLine(database: Promise<Db>, now: number): Promise<SyncLine | undefined> {
  const state = await database.then((db) => syncStateOf(db, now)).catch(() => undefined);
  return state && state.phase !== 'alone' ? syncLine(state, now) : undefined;
}
