// Page health, kept: a line for each kind of page of each tracker.
import { type Visit, withVisit } from '../model/health.ts';
import { trackerOf } from '../model/preferences.ts';
import type { Db } from '../store/db.ts';
import { healthOf } from '../store/read.ts';
import type { Writer } from '../store/write.ts';
import { surfaceAt } from '../trackers/surfaces.ts';

/** Keeps what one visit showed; the ticket says only which tracker it was. @param day ISO day */
export async function noteVisit(db: Db, writer: Writer, ticket: string, address: string, visit: Visit, day: string): Promise<void> {
  await writer.setMeta('health', withVisit(await healthOf(db), trackerOf(ticket), surfaceAt(address), visit, day));
}
