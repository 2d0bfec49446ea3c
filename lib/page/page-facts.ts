// What the ticket's own page says of it, told once somebody reaches for the form.
import { FACT_MARKS } from '../trackers/fact-marks.ts';
import { readFacts } from '../trackers/read-facts.ts';
import type { Seat } from './seat.ts';

/** Tells the background what the page on screen says of its ticket; a page that says nothing is not spoken of. */
export function tellPageFacts(seat: Seat): void {
  const { stay, tracker } = seat;
  // A page that cannot be read, and a background that is away, are no reason to disturb anybody.
  if (!stay || !tracker) return;
  const { ticket } = stay;
  const table = FACT_MARKS[tracker.pages.id];
  const scope = tracker.pages.scope(document, ticket);
  const shows = tracker.pages.shows(scope, ticket);
  if (shows !== undefined && shows.toLowerCase() !== ticket.toLowerCase()) return;
  const title = tracker.pages.title(scope, document);
  const facts = readFacts(scope, { ticket, title, marks: table.page, table, ticketAt: seat.ticketAt });
  if (/\/pull\/\d+/.test(location.pathname) && tracker.pages.id === 'github') facts.type ??= 'Pull request';
  seat.ask({ ask: 'seen', facts: [facts] }).catch(() => {});
}
