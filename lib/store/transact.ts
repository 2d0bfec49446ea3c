// One transaction of the background: all or none of it, on disk before anybody is told.
import { ALL_STORES, type Db, type Identity, type Write } from './db.ts';

/**
 * Does work in one transaction. Resolves when it is on disk.
 * @param db gives the open database; called each time, since a connection can be lost
 * @throws why it is not
 */
export async function transact<T>(db: () => Promise<Db>, work: (tx: Write) => Promise<T>): Promise<T> {
  // IndexedDB's default durability is `relaxed`: "complete" then only means the system has it, not the disk.
  const tx: Write = (await db()).transaction(ALL_STORES, 'readwrite', { durability: 'strict' });
  // An abort rejects `done` even when nobody awaits it yet; the error is thrown below all the same.
  tx.done.catch(() => {});
  try {
    const made = await work(tx);
    await tx.done;
    return made;
  } catch (error) {
    // What fails outside of the database (a value that is none) would leave the first half to be committed.
    if (tx.error === null) abort(tx);
    // A request only says that it was aborted; why is known when the transaction has ended.
    await tx.done.catch(() => {});
    throw tx.error ?? error;
  }
}

function abort(tx: Write): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

const randomHex = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (b) => b.toString(16).padStart(2, '0')).join('');

/** Who this device is; made at the first need. */
export async function identify(tx: Write): Promise<Identity> {
  const meta = tx.objectStore('meta');
  const known = (await meta.get('identity')) as Identity | undefined;
  if (known) return known;
  const made: Identity = { device: randomHex(8), person: `p-${randomHex(8)}`, team: `t-${randomHex(8)}` };
  await meta.put(made, 'identity');
  return made;
}
