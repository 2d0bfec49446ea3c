// Saving, undoing and removing tags.
import { homeOf } from '../model/alias.ts';
import { MAIN_FIELD, type Operation } from '../model/operation.ts';
import type { Answer, Remarks } from '../model/tag.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Db, Read, TagRow } from '../store/db.ts';
import { aliasesIn } from '../store/aliases.ts';
import { historyOf, ownTag } from '../store/read.ts';
import type { Deed, Writer } from '../store/write.ts';
import { whenGiven } from '../sync/clock.ts';

export interface Save extends Remarks {
  readonly ticket: string;
  readonly request: string;
  readonly team: string;
  readonly title: string;
  readonly answer: Answer;
}

/** Stores an answer; resolves when it is on disk. The draft of the ticket goes with it. */
export async function saveTag(db: Db, writer: Writer, save: Save): Promise<TagRow> {
  const before = await ownTag(db, save.ticket, save.team);
  const remarks = { note: save.note, effort: save.effort, evidence: save.evidence };
  // A fresh answer also clears the remarks of one that was removed: they still lie under its stone.
  const buried = before ? undefined : await buriedRemarks(db, writer, save);
  const changed = Object.entries(remarks).filter(([field, value]) => (before ?? buried)?.[field as keyof Remarks] !== value);
  const [stored] = await writer.write(
    [
      {
        request: save.request,
        team: save.team,
        kind: 'tag',
        key: ticketKey(save.ticket),
        set: {
          answer: save.answer,
          seen: { id: save.ticket, title: save.title },
          deleted: false,
          // An emptied remark is null, not absent: absent would leave the old one standing.
          ...Object.fromEntries(changed.map(([field, value]) => [field, value ?? null])),
        },
      },
    ],
    { dropDraft: save.ticket },
  );
  if (JSON.stringify(stored?.set['answer']) !== JSON.stringify(save.answer)) throw new Error('This request was used for another answer.');
  const row = await ownTag(db, save.ticket, save.team);
  if (!row) throw new Error(`The tag of ${save.ticket} was stored and is not there.`);
  return row;
}

async function buriedRemarks(db: Db, writer: Writer, { team, ticket }: Save): Promise<Record<string, unknown> | undefined> {
  const { person } = await writer.identity();
  const stone = await db.get('gone', [team, 'tag', ticketKey(ticket), person]);
  return stone && Object.fromEntries(Object.entries(stone.cells).map(([field, { value }]) => [field, value ?? undefined]));
}

export interface Undo {
  readonly request: string;
  readonly team: string;
  readonly op: string;
  /** Where given, nothing but an answer of this ticket is undone. */
  readonly ticket?: string;
}

/**
 * Takes one operation back: every field it set, and that nothing has changed since, returns to what it was, as old as it was.
 * @param undo.op the operation; unknown ones and other teams' are left alone
 */
export async function undoOperation(db: Db, writer: Writer, undo: Undo): Promise<void> {
  const done = await db.get('ops', undo.op);
  if (!done || done.team !== undo.team) return;
  const home = done.kind === 'tag' ? homeOf(await aliasesIn(db), done.key) : undefined;
  if (undo.ticket !== undefined && home !== ticketKey(undo.ticket)) return;
  const { team, person } = done;
  const history = home === undefined ? entityHistory(db.transaction(['ops']), done) : historyOf(db, { team, ticket: home, person });
  const deed = undoing(done, await history, undo.request);
  if (deed) await writer.write([deed]);
}

/** Everything done to what an operation is about, oldest first. */
export const entityHistory = (tx: Read<'ops'>, { team, kind, key, person }: Operation): Promise<Operation[]> =>
  tx
    .objectStore('ops')
    .index('entity')
    .getAll(IDBKeyRange.bound([team, kind, key, person], [team, kind, key, person, []]));

/** What takes an operation back, by the history it is part of; `undefined` where nothing of it is left to take back. */
export function undoing(done: Operation, history: readonly Operation[], request: string): Deed | undefined {
  const later = history.filter(({ hlc }) => hlc > done.hlc);
  const earlier = history.filter(({ hlc }) => hlc < done.hlc);
  const before = (field: string): unknown => earlier.findLast(({ set }) => field in set)?.set[field] ?? null;
  // When an answer was given is said of that answer: it comes with the one that returns.
  const standing = Object.keys(done.set).filter((field) => field !== 'given' && !later.some((op) => field in op.set));
  if (standing.length === 0) return undefined;
  const set = Object.fromEntries(standing.map((field) => [field, before(field)]));
  const main = MAIN_FIELD[done.kind];
  const wasNothing = main in set && set[main] === null;
  // It is gone already.
  if (wasNothing && later.findLast((op) => 'deleted' in op.set)?.set['deleted'] === true) return undefined;
  // A removal of what was never there: nothing comes back.
  if (!(main in set) && set['deleted'] === null && before(main) === null) return undefined;
  // What came without the field was there all the same: it comes back.
  if (set['deleted'] === null) set['deleted'] = false;
  const source = main in set ? earlier.findLast((op) => main in op.set) : undefined;
  if (source) set['given'] = whenGiven(source.hlc, source.set['given']);
  return { request, team: done.team, kind: done.kind, key: done.key, set: wasNothing ? { deleted: true } : set };
}
