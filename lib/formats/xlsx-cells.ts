// Cells, rows and sheets of an XLSX file as XML (ECMA-376).
import { type Cell, opensFormula } from './cell.ts';
import type { Column } from './column.ts';
import { escaped } from './html-text.ts';
import { STYLE, XML } from './xlsx-parts.ts';

/** What a cell holds at most; more and Excel mends the file. */
const LONGEST = 32_767;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A, B, ... Z, AA: of a column, from 0. */
export const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/**
 * A text as cells write it: what XML cannot hold stands as `_xHHHH_`, and so does an underscore that would read as one
 * (ECMA-376, ST_Xstring).
 */
export function cellText(text: string): string {
  let cut = text.slice(0, LONGEST).toWellFormed();
  cut = cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  // oxlint-disable-next-line no-control-regex -- it is these that are meant
  cut = cut.replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escaped(cut);
}

/** Days since Excel's first, which it calls a time. @param time ISO, or with a space for the T; UTC */
export const serialOf = (time: string): number =>
  Number(((Date.parse(`${time.slice(0, 19).replace(' ', 'T')}Z`) - EXCEL_EPOCH) / DAY_MS).toFixed(8));

const textXml = (text: string, place: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

/** @param place `B2` */
export function cellXml(value: Cell, kind: Column['kind'] | 'head', place: string): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : '';
  if (kind === 'time') {
    const days = serialOf(value);
    if (days >= 1) return `<c r="${place}" s="${STYLE.time}"><v>${days}</v></c>`;
  }
  if (kind === 'head') return textXml(value, place, STYLE.head);
  // Marked as text where it looks like a formula, so that it stays text when somebody edits the cell.
  return textXml(value, place, opensFormula(value) ? STYLE.literal : STYLE.text);
}

/** @param row from 1 */
export const rowXml = (values: readonly Cell[], kindOf: (column: number) => Column['kind'] | 'head', row: number): string =>
  `<row r="${row}">${values.map((value, i) => cellXml(value, kindOf(i), letters(i) + row)).join('')}</row>`;

/** A sheet up to its rows. @param still rows at its top that stay in view @param first whether it is the one that is shown */
export function sheetStart(widths: readonly number[], still: number, first = false): string {
  const cols = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  return (
    `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>` +
    `<pane ySplit="${still}" topLeftCell="A${still + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>` +
    `<cols>${cols.join('')}</cols><sheetData>`
  );
}

/** @param filter where it has one, `A1:C9` */
export const sheetEnd = (filter?: string): string => `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}</worksheet>`;
