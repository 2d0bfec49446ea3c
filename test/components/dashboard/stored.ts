// A database in memory with its writer, new for each test.
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { type Db, openDatabase } from '../../../lib/store/db.ts';
import { createWriter, type Writer } from '../../../lib/store/write.ts';

/** @param now ms; runs on by a second with each thing done */
export async function freshStore(now = Date.parse('2026-11-22T12:00:00Z')): Promise<{ db: Db; writer: Writer }> {
  globalThis.indexedDB = new IDBFactory();
  const db = await openDatabase();
  return {
    db,
    writer: createWriter(
      async () => db,
      () => (now += 1000),
    ),
  };
}
