// Which kind of page an address is, for what can be turned off.
import type { Site } from '../model/site.ts';
import type { Surface } from '../model/preferences.ts';
import { ticketAt } from './addresses.ts';

/** The surface on which a ticket is shown at an address: its own page, or a pane over or beside something else. */
export function surfaceAt(address: string, sites: readonly Site[] = []): Exclude<Surface, 'list'> {
  if (!ticketAt(address, sites)) return 'pane';
  const { searchParams, pathname } = new URL(address);
  const over = searchParams.has('selectedIssue') || (searchParams.has('issue') && !pathname.includes('/pull/'));
  return over ? 'pane' : 'page';
}
