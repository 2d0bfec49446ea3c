// One change to many answers: what it makes of each, stored a thousand at a time, and taken back as one.
import type { Done } from '../ask.ts';
import type { OwnAsk } from '../messages.ts';
import type { Answer, Effect, Evidence, Tag } from '../model/tag.ts';
import { newRequest } from './own.ts';
import type { BacklogRow } from './ranking.ts';

type Reason = Extract<Answer, { kind: 'not-north-star' }>['reason'];

export type BulkChange =
  | { readonly kind: 'effort'; readonly effort: number | undefined }
  | { readonly kind: 'evidence'; readonly evidence: Evidence | undefined }
  | { readonly kind: 'reason'; readonly reason: Reason }
  | { readonly kind: 'effects'; readonly effects: readonly Effect[] }
  | { readonly kind: 'remove' };

/** Whose answers are changed, and under which framework a new one is given. */
export interface Hand {
  readonly team: string;
  /** `undefined` before anything was ever stored. */
  readonly person: string | undefined;
  readonly framework: { readonly id: string; readonly version: number };
}

type Many = Extract<OwnAsk, { ask: 'saveTags' }>['tags'][number];

function answered({ ticket, title, answer, note, effort, evidence }: Many): Many {
  return {
    ...{ ticket, title, answer },
    ...(note !== undefined && { note }),
    ...(effort !== undefined && { effort }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** What a change makes of one's own answer; `undefined` where there is none to change. */
function changed(own: Tag | undefined, shown: Tag, change: Exclude<BulkChange, { kind: 'remove' }>, hand: Hand): Many | undefined {
  const under = { framework: hand.framework.id, version: hand.framework.version };
  const { shown: ticket, title } = own ?? shown;
  if (change.kind === 'reason') {
    return answered({ ...own, ticket, title, answer: { kind: 'not-north-star', reason: change.reason, ...under } });
  }
  if (change.kind === 'effects')
    return answered({ ...own, ticket, title, answer: { kind: 'effects', effects: [...change.effects], ...under } });
  // An answer under a framework that is gone can only be given anew.
  if (!own || own.answer.framework !== hand.framework.id) return undefined;
  if (change.kind === 'effort') return answered({ ...own, ticket, title, effort: change.effort });
  return answered({ ...own, ticket, title, evidence: change.evidence });
}

export interface Prepared {
  readonly messages: readonly Extract<OwnAsk, { ask: 'saveTags' | 'removeTags' }>[];
  /** Answers that are changed, and rows that have none of one's own to change. */
  readonly count: number;
  readonly skipped: number;
}

/** Answers in one message. */
const MOST = 1000;

const parts = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / MOST) }, (_, i) => items.slice(i * MOST, (i + 1) * MOST));

/** The messages that make a change. Only one's own answers change: those of others are theirs. */
export function prepared(rows: readonly BacklogRow[], change: BulkChange, hand: Hand): Prepared {
  const { team, person } = hand;
  const own = (row: BacklogRow): Tag | undefined =>
    row.tags.find((tag) => tag.team === team && (person === undefined || tag.person === person));
  const mine = rows.filter(({ tag }) => tag.team === team);
  if (change.kind === 'remove') {
    const tickets = mine.flatMap((row) => own(row)?.shown ?? []);
    const messages = parts(tickets).map((some) => ({ ask: 'removeTags' as const, request: newRequest(), team, tickets: some }));
    return { messages, count: tickets.length, skipped: rows.length - tickets.length };
  }
  const tags = mine.flatMap((row) => changed(own(row), row.tag, change, hand) ?? []);
  const whole = newRequest();
  const messages = parts(tags).map((some) => ({ ask: 'saveTags' as const, request: newRequest(), part: whole, team, tags: some }));
  return { messages, count: tags.length, skipped: rows.length - tags.length };
}

/**
 * Sends messages one after the other.
 * @param progress called with the number of messages done
 * @returns those that were done, and the refusal that ended it if there was one
 */
export async function sendAll(
  messages: readonly OwnAsk[],
  send: (message: OwnAsk) => Promise<Done>,
  progress: (done: number) => void = () => {},
): Promise<{ readonly done: readonly OwnAsk[]; readonly refused: Extract<Done, { state: 'refused' }> | undefined }> {
  const done: OwnAsk[] = [];
  for (const message of messages) {
    progress(done.length);
    const reply = await send(message);
    if (reply.state === 'refused') return { done, refused: reply };
    done.push(message);
  }
  return { done, refused: undefined };
}

/** What takes back all that was done, the last first. */
export const undoAll = (done: readonly OwnAsk[]): readonly OwnAsk[] =>
  done
    .toReversed()
    .flatMap((message) =>
      message.ask === 'saveTags' || message.ask === 'removeTags'
        ? [{ ask: 'undoTags' as const, request: newRequest(), team: message.team, of: message.request }]
        : [],
    );
