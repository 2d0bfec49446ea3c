// What every import does alike: one piece of work at a time, which can be given up; a file that is read; progress; and a step back
// to the beginning, with the reason, for what was not read.
import type { ImportStore } from './import-store.ts';
import { type ImportRefusal, isRefusal, type NamedText, type ReadableFile, readFile } from './import-source.ts';

export type CommonStep =
  | { readonly at: 'begin'; readonly refused?: ImportRefusal & { readonly name: string } }
  /** `share` of it done, 0..1. */
  | { readonly at: 'reading' | 'checking'; readonly share: number };

export interface ImportWork {
  /** A new piece of work; what still runs is given up. */
  begin(): AbortSignal;
  /** Does work. What it refuses and what goes wrong leads back to the beginning; what was given up ends without a word. */
  attempt(name: string, does: (until: AbortSignal) => Promise<ImportRefusal | undefined | void>): Promise<void>;
  /** Shows how far a part of it has come. */
  progress(at: 'reading' | 'checking', from?: number, to?: number): (share: number) => void;
  /** Takes the text of a file. */
  readFile(file: ReadableFile, take: (given: NamedText, until: AbortSignal) => Promise<ImportRefusal | undefined>): Promise<void>;
}

/** @param show the step to be at */
export function createImportWork(show: (step: CommonStep) => void): ImportWork {
  let work = new AbortController();
  const begin = (): AbortSignal => {
    work.abort();
    work = new AbortController();
    return work.signal;
  };
  const attempt: ImportWork['attempt'] = async (name, does) => {
    const until = begin();
    try {
      const refused = await does(until);
      if (refused && !until.aborted) show({ at: 'begin', refused: { ...refused, name } });
    } catch (error) {
      if (until.aborted) return;
      console.error('Azimuth could not read this.', error);
      show({ at: 'begin', refused: { why: 'unreadable', name } });
    }
  };
  const progress: ImportWork['progress'] =
    (at, from = 0, to = 1) =>
    (share) =>
      show({ at, share: from + share * (to - from) });
  return {
    ...{ begin, attempt, progress },
    readFile: (file, take) =>
      attempt(file.name, async (until) => {
        show({ at: 'reading', share: 0 });
        const read = await readFile(file, progress('reading', 0, 0.2), until);
        until.throwIfAborted();
        return isRefusal(read) ? read : take(read, until);
      }),
  };
}

/** Something done to what is being stored, and told to whoever shows it. */
export async function onStore(
  step: { readonly at: string; readonly store?: ImportStore },
  changed: () => void,
  does: (store: ImportStore) => Promise<void>,
): Promise<void> {
  if (step.at !== 'store' || !step.store) return;
  await does(step.store);
  changed();
}
