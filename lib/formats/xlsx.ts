// XLSX: the columns of CSV with numbers and times as such, a head that stays in view, a filter on each column; and a second
// sheet with the sums by input and reason.
//
// The sums are numbers, not formulas and not a pivot table of Excel's own: a pivot is a cache, records and a definition in
// three further files, which other programs read in part and Excel alone can judge. These read the same everywhere.
import { type Cell, opensFormula } from './cell.ts';
import { cells, type Column, COLUMNS, six } from './columns.ts';
import { each, type ExportContext, type Format, inPieces, type Rows } from './format.ts';
import { createSums, type Sum, type Sums } from './sums.ts';
import { escaped } from './html-text.ts';
import { CONTENT_TYPES, ROOT_RELATIONS, STYLE, STYLES, WORKBOOK_RELATIONS, workbook, XML } from './xlsx-parts.ts';
import { zip } from './zip.ts';

/** What a cell holds at most; more and Excel mends the file. */
const LONGEST = 32_767;
const MOST_ROWS = 1_048_575;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

const SUM_COLUMNS: readonly Column[] = [
  ...[['Framework', 'text', 22] as const, ['Kind', 'text', 10] as const, ['Name', 'text', 30] as const],
  ...[
    ['Tickets', 'number', 10] as const,
    ['Gain mean', 'number', 14] as const,
    ['Gain unit', 'text', 22] as const,
    ['Effort', 'number', 10] as const,
  ],
].map(([name, kind, width]) => ({ name, kind, width }));

/** A, B, ... Z, AA: of a column, from 0. */
const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/**
 * A text as cells write it: what XML cannot hold stands as `_xHHHH_`, and so does an underscore that would read as one
 * (ECMA-376, ST_Xstring).
 */
function cellText(text: string): string {
  let cut = text.slice(0, LONGEST).toWellFormed();
  cut = cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  // oxlint-disable-next-line no-control-regex -- it is these that are meant
  cut = cut.replace(/[\0-\x08\x0B-\x1F\uFFFE\uFFFF]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escaped(cut);
}

function cellXml(value: Cell, kind: Column['kind'], place: string): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return Number.isFinite(value) ? `<c r="${place}"><v>${value}</v></c>` : '';
  if (kind === 'time') {
    const days = (Date.parse(`${value.replace(' ', 'T')}Z`) - EXCEL_EPOCH) / DAY_MS;
    if (days >= 1) return `<c r="${place}" s="${STYLE.time}"><v>${Number(days.toFixed(8))}</v></c>`;
  }
  // Marked as text where it looks like a formula, so that it stays text when somebody edits the cell.
  const style = opensFormula(value) ? STYLE.literal : STYLE.text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

const rowXml = (values: readonly Cell[], columns: readonly Column[], row: number): string =>
  `<row r="${row}">${values.map((value, i) => cellXml(value, columns[i]?.kind ?? 'text', letters(i) + row)).join('')}</row>`;

function sheetStart(columns: readonly Column[], first: boolean): string {
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const head = columns.map(({ name }, i) => `<c r="${letters(i)}1" s="${STYLE.head}" t="inlineStr"><is><t>${escaped(name)}</t></is></c>`);
  return (
    `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ''}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>`
  );
}

/** @param last the row that was written last */
const sheetEnd = (columns: readonly Column[], last: number): string =>
  `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${last}"/></worksheet>`;

async function* answers(rows: Rows, context: ExportContext, sums: Sums): AsyncGenerator<string> {
  let row = 1;
  yield sheetStart(COLUMNS, true);
  for await (const estimate of each(rows, context)) {
    if (row > MOST_ROWS) throw new RangeError('A sheet holds no more rows.');
    sums.add(estimate);
    yield rowXml(cells(estimate, context.frameworks), COLUMNS, ++row);
  }
  yield sheetEnd(COLUMNS, row);
}

const sumCells = ({ framework, kind, name, tickets, gain, unit, effort }: Sum): Cell[] => [
  ...[framework, kind, name, tickets, six(gain), gain === undefined ? undefined : unit, six(effort)],
];

function* sumRows(sums: Sums): Generator<string> {
  const list = sums.list();
  yield sheetStart(SUM_COLUMNS, false);
  for (const [i, sum] of list.entries()) yield rowXml(sumCells(sum), SUM_COLUMNS, i + 2);
  yield sheetEnd(SUM_COLUMNS, list.length + 1);
}

function write(rows: Rows, context: ExportContext): AsyncIterable<Uint8Array> {
  const sums = createSums(context.frameworks, context.counts);
  return zip(
    [
      { name: '[Content_Types].xml', parts: [CONTENT_TYPES] },
      { name: '_rels/.rels', parts: [ROOT_RELATIONS] },
      { name: 'xl/workbook.xml', parts: [workbook('Answers', 'Sums')] },
      { name: 'xl/_rels/workbook.xml.rels', parts: [WORKBOOK_RELATIONS] },
      { name: 'xl/styles.xml', parts: [STYLES] },
      { name: 'xl/worksheets/sheet1.xml', parts: inPieces(answers(rows, context, sums)) },
      // Made while the first sheet was.
      { name: 'xl/worksheets/sheet2.xml', parts: { [Symbol.iterator]: () => sumRows(sums) } },
    ],
    new Date(context.exportedAt),
  );
}

export const xlsx: Format = {
  id: 'xlsx',
  extension: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  most: MOST_ROWS,
  write,
};
