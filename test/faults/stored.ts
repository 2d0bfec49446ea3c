// What the database holds, read from one of the extension's own pages with nothing of ours in between.
import type { Stage } from '../e2e/stage.ts';

export interface StoredOperation {
  readonly op: string;
  readonly n: number;
  readonly hlc: string;
  readonly kind: string;
  readonly key: string;
  readonly set: { readonly answer?: Answer; readonly deleted?: boolean };
}
interface Answer {
  readonly effects?: readonly { readonly text: string }[];
}
export interface StoredTag {
  readonly ticket: string;
  readonly answer: Answer;
  readonly cells: Readonly<Record<string, { readonly op: string; readonly value: unknown }>>;
}
export interface Stored {
  readonly ops: readonly StoredOperation[];
  readonly tags: readonly StoredTag[];
}

/** All operations and tags. */
export async function stored(stage: Stage): Promise<Stored> {
  const page = await stage.own('manifest.json');
  const found = await page.evaluate(
    () =>
      new Promise<Stored>((resolve, reject) => {
        const open = indexedDB.open('azimuth');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const db = open.result;
          if (!db.objectStoreNames.contains('ops')) return reject(new Error('The database is gone: there is an empty one in its place.'));
          const tx = db.transaction(['ops', 'tags']);
          const ops = tx.objectStore('ops').getAll();
          const tags = tx.objectStore('tags').getAll();
          tx.onerror = () => reject(tx.error);
          tx.oncomplete = () => {
            db.close();
            resolve({ ops: ops.result as StoredOperation[], tags: tags.result as StoredTag[] });
          };
        };
      }),
  );
  await page.close();
  return found;
}

/** What is wrong with a ticket's answer as stored: no operation, no row, or the two not of one mind. Empty when all is well. */
export function faultsOf({ ops, tags }: Stored, key: string, text: string): string[] {
  const own = ops.filter((op) => op.kind === 'tag' && op.key === key).sort((a, b) => (a.hlc < b.hlc ? -1 : 1));
  const newest = own.at(-1);
  const row = tags.find((tag) => tag.ticket === key);
  const faults: string[] = [];
  if (!newest) faults.push(`${key} has no operation`);
  if (!row) faults.push(`${key} has no row`);
  if (!newest || !row) return faults;
  if (newest.set.answer?.effects?.[0]?.text !== text)
    faults.push(`${key}: its operation says ${JSON.stringify(newest.set.answer)}, not ${text}`);
  if (row.cells['answer']?.op !== newest.op) faults.push(`${key}: its row comes from another operation`);
  if (JSON.stringify(row.answer) !== JSON.stringify(newest.set.answer)) faults.push(`${key}: row and operation differ`);
  return faults;
}
