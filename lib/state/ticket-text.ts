// Tickets out of any text: links to them, `owner/repo#12`, keys. What a person pastes from a chat, a document or a spreadsheet.
import { factText, TITLE_LENGTH } from '../model/fact-text.ts';
import { ticketKey } from '../model/ticket.ts';

export interface NamedTicket {
  readonly ticket: string;
  /** What else stood on its line; hostile text. */
  readonly title: string;
}

export interface TicketText {
  readonly tickets: readonly NamedTicket[];
  /** Keys that could be of several sites, or of none. */
  readonly unclear: readonly string[];
}

/** More than anybody sweeps. */
export const MOST_TICKETS = 5000;
const MOST_CHARACTERS = 2_000_000;
const LINK = /https?:\/\/[^\s<>"'`|,;)\]}]+/gi;
const NAMED = /(?<![\w/.-])([\w-]+\/[\w.-]+)#([1-9]\d{0,9})\b/g;
const KEY = /(?<![\w/.-])([A-Z][A-Z0-9_]{0,19})-([1-9]\d{0,9})(?![\w-])/g;

/** The sites with keys that a framework asks in, `jira:HOST` or `linear:WORKSPACE`. @param claims of a framework */
export function keySites(claims: readonly string[]): string[] {
  const sites = claims.flatMap((claim) => {
    const [, tracker, rest = ''] = /^(jira|linear):(.+)$/.exec(claim) ?? [];
    if (!tracker) return [];
    const [host = '', ...more] = rest.split('/');
    // A project's key at the end is not part of the site; a context path is.
    const context = more.at(-1)?.match(/^[A-Z][A-Z0-9_]*$/) || tracker === 'linear' ? more.slice(0, -1) : more;
    return [`${tracker}:${tracker === 'linear' ? host : [host, ...context].join('/')}`];
  });
  return [...new Set(sites)];
}

/**
 * @param site what keys are of, `jira:HOST` or `linear:WORKSPACE`; '' while that is not known
 * @param ticketAt the ticket an address names
 */
export function ticketsInText(text: string, site: string, ticketAt: (address: string) => string | undefined): TicketText {
  const found = new Map<string, NamedTicket>();
  const unclear = new Set<string>();
  for (const line of text.slice(0, MOST_CHARACTERS).split(/\r\n|\r|\n/)) {
    if (found.size >= MOST_TICKETS) break;
    const here: string[] = [];
    let rest = line.replace(LINK, (link) => {
      const ticket = ticketAt(link.replace(/[.:!?]+$/, ''));
      if (ticket) here.push(ticket);
      return ' ';
    });
    rest = rest.replace(NAMED, (_, repo: string, number: string) => {
      here.push(`github:${repo}#${number}`);
      return ' ';
    });
    // The key beside a link is that of the link.
    const linked = new Set(here.map((one) => ticketKey(one).replace(/^.*\//, '')));
    rest = rest.replace(KEY, (key) => {
      if (linked.has(key.toLowerCase())) return ' ';
      if (site === '') unclear.add(key);
      else here.push(`${site}/${key}`);
      return ' ';
    });
    const title = here.length === 1 ? (factText(rest.replace(/^[\s\-*•·:|–[\]()]+|[\s|:·–[\]()]+$/g, ''), TITLE_LENGTH) ?? '') : '';
    for (const ticket of here)
      if (!found.has(ticketKey(ticket)) && ticket.length <= TITLE_LENGTH) found.set(ticketKey(ticket), { ticket, title });
  }
  return { tickets: [...found.values()], unclear: [...unclear] };
}
