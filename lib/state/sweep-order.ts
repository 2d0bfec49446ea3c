// The order of a sweep, and how long the rest of it takes.
import { ticketKey } from '../model/ticket.ts';

/** What is shown of a list that shows only a part of itself, joined to what was shown of it before: each new one stands behind the one it follows. */
export function joined<T extends { readonly ticket: string }>(known: readonly T[], shown: readonly T[]): T[] {
  const all = [...known];
  const places = new Map(all.map(({ ticket }, i) => [ticketKey(ticket), i]));
  let last: number | undefined;
  for (const [i, one] of shown.entries()) {
    const place = places.get(ticketKey(one.ticket));
    if (place !== undefined) {
      all[place] = one;
      last = place;
      continue;
    }
    // Before what it stands above, where it follows nothing that is known.
    const above = last === undefined ? shown.slice(i).flatMap(({ ticket }) => places.get(ticketKey(ticket)) ?? [])[0] : undefined;
    const at: number = last === undefined ? (above ?? all.length) : last + 1;
    all.splice(at, 0, one);
    for (const [j, { ticket }] of all.entries()) if (j >= at) places.set(ticketKey(ticket), j);
    last = at;
  }
  return all;
}

/** Somebody who is away longer than this was not working on the ticket. */
const AWAY_MS = 120_000;
const RECENT = 12;
/** Fewer than these say nothing about a pace. */
const FEWEST = 3;

/** @param steps how long each ticket took, ms @returns minutes for so many more, or `undefined` while that cannot be said */
export function minutesLeft(steps: readonly number[], left: number): number | undefined {
  const recent = steps.filter((ms) => ms <= AWAY_MS).slice(-RECENT);
  if (recent.length < FEWEST) return undefined;
  return (recent.reduce((sum, ms) => sum + ms, 0) / recent.length / 60_000) * left;
}
