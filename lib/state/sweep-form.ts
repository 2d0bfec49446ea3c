// The form of the ticket in turn: the panel's own, bound to that ticket.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Question } from '../ask.ts';
import type { MeaningOf } from './meaning.ts';
import { createPanelState, type PanelState } from './panel.ts';
import type { SweepTicket, SweepVerbs } from './sweep-contract.ts';

/** @param asked the question, with what was kept of an answer in the making */
export function formOf(
  verbs: SweepVerbs,
  { ticket, title }: SweepTicket,
  asked: Question,
  meaningOf: ReadonlySignal<MeaningOf | undefined>,
): PanelState {
  const { draft, ...rest } = asked;
  const { team } = asked;
  // What was typed here since is newer than what the question came with.
  const typed = verbs.draftOf?.(ticket);
  const newest = typed === undefined ? draft : (typed ?? undefined);
  return createPanelState(
    { ...rest, ...(newest === undefined ? {} : { draft: newest }) },
    {
      save: (answer, remarks, request) => verbs.save({ ticket, title, team, answer, remarks, request }),
      undo: (op, request) => verbs.undo({ ticket, team, op, request }),
      keepDraft: (text) => verbs.keepDraft(ticket, text),
      bring: () => verbs.bring(),
    },
    meaningOf,
  );
}
