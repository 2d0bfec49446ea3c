// Every tracker's pages, but for Jira Data Center's. A tracker page loads its own only.
import { githubPages } from './github.ts';
import { jiraPages } from './jira.ts';
import { linearPages } from './linear.ts';
import { morePlaces } from './more-places.ts';
import type { Pages } from './tracker.ts';

const TRACKERS: readonly Pages[] = [githubPages, jiraPages, linearPages];

/** The pages of the tracker a ticket belongs to. @throws for an id of no known tracker */
export function pagesOf(ticket: string): Pages {
  const pages = TRACKERS.find((tracker) => ticket.startsWith(`${tracker.id}:`));
  if (!pages) throw new Error(`No tracker is known for ${ticket}.`);
  return pages;
}

/** When a place of a tracker was last seen on a real page, `2026-11`; `undefined` for a name it does not have. */
export const seenIn = (tracker: string, rung: string): string | undefined =>
  [...(TRACKERS.find(({ id }) => id === tracker)?.rungs ?? []), ...morePlaces(tracker)].find(({ name }) => name === rung)?.seen;
