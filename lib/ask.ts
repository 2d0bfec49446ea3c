// What a tracker page's script may ask of the background, as types only: no schema reaches a tracker page.
// messages.ts holds the same as schemas, with the rights; a test keeps the two in step.
import type { TicketFacts } from './model/facts.ts';
import type { Multiplier } from './model/framework.ts';
import type { Visit } from './model/health.ts';
import type { Metric } from './model/metric.ts';
import type { Corner } from './model/preferences.ts';
import type { Site } from './model/site.ts';
import type { Answer, Remarks } from './model/tag.ts';

/** A metric with its newest reading, where there is one. */
export type Measured = Metric & { readonly current?: number };

export interface QuestionTag extends Remarks {
  readonly answer: Answer;
  readonly at: string;
  /** The operation that made it: what an undo undoes. */
  readonly op: string;
  /** It in words, at the present readings. */
  readonly lines: AnswerLines;
}

/** An answer in two lines, and where its needle points: degrees clockwise from north, absent where its worth is not known. */
export interface AnswerLines {
  readonly what: string;
  readonly why: string;
  readonly angle?: number;
  readonly loss?: boolean;
  /** What the team comes to, where several answered; that the number is another because the framework is, where it is. */
  readonly since?: string;
}

/** Everything the panel shows for one ticket. */
export interface Question {
  readonly state: 'ask';
  readonly team: string;
  readonly framework: { readonly id: string; readonly version: number; readonly name: string; readonly sample: boolean };
  readonly northStar: Measured;
  readonly inputs: readonly Measured[];
  /** How the inputs make the North Star, where it is not by their sensitivities alone. */
  readonly formula?: string;
  readonly multipliers?: readonly Multiplier[];
  readonly tag?: QuestionTag;
  readonly draft?: string;
  /** Other frameworks that claim the same place, by name. */
  readonly alsoClaimed: readonly string[];
}

/** How the user wants the panel to stand on this tracker. */
export interface Standing {
  /** At the edge, whatever place the page has to offer. */
  readonly dock: boolean;
  /** Where at the edge, when it was moved there by hand. */
  readonly at?: Corner;
}

/** What the page may show instead of a question. `standing` comes with the first reply for a ticket. */
export type Reply = Shown & { readonly standing?: Standing };

type Shown =
  | Question
  | { readonly state: 'unclaimed'; readonly place: string; readonly framework: { readonly id: string; readonly name: string } }
  | { readonly state: 'no-framework' }
  | { readonly state: 'never' }
  /** Turned off in Settings: for this tracker, or for this kind of page. */
  | { readonly state: 'off' }
  | { readonly state: 'refused'; readonly why: Refusal };

/** Why something was not done; the words for each are in _locales. */
export type Refusal = 'disk-full' | 'storage-refused' | 'wrong-ticket' | 'invalid' | 'not-allowed' | 'no-access' | 'failed';

export type Saved = { readonly state: 'saved'; readonly tag: QuestionTag } | { readonly state: 'refused'; readonly why: Refusal };
export type Done =
  /** `count`: how many were stored or taken back, where it can be none or many. */
  { readonly state: 'done'; readonly count?: number } | { readonly state: 'refused'; readonly why: Refusal };

/** What the chip of one row says. */
export interface ChipValue {
  readonly kind: 'open' | 'effects' | 'other';
  /** An input's short name, "2 inputs", or the reason; empty where nothing is answered. */
  readonly label: string;
  /** The signed mean in units of the North Star; empty where it is not known. */
  readonly mean: string;
  /** How it is read out, with what a press does. */
  readonly spoken: string;
  /** The answer in two lines. */
  readonly what?: string;
  readonly why?: string;
  /** Where the needle points: degrees clockwise from north. */
  readonly angle?: number;
  readonly loss?: boolean;
  /** P10, mean and P90 in units of the North Star, where they are known. */
  readonly range?: readonly [p10: number, mean: number, p90: number];
}

/** Of a row of a list: the address may name another ticket, or none, as long as the row's is of the same site. */
export interface OfRow {
  readonly row?: true;
}

export type Chips =
  | { readonly state: 'chips'; readonly values: readonly (ChipValue | null)[] }
  | { readonly state: 'refused'; readonly why: Refusal };

export type SweepPlace = { readonly state: 'sweep'; readonly ticket?: string } | { readonly state: 'refused'; readonly why: Refusal };

export interface Asks {
  question: { ask: { ticket: string; drawn: boolean } & OfRow; reply: Reply };
  save: {
    ask: { ticket: string; request: string; team: string; title: string; answer: Answer } & Remarks & OfRow;
    reply: Saved;
  };
  undo: { ask: { ticket: string; request: string; team: string; op: string } & OfRow; reply: Reply };
  /** Brings the arithmetic of the form into the page that asks. */
  meaning: { ask: Record<never, never>; reply: Done };
  draft: { ask: { ticket: string; draft?: string } & OfRow; reply: Done };
  claim: { ask: { ticket: string; request: string; framework: string }; reply: Reply };
  never: { ask: { ticket: string }; reply: Done };
  /** This page has rows: brings in what draws chips, where they are wanted. */
  rows: { ask: Record<never, never>; reply: Done };
  /** Brings in what finds rows by their shape. */
  shapes: { ask: Record<never, never>; reply: Done };
  /** What the chips of these tickets say, in their order; `null` where there is to be none. */
  chips: { ask: { tickets: string[]; asked?: true }; reply: Chips };
  /** Where a sweep of this list was left. */
  sweepFrom: { ask: Record<never, never>; reply: SweepPlace };
  /** Keeps where a sweep of this list is. */
  sweepAt: { ask: { ticket: string; row: true; onward?: true }; reply: Done };
  /** What the page says of its ticket, or of its rows', besides. */
  seen: { ask: { facts: TicketFacts[] } & OfRow; reply: Done };
  /** Brings the editor of a row into the page that asks. */
  editor: { ask: Record<never, never>; reply: Done };
  left: { ask: Record<never, never>; reply: Done };
  pane: { ask: Record<never, never>; reply: Done };
  stand: { ask: { ticket: string; dock: boolean; at?: Corner }; reply: Done };
  dock: { ask: Record<never, never>; reply: Done };
  health: { ask: { ticket: string; visit: Visit }; reply: Done };
  open: { ask: { page: 'welcome' | 'framework' | 'status' | 'settings' }; reply: Done };
  /** The sites of the user's own on the page's host, and whether the browser has taken access to it away. */
  site: { ask: Record<never, never>; reply: { readonly state: 'site'; readonly sites: readonly Site[]; readonly lost: boolean } };
}
export type AskName = keyof Asks;
export type Ask<N extends AskName = AskName> = { [K in N]: { readonly ask: K } & Asks[K]['ask'] }[N];
