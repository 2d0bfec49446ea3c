// Every tracker's pages, for the panel.
import type { Site } from '../model/site.ts';
import { githubPages } from './github.ts';
import { jiraDataCenterPages } from './jira-data-center.ts';
import { jiraPages } from './jira.ts';
import { linearPages } from './linear.ts';
import type { Pages } from './tracker.ts';

const TRACKERS: readonly Pages[] = [githubPages, jiraPages, linearPages];

/**
 * The pages of the tracker a ticket belongs to.
 * @param site the site of the user's own it lives on @throws for an id of no known tracker
 */
export function pagesOf(ticket: string, site?: Pick<Site, 'flavour'>): Pages {
  const pages = site?.flavour === 'data-center' ? jiraDataCenterPages : TRACKERS.find((tracker) => ticket.startsWith(`${tracker.id}:`));
  if (!pages) throw new Error(`No tracker is known for ${ticket}.`);
  return pages;
}
