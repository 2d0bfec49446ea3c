// CSV: one row a ticket, for whatever reads tables. The columns are those of columns.ts.
import { line } from './cell.ts';
import { tableShape } from './columns.ts';
import { each, type Format, inPieces, type PlainContext, type Rows } from './format.ts';

async function* lines(rows: Rows, context: PlainContext): AsyncGenerator<string> {
  const { head, cells } = tableShape(context);
  yield (context.mark ? '\uFEFF' : '') + line(head);
  for await (const row of each(rows, context)) yield line(cells(row));
}

export const csv = {
  id: 'csv',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  tellsBeside: true,
  write: (rows: Rows, context: PlainContext) => inPieces(lines(rows, context)),
} as const satisfies Format;
