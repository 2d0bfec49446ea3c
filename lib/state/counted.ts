// Which answers count in sums: where a part of a ticket is answered, its parts count and it does not; and where a pull
// request closes an answered issue, the issue does.
import { ticketKey } from '../model/ticket.ts';
import type { Db } from '../store/db.ts';
import { tagPages, ticketPages } from '../store/read.ts';

/** Tickets that stand back, as keys. */
export async function standingBack(db: Db): Promise<ReadonlySet<string>> {
  const links: (readonly [of: string, before: string])[] = [];
  for await (const page of ticketPages(db)) {
    for (const { key, parent, closes = [] } of page) {
      if (parent !== undefined) links.push([ticketKey(parent), key]);
      for (const issue of closes) links.push([key, ticketKey(issue)]);
    }
  }
  if (links.length === 0) return new Set();
  const before = new Set(links.map(([, one]) => one));
  const answered = new Set<string>();
  for await (const page of tagPages(db)) for (const { ticket } of page) if (before.has(ticket)) answered.add(ticket);
  return new Set(links.flatMap(([of, one]) => (answered.has(one) ? [of] : [])));
}
