// Every tracker's addresses, for the script that runs on each of their pages.
import { hostIn, type Site, siteOf } from '../model/site.ts';
import { ticketKey } from '../model/ticket.ts';
import { githubAddresses } from './github.ts';
import { jiraDataCenterAddresses } from './jira-data-center.ts';
import { jiraAddresses } from './jira.ts';
import { linearAddresses } from './linear.ts';
import type { Addresses } from './tracker.ts';

const TRACKERS: readonly Addresses[] = [githubAddresses, jiraAddresses, linearAddresses];

/** Whether a host is one of those known by name: there no site is looked for. */
export const isNamedHost = (hostname: string): boolean => TRACKERS.some((tracker) => tracker.hosts(hostname));

export const isNamedAddress = (address = ''): boolean => URL.canParse(address) && isNamedHost(new URL(address).hostname);

/** What is asked of a tracker about an address. @param host on a site of the user's own, as ids spell it */
type Asked = (tracker: Addresses, url: URL, host?: string) => string | undefined;
const ticketOf: Asked = (tracker, url, host) => tracker.ticket(url, host);
const paneOf: Asked = (tracker, url, host) => (tracker.ticket(url, host) ? undefined : tracker.pane?.(url, host));

/** On one of the hosts known by name; never throws on what is not an address. */
function onNamed(address: string, ask: Asked): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const tracker = TRACKERS.find(({ hosts }) => hosts(url.hostname));
  return tracker && ask(tracker, url);
}

/** On a site of the user's own. */
function onSite(address: string, sites: readonly Site[], ask: Asked): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const site = url && siteOf(url, sites);
  if (!site) return undefined;
  const { origin, context, tracker, flavour } = site;
  // A tracker reads its paths alike, wherever on the host it lives.
  url.pathname = url.pathname.slice(context.length);
  const addresses = tracker === 'github' ? githubAddresses : flavour === 'cloud' ? jiraAddresses : jiraDataCenterAddresses;
  return ask(addresses, url, hostIn(origin) + context);
}

const anywhere = (address: string, sites: readonly Site[], ask: Asked): string | undefined =>
  onNamed(address, ask) ??
  onSite(
    address,
    sites.filter(({ origin }) => !isNamedHost(new URL(origin).hostname)),
    ask,
  );

/** The ticket an address on one of the hosts known by name is of. */
export const namedTicketAt = (address: string): string | undefined => onNamed(address, ticketOf);
/** The same for panes: see `paneAt`. */
export const namedPaneAt = (address: string): string | undefined => onNamed(address, paneOf);
/** The ticket an address on a site of the user's own is of. */
export const siteTicketAt = (address: string, sites: readonly Site[]): string | undefined => onSite(address, sites, ticketOf);
/** The same for panes: see `paneAt`. */
export const sitePaneAt = (address: string, sites: readonly Site[]): string | undefined => onSite(address, sites, paneOf);

/** The ticket an address names, or `undefined`. @param sites those of the user's own */
export const ticketAt = (address: string, sites: readonly Site[] = []): string | undefined => anywhere(address, sites, ticketOf);
/** Where an address names no ticket but a pane may show one: what the ids of those begin with, else `undefined`. */
export const paneAt = (address: string, sites: readonly Site[] = []): string | undefined => anywhere(address, sites, paneOf);

/** The tracker an address is of. */
export const trackerAt = (address: string, sites: readonly Site[] = []): Addresses['id'] | undefined =>
  anywhere(address, sites, ({ id }) => id) as Addresses['id'] | undefined;

/** Whether a page at an address may show a ticket: the one it names, or where it names none any that a pane there may show. */
export function mayShow(address: string, sites: readonly Site[] = []): (ticket: string) => boolean {
  const [named, pane] = [ticketAt(address, sites), paneAt(address, sites)];
  return (ticket) => (named ? ticketKey(named) === ticketKey(ticket) : pane !== undefined && ticketKey(ticket).startsWith(ticketKey(pane)));
}
