// What our own pages have stored and taken back: frameworks, readings, answers, records, and what was seen of tickets.
import type { OwnMessage } from '../messages.ts';
import { ticketKey } from '../model/ticket.ts';
import type { Db } from '../store/db.ts';
import type { Writer } from '../store/write.ts';
import { logReading, saveFramework } from './framework.ts';
import { saveRecords } from './many-records.ts';
import { removeTags, saveTags, undoTags } from './many-tags.ts';
import { importReadings, undoImport } from './readings.ts';
import { loadSample, removeSample } from './sample.ts';
import { undoOperation } from './tags.ts';

/** The messages of our own pages that ask for nothing but to keep something. */
export const KEPT = [
  ...(['saveFramework', 'removeFramework', 'logReading', 'importReadings', 'undoImport', 'saveTags', 'removeTags', 'undoTags'] as const),
  ...(['removeTag', 'undoOperation', 'saveRecord', 'saveRecords', 'removeRecord', 'seeTickets', 'loadSample', 'removeSample'] as const),
] as const;
export type Keep = Extract<OwnMessage, { readonly ask: (typeof KEPT)[number] }>;
export type Kept = { readonly state: 'done'; readonly count?: number } | { readonly state: 'refused'; readonly why: 'not-allowed' };

const done = { state: 'done' } as const;
const counted = (count: number | undefined): Kept => (count === undefined ? { state: 'refused', why: 'not-allowed' } : { ...done, count });

export const isKeep = (message: { readonly ask: string }): message is Keep => (KEPT as readonly string[]).includes(message.ask);

/** Under which name and for which team something is done. */
const named = (message: Keep): { request: string; team?: string } =>
  'request' in message && message.team !== undefined ? { request: message.request, team: message.team } : { request: crypto.randomUUID() };

/** Does it; resolves when it is on disk. @param today ISO day */
export async function keep(db: Db, writer: Writer, message: Keep, today: string): Promise<Kept> {
  const deed = (kind: 'framework' | 'tag' | 'record', key: string, set: Record<string, unknown>) =>
    writer.write([{ ...named(message), kind, key, set }]);
  switch (message.ask) {
    case 'saveFramework':
      return { ...done, count: Number(await saveFramework(db, writer, message)) };
    case 'removeFramework':
      await deed('framework', message.id, { deleted: true });
      return done;
    case 'logReading':
      await logReading(writer, message);
      return done;
    case 'importReadings':
      return counted(await importReadings(db, writer, message));
    case 'undoImport':
      return counted(await undoImport(db, writer, message));
    case 'saveTags':
      return counted(await saveTags(db, writer, message));
    case 'removeTags':
      return counted(await removeTags(db, writer, message));
    case 'undoTags':
      return counted(await undoTags(db, writer, message));
    case 'removeTag':
      await deed('tag', ticketKey(message.ticket), { deleted: true });
      return done;
    case 'undoOperation':
      await undoOperation(db, writer, message);
      return done;
    case 'saveRecord':
      await deed('record', message.key, { record: message.record, deleted: false });
      return done;
    case 'saveRecords':
      return counted(await saveRecords(db, writer, message));
    case 'removeRecord':
      await deed('record', message.key, { deleted: true });
      return done;
    case 'seeTickets':
      await writer.see(message.tickets);
      return { ...done, count: message.tickets.length };
    case 'loadSample':
      await loadSample(writer, today);
      return done;
    case 'removeSample':
      await removeSample(writer);
      return done;
  }
}
