// Keeping the browser's own log of the database readable.
//
// A write that the disk had no room for leaves half a record at the end of Chromium's log. Later writes go behind it,
// are read back and look stored; but the next start cannot read past the half record, and drops the whole database
// without a word. Measured on a disk of 256 MB: 20 of 20 rows gone, in every run. What helps: making and deleting a
// database of the same origin compacts the log into a table and begins a new one (21 of 21 rows there). There is no
// other way to ask for it, and no way to see whether the log is torn, so it is done at the first start of each
// browser session and after each failed write. It costs some 5 ms, before the first save and not within one.
import { deleteDB, openDB } from 'idb';

const SCRATCH = 'azimuth-scratch';
/** The compaction goes on behind the answer of the deletion, for some ms. Nothing says when it is done. */
const COMPACTION_MS = 500;

/** Begins a new log. @throws what the browser says where there is still no room for one */
export async function renewLog(pause = COMPACTION_MS): Promise<void> {
  // A database without a store would leave nothing to compact.
  const scratch = await openDB(SCRATCH, 1, { upgrade: (fresh) => void fresh.createObjectStore('nothing') });
  scratch.close();
  await deleteDB(SCRATCH);
  await new Promise((resolve) => setTimeout(resolve, pause));
}

/** What outlives the background's death and ends with the browser, as `storage.session` does. */
export interface SessionMemory {
  known(): Promise<boolean>;
  learn(known: boolean): Promise<void>;
}

export interface WholeLog {
  /** Resolves when the log can be written to. @throws what `renew` throws; the next call tries again */
  ready(): Promise<void>;
  /** A write failed: the log may be torn. */
  doubt(): Promise<void>;
}

export function keepLogWhole(memory: SessionMemory, renew: () => Promise<void> = renewLog): WholeLog {
  let current: Promise<void> | undefined;
  let doubts = 0;
  const once = async (): Promise<void> => {
    const before = doubts;
    // Where there is no memory the log counts as torn: too often is harmless.
    if (await memory.known().catch(() => false)) return;
    await renew();
    if (doubts === before) await memory.learn(true).catch(() => {});
  };
  return {
    ready: () => {
      const mine = (current ??= once());
      mine.catch(() => {
        if (current === mine) current = undefined;
      });
      return mine;
    },
    doubt: async () => {
      doubts++;
      current = undefined;
      await memory.learn(false).catch(() => {});
    },
  };
}
