// Every tracker's addresses, for the script that runs on each of their pages.
import { type Site, siteOf } from '../model/site.ts';
import { githubAddresses } from './github.ts';
import { jiraDataCenterAddresses } from './jira-data-center.ts';
import { jiraAddresses } from './jira.ts';
import { linearAddresses } from './linear.ts';
import type { Addresses } from './tracker.ts';

const TRACKERS: readonly Addresses[] = [githubAddresses, jiraAddresses, linearAddresses];

/** Whether a host is one of those known by name: there no site is looked for. */
export const isNamedHost = (hostname: string): boolean => TRACKERS.some((tracker) => tracker.hosts(hostname));

const addressesOf = ({ tracker, flavour }: Site): Addresses =>
  tracker === 'github' ? githubAddresses : flavour === 'cloud' ? jiraAddresses : jiraDataCenterAddresses;

/**
 * The ticket an address names, or `undefined`; never throws on what is not an address.
 * @param sites those of the user's own
 */
export function ticketAt(address: string, sites: readonly Site[] = []): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const named = TRACKERS.find((tracker) => tracker.hosts(url.hostname));
  if (named) return named.ticket(url);
  const site = siteOf(url, sites);
  return site && addressesOf(site).ticket(url, site);
}
