// Many answers at once: a bulk change in the backlog, a chunk of an import. Each answer's operation is named after the request, as
// those of imported readings are, so that a repeated one stores nothing twice and all of it can be taken back.
import { ticketKey } from '../model/ticket.ts';
import type { Remarks } from '../model/tag.ts';
import type { Db, TagRow } from '../store/db.ts';
import { noteBack, noteChunk, operationsOf } from '../store/imports.ts';
import { rowsAmong } from '../store/known.ts';
import type { Deed, Writer } from '../store/write.ts';
import { entityHistory, type Save, undoing } from './tags.ts';

export interface ManyTags {
  readonly request: string;
  /** The whole that this is a part of; its own name where it is all of it. */
  readonly part?: string | undefined;
  readonly team: string;
  /** Of an import: where they come from, empty for what was pasted. It is listed among the imports then. */
  readonly file?: string | undefined;
  /** `at`: when it was given, ISO, where that is not now. */
  readonly tags: readonly (Omit<Save, 'request' | 'team'> & { readonly at?: string | undefined })[];
}

const REMARKS: readonly (keyof Remarks)[] = ['note', 'effort', 'evidence'];

/**
 * Stores answers, all or none of them. What is stored already just so, and not given later, makes no operation.
 * @returns how many were stored; `undefined` where the team has no framework that one of them was given under
 */
export async function saveTags(db: Db, writer: Writer, { request, part, team, file, tags }: ManyTags): Promise<number | undefined> {
  for (const framework of new Set(tags.map(({ answer }) => answer.framework)))
    if (!(await db.get('frameworks', [team, framework]))) return undefined;
  const { person } = await writer.identity();
  type Key = [string, string, string];
  const keys = tags.map(({ ticket }): Key => [team, ticketKey(ticket), person]);
  const known = await rowsAmong<Key, TagRow>(db.transaction('tags').store, keys, (row) => [row.team, row.ticket, row.person]);
  const deeds = tags.flatMap((tag, i): Deed[] => {
    const before = known.get(JSON.stringify(keys[i]));
    // Where no answer stands, those of one that was removed still lie under its stone: all are set.
    const remarks = REMARKS.filter((field) => !before || before[field] !== tag[field]);
    // The same answer given later is a confirmation: it is as old as the day it was confirmed.
    const later = before !== undefined && tag.at !== undefined && Date.parse(tag.at) > Date.parse(before.at);
    const answered = before !== undefined && !later && JSON.stringify(before.answer) === JSON.stringify(tag.answer);
    if (answered && remarks.length === 0) return [];
    const set = {
      ...(answered ? {} : { answer: tag.answer, seen: { id: tag.ticket, title: tag.title || (before?.title ?? '') }, deleted: false }),
      // An emptied remark is null, not absent: absent would leave the old one standing.
      ...Object.fromEntries(remarks.map((field) => [field, tag[field] ?? null])),
    };
    // Said of an answer: a note alone does not make the one that stands another day's.
    const at = answered || tag.at === undefined ? {} : { at: Date.parse(tag.at) };
    return [{ request: `${request}-${i}`, team, kind: 'tag', key: ticketKey(tag.ticket), set, ...at }];
  });
  if (deeds.length === 0) return 0;
  const row = { team, kind: 'answers' as const, framework: '', request, id: part ?? request, rows: deeds.length };
  await writer.write(deeds, file === undefined ? {} : { note: (tx, at) => noteChunk(tx, { ...row, file, at }) });
  return deeds.length;
}

/** Takes answers away, all or none of them. @returns how many there were */
export async function removeTags(
  db: Db,
  writer: Writer,
  { request, team, tickets }: { readonly request: string; readonly team: string; readonly tickets: readonly string[] },
): Promise<number> {
  const { person } = await writer.identity();
  type Key = [string, string, string];
  const keys = [...new Set(tickets.map(ticketKey))].map((ticket): Key => [team, ticket, person]);
  const known = await rowsAmong<Key, TagRow>(db.transaction('tags').store, keys, (row) => [row.team, row.ticket, row.person]);
  const deeds = keys.flatMap((key, i): Deed[] =>
    known.has(JSON.stringify(key)) ? [{ request: `${request}-${i}`, team, kind: 'tag', key: key[1], set: { deleted: true } }] : [],
  );
  if (deeds.length > 0) await writer.write(deeds);
  return deeds.length;
}

/**
 * Takes back what `saveTags`, `removeTags` or `saveRecords` did, as far as nothing has changed it since.
 * @param undo.of the request @returns how many answers went back to what they were
 */
export async function undoTags(
  db: Db,
  writer: Writer,
  { request, team, of }: { readonly request: string; readonly team: string; readonly of: string },
): Promise<number> {
  const tx = db.transaction(['ops']);
  const done = (await tx.objectStore('ops').getAll(operationsOf(of))).filter(
    (op) => op.team === team && (op.kind === 'tag' || op.kind === 'record'),
  );
  const deeds = await Promise.all(done.map(async (op, i) => undoing(op, await entityHistory(tx, op), `${request}-${i}`)));
  // A remark that was set to nothing and is nothing stands, and nothing of it is to be taken back.
  const left = deeds.filter(
    (deed, i): deed is Deed => deed !== undefined && Object.entries(deed.set).some(([field, value]) => value !== done[i]?.set[field]),
  );
  if (done.length > 0) await writer.write(left, { note: (within) => noteBack(within, { team, request: of }, left.length) });
  return left.length;
}
