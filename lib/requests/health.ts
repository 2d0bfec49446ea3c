// Page health, kept: a line for each kind of page of each tracker.
import { type Health, type Visit, withVisit } from '../model/health.ts';
import { trackerOf } from '../model/preferences.ts';
import type { Site } from '../model/site.ts';
import type { Writer } from '../store/write.ts';
import { surfaceAt } from '../trackers/surfaces.ts';

/** Where and when a page was visited. */
interface At {
  readonly address: string;
  readonly sites: readonly Site[];
  /** ISO day. */
  readonly day: string;
}

/** Keeps what one visit showed; the ticket says only which tracker it was. */
export async function noteVisit(
  writer: Writer,
  { ticket, visit }: { ticket: string; visit: Visit },
  { address, sites, day }: At,
): Promise<void> {
  await writer.changeMeta<Health>('health', (known = {}) => withVisit(known, trackerOf(ticket), surfaceAt(address, sites), visit, day));
}
