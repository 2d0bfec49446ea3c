// Whether an address is one of a tracker's list, board or search.
import type { Site } from '../model/site.ts';
import { ticketAt, trackerAt } from './addresses.ts';
import { listsOf } from './lists.ts';

/** @param sites those of the user's own */
export function isListAt(address = '', sites: readonly Site[] = []): boolean {
  const tracker = trackerAt(address, sites);
  if (tracker === undefined || ticketAt(address, sites) !== undefined) return false;
  return listsOf(`${tracker}:`)?.listed(new URL(address)) ?? false;
}
