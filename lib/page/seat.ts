// What the script on every page and the panel hand each other. They are two scripts of one extension in one
// isolated world; this is the only thing they share, and the host page cannot see it.
import type { Ask, AskName, Asks, Reply } from '../ask.ts';

/** One ticket on screen, from the moment the address names it until it names another. */
export interface Stay {
  readonly ticket: string;
  readonly reply: Reply;
  /** Aborted when the address moves on. Whatever is bound to a ticket is bound to this. */
  readonly signal: AbortSignal;
}

export interface Seat {
  /** The stay so far; `undefined` where the address names no ticket or the answer is not in yet. */
  stay: Stay | undefined;
  /** Set by the panel: called with each new stay and with `undefined` when there is none. */
  onStay?: (stay: Stay | undefined) => void;
  /** Set by the panel: its element, so that the key guard knows it. */
  element?: Element;
  /** Set by the panel: keys pressed inside its element. */
  onKey?: (event: KeyboardEvent) => void;
  /** Looks at the address again. */
  look(): void;
  /** Asks the background; one retry, because a sleeping worker can drop the first. @throws when it is gone */
  ask<N extends AskName>(ask: Ask<N>): Promise<Asks[N]['reply']>;
  /** False once the extension was reloaded or updated under this page. */
  alive(): boolean;
}

declare global {
  var azimuth: Seat | undefined;
}
