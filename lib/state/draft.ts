// What the panel's form holds, and how it is kept while it is no answer yet.
import type { QuestionTag } from '../ask.ts';
import type { Answer } from '../model/tag.ts';
import { writeNumber } from './number-text.ts';

export const OTHER = 'not-north-star';
export type Reason = Extract<Answer, { kind: 'not-north-star' }>['reason'];
export const REASONS: readonly Reason[] = ['infrastructure', 'debt', 'compliance', 'other'];

/** One row of "how much on which input". */
export interface Row {
  readonly input: string;
  readonly text: string;
}

/** A form as it is kept: what was picked and typed, as text. */
export interface Draft {
  readonly pick: string;
  readonly rows: readonly Row[];
  readonly reason: Reason | '';
  readonly note: string;
  readonly effort: string;
}

export const EMPTY: Draft = { pick: '', rows: [], reason: '', note: '', effort: '' };

const rowsOf = (answer: Answer): Row[] => (answer.kind === 'effects' ? answer.effects.map(({ input, text }) => ({ input, text })) : []);

/** A stored answer as a form. */
export function draftOfTag(tag: QuestionTag): Draft {
  const { answer } = tag;
  return {
    pick: answer.kind === 'effects' ? (answer.effects[0]?.input ?? '') : OTHER,
    rows: rowsOf(answer),
    reason: answer.kind === 'effects' ? '' : answer.reason,
    note: tag.note ?? '',
    effort: writeNumber(tag.effort),
  };
}

/** A draft as it was kept; one that cannot be read, or is of another shape, counts as none. */
export function readDraft(text: string | undefined): Draft | undefined {
  try {
    const parsed: unknown = JSON.parse(text ?? '');
    if (typeof parsed !== 'object' || parsed === null || !Object.keys(EMPTY).some((key) => key in parsed)) return undefined;
    const draft: Draft = { ...EMPTY, ...parsed };
    const texts = [draft.pick, draft.reason, draft.note, draft.effort, ...draft.rows.flatMap(({ input, text: typed }) => [input, typed])];
    return texts.every((one) => typeof one === 'string') ? draft : undefined;
  } catch {
    return undefined;
  }
}
