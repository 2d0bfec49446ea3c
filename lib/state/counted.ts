// Which answers count in sums: where a part of a ticket is answered, its parts count and it does not; and where a pull
// request closes an answered issue, the issue does. The backlog's own rows know it already (pieces.ts); here it is read
// without them, for a file of everything.
import type { TicketFacts } from '../model/facts.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Db } from '../store/db.ts';
import { tagPages, ticketPages } from '../store/read.ts';
import { issueOf } from './pieces.ts';

/** Tickets that stand back, as keys. */
export async function standingBack(db: Db): Promise<ReadonlySet<string>> {
  const known = new Map<string, TicketFacts>();
  for await (const page of ticketPages(db))
    for (const row of page) if (row.parent !== undefined || row.closes?.length) known.set(row.key, row);
  if (known.size === 0) return new Set();
  const answered = new Set<string>();
  for await (const page of tagPages(db)) for (const { ticket } of page) answered.add(ticket);
  const back = new Set<string>();
  for (const ticket of answered) {
    const issue = issueOf(ticket, known, answered);
    if (issue !== ticket && answered.has(issue)) back.add(ticket);
    const seen = new Set([issue]);
    for (let up = known.get(issue)?.parent; up !== undefined; up = known.get(ticketKey(up))?.parent) {
      const key = ticketKey(up);
      // Those that go round in a circle are above nobody.
      if (seen.has(key)) break;
      seen.add(key);
      back.add(key);
    }
  }
  return back;
}
