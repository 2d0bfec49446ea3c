// The contract every tracker keeps. A tracker is one file with its exports: its addresses, which the script on every
// page carries; its pages, which only pages of that tracker load, with the panel; its pane, where tickets are shown that
// the address does not name; and its lists, for chips. Add it to addresses.ts, pages.ts, panes.ts and lists.ts.

/** How a tracker's addresses are read. Identity comes from here, never from prose on the page. */
export interface Addresses {
  readonly id: 'github' | 'jira' | 'linear';
  /** Whether a host name is this tracker's own, known without being told. */
  hosts(host: string): boolean;
  /**
   * The ticket an address names, as `ticket.ts` spells ids; `undefined` for lists, boards, settings.
   * @param host on a site of the user's own: the host, and where on it the tracker lives, as ids spell it
   */
  ticket(url: URL, host?: string): string | undefined;
  /** Where a pane may show a ticket that the address does not name: what the id of every such ticket begins with. */
  pane?(url: URL, host?: string): string | undefined;
}

/** The ticket in a pane, by the pane's own link to it, where the address names none. @param within what its id begins with */
export type ReadPane = (document: Document, within: string) => string | undefined;

/** Where in a page the panel goes: before `before` in `parent`, at the end when `before` is null. */
export interface Spot {
  readonly parent: Element;
  readonly before: Element | null;
}

/** One known place in the host's page. The list of rungs is ordered, best first. */
export interface Rung {
  readonly name: string;
  /** When it was last seen on a real page, `2026-11`. */
  readonly seen: string;
  find(scope: ParentNode): Spot | undefined;
}

export interface Pages {
  readonly id: 'github' | 'jira' | 'linear';
  /** The part of the page that shows this ticket: a dialog over a board, a pane beside a list, else the document. */
  scope(document: Document, ticket: string): ParentNode;
  /** The ticket the page itself claims to show; `undefined` when it says nothing, which is no contradiction. */
  shows(scope: ParentNode, ticket: string): string | undefined;
  /** The element that holds the title, where one of those known is there. */
  heading(scope: ParentNode): Element | undefined;
  /** The ticket's title as the page shows it: hostile text, for display only. */
  title(scope: ParentNode, document: Document): string;
  /** The part that was drawn by the server and is woken later by scripts, where nothing says when; null if there is none. */
  sleeper(document: Document): Element | null;
  /** For the others: whether the host has finished its first drawing, so that a foreign node does no harm. */
  awake(document: Document): boolean;
  /** Whether this part of the page has no place for more, so that the edge is where the panel belongs. */
  roomless?(scope: ParentNode): boolean;
  readonly rungs: readonly Rung[];
  /** Events of the host, on document, after which the page may have changed under an unchanged address. */
  readonly events: readonly string[];
}

/**
 * Where a chip may stand in a row. In `line` it takes room there, as long as no row and no column changes by it; `over` it
 * takes none and is laid over what is before that point, on a ground of its own; a `float` is laid over the end of what it is
 * in, and goes wherever that is scrolled.
 */
export interface ChipPlace {
  readonly parent: Element;
  readonly before: Node | null;
  readonly lie: 'line' | 'over' | 'corner' | 'beside' | 'float';
}

/** One kind of row or card. */
export interface List {
  readonly name: string;
  /** When it was last seen on a real page, `2026-11`. */
  readonly seen: string;
  /** The links that name a row's ticket; the first of a row counts. */
  readonly link: string;
  /** The row around such a link. */
  readonly row: string;
  /** What holds the ticket's title, hostile text for display only; the link where nothing is named. */
  title?(row: Element): Element | null | undefined;
  /** Where the chip goes, best first. */
  places(row: Element, link: Element): readonly (ChipPlace | undefined)[];
}

export interface Lists extends Pick<Pages, 'id' | 'sleeper' | 'awake'> {
  /** The kinds that are known by their marks, the surest first. */
  readonly kinds: readonly List[];
  /** Whether an address is one of a list, so that rows whose marks have gone are looked for by their shape. */
  listed(at: Pick<URL, 'pathname'>): boolean;
  /** How a row looks that the host or its user has selected. */
  readonly selected: string;
}

