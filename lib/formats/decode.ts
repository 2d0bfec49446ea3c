// A file's bytes as text: UTF-8, UTF-16 where its mark says so, and else Windows-1252, which is what spreadsheets of
// the West write. The last reads any bytes whatever, so the caller says that it was used.

/** 25 MB: more than any table of readings, and little enough to be held twice. */
export const MOST_BYTES = 25_000_000;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
export type DecodeRefusal = 'empty' | 'too-large' | 'workbook' | 'not-text';
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly why: DecodeRefusal };

/** Bytes decoded at a time, so that a page can draw in between. */
const PIECE = 1_000_000;

const begins = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
const refused = (why: DecodeRefusal): Decoded => ({ ok: false, why });

/** What the first bytes say a file is, where that is no table: XLSX and ODS are ZIP files, XLS is an OLE one. */
const isWorkbook = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

function marked(bytes: Uint8Array): Encoding | undefined {
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  return undefined;
}

function* decodeAs(bytes: Uint8Array, encoding: Encoding): Generator<number, string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const parts: string[] = [];
  try {
    for (let at = 0; at < bytes.length; at += PIECE) {
      parts.push(decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length }));
      yield Math.min(1, (at + PIECE) / bytes.length);
    }
  } catch {
    return undefined;
  }
  return parts.join('');
}

/** Decodes a file in steps; yields the share done. Never throws. */
export function* decode(bytes: Uint8Array): Generator<number, Decoded> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MOST_BYTES) return refused('too-large');
  if (isWorkbook(bytes)) return refused('workbook');
  const mark = marked(bytes);
  for (const encoding of mark ? [mark] : (['utf-8', 'windows-1252'] as const)) {
    const text = yield* decodeAs(bytes, encoding);
    // No text holds zero bytes: what does is a picture or an archive, or UTF-16 or UTF-32 without its mark.
    if (text?.includes('\0')) return refused('not-text');
    if (text !== undefined) return { ok: true, text, encoding };
  }
  return refused('not-text');
}
