// Which of the answers under the sample framework are the user's own: they go when the sample goes.
import type { Tag } from '../model/tag.ts';
import { ticketKey } from '../model/ticket.ts';
import { SAMPLE_TAGS } from '../sample/tags.ts';

const came = new Map(SAMPLE_TAGS.map((tag) => [ticketKey(tag.ticket), tag]));
const parts = ({ answer, note, effort, evidence }: Pick<Tag, 'answer' | 'note' | 'effort' | 'evidence'>): string =>
  JSON.stringify([
    answer.kind === 'effects' ? answer.effects.map(({ input, low, mid, high, chance }) => [input, low, mid, high, chance]) : answer.reason,
    note,
    effort,
    evidence,
  ]);

/** Answers that did not come with the sample, or were changed since. */
export const ownUnderSample = (tags: readonly Tag[]): Tag[] =>
  tags.filter((tag) => {
    const sample = came.get(tag.ticket);
    return !sample || parts(sample) !== parts(tag);
  });
