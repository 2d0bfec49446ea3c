// Which links of a page are the titles of rows, and of which rows. A row is what its link says, and nothing else.
import type { List, Lists } from '../trackers/tracker.ts';

export interface Row {
  readonly link: HTMLAnchorElement;
  readonly row: Element;
  readonly ticket: string;
  readonly kind: List;
}

/** Where links are prose, navigation or being written, whatever stands around them. */
export const NO_ROW =
  '.markdown-body,.comment-body,.ak-renderer-document,.ProseMirror,[contenteditable=""],[contenteditable=true],nav,footer,' +
  '[role=navigation],[role=menu],[role=listbox],[role=tooltip],[role=log],[role=alert]';

const ticketAt = (address: string): string | undefined => globalThis.azimuth?.ticketAt(address);

/** Whether a link to a ticket stays on this page's site: its host and, where one host holds several, its workspace or context path. */
function here(link: HTMLAnchorElement | HTMLAreaElement, ticket: string): boolean {
  const [, tracker, place = ''] = /^(\w+):(.*)\//.exec(ticket) ?? [];
  const base = tracker === 'linear' ? `/${place}/` : tracker === 'jira' ? `${place.replace(/^[^/]+/, '')}/` : '/';
  return link.origin === location.origin && `${location.pathname}/`.toLowerCase().startsWith(base.toLowerCase());
}

const named = new Map<string, string | undefined>();
let namedAt = '';

/** The ticket a link names, if it is one of this site; a link to a place inside a ticket's page is none to the ticket. */
export function ticketOf(link: HTMLAnchorElement | HTMLAreaElement): string | undefined {
  const href = link.getAttribute('href') ?? '';
  if (href === '' || href.includes('#') || href.startsWith('?')) return undefined;
  // Reading addresses is most of the work on a long list, and the same come again and again.
  if (namedAt !== location.pathname) {
    named.clear();
    namedAt = location.pathname;
  }
  if (named.has(href)) return named.get(href);
  const ticket = ticketAt(link.href);
  const ours = ticket !== undefined && here(link, ticket) ? ticket : undefined;
  named.set(href, ours);
  return ours;
}

/**
 * The rows a page shows, each by its first link to a ticket; what else it links to is about the row's. Link by link, with
 * nothing for those that make no row: a page has thousands of them, and whoever reads them can stop in between.
 */
export function* readRows(document: Document, lists: Lists): Generator<Row | undefined, void> {
  const taken = new Set<Element>();
  const rows: Row[] = [];
  for (const kind of lists.kinds)
    for (const link of document.querySelectorAll<HTMLAnchorElement>(kind.link)) {
      const ticket = ticketOf(link);
      const row = ticket && link.closest(kind.row);
      if (row && !taken.has(row) && !link.closest(NO_ROW)) {
        taken.add(row);
        rows.push({ link, row, ticket, kind });
        yield rows.at(-1);
      } else yield undefined;
    }
  if (isList(lists)) yield* globalThis.azimuth?.shapes?.(rows) ?? [];
}

/** Beside a ticket, in its history, nearly every link is in a list of some kind. */
const isList = (lists: Lists): boolean => !ticketAt(location.href) && lists.listed(location);

/** Whether a list links to tickets outside of its rows: others may have lost their marks. */
export function hasStrays(document: Document, lists: Lists, rows: readonly Row[]): boolean {
  const taken = new Set(rows.map(({ row }) => row));
  return isList(lists) && [...document.links].some((link) => ticketOf(link) && !lies(link, taken));
}

/** All of them at once. */
export const rowsOf = (document: Document, lists: Lists): Row[] => [...readRows(document, lists)].filter((row) => row !== undefined);

/** Whether an element lies in one of the rows. */
export function lies(element: Element, rows: ReadonlySet<Element>): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) if (rows.has(at)) return true;
  return false;
}

/** Whether anything of these nodes can make, change or end a row: links, and what stands in for them. */
export function concernsRows(nodes: Iterable<Node>): boolean {
  for (const node of nodes)
    if (node instanceof Element && (node.matches('a, azimuth-chip') || node.querySelector('a, azimuth-chip'))) return true;
  return false;
}

export function onScreen({ row }: Row): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
