// The contract every tracker keeps. A tracker is one file with two exports: its addresses, which the script on
// every page carries, and its pages, which only the panel loads. Add it to addresses.ts and pages.ts.

/** How a tracker's addresses are read. Identity comes from here, never from prose on the page. */
export interface Addresses {
  /** Whether a host name is this tracker's own, known without being told. */
  hosts(host: string): boolean;
  /**
   * The ticket an address names, as `ticket.ts` spells ids; `undefined` for lists, boards, settings.
   * @param host on a site of the user's own: the host, and where on it the tracker lives, as ids spell it
   */
  ticket(url: URL, host?: string): string | undefined;
}

/** Where in a page the panel goes: before `before` in `parent`, at the end when `before` is null. */
export interface Spot {
  readonly parent: Element;
  readonly before: Element | null;
}

/** One known place in the host's properties column. The list of rungs is ordered, best first. */
export interface Rung {
  readonly name: string;
  /** When it was last seen on a real page, `2026-11`. */
  readonly seen: string;
  find(scope: ParentNode): Spot | undefined;
}

export interface Pages {
  readonly id: 'github' | 'jira' | 'linear';
  /** The part of the page that shows this ticket: a dialog over a board, else the document. */
  scope(document: Document, ticket: string): ParentNode;
  /** The ticket the page itself claims to show; `undefined` when it says nothing, which is no contradiction. */
  shows(scope: ParentNode, ticket: string): string | undefined;
  /** The ticket's title as the page shows it: hostile text, for display only. */
  title(scope: ParentNode, document: Document): string;
  /** The part that was drawn by the server and is woken later by scripts, where nothing says when; null if there is none. */
  sleeper(document: Document): Element | null;
  /** For the others: whether the host has finished its first drawing, so that a foreign node does no harm. */
  awake(document: Document): boolean;
  readonly rungs: readonly Rung[];
  /** Events of the host, on document, after which the page may have changed under an unchanged address. */
  readonly events: readonly string[];
}

/** The first element of several selectors, in their order of preference and not in the page's. */
export function first(scope: ParentNode, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = scope.querySelector(selector);
    if (found) return found;
  }
  return undefined;
}
