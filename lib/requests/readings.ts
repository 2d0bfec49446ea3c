// Many readings at once: a chunk of an import, and taking one back.
//
// Each reading's operation is named after its chunk's request, `REQUEST-0`, `REQUEST-1`, and so on: a repeated chunk stores nothing
// twice, and all that an import did can be found again, on every device that has its operations.
import { readOrigin } from '../model/origin.ts';
import type { Reading } from '../model/reading.ts';
import type { Db, ReadingRow } from '../store/db.ts';
import { noteBack, noteChunk, operationsOf } from '../store/imports.ts';
import { rowsAmong } from '../store/known.ts';
import type { Deed, Writer } from '../store/write.ts';
import { entityHistory, undoing } from './tags.ts';

export interface ImportChunk {
  readonly request: string;
  /** The import it is part of; its own name where it is all of it. */
  readonly part?: string | undefined;
  readonly team: string;
  readonly framework: string;
  readonly readings: readonly (Pick<Reading, 'metric' | 'date' | 'value'> & { readonly origin: string })[];
}

/**
 * Stores a chunk, all of it or nothing. Values that are stored already make no operation.
 * @returns how many were stored; `undefined` where the team has no such framework, or the framework no such metric
 */
export async function importReadings(db: Db, writer: Writer, chunk: ImportChunk): Promise<number | undefined> {
  const { request, part, team, framework, readings } = chunk;
  const metrics = new Set((await db.get('frameworks', [team, framework]))?.framework.metrics.map(({ id }) => id));
  if (!readings.every(({ metric }) => metrics.has(metric))) return undefined;
  type Key = [string, string, string, string];
  const keyOf = ({ metric, date }: Pick<Reading, 'metric' | 'date'>): Key => [team, framework, metric, date];
  const known = await rowsAmong<Key, ReadingRow>(db.transaction('readings').store, readings.map(keyOf), keyOf);
  const deeds = readings.flatMap((reading, i): Deed[] => {
    const { metric, date, value, origin } = reading;
    if (known.get(JSON.stringify(keyOf(reading)))?.value === value) return [];
    const set = { value, source: 'import', origin, deleted: false };
    return [{ request: `${request}-${i}`, team, kind: 'reading', key: `${framework}/${metric}/${date}`, set }];
  });
  const { file } = readOrigin(readings[0]?.origin ?? '');
  const row = { team, framework, request, id: part ?? request, file, rows: deeds.length };
  if (deeds.length > 0) await writer.write(deeds, { note: (tx, at) => noteChunk(tx, { ...row, at }) });
  return deeds.length;
}

/**
 * Takes back what a chunk did, as far as nothing has changed it since.
 * @param undo.of the chunk's request
 * @returns how many readings went back to what they were
 */
export async function undoImport(
  db: Db,
  writer: Writer,
  { request, team, of }: { readonly request: string; readonly team: string; readonly of: string },
): Promise<number> {
  const tx = db.transaction(['ops']);
  const all = await tx.objectStore('ops').getAll(operationsOf(of));
  const done = all.filter((op) => op.team === team && op.kind === 'reading' && op.set['source'] === 'import');
  const deeds = await Promise.all(done.map(async (op, i) => undoing(op, await entityHistory(tx, op), `${request}-${i}`)));
  const left = deeds.filter((deed) => deed !== undefined);
  if (done.length > 0) await writer.write(left, { note: (within) => noteBack(within, { team, request: of }, left.length) });
  return left.length;
}
