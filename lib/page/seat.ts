// What the script on every page and the panel hand each other. They are scripts of one extension in one
// isolated world; this is the only thing they share, and the host page cannot see it.
import type { Ask, AskName, Asks, Reply } from '../ask.ts';
import type { drawLine } from './notice.ts';
import type { MeaningOf } from '../state/meaning.ts';
import type { Lists, Pages } from '../trackers/tracker.ts';
import type { Shown } from './chip-list.ts';
import type { Row } from './chip-rows.ts';
import type { Dock } from './dock.ts';

/** One ticket on screen, from the moment the address names it until it names another. */
export interface Stay {
  readonly ticket: string;
  /** What named it. */
  readonly by: 'address' | 'pane';
  readonly reply: Reply;
  /** Aborted when the address moves on. Whatever is bound to a ticket is bound to this. */
  readonly signal: AbortSignal;
  /** Ends the stay before the address moves on: the user wants nothing here. */
  close(): void;
}

/** The chips of a page's rows, for the key guard and for the editor that one of them opens. */
export interface Rows {
  /** Whether a node is one of our elements in lists: a chip, or the editor. */
  owns(node: EventTarget): boolean;
  /** Rows on the page, and how many have a chip. */
  count(): { readonly chips: number; readonly of: number };
  /** Set by the editor: keys and focus events inside ours. */
  onEvent?: ((event: Event) => void) | undefined;
  /** The chips that are shown, and how they are dressed: for what the editor's script draws beside them. */
  chips?: {
    readonly shown: ReadonlySet<Shown>;
    readonly sheet: CSSStyleSheet;
    face(face: HTMLElement): void;
    readonly signal: AbortSignal;
  };
  /** Set by the editor's script: opens it for a row. */
  open?: (row: Edited) => void;
  /** Set by the editor's script: the row that the extension's own key means now. */
  pick?: () => Shown | undefined;
  /** Set by the editor's script: reads a chip out in two lines, or stops it. */
  tip?: (chip: Shown | undefined) => void;
}

/** The row an editor is opened for. */
export interface Edited {
  readonly ticket: string;
  /** The ticket's title as the row shows it: hostile text, for display only. */
  title(): string;
  /** The chip, or whatever stands for it by now; `undefined` while no row of the page names the ticket. */
  chip(): HTMLElement | undefined;
}

export interface Seat {
  /** The stay so far; `undefined` where the address names no ticket or the answer is not in yet. */
  stay: Stay | undefined;
  /** Set by the panel: called with each new stay and with `undefined` when there is none. */
  onStay?: (stay: Stay | undefined) => void;
  /** Set by the panel: its element, so that the key guard knows it. */
  element?: Element;
  /** Set by the panel: keys and focus events inside its element. */
  onEvent?: ((event: Event) => void) | undefined;
  /** Set by the script that draws chips. */
  rows?: Rows;
  /** Set by the tracker's own script: how its pages are read, and what makes the panel look at home there. */
  tracker?: { readonly pages: Pages; readonly css: string };
  /** Set by the tracker's own script for lists: its rows, and what makes chips look at home there. */
  lists?: Lists & { readonly css: string };
  /** Set by what finds rows by their shape: those of a list that are not among the known. */
  shapes?: (known: readonly Row[]) => Row[];
  /** Set by what watches panes: the ticket in one now. @param within what its id begins with */
  pane?: (within: string) => string | undefined;
  /** Set by the script for the edge of the page. */
  dock?: Dock;
  /** Set by the script that brings the arithmetic of the form. */
  meaningOf?: MeaningOf;
  /** And how what only it can draw looks. */
  meaningCss?: string | undefined;
  /** Set by a sweep of this page's list: takes the keys again. */
  sweep?: { focus(): void } | undefined;
  /** Where the page changed after it was parsed and before the panel could watch: signs of a page that woke. */
  readonly stirred: Node[];
  /** Draws one line with a button at the edge of the page. */
  readonly line: typeof drawLine;
  /** The ticket an address names. */
  ticketAt(address: string): string | undefined;
  /** Looks at the address again. */
  look(): void;
  /** Asks the background; one retry, because a sleeping worker can drop the first. @throws when it is gone */
  ask<N extends AskName>(ask: Ask<N>): Promise<Asks[N]['reply']>;
  /** False once the extension was reloaded or updated under this page. */
  alive(): boolean;
}

/** What the script for sites of the user's own tells the one for all tracker pages. */
export interface OwnSite {
  ticketAt(address: string): string | undefined;
  paneAt(address: string): string | undefined;
  /** Has the seat look again when it is known which site this is, and when access was given or taken away. */
  watch(seat: Seat, signal: AbortSignal): void;
}

declare global {
  var azimuthOwn: OwnSite | undefined;
  var azimuth: Seat | undefined;
}
