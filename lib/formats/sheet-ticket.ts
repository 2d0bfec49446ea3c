// The ticket a cell names: by its address, by its id, or by a key, which needs to be told once where it is.
import { hostIn, type Site } from '../model/site.ts';
import { placeOf } from '../model/ticket.ts';
import { ticketId } from './answers.ts';

const KEY = /^[a-z][a-z0-9_]{0,30}-[1-9]\d{0,9}$/i;
const ADDRESS = /^https?:\/\/\S+$/i;
/** Other tools' sheets have links of their own to each row. */
const ADDRESS_OF_TICKET = /^https?:\/\/\S+(\/(issues|pull|browse|issue)\/|selectedIssue=)\S+$/i;
const ID = /^(github|jira|linear):\S+(#|-)\d+$/;
const OF_REPOSITORY = /^([\w-]+\/[\w.-]+)#([1-9]\d{0,9})$/;
const NUMBER = /^#([1-9]\d{0,9})$/;

/** Whether a cell can name a ticket. */
export const isTicketText = (text: string): boolean =>
  [KEY, ADDRESS_OF_TICKET, ID, OF_REPOSITORY, NUMBER].some((form) => form.test(text.trim()));
/** Whether it does so only together with a place. */
export const needsSite = (text: string): boolean => KEY.test(text) || NUMBER.test(text);

export type TicketRead = { readonly ticket: string } | { readonly what: 'not-a-ticket' | 'several-tickets' | 'no-ticket' };

/**
 * @param site a place as ids spell it, `jira:acme.atlassian.net`, `linear:acme`, `github:acme/app`
 * @param ticketAt the ticket an address names
 */
export function ticketIn(cell: string, site: string | undefined, ticketAt: (address: string) => string | undefined): TicketRead {
  const text = cell.trim();
  if (text === '') return { what: 'no-ticket' };
  const one = ticketOf(text, site, ticketAt);
  const ticket = one === undefined ? undefined : ticketId(one);
  if (ticket !== undefined) return { ticket };
  const parts = text.split(/[\s,;|]+/).filter(isTicketText);
  return { what: parts.length > 1 ? 'several-tickets' : 'not-a-ticket' };
}

function ticketOf(text: string, site: string | undefined, ticketAt: (address: string) => string | undefined): string | undefined {
  if (ADDRESS.test(text)) return ticketAt(text);
  if (ID.test(text)) return text;
  if (OF_REPOSITORY.test(text)) return `github:${text}`;
  if (site?.startsWith('github:')) return NUMBER.test(text) ? site + text : undefined;
  return site !== undefined && KEY.test(text) ? `${site}/${text.toUpperCase()}` : undefined;
}

/** A tracker's place as somebody types it: its address, or how ids begin. @param sites those of the user's own */
export function siteIn(typed: string, sites: readonly Site[]): string | undefined {
  const text = typed.trim().replace(/\/+$/, '');
  if (/^jira:[^\s/]+(\/\S+)?$|^linear:[\w-]+$|^github:(\S+\/)?[\w-]+\/[\w.-]+$/.test(text)) return text;
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const [first, second] = url.pathname.split('/').filter(Boolean);
  const own = sites.find(({ origin, context }) => origin === url.origin && `${url.pathname}/`.startsWith(`${context}/`));
  if (own?.tracker === 'jira') return `jira:${hostIn(own.origin)}${own.context}`;
  if (own) return first && second ? `github:${hostIn(own.origin)}/${first}/${second}` : undefined;
  if (url.hostname.endsWith('.atlassian.net')) return `jira:${url.hostname}`;
  if (url.hostname === 'linear.app') return first && `linear:${first}`;
  return url.hostname === 'github.com' && first && second ? `github:${first}/${second}` : undefined;
}

/** The place that a framework's claims make likely for keys; `undefined` where they leave it open. @param keys as they stand in cells */
export function likelySite(claims: readonly string[], keys: Iterable<string>): string | undefined {
  const wanted = new Set([...keys].map((key) => placeOf(`x:/${key}`).slice(3)));
  const places = claims.flatMap((claim) => {
    const [, site, project] = /^((?:jira|linear):.+?)(?:\/([^/]+))?$/.exec(claim.toLowerCase()) ?? [];
    return site ? [{ site, project }] : [];
  });
  const sure = new Set(places.filter(({ project }) => project !== undefined && wanted.has(project)).map(({ site }) => site));
  const all = new Set(places.map(({ site }) => site));
  const [only, ...more] = sure.size > 0 ? sure : all;
  return more.length === 0 ? only : undefined;
}
