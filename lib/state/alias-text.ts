// Two addresses of the same tickets, as people paste them: what each is of, and whether the one can be the other.
import type { Alias } from '../model/alias.ts';
import { hostIn, type Site } from '../model/site.ts';
import { shortTicket, ticketKey } from '../model/ticket.ts';
import { ticketAt } from '../trackers/addresses.ts';
import { claimFrom } from './claim-text.ts';

/** `from`, `to`: not understood. `differ`: of different trackers or kinds, as a repository and its owner. `same`: one and the same. */
export type AliasText =
  | { readonly ok: true; readonly alias: Alias }
  | { readonly ok: false; readonly why: 'from' | 'to' | 'differ' | 'same' };

const ticketIn = (text: string, sites: readonly Site[]): string | undefined => {
  const address = text.trim();
  const ticket = ticketAt(address, sites) ?? ticketAt(`https://${address}`, sites);
  return ticket && ticketKey(ticket);
};

/** What a place is, so that only like stands for like: how deep in its tracker. */
function kindOf(place: string, sites: readonly Site[]): string {
  const [, tracker = '', rest = ''] = /^(\w+):(.+)$/.exec(place) ?? [];
  const known = sites
    .map(({ origin, context }) => `${hostIn(origin)}${context}`.toLowerCase())
    .find((base) => rest === base || rest.startsWith(`${base}/`));
  const base = known ?? (tracker === 'jira' ? (rest.split('/')[0] ?? '') : /^[^/]*[.:][^/]*(?=\/|$)/.exec(rest)?.[0]);
  return `${tracker} ${
    rest
      .slice(base?.length ?? 0)
      .split('/')
      .filter(Boolean).length
  }`;
}

/**
 * What two addresses say together. Two of one ticket mean all around it: of Jira the whole site, of the others the
 * repository or the team. Two tickets with different numbers mean these two.
 * @param sites those of the user's own
 */
export function aliasFrom(from: string, to: string, sites: readonly Site[] = []): AliasText {
  const [moved, home] = [ticketIn(from, sites), ticketIn(to, sites)];
  if (moved && home && shortTicket(moved) !== shortTicket(home)) return between(moved, home, sites);
  const [there, here] = [claimFrom(from, sites), claimFrom(to, sites)];
  if (!there.ok) return { ok: false, why: 'from' };
  if (!here.ok) return { ok: false, why: 'to' };
  const [, one, key] = /^(jira:.+)\/([^/]+)$/.exec(there.claim) ?? [];
  const [, other, sameKey] = /^(jira:.+)\/([^/]+)$/.exec(here.claim) ?? [];
  if (moved && home && one && other && one !== other && key === sameKey) return between(one, other, sites);
  return between(there.claim, here.claim, sites);
}

function between(from: string, to: string, sites: readonly Site[]): AliasText {
  if (from === to) return { ok: false, why: 'same' };
  const like = /[#-]\d+$/.test(from) && /[#-]\d+$/.test(to) && from.split(':')[0] === to.split(':')[0];
  return like || kindOf(from, sites) === kindOf(to, sites) ? { ok: true, alias: { from, to } } : { ok: false, why: 'differ' };
}

/** How people read a place or a ticket: without the tracker in front. */
export const placeName = (place: string): string => place.replace(/^\w+:/, '');
