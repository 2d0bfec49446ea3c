// Tickets that have two addresses: a custom domain, a repository or a project that was renamed, a ticket that was moved.
// The user says so, one at a time. What is stored keeps the id it was stored under; it is read as that of its home.
import { covers, placeOf, ticketKey } from './ticket.ts';

/** Both are places as claims spell them, or both are tickets; of one tracker, in lower case. */
export interface Alias {
  readonly from: string;
  /** Its home: what is said of `from` is said of this. */
  readonly to: string;
}

/** The closest of those that move an id. @param place where it lies; of a place, itself */
const moving = (aliases: readonly Alias[], id: string, place: string): Alias | undefined =>
  aliases
    .filter(({ from }) => from === id.toLowerCase() || covers(from, place))
    .reduce<Alias | undefined>((best, one) => (best && best.from.length >= one.from.length ? best : one), undefined);

function follow(aliases: readonly Alias[], id: string, within: (id: string) => string): string {
  let at = id;
  // One step for each at most: what is stored holds no circle, and what is read from a disk might.
  for (let left = aliases.length; left > 0; left--) {
    const alias = moving(aliases, at, within(at));
    if (!alias) return at;
    at = alias.to + at.slice(alias.from.length);
  }
  return at;
}

/** The one id of a ticket, whichever of its addresses it was met at; as spelled where nothing is said of it. */
export function homeOf(aliases: readonly Alias[], ticket: string): string {
  const home = follow(aliases, ticket, placeOf);
  // An alias is kept in lower case; a key that was in capitals is shown in capitals.
  return CAPITALS.test(ticket) ? home.replace(/[^/]+-\d+$/, (key) => key.toUpperCase()) : home;
}
const CAPITALS = /^(jira|linear):.*\/[A-Z][^/]*-\d+$/;

/** The same for a place: a repository, project or team, or what such lie in. */
export const homePlace = (aliases: readonly Alias[], place: string): string => follow(aliases, place, (at) => at.toLowerCase());

/** Every id a ticket has, its home first. The others are in lower case where they differ from it. */
export function spellingsOf(aliases: readonly Alias[], ticket: string): string[] {
  const known = [homeOf(aliases, ticket)];
  for (const id of known)
    for (const { from, to } of aliases) {
      const other = to === ticketKey(id) || covers(to, placeOf(id)) ? from + id.slice(to.length) : undefined;
      // What a closer alias takes elsewhere is no spelling of this one.
      if (other && !known.includes(other) && ticketKey(homeOf(aliases, other)) === ticketKey(known[0] ?? '')) known.push(other);
    }
  return known;
}

/** Every place a ticket is said to lie in: whoever claims one of them asks about it. */
export const placesOf = (aliases: readonly Alias[], ticket: string): string[] => spellingsOf(aliases, ticket).map(placeOf);

/** Not a place: a repository may end in a hyphen and a number, as tickets elsewhere do. */
const isTicket = (id: string): boolean => (id.startsWith('github:') ? id.includes('#') : /-\d+$/.test(id));

/** Those with one more; `undefined` where that would say nothing, or go round in a circle. */
export function withAlias(aliases: readonly Alias[], { from, to }: Alias): readonly Alias[] | undefined {
  const others = aliases.filter((one) => one.from !== from);
  if (from.split(':')[0] !== to.split(':')[0] || isTicket(from) !== isTicket(to) || covers(from, to) || covers(to, from)) return undefined;
  const home = isTicket(to) ? homeOf(others, to) : homePlace(others, to);
  if (home === from || covers(from, home) || covers(home, from)) return undefined;
  return [...others, { from, to }];
}
