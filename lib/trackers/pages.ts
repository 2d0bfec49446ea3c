// Every tracker's pages, for the panel. Those of Jira Data Center come by a script of their own.
import { githubPages } from './github.ts';
import { jiraPages } from './jira.ts';
import { linearPages } from './linear.ts';
import type { Pages } from './tracker.ts';

const TRACKERS: readonly Pages[] = [githubPages, jiraPages, linearPages];

/** The pages of the tracker a ticket belongs to. @throws for an id of no known tracker */
export function pagesOf(ticket: string): Pages {
  const pages = TRACKERS.find((tracker) => ticket.startsWith(`${tracker.id}:`));
  if (!pages) throw new Error(`No tracker is known for ${ticket}.`);
  return pages;
}
