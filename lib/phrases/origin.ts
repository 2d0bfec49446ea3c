// Where a reading came from, in words.
import type { Reading } from '../model/reading.ts';
import { readOrigin } from '../model/origin.ts';
import { say, type Word } from '../say.ts';

const SOURCES: Record<Reading['source'], Word> = { typed: 'statusSourceTyped', sample: 'statusSourceSample', import: 'statusSourceImport' };

/** "Typed", "weekly.csv, row 14", "Pasted, row 3". */
export function originPhrase({ source, origin }: Partial<Pick<Reading, 'source' | 'origin'>>): string {
  if (origin === undefined) return say(SOURCES[source ?? 'typed']);
  const { file, row } = readOrigin(origin);
  if (row === undefined) return file;
  return file ? say('statusFromFile', file, row) : say('statusFromPasted', row);
}
