// What an export tells of an answer besides it: what was seen of its ticket, what the team says, and what only follows from all
// answers together. Worked out as a row goes out, and not kept.
import type { TicketFacts } from '../model/facts.ts';

/** The team's value on the input that most of it named, in the input's unit. */
export interface TeamSays {
  /** Its name. */
  readonly input: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly chance: number;
}

export interface Beside {
  readonly facts?: TicketFacts | undefined;
  /** People who answered. */
  readonly answers: number;
  /** Where several did. */
  readonly team?: TeamSays | undefined;
  /** 0..1, where several named its main input. */
  readonly agreement?: number | undefined;
  /** Mean change of the NSM as believed, its units; absent where it has no worth. */
  readonly corrected?: number | undefined;
  /** The same for one point of effort. */
  readonly point?: number | undefined;
  /** P(it beats the next in rank), 0..1. */
  readonly next?: number | undefined;
  /** From 1; absent for what is not ranked. */
  readonly rank?: number | undefined;
  /** By the way of scoring of the view it goes out from. */
  readonly score?: number | undefined;
  /** Whole days since the newest answer. */
  readonly age: number;
}

/** What a column can be left out by: the columns of the backlog, and what that has no column for. */
export const EXTRAS = [
  ...(['state', 'type', 'assignee', 'label', 'milestone', 'priority', 'points', 'parent'] as const),
  ...(['answers', 'agreement', 'gain', 'point', 'next', 'rank', 'score', 'age'] as const),
] as const;
export type Extra = (typeof EXTRAS)[number];
/** Those that go out unless a view says otherwise. A score is a score only beside the view that scores so. */
export const USUAL_EXTRAS: readonly Extra[] = EXTRAS.filter((extra) => extra !== 'score');
