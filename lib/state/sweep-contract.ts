// What a sweep shows, and what it needs of whoever starts it.
import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Refusal, Reply, Saved } from '../ask.ts';
import type { Answer, Remarks } from '../model/tag.ts';
import type { PanelState } from './panel.ts';
import type { SweepCommand } from './sweep-keys.ts';

/** A ticket of the walk. `answered`: when it was last seen, before this sweep did anything about it. */
export interface SweepTicket {
  readonly ticket: string;
  /** Hostile text, for display only. */
  readonly title: string;
  readonly answered: boolean;
}

export interface SweepVerbs {
  question(ticket: string): Promise<Reply>;
  save(what: { ticket: string; title: string; team: string; answer: Answer; remarks: Remarks; request: string }): Promise<Saved>;
  undo(what: { ticket: string; team: string; op: string; request: string }): Promise<Reply>;
  keepDraft(ticket: string, draft: string | undefined): Promise<boolean>;
  /** What was typed about it here and is not stored; `null` where that was dropped. */
  draftOf?(ticket: string): string | null | undefined;
  bring(): Promise<boolean>;
  /** Shows it where it is listed; false where it is listed no more. */
  reveal(ticket: string): Promise<boolean>;
  /** Looks for tickets further on in the list; the new ones come by `see`. */
  further(): Promise<unknown>;
  /** Whether there is another page of the list. */
  pages(): boolean;
  /** Goes to the next page. */
  onward(): void;
  open(ticket: string): void;
  /** Keeps where one is. */
  note(ticket: string): void;
  stopped(): void;
  gone(error: unknown): void;
}

export type SweepPhase = 'looking' | 'asking' | 'end' | 'stopped';
export interface Done {
  readonly ticket: string;
  readonly title: string;
  readonly team: string;
  readonly op: string;
}

export interface Sweep {
  readonly phase: ReadonlySignal<SweepPhase>;
  /** The tickets to walk over. */
  readonly walk: ReadonlySignal<readonly SweepTicket[]>;
  readonly at: ReadonlySignal<SweepTicket | undefined>;
  readonly panel: ReadonlySignal<PanelState | undefined>;
  /** Whether the range is being typed. */
  readonly typing: Signal<boolean>;
  /** Whether answered ones are walked over as well. */
  readonly all: ReadonlySignal<boolean>;
  /** How many answered ones are passed over. */
  readonly passed: ReadonlySignal<number>;
  /** What this sweep has stored and not taken back. */
  readonly done: ReadonlySignal<readonly Done[]>;
  readonly last: ReadonlySignal<Done | undefined>;
  readonly count: ReadonlySignal<number>;
  /** Minutes for the rest; `undefined` while that cannot be said. */
  readonly left: ReadonlySignal<number | undefined>;
  /** Why the ticket on screen was not stored, or cannot be asked about. */
  readonly trouble: ReadonlySignal<Refusal | 'gone' | 'unfinished' | undefined>;
  readonly more: ReadonlySignal<boolean>;
  see(tickets: readonly SweepTicket[]): void;
  /** @param from where one was the last time */
  start(from?: string): Promise<void>;
  do(command: SweepCommand): Promise<void>;
  dispose(): void;
}
