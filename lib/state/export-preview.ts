// What a file will look like before it is written: its first rows and its size.
import type { Cell } from '../formats/cell.ts';
import { cells, HEAD } from '../formats/columns.ts';
import type { Estimate } from '../formats/estimates.ts';
import type { ExportContext, Format, FormatId } from '../formats/format.ts';
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
  const { telling, frameworks } = context;
  const [empty, measured] = [await sizeOf(format.write([], context)), await sizeOf(format.write(first, context))];
  const size = first.length > 0 ? empty + ((measured - empty) / first.length) * found.count : empty;
  const few = first.slice(0, SHOWN_ROWS);
  if (TABLES.includes(format.id)) return { ...found, size, text: '', rows: [HEAD, ...few.map((one) => cells(one, frameworks))] };
  if (TOLD.includes(format.id)) return { ...found, size, text: '', rows: toldRows(few, telling) };
  let text = '';
  for await (const piece of format.write(few, context)) if (typeof piece === 'string') text += piece;
  // Of a script its own lines; what stands around them is the same every time.
  const lines = format.id === 'github' ? text.split('\n').filter((line) => line.startsWith("item '")) : [];
  return { ...found, size, rows: [], text: (lines.join('\n') || text).slice(0, SHOWN_CHARACTERS) };
}

function toldRows(few: readonly Estimate[], { heads, tell }: ExportContext['telling']): string[][] {
  const row = ({ short, title, work, gain, range, effort, day }: ReturnType<typeof tell>): string[] => [
    ...[short, title, work, gain, range, effort, day],
  ];
  return [row(heads), ...few.map((one) => row(tell(one)))];
}
