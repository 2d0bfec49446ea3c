// Whether a ticket belongs to the site a page is of: the rows of a list speak of its tickets only.
import { ticketUrl } from '../model/ticket.ts';

/**
 * The same host and, where one host holds several, the same workspace or context path. False for what is no tracker.
 * @param ticketAt the ticket an address names
 */
export function sameSite(ticket: string, address: string, ticketAt: (address: string) => string | undefined): boolean {
  const known = ticketUrl(ticket);
  if (!known || !URL.canParse(address) || ticketAt(known) === undefined) return false;
  const [there, here] = [new URL(known), new URL(address)];
  return there.origin === here.origin && `${here.pathname}/`.toLowerCase().startsWith(basePath(there.pathname).toLowerCase());
}

/** What all addresses of a site begin with: a workspace of Linear, a context path of Jira; nothing on GitHub. */
const basePath = (path: string): string => /^(\/[^/]+\/)issue\/[^/]+$/.exec(path)?.[1] ?? /^(.*\/)browse\/[^/]+$/.exec(path)?.[1] ?? '/';
