// The rows a sweep walks over: found by their tickets, brought into view, and looked for further on in a list that shows only a part of itself.
import { ticketKey } from '../model/ticket.ts';
import { drawn, type Lists } from '../trackers/tracker.ts';
import { type Row, rowsOf, ticketOf } from './chip-rows.ts';

/** How long a list may take to draw rows that were scrolled to. */
const DRAWN_WITHIN_MS = 1500;
const LOOK_EVERY_MS = 30;
/** Screens a sweep scrolls on at once in search of another ticket. */
const MOST_SCREENS = 12;
/** So much of the window at the top is often the host's own bar. */
const HEAD_PX = 72;
const GAP_PX = 12;

/** Where the next page of a list is, on any tracker. */
const NEXT_PAGE = [
  'a[rel="next"][href]',
  '[aria-label="Pagination"] a[aria-label="Next Page"][href]',
  '[aria-label="Pagination"] [aria-current="page"] + a[href]',
  '.pagination a.next_page[href]',
  'button[data-testid$="pagination--next"]:not(:disabled)',
  '.pagination a.icon-next[href]',
].join();

export interface SweepRows {
  /** What is drawn now, in the page's order, each ticket once. */
  shown(): Row[];
  find(ticket: string): Row | undefined;
  /** The same without looking for it again and again: for every frame. */
  glimpse(ticket: string): Row | undefined;
  /** Brings a ticket's row into view; false where the list has it no more. */
  reveal(ticket: string): Promise<boolean>;
  /** Scrolls on until there is something new, or the end is reached. */
  further(found: () => boolean): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(is: () => boolean, alive: () => boolean, within = DRAWN_WITHIN_MS): Promise<boolean> {
  for (const end = performance.now() + within; alive() && performance.now() < end; await pause(LOOK_EVERY_MS)) if (is()) return true;
  return alive() && is();
}

/** What scrolls an element, the page itself where nothing else does. */
export function scrollerOf(element: Element): Element {
  for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight + 1 && /auto|scroll|overlay/.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement ?? document.documentElement;
}

export const nextPage = (page: Document): HTMLElement | undefined => [...page.querySelectorAll<HTMLElement>(NEXT_PAGE)].find(drawn);

/** A row's title as the page shows it: hostile text, for display only. */
export const titleOfRow = ({ kind, row, link }: Row): string => ((kind.title?.(row) ?? link).textContent ?? '').replace(/\s+/g, ' ').trim();

/** @param free the part of the window that nothing of ours lies over: top and bottom, px */
export function sweepRows(lists: Lists, free: () => { top: number; bottom: number }, signal: AbortSignal): SweepRows {
  /** Where in its scroller a row was when it was last seen: a list that recycles rows is scrolled back there. */
  const places = new Map<string, { readonly scroller: Element; readonly top: number }>();
  const alive = (): boolean => !signal.aborted;

  function shown(): Row[] {
    const rows = rowsOf(document, lists)
      .filter(({ row }) => drawn(row))
      .toSorted((a, b) => (a.row.compareDocumentPosition(b.row) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    // Pinned cards show again what is in the list, on whatever page of it.
    const listed = rows.some(({ kind }) => kind.name !== 'pinned') ? rows.filter(({ kind }) => kind.name !== 'pinned') : rows;
    const order = new Map<string, Row>();
    for (const row of listed) if (!order.has(ticketKey(row.ticket))) order.set(ticketKey(row.ticket), row);
    const found = [...order.values()];
    for (const { ticket, row } of found) {
      const scroller = scrollerOf(row);
      const top = row.getBoundingClientRect().top - topOf(scroller) + scroller.scrollTop;
      places.set(ticketKey(ticket), { scroller, top });
    }
    return found;
  }

  let last: Row | undefined;
  const names = ({ link, row }: Row, ticket: string): boolean =>
    link.isConnected && row.contains(link) && ticketKey(ticketOf(link) ?? '') === ticketKey(ticket) && drawn(row);
  function find(ticket: string): Row | undefined {
    if (!last || !names(last, ticket)) last = shown().find((row) => ticketKey(row.ticket) === ticketKey(ticket));
    return last;
  }

  function intoView({ row }: Row): void {
    const box = row.getBoundingClientRect();
    const { top, bottom } = free();
    if (box.top >= top + HEAD_PX && box.bottom <= bottom - GAP_PX) return;
    const scroller = scrollerOf(row);
    row.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    // In the middle of what is free, so that one sees what comes.
    const now = row.getBoundingClientRect();
    scroller.scrollBy({ top: now.top - (top + bottom - now.height) / 2, behavior: 'instant' });
  }

  let missed = 0;
  function glimpse(ticket: string): Row | undefined {
    if (last && names(last, ticket)) return last;
    if (performance.now() - missed < LOOK_EVERY_MS * 4) return undefined;
    missed = performance.now();
    return find(ticket);
  }

  return {
    ...{ shown, find, glimpse },
    reveal: async (ticket) => {
      const place = places.get(ticketKey(ticket));
      if (!find(ticket) && place?.scroller.isConnected) {
        place.scroller.scrollTo({ top: place.top - place.scroller.clientHeight / 3, behavior: 'instant' });
        await until(() => find(ticket) !== undefined, alive);
      }
      const row = find(ticket);
      if (row) intoView(row);
      return row !== undefined;
    },
    further: async (found) => {
      const end = shown().at(-1);
      if (!end) return;
      const scroller = scrollerOf(end.row);
      for (let i = 0; alive() && i < MOST_SCREENS && !found(); i++) {
        const before = scroller.scrollTop;
        scroller.scrollBy({ top: Math.max(200, scroller.clientHeight * 0.8), behavior: 'instant' });
        if (scroller.scrollTop <= before + 1) return;
        await until(found, alive, DRAWN_WITHIN_MS / 5);
      }
    },
  };
}

const topOf = (scroller: Element): number => (scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top);
