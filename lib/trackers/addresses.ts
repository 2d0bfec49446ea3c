// Every tracker's addresses, for the script that runs on each of their pages.
import { githubAddresses } from './github.ts';
import { jiraAddresses } from './jira.ts';
import { linearAddresses } from './linear.ts';
import type { Addresses } from './tracker.ts';

const TRACKERS: readonly Addresses[] = [githubAddresses, jiraAddresses, linearAddresses];

/** Asks the tracker of an address; never throws on what is not an address. */
function at(address: string, ask: (tracker: Addresses, url: URL) => string | undefined): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const tracker = TRACKERS.find(({ hosts }) => hosts(url.hostname));
  return tracker && ask(tracker, url);
}

/** The ticket an address names, or `undefined`. */
export const ticketAt = (address: string): string | undefined => at(address, (tracker, url) => tracker.ticket(url));

/** Where an address names no ticket but a pane may show one: what the ids of those begin with, else `undefined`. */
export const paneAt = (address: string): string | undefined =>
  at(address, (tracker, url) => (tracker.ticket(url) ? undefined : tracker.pane?.(url)));
