// The table as it goes on the clipboard: HTML for whoever takes tables (Sheets, Excel, Docs, Confluence, GitHub), and the
// same cells between tabs for whoever takes text. Numbers are bare, so that they are numbers where they are pasted.
import { roundShown } from '../impact/shown.ts';
import { type Cell, opensFormula } from './cell.ts';
import { each, type ExportContext, type ExportRow, type Format, inPieces, type Rows, type Telling } from './format.ts';
import { escaped, isWebAddress } from './html-text.ts';
import { tabLine } from './tsv.ts';

const head = ({ heads, more }: Telling): string[] => [
  heads.short,
  heads.url,
  heads.title,
  heads.work,
  heads.gain,
  'P10',
  'P90',
  heads.effort,
  heads.day,
  ...more.map((one) => one.head),
];

function rowOf(row: ExportRow, { tell, more }: Telling): Cell[] {
  const { short, title, work, day } = tell(row);
  const gain = row.gain && roundShown(row.gain);
  return [short, row.url, title, work, gain?.mean, gain?.p10, gain?.p90, row.effort, day, ...more.map((one) => one.cell(row))];
}

const NUMBER = ' align="right"';

function td(value: Cell): string {
  if (value === undefined) return '<td></td>';
  if (typeof value === 'number') return `<td${NUMBER}>${value}</td>`;
  // What is pasted from HTML is taken for a formula as well.
  const shown = escaped((opensFormula(value) ? "'" : '') + value).replace(/\r\n?|\n/g, '<br>');
  return `<td>${isWebAddress(value) ? `<a href="${shown}">${shown}</a>` : shown}</td>`;
}

async function* html(rows: Rows, context: ExportContext): AsyncGenerator<string> {
  const { telling } = context;
  const names = head(telling).map((name) => `<th>${escaped(name)}</th>`);
  yield `<meta charset="utf-8"><table lang="${escaped(telling.language)}" dir="${telling.direction}"><thead><tr>${names.join('')}</tr></thead><tbody>\n`;
  for await (const estimate of each(rows, context)) yield `<tr>${rowOf(estimate, telling).map(td).join('')}</tr>\n`;
  yield '</tbody></table>';
}

async function* text(rows: Rows, context: ExportContext): AsyncGenerator<string> {
  yield tabLine(head(context.telling));
  for await (const estimate of each(rows, context)) yield tabLine(rowOf(estimate, context.telling));
}

/** The same rows as text. */
export const writePlain = (rows: Rows, context: ExportContext): AsyncIterable<string> => inPieces(text(rows, context));

export const rich: Format = {
  id: 'rich',
  extension: 'html',
  type: 'text/html',
  tellsBeside: true,
  write: (rows, context) => inPieces(html(rows, context)),
};
