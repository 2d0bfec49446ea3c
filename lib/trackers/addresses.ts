// Every tracker's addresses, for the script that runs on each of their pages.
import { hostIn, type Site, siteOf } from '../model/site.ts';
import { githubAddresses } from './github.ts';
import { jiraDataCenterAddresses } from './jira-data-center.ts';
import { jiraAddresses } from './jira.ts';
import { linearAddresses } from './linear.ts';
import type { Addresses } from './tracker.ts';

const TRACKERS: readonly Addresses[] = [githubAddresses, jiraAddresses, linearAddresses];

/** Whether a host is one of those known by name: there no site is looked for. */
export const isNamedHost = (hostname: string): boolean => TRACKERS.some((tracker) => tracker.hosts(hostname));

export const isNamedAddress = (address = ''): boolean => URL.canParse(address) && isNamedHost(new URL(address).hostname);

const addressesOf = ({ tracker, flavour }: Site): Addresses =>
  tracker === 'github' ? githubAddresses : flavour === 'cloud' ? jiraAddresses : jiraDataCenterAddresses;

/** The ticket an address on one of the hosts known by name is of; never throws on what is not an address. */
export function namedTicketAt(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return TRACKERS.find((tracker) => tracker.hosts(url.hostname))?.ticket(url);
}

/** The ticket an address on a site of the user's own is of. */
export function siteTicketAt(address: string, sites: readonly Site[]): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const site = url && siteOf(url, sites);
  if (!site) return undefined;
  // A tracker reads its paths alike, wherever on the host it lives.
  url.pathname = url.pathname.slice(site.context.length);
  return addressesOf(site).ticket(url, hostIn(site.origin) + site.context);
}

/** The ticket an address names, or `undefined`. @param sites those of the user's own */
export const ticketAt = (address: string, sites: readonly Site[] = []): string | undefined =>
  namedTicketAt(address) ??
  siteTicketAt(
    address,
    sites.filter(({ origin }) => !isNamedHost(new URL(origin).hostname)),
  );