/** After an element, in the host's line. */
export function inLineAfter(element: Element | null | undefined): ChipPlace | undefined {
  return element?.parentElement ? { parent: element.parentElement, before: element.nextSibling, lie: 'line' } : undefined;
}

/** At the end of an element's content, in its line. */
export const inLineAtEnd = (parent: Element | null | undefined): ChipPlace | undefined =>
  parent ? { parent, before: null, lie: 'line' } : undefined;

// Nothing can be put into these, or it would become part of a control.
const CLOSED = 'a, button, [role="button"], img, svg, input, select, textarea, label, picture, canvas, azimuth-chip';

/**
 * Over the end of a cell: at the start of the one that follows it in the row, else at the end of its own content. A table's
 * cells and rows seldom hold what is laid over them: it would stay behind where a table is scrolled.
 */
export function overEndOf(cell: Element | null | undefined, row: Element): ChipPlace | undefined {
  if (!cell) return undefined;
  if (cell.localName === 'td') return { parent: cell, before: cell.firstChild, lie: 'float' };
  for (let at = cell; at !== row && at.parentElement; at = at.parentElement)
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) if (!next.matches(CLOSED)) return overStartOf(next);
  return overTailOf(cell);
}

/** Before the content of a cell. In a grid's cell that is beyond its padding and its border. */
function overStartOf(cell: Element): ChipPlace {
  const only = cell.matches('[role="gridcell"]') && cell.childNodes.length === 1 ? cell.firstElementChild : null;
  const parent = only && !only.matches(CLOSED) ? only : cell;
  return { parent, before: parent.firstChild, lie: 'over' };
}

/** Over the end of an element's own content. */
export const overTailOf = (parent: Element | null | undefined): ChipPlace | undefined =>
  parent ? { parent, before: null, lie: 'over' } : undefined;

/** The first element of several selectors, in their order of preference and not in the page's. */
export function first(scope: ParentNode, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = scope.querySelector(selector);
    if (found) return found;
  }
  return undefined;
}

/** Pages keep hidden twins of what they show: only what is drawn counts. */
export const drawn = (element: Element): boolean => element.getClientRects().length > 0;

/** What is drawn of a selector, in the page's order. */
export const allDrawn = (scope: ParentNode, selector: string): Element[] => [...scope.querySelectorAll(selector)].filter(drawn);

/** The spot just before, just after, or on top of an element. */
export const beforeIt = (it: Element | undefined): Spot | undefined =>
  it?.parentElement ? { parent: it.parentElement, before: it } : undefined;
export const afterIt = (it: Element | undefined): Spot | undefined =>
  it?.parentElement ? { parent: it.parentElement, before: it.nextElementSibling } : undefined;
export const onTopOf = (it: Element | undefined): Spot | undefined => it && { parent: it, before: it.firstElementChild };

/** What people wrote, what one gets around by, and what lies over the page: never ours to stand in. */
export const FOREIGN =
  'nav, [role="navigation"], [role="dialog"], dialog, [role="menu"], [role="listbox"], table, a, button, ' +
  '[contenteditable]:not([contenteditable="false"]), .markdown-body, .ak-renderer-document, .ProseMirror';

/** Whether an element is inside something that is not the ticket's own page: a comment, another's dialog, a menu of the host. */
export function misplaced(element: Element, scope: ParentNode, foreign = FOREIGN): boolean {
  for (let at: Element | null = element; at && at !== scope; at = at.parentElement) if (at.matches(foreign)) return true;
  return false;
}

/** A row of a tracker's table of places: its name, when it was last seen, and how it is found. */
export type Place = readonly [name: string, seen: string, find: (scope: ParentNode) => Spot | undefined];

/** A table of places as rungs, best first. What is found in a comment, a dialog or a menu is no place. */
export const ranked = (places: readonly Place[]): Rung[] =>
  places.map(([name, seen, find]) => ({
    name,
    seen,
    find: (scope) => {
      const spot = find(scope);
      return spot && !misplaced(spot.parent, scope) ? spot : undefined;
    },
  }));
