// One cell of a CSV file: RFC 4180, and no text that a spreadsheet would take for a formula.
//
// A ticket's title is whatever somebody wrote on the internet. What is a formula at the start of a cell (OWASP, "CSV
// Injection": = + - @ TAB CR LF, and the full-width forms that some spreadsheets fold) is one as well behind a
// separator or quote, once the file is opened with another separator than ours. So an apostrophe goes in front of it
// there too. Numbers are numbers: a negative one keeps its minus and nothing else.

export type Cell = string | number | undefined;

// = + - @ and their full-width, small, superscript and subscript forms.
const SIGN = '[=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋]';
// What lies between the place where a cell can begin (the start, a separator, a quote) and a sign.
const GAP = '(?:^|[,;|"\'\\t\\r\\n])[\\s,;|"\']*';
const BARE = new RegExp(`(?=${SIGN})(?<=${GAP})`, 'gu');
const ARMED = new RegExp(`'(?=${SIGN})(?<=${GAP}')`, 'gu');

/** Text that no spreadsheet takes for a formula, by any separator. `original` is its way back. */
export const harmless = (text: string): string => (/^'*[\t\r\n]/.test(text) ? "'" : '') + text.replace(BARE, "'");

const OPENING = new RegExp(`^[\\s'"]*${SIGN}|^'*[\\t\\r\\n]`, 'u');

/** Whether a text is a formula to a reader that knows where cells begin and end. */
export const opensFormula = (text: string): boolean => OPENING.test(text);

/** What `harmless` was given. */
export const original = (text: string): string => {
  const signs = text.replace(ARMED, '');
  return /^'+[\t\r\n]/.test(signs) ? signs.slice(1) : signs;
};

/** Text as a table can hold it: a NUL ends the cell, the line or the file for many a reader, and half a surrogate pair is no text. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

/** A cell as it stands in the file: numbers bare, text always quoted, nothing for what is not there. */
export function cell(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return `"${harmless(storable(value)).replaceAll('"', '""')}"`;
}

/** One record, with its line end. */
export const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;
