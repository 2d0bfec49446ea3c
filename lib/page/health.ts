// What one look at a page found, for page health.
import type { Visit } from '../model/health.ts';
import type { Pages } from '../trackers/tracker.ts';
import type { Placed } from './place.ts';
import type { Seat, Stay } from './seat.ts';

export function visitOf(seat: Seat, { ticket, by }: Stay, pages: Pages, placed: Placed): Visit {
  const rows = seat.rows?.count();
  return {
    ...placed,
    ticket: by,
    title: pages.heading(pages.scope(document, ticket)) ? 'heading' : document.title ? 'tab' : 'none',
    // A page without rows has none to say anything about.
    rows: rows?.of ? rows : undefined,
  };
}
