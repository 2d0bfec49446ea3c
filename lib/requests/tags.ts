// Saving, undoing and removing tags.
import { MAIN_FIELD, type Operation } from '../model/operation.ts';
import type { Answer, Remarks } from '../model/tag.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Db, TagRow } from '../store/db.ts';
import { ownTag } from '../store/read.ts';
import type { Writer } from '../store/write.ts';
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
  if (undo.ticket !== undefined && (done.kind !== 'tag' || done.key !== ticketKey(undo.ticket))) return;
  const later = await since(db, done);
  // When an answer was given is said of that answer: it comes with the one that returns.
  const standing = Object.keys(done.set).filter((field) => field !== 'given' && !later.some((op) => field in op.set));
  if (standing.length === 0) return;
  const before = new Map(await Promise.all(standing.map(async (field) => [field, await setterBefore(db, done, field)] as const)));
  const set = Object.fromEntries(standing.map((field) => [field, before.get(field)?.set[field] ?? null]));
  const main = MAIN_FIELD[done.kind];
  const wasNothing = main in set && set[main] === null;
  // A removal of what was never there: nothing comes back.
  if (!(main in set) && set['deleted'] === null && (await setterBefore(db, done, main))?.set[main] == null) return;
  // What came without the field was there all the same: it comes back.
  if (set['deleted'] === null) set['deleted'] = false;
  const source = before.get(main);
  if (source) set['given'] = whenGiven(source.hlc, source.set['given']);
  await writer.write([
    { request: undo.request, team: undo.team, kind: done.kind, key: done.key, set: wasNothing ? { deleted: true } : set },
  ]);
}

const entity = (op: Operation): [string, string, string, string] => [op.team, op.kind, op.key, op.person];

const since = (db: Db, op: Operation): Promise<Operation[]> =>
  db.getAllFromIndex('ops', 'entity', IDBKeyRange.bound([...entity(op), op.hlc], [...entity(op), []], true));

/** The operation that gave a field what it held before another. */
async function setterBefore(db: Db, op: Operation, field: string): Promise<Operation | undefined> {
  const range = IDBKeyRange.bound(entity(op), [...entity(op), op.hlc], false, true);
  let cursor = await db.transaction('ops').store.index('entity').openCursor(range, 'prev');
  while (cursor) {
    if (field in cursor.value.set) return cursor.value;
    cursor = await cursor.continue();
  }
  return undefined;
}
