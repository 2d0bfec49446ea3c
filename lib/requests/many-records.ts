// Many records at once: what an import stores besides answers. Each one's operation is named after the request and counted, so that a
// repeated one stores nothing twice, and `undoTags` takes all of it back.
import type { TeamRecord } from '../model/record.ts';
import type { Db } from '../store/db.ts';
import { noteChunk } from '../store/imports.ts';
import type { Deed, Writer } from '../store/write.ts';

export interface ManyRecords {
  readonly request: string;
  /** The whole that this is a part of; its own name where it is all of it. */
  readonly part?: string | undefined;
  readonly team: string;
  /** Where they come from, empty for what was pasted. */
  readonly file: string;
  readonly records: readonly { readonly key: string; readonly record: TeamRecord }[];
}

/**
 * Stores records, all or none of them. What is stored already just so makes no operation.
 * @returns how many were stored; `undefined` where the team has no framework that one of them belongs to
 */
export async function saveRecords(
  db: Db,
  writer: Writer,
  { request, part, team, file, records }: ManyRecords,
): Promise<number | undefined> {
  for (const framework of new Set(records.map(({ record }) => record.framework)))
    if (!(await db.get('frameworks', [team, framework]))) return undefined;
  const known = await Promise.all(records.map(({ key }) => db.get('records', [team, key])));
  const deeds = records.flatMap(({ key, record }, i): Deed[] => {
    if (JSON.stringify(known[i]?.record) === JSON.stringify(record)) return [];
    return [{ request: `${request}-${i}`, team, kind: 'record', key, set: { record, deleted: false } }];
  });
  if (deeds.length === 0) return 0;
  const row = { team, kind: 'records' as const, framework: '', request, id: part ?? request, rows: deeds.length };
  await writer.write(deeds, { note: (tx, at) => noteChunk(tx, { ...row, file, at }) });
  return deeds.length;
}
