// CSV: one row a ticket, for whatever reads tables. The columns are those of columns.ts.
import { line } from './cell.ts';
import { cells, HEAD } from './columns.ts';
import { each, type Format, inPieces, type PlainContext, type Rows } from './format.ts';

async function* lines(rows: Rows, context: PlainContext): AsyncGenerator<string> {
  yield (context.mark ? '\uFEFF' : '') + line(HEAD);
  for await (const estimate of each(rows, context)) yield line(cells(estimate, context.frameworks));
}

export const csv = {
  id: 'csv',
  extension: 'csv',
  type: 'text/csv;charset=utf-8',
  write: (rows: Rows, context: PlainContext) => inPieces(lines(rows, context)),
} as const satisfies Format;
