// A ZIP file as it is being filled: entries one after the other, each compressed as it comes.
//
// fflate (8 kB gzip, no dependencies, a release this year) because it takes an entry in pieces; libraries that write
// whole spreadsheets (write-excel-file, which builds on it too, SheetJS, ExcelJS) hold all of a sheet at once, and the last
// two are no longer kept on npm.
import { strToU8, Zip, ZipDeflate } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly parts: Iterable<string> | AsyncIterable<string>;
}

/** Quick rather than small: the text of a sheet shrinks to a tenth all the same. */
const LEVEL = 1;
const EMPTY = new Uint8Array(0);

/** @param at when the entries are said to have been made; the day and hour are the reader's own */
export async function* zip(entries: Iterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  const archive = new Zip((error, piece) => {
    if (error) throw error;
    if (piece.length > 0) waiting.push(piece);
  });
  for (const { name, parts } of entries) {
    const file = new ZipDeflate(name, { level: LEVEL });
    file.mtime = at;
    archive.add(file);
    for await (const part of parts) {
      file.push(strToU8(part));
      yield* waiting.splice(0);
    }
    file.push(EMPTY, true);
    yield* waiting.splice(0);
  }
  archive.end();
  yield* waiting.splice(0);
}
