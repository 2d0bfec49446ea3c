// TSV: the same columns as CSV, between tabs; what spreadsheets themselves put on the clipboard as plain text.
import { type Cell, harmless, storable } from './cell.ts';
import { tableShape } from './columns.ts';
import { each, type ExportContext, type Format, inPieces, type Rows } from './format.ts';

/** A cell between tabs: quoted only where it holds what would end it. */
function tabbed(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = harmless(storable(value));
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record, with its line end. */
export const tabLine = (values: readonly Cell[]): string => `${values.map(tabbed).join('\t')}\r\n`;

async function* lines(rows: Rows, context: ExportContext): AsyncGenerator<string> {
  const { head, cells } = tableShape(context);
  yield (context.mark ? '\uFEFF' : '') + tabLine(head);
  for await (const row of each(rows, context)) yield tabLine(cells(row));
}

export const tsv: Format = {
  id: 'tsv',
  extension: 'tsv',
  type: 'text/tab-separated-values;charset=utf-8',
  tellsBeside: true,
  write: (rows, context) => inPieces(lines(rows, context)),
};
