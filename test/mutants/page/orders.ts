// What the mutator in the page is told, and what it can be asked. Both go through the browser as JSON.
import type { Kind } from '../kinds.ts';

export interface Orders {
  readonly seed: number;
  readonly kinds: readonly Kind[];
  /** Whether React keeps this page: its nodes stay its own, whatever is done to them. */
  readonly living: boolean;
  /** Selectors, each for one element without regard to others: parts of the properties column in the page as it was. */
  readonly column: string;
  /** The part of the page that shows the ticket, where it is not the whole page. */
  readonly within?: string;
}

/** What was seen of the panel, over all the time. */
export interface Seen {
  /** The most panels there were at once. */
  readonly most: number;
  readonly tickets: readonly string[];
  /** What it stood in, of what it must not stand in. */
  readonly wrong: readonly string[];
  readonly place: string;
  readonly rung: string;
  /** Whether it stands in the column of the page as it was, or beside it. */
  readonly home: boolean;
  /** ms from the page's start. */
  readonly first: number | undefined;
  readonly column: number | undefined;
}

export interface MutatorWindow {
  seen(): Seen;
  /** Ends all that goes on by itself, and brings back what was away. */
  stop(): void;
  /** The tickets whose chips are there now, and the chips that are not where they belong. */
  chips(): { readonly tickets: readonly string[]; readonly wrong: readonly string[] };
  /** What is higher with its chips than without. */
  grown(): readonly string[];
  /** The host's own nodes and how they stand, as text. */
  nodes(): string;
}

declare global {
  interface Window {
    __mutator: MutatorWindow;
    /** Begins to mutate the page that is about to be read. */
    mutatePage(orders: Orders): void;
  }
}
