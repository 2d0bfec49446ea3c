// What a file will look like before it is written: its first rows and its size.
import type { Cell } from '../formats/cell.ts';
import { tableShape } from '../formats/columns.ts';
import type { ExportContext, ExportRow, Format, FormatId } from '../formats/format.ts';
import { sizeOf } from './blob.ts';
import type { Survey } from './export.ts';

export interface Previewed extends Omit<Survey, 'first'> {
  readonly format: FormatId;
  readonly file: string;
  /** Bytes, about. */
  readonly size: number;
  /** The first rows, the head included; empty where `text` shows them. */
  readonly rows: readonly (readonly Cell[])[];
  readonly text: string;
}

/** Rows and characters that are shown. */
const SHOWN_ROWS = 5;
const SHOWN_CHARACTERS = 4000;
const TABLES: readonly FormatId[] = ['xlsx', 'csv', 'tsv'];
const TOLD: readonly FormatId[] = ['rich', 'report'];

/** What a file will look like, and how large it will be, from its first rows. */
export async function shownOf(
  format: Format,
  { first, ...found }: Survey,
  context: ExportContext,
): Promise<Omit<Previewed, 'format' | 'file'>> {
  const { telling } = context;
  const [empty, measured] = [await sizeOf(format.write([], context)), await sizeOf(format.write(first, context))];
  const size = first.length > 0 ? empty + ((measured - empty) / first.length) * found.count : empty;
  const few = first.slice(0, SHOWN_ROWS);
  if (TABLES.includes(format.id)) {
    const { head, cells } = tableShape(context);
    return { ...found, size, text: '', rows: [head, ...few.map(cells)] };
  }
  if (TOLD.includes(format.id)) return { ...found, size, text: '', rows: toldRows(few, telling) };
  let text = '';
  for await (const piece of format.write(few, context)) if (typeof piece === 'string') text += piece;
  // Of a script its own lines; what stands around them is the same every time.
  const lines = format.id === 'github' ? text.split('\n').filter((line) => line.startsWith("item '")) : [];
  return { ...found, size, rows: [], text: (lines.join('\n') || text).slice(0, SHOWN_CHARACTERS) };
}

function toldRows(few: readonly ExportRow[], { heads, tell, more }: ExportContext['telling']): Cell[][] {
  const row = ({ short, title, work, gain, range, effort, day }: ReturnType<typeof tell>): string[] => [
    ...[short, title, work, gain, range, effort, day],
  ];
  const besides = (one: ExportRow): Cell[] => more.map(({ cell }) => cell(one));
  return [[...row(heads), ...more.map(({ head }) => head)], ...few.map((one) => [...row(tell(one)), ...besides(one)])];
}
