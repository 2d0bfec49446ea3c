// A table out of a file or out of what was pasted, read in slices.
import { decode, type DecodeRefusal, type Encoding, MOST_BYTES } from '../formats/decode.ts';
import { withoutTitle } from '../formats/readings-columns.ts';
import type { AnswersRefusal } from '../formats/answers-json.ts';
import { guessSeparator, parseTable, type Separator, type Table, type TableRefusal } from '../formats/table.ts';
import { inSlices } from './slices.ts';

export interface ImportRefusal {
  readonly why: DecodeRefusal | TableRefusal | AnswersRefusal | 'unreadable';
  readonly line?: number;
}

/** The part of a browser's File that is used. */
export interface ReadableFile {
  readonly name: string;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A text, and under which name it came: empty for what was pasted. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
  readonly encoding: Encoding | undefined;
}

export interface Source extends NamedText {
  readonly table: Table;
}

export const isRefusal = <T extends object>(read: T | ImportRefusal): read is ImportRefusal => 'why' in read;

/** @param progress share done, 0..1 @throws once `until` is aborted, and where the browser does not give the file */
export async function readFile(
  file: ReadableFile,
  progress: (share: number) => void,
  until: AbortSignal,
): Promise<NamedText | ImportRefusal> {
  // Before it is opened: a file of gigabytes is not held even once.
  if (file.size > MOST_BYTES) return { why: 'too-large' };
  const decoded = await inSlices(decode(new Uint8Array(await file.arrayBuffer())), progress, until);
  return decoded.ok ? { name: file.name, text: decoded.text, encoding: decoded.encoding } : { why: decoded.why };
}

/** @param separator guessed where it is not given @throws once `until` is aborted */
export async function readTable(
  given: NamedText,
  separator: Separator | undefined,
  progress: (share: number) => void,
  until: AbortSignal,
): Promise<Source | ImportRefusal> {
  if (given.text.length > MOST_BYTES) return { why: 'too-large' };
  const parsed = await inSlices(parseTable(given.text, separator ?? guessSeparator(given.text)), progress, until);
  until.throwIfAborted();
  const { name, text, encoding } = given;
  return parsed.ok ? { name, text, encoding, table: withoutTitle(parsed.table) } : { why: parsed.why, line: parsed.line };
}
