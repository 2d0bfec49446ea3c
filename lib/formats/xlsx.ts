// XLSX: the columns of CSV with numbers and times as such, a head that stays in view, a filter on each column; a second sheet with
// the sums by input and reason, as plain numbers; and a third with a pivot table over the first.
import type { Cell } from './cell.ts';
import { type Column, column, six } from './column.ts';
import { tableShape, type TableShape } from './columns.ts';
import { each, type ExportContext, type ExportRow, type Format, inPieces, type Rows } from './format.ts';
import { createPivot, type Pivot } from './pivot.ts';
import { createSums, type Sum, type Sums } from './sums.ts';
import { letters, rowXml, sheetEnd, sheetStart } from './xlsx-cells.ts';
import { PARTS, STYLES, surroundings } from './xlsx-parts.ts';
import { pivotCache, pivotSheet, type PivotTable, pivotTable } from './xlsx-pivot.ts';
import { zip } from './zip.ts';

const MOST_ROWS = 1_048_575;
const SHEETS = ['Answers', 'Sums', 'Pivot'] as const;

const SUM_COLUMNS: readonly Column[] = [
  ...[column('Framework', 'text', 22), column('Kind', 'text', 10), column('Name', 'text', 30), column('Tickets', 'number', 10)],
  ...[column('Gain mean', 'number', 14), column('Gain unit', 'text', 22), column('Effort', 'number', 10)],
];

const start = (columns: readonly Column[], first: boolean): string =>
  sheetStart(
    columns.map(({ width }) => width),
    1,
    first,
  ) +
  rowXml(
    columns.map(({ name }) => name),
    () => 'head',
    1,
  );
const kinds =
  (columns: readonly Column[]) =>
  (at: number): Column['kind'] =>
    columns[at]?.kind ?? 'text';
/** @param last the row that was written last */
const end = (columns: readonly Column[], last: number): string => sheetEnd(`A1:${letters(columns.length - 1)}${last}`);

/** What is gathered while the rows go by. */
interface Gathered {
  readonly shape: TableShape;
  readonly sums: Sums;
  readonly pivot: Pivot;
  /** The row that was written last. */
  last: number;
}

async function* answers(rows: Rows, context: ExportContext, gathered: Gathered): AsyncGenerator<string> {
  const { columns, cells } = gathered.shape;
  yield start(columns, true);
  for await (const estimate of each(rows, context)) {
    if (gathered.last > MOST_ROWS) throw new RangeError('A sheet holds no more rows.');
    const values = cells(estimate);
    gathered.sums.add(estimate);
    gathered.pivot.add(values);
    yield rowXml(values, kinds(columns), ++gathered.last);
  }
  yield end(columns, gathered.last);
}

const sumCells = ({ framework, kind, name, tickets, gain, unit, effort }: Sum): Cell[] => [
  ...[framework, kind, name, tickets, six(gain), gain === undefined ? undefined : unit, six(effort)],
];

function* sumRows({ sums }: Gathered): Generator<string> {
  const list = sums.list();
  yield start(SUM_COLUMNS, false);
  for (const [i, sum] of list.entries()) yield rowXml(sumCells(sum), kinds(SUM_COLUMNS), i + 2);
  yield end(SUM_COLUMNS, list.length + 1);
}

/** The rows again, and whether there are any: a pivot table over none is a fault to Excel. */
async function peeked(rows: Rows): Promise<{ readonly any: boolean; readonly rows: Rows }> {
  const given = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first = await given.next();
  async function* again(): AsyncGenerator<ExportRow> {
    try {
      for (let next = first; !next.done; next = await given.next()) yield next.value;
    } finally {
      await given.return?.();
    }
  }
  return { any: first.done !== true, rows: again() };
}

async function* write(given: Rows, context: ExportContext): AsyncGenerator<Uint8Array> {
  context.signal?.throwIfAborted();
  const { any, rows } = await peeked(given);
  const shape = tableShape(context);
  const gathered: Gathered = { shape, sums: createSums(context.frameworks, context.counts), pivot: createPivot(shape.head), last: 1 };
  const table = (): PivotTable => ({
    ...{ sums: gathered.pivot.sums(), columns: shape.columns, sheet: SHEETS[0], last: gathered.last, at: context.exportedAt },
  });
  /** Made once the first sheet was. */
  const later = (part: () => Iterable<string>): Iterable<string> => ({ [Symbol.iterator]: () => part()[Symbol.iterator]() });
  yield* zip(
    [
      ...surroundings(SHEETS, any),
      { name: PARTS.styles, parts: [STYLES] },
      { name: PARTS.answers, parts: inPieces(answers(rows, context, gathered)) },
      { name: PARTS.sums, parts: later(() => sumRows(gathered)) },
      ...(any
        ? [
            { name: PARTS.pivot, parts: later(() => pivotSheet(table())) },
            { name: PARTS.cache, parts: later(() => [pivotCache(table())]) },
            { name: PARTS.table, parts: later(() => [pivotTable(table())]) },
          ]
        : []),
    ],
    new Date(context.exportedAt),
  );
}

export const xlsx: Format = {
  id: 'xlsx',
  extension: 'xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  most: MOST_ROWS,
  tellsBeside: true,
  write,
};
