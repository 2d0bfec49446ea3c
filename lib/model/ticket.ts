// A ticket's identity, as text: `github:[HOST/]OWNER/REPO#N`, `jira:HOST[/CONTEXT]/KEY-N`, `linear:WORKSPACE/KEY-N`.
// No schema library here: the script on every tracker page reads this file too.
import { originOf } from './site.ts';

/** Ticket ids are compared without case. */
export const ticketKey = (id: string): string => id.toLowerCase();

/** The repository, project or team a ticket lives in: its id without the number, in lower case. */
export const placeOf = (id: string): string => ticketKey(id).replace(/(#|-)\d+$/, '');

/** The short name people use: `#1842`, `PLN-214`. */
export const shortTicket = (id: string): string => id.slice(id.includes('#') ? id.indexOf('#') : id.lastIndexOf('/') + 1);

/** Whether a claim covers a place: the same place, or one inside it (`github:acme` covers `github:acme/app`). */
export function covers(claim: string, place: string): boolean {
  const mine = claim.toLowerCase();
  return place === mine || place.startsWith(`${mine}/`);
}

/** Where a ticket can be opened, from its id alone; `undefined` for an id of no known form. */
export function ticketUrl(id: string): string | undefined {
  const [, tracker, rest] = /^(github|jira|linear):(.+)$/.exec(id) ?? [];
  if (!tracker || !rest) return undefined;
  if (tracker === 'linear') return `https://linear.app/${rest.replace('/', '/issue/')}`;
  if (tracker === 'jira') {
    const [, host, context = '', key] = /^([^/]+)(\/.+)?\/([^/]+)$/.exec(rest) ?? [];
    return host && `${originOf(host)}${context}/browse/${key}`;
  }
  // A host has a dot or a port, and an owner neither.
  const [, host, repo, number] = /^(?:([^/]+[.:][^/]+)\/)?([^/:]+\/[^/#]+)#(\d+)$/.exec(rest) ?? [];
  return repo && `${originOf(host ?? 'github.com')}/${repo}/issues/${number}`;
}
