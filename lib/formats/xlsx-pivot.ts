// A pivot table of Excel's own (ECMA-376, 18.10): gain and tickets by what they move and by quarter, over the rows of the first sheet.
//
// Its cache holds the names of its rows and columns and no records: a program reads the rows of the first sheet, which are there,
// and the file need not hold them twice, nor be held until the last row is known. What the table shows stands in its sheet's cells
// as well, as plain numbers, for who only looks: a protected view refreshes nothing, and other programs show cells.
import type { Cell } from './cell.ts';
import type { Column } from './column.ts';
import { six } from './column.ts';
import { PIVOT } from './more-columns.ts';
import type { PivotSums } from './pivot.ts';
import { cellText, letters, rowXml, serialOf, sheetEnd, sheetStart } from './xlsx-cells.ts';
import { MAIN, OFFICE, XML } from './xlsx-parts.ts';

/** No column's names, which a pivot table's own must not be. */
const GAIN = 'Sum of gain';
const TICKETS = 'Tickets';
const TOTAL = 'Grand Total';
/** Rows above the numbers: what the columns are, their names, and what is added up. */
const HEADS = 3;
const LONGEST_ITEM = 255;

export interface PivotTable {
  readonly sums: PivotSums;
  /** Columns of the first sheet. */
  readonly columns: readonly Column[];
  readonly sheet: string;
  /** Its last row. */
  readonly last: number;
  /** ISO time. */
  readonly at: string;
}

const all = (count: number, xml: (i: number) => string): string => Array.from({ length: count }, (_, i) => xml(i)).join('');
const index = (i: number): string => (i === 0 ? '<x/>' : `<x v="${i}"/>`);

function sharedItems(names: readonly string[]): string {
  const long = names.some(({ length }) => length > LONGEST_ITEM) ? ' longText="1"' : '';
  return `<sharedItems count="${names.length}"${long}>${names.map((name) => `<s v="${cellText(name)}"/>`).join('')}</sharedItems>`;
}

/** Where the rows are, and the names of what the table is laid out by. */
export function pivotCache({ sums, columns, sheet, last, at }: PivotTable): string {
  const items = (name: string): string => {
    if (name === PIVOT.rows) return sharedItems(sums.rows);
    if (name === PIVOT.columns) return sharedItems(sums.columns);
    const blank = name === PIVOT.gain ? ' containsBlank="1"' : '';
    return name === PIVOT.gain || name === PIVOT.count ? `<sharedItems containsString="0"${blank} containsNumber="1"/>` : '<sharedItems/>';
  };
  const fields = columns.map(({ name }) => `<cacheField name="${cellText(name)}" numFmtId="0">${items(name)}</cacheField>`);
  return (
    `${XML}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" saveData="0" refreshOnLoad="1" refreshedBy="Azimuth" refreshedDate="${serialOf(at)}" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3">` +
    `<cacheSource type="worksheet"><worksheetSource ref="A1:${letters(columns.length - 1)}${last}" sheet="${sheet}"/></cacheSource>` +
    `<cacheFields count="${columns.length}">${fields.join('')}</cacheFields></pivotCacheDefinition>`
  );
}

export function pivotTable({ sums: { rows, columns: quarters }, columns }: PivotTable): string {
  const at = (name: string): number => columns.findIndex((one) => one.name === name);
  const axis = (name: string, count: number): string =>
    `<pivotField axis="${name}" showAll="0"><items count="${count + 1}">${all(count, (i) => `<item x="${i}"/>`)}<item t="default"/></items></pivotField>`;
  const fields = columns.map(({ name }) => {
    if (name === PIVOT.rows) return axis('axisRow', rows.length);
    if (name === PIVOT.columns) return axis('axisCol', quarters.length);
    return name === PIVOT.gain || name === PIVOT.count ? '<pivotField dataField="1" showAll="0"/>' : '<pivotField showAll="0"/>';
  });
  const data = (name: string, field: string): string => `<dataField name="${name}" fld="${at(field)}" baseField="0" baseItem="0"/>`;
  const width = 2 * quarters.length + 2;
  return (
    `${XML}<pivotTableDefinition xmlns="${MAIN}" name="Pivot" cacheId="1" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Values" updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" outline="1" outlineData="1" multipleFieldFilters="0">` +
    `<location ref="A1:${letters(width)}${HEADS + rows.length + 1}" firstHeaderRow="1" firstDataRow="${HEADS}" firstDataCol="1"/>` +
    `<pivotFields count="${columns.length}">${fields.join('')}</pivotFields>` +
    `<rowFields count="1"><field x="${at(PIVOT.rows)}"/></rowFields>` +
    `<rowItems count="${rows.length + 1}">${all(rows.length, (i) => `<i>${index(i)}</i>`)}<i t="grand"><x/></i></rowItems>` +
    `<colFields count="2"><field x="${at(PIVOT.columns)}"/><field x="-2"/></colFields>` +
    `<colItems count="${width}">${all(quarters.length, (i) => `<i>${index(i)}<x/></i><i r="1" i="1"><x v="1"/></i>`)}<i t="grand"><x/></i><i t="grand" i="1"><x/></i></colItems>` +
    `<dataFields count="2">${data(GAIN, PIVOT.gain)}${data(TICKETS, PIVOT.count)}</dataFields>` +
    '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>'
  );
}

/** The table's own sheet, as a program shows it before it reads the rows itself. */
export function* pivotSheet({ sums: { rows, columns: quarters, at } }: PivotTable): Generator<string> {
  const heads: Cell[][] = [
    [undefined, 'Column Labels'],
    [undefined, ...quarters.flatMap((quarter) => [quarter, undefined]), `Total ${GAIN}`, `Total ${TICKETS}`],
    ['Row Labels', ...quarters.flatMap(() => [GAIN, TICKETS])],
  ];
  const numbers = (row: string | undefined): Cell[] =>
    [...quarters, undefined].flatMap((quarter) => {
      const { gain, tickets } = at(row, quarter);
      return [six(gain), tickets > 0 ? tickets : undefined];
    });
  yield sheetStart([30, ...quarters.flatMap(() => [14, 9]), 18, 14], HEADS);
  for (const [i, cells] of heads.entries()) yield rowXml(cells, () => 'head', i + 1);
  for (const [i, name] of rows.entries()) yield rowXml([name, ...numbers(name)], () => 'text', HEADS + 1 + i);
  yield rowXml([TOTAL, ...numbers(undefined)], () => 'head', HEADS + 1 + rows.length);
  yield sheetEnd();
}
