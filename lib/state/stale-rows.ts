// Which rows of the backlog are stale, and what confirming one or estimating it anew stores.
import type { Measured } from '../ask.ts';
import { parseEffect } from '../impact/typed.ts';
import type { Answer, Tag } from '../model/tag.ts';
import type { Basis } from './basis.ts';
import type { Past } from './past.ts';
import { type BacklogRow, shiftOfRow } from './ranking.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { preferencesOf, readingsOf } from '../store/read.ts';
import { OLD_AFTER, type Reason, type Staleness, staleReasons } from './stale.ts';

export interface StaleRow {
  readonly row: BacklogRow;
  readonly reasons: readonly Reason[];
}

const FRESH: readonly Reason[] = [];

/** Stale rows of open tickets, the oldest answer first; sets with each row why it is, and yields the share done. */
export function* staleRows(rows: readonly BacklogRow[], basis: Basis, past: Past, given: Staleness): Generator<number, StaleRow[]> {
  const found: StaleRow[] = [];
  for (const [i, row] of rows.entries()) {
    const open = row.group === 'ranked' || row.group === 'unpriced';
    const reasons = open ? staleReasons(row.tag, shiftOfRow(row, basis, past), given) : FRESH;
    row.stale = reasons.length > 0 ? reasons : FRESH;
    if (reasons.length > 0) found.push({ row, reasons });
    if (i % 64 === 63) yield i / rows.length;
  }
  return found.toSorted((a, b) => (a.row.tag.at < b.row.tag.at ? -1 : a.row.tag.at > b.row.tag.at ? 1 : 0));
}

/** What staleness is told by. @param today ISO day */
export async function stalenessOf(
  db: Db,
  { team, framework }: Pick<FrameworkRow, 'team' | 'framework'>,
  today: string,
): Promise<Staleness> {
  const [readings, { oldAfter = OLD_AFTER }] = await Promise.all([readingsOf(db, team, framework), preferencesOf(db)]);
  return { readings, today, oldAfter };
}

/** What a message needs to store an answer as of now. */
export type Given = Pick<Tag, 'title' | 'answer'> &
  Partial<Pick<Tag, 'note' | 'effort' | 'evidence'>> & { readonly ticket: string; readonly at: string };

function givenAs({ shown, title, note, effort, evidence }: Tag, answer: Answer, at: string): Given {
  return {
    ...{ ticket: shown, title, answer, at },
    ...(note !== undefined && { note }),
    ...(effort !== undefined && { effort }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** The same answer, given now, under the framework as it is now. @param at ISO time */
export const confirmed = (tag: Tag, version: number, at: string): Given => givenAs(tag, { ...tag.answer, version }, at);

/** Another estimate on the same inputs; `undefined` where a text is none. @param texts of its effects, in their order */
export function reestimated(
  tag: Tag,
  texts: readonly string[],
  inputs: readonly Measured[],
  version: number,
  at: string,
): Given | undefined {
  const { answer } = tag;
  if (answer.kind !== 'effects') return undefined;
  const effects = answer.effects.flatMap(({ input }, i) => {
    const metric = inputs.find(({ id }) => id === input);
    const text = (texts[i] ?? '').trim();
    const typed = metric && parseEffect(text, metric, tag.evidence);
    return typed?.ok ? [{ ...typed.effect, input, text }] : [];
  });
  return effects.length === answer.effects.length ? givenAs(tag, { ...answer, effects, version }, at) : undefined;
}
