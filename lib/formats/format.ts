// The contract every export format keeps. A format is one file with one export; add it to the list in formats.ts.
import type * as z from 'zod/mini';
import type { Budget } from '../model/record.ts';
import type { Beside, Extra } from './beside.ts';
import type { Cell } from './cell.ts';
import type { Estimate, KeptDecision, KeptView, UsedFramework } from './estimates.ts';
import type { ReportPage } from './report-page.ts';

/** An answer, and what else is told of it by formats that say so (`Format.tellsBeside`). */
export type ExportRow = Estimate & { readonly beside?: Beside | undefined };
/** Answers in the order they are to stand in, one at a time: from the database as they are read, or from a list. */
export type Rows = Iterable<ExportRow> | AsyncIterable<ExportRow>;
export type Piece = string | Uint8Array;

/** An answer as a person reads it, in the language of the page it is exported from. */
export interface Told {
  readonly short: string;
  readonly title: string;
  /** What it moves and by how much, or why it is no North Star work. */
  readonly work: string;
  /** Empty where no gain can be named. */
  readonly gain: string;
  readonly range: string;
  readonly effort: string;
  readonly day: string;
}

/** Heads of the columns of `Told`, and the few words around them. */
export interface Heads extends Told {
  readonly url: string;
}

/** A column of what is told besides the answer, for tables that are pasted. */
export interface MoreTold {
  readonly extra: Extra;
  readonly head: string;
  /** Numbers rounded for reading. */
  cell(row: ExportRow): Cell;
}

/** The same in lines, for a page: empty where there is nothing to say. */
export interface Aside {
  /** State, people, milestone, labels. */
  readonly about: string;
  /** The gain as it is believed, and the chance that it beats the next. */
  readonly believed: string;
  readonly point: string;
}

export interface Telling {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly heads: Heads;
  tell(estimate: Estimate): Told;
  /** Those that are wanted. */
  readonly more: readonly MoreTold[];
  aside(row: ExportRow): Aside;
}

/** Everything a file is made from besides its rows. */
export interface ExportContext {
  /** All that answers may have been given under; a file names those that were. */
  readonly frameworks: readonly UsedFramework[];
  readonly generator: { readonly name: string; readonly version: string };
  /** ISO time. */
  readonly exportedAt: string;
  readonly decisions?: readonly z.infer<typeof KeptDecision>[];
  readonly budgets?: readonly Budget[];
  readonly views?: readonly z.infer<typeof KeptView>[];
  readonly telling: Telling;
  /** What goes into tables besides the answers; the usual where absent. */
  readonly extras?: readonly Extra[] | undefined;
  /** What a report says besides its rows. */
  readonly page: ReportPage;
  /** Begin the file with a byte order mark: without one, Excel reads UTF-8 as the system's old code page. */
  readonly mark?: boolean;
  /** The one place whose tickets the file is for, of those that `Format.site` names. */
  readonly site?: string;
  /** Numbers of a tracker's own fields, by the column that goes into each. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Whether an answer counts in sums: a parent whose parts are answered does not (its parts do). */
  readonly counts?: (estimate: Estimate) => boolean;
  readonly signal?: AbortSignal;
  /** Told the number of rows taken so far. */
  readonly progress?: (rows: number) => void;
}

/** What files of plain rows are made from: those that other programs read, also where there are no words at hand. */
export type PlainContext = Omit<ExportContext, 'telling' | 'page'>;

export const FORMAT_IDS = ['xlsx', 'csv', 'tsv', 'rich', 'markdown', 'report', 'json', 'jira', 'github'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export interface Format {
  readonly id: FormatId;
  /** Without the dot. */
  readonly extension: string;
  /** MIME type, with its character set. */
  readonly type: string;
  /** What stands between `azimuth-` and the day in the file's name; `estimates` where nothing does. */
  readonly stem?: string;
  /**
   * The file in pieces, in order, of some kilobytes each: nothing of what was written is kept, so a long one takes no more
   * memory than a short one. Rejects with the signal's reason once it is aborted.
   */
  write(rows: Rows, context: ExportContext): AsyncIterable<Piece>;
  /** Whether it has a place for what is known besides the answers. */
  readonly tellsBeside?: true;
  /** For files that one tracker takes back: the place of it that a ticket belongs to; `undefined` where it is not of that tracker. */
  site?(ticket: string): string | undefined;
  /** Answers of its site that such a file cannot hold. */
  leavesOut?(estimate: Estimate): boolean;
  /** Rows it holds at most, where more would be of no use. */
  readonly most?: number;
  /** A second file that goes with the first. */
  readonly companion?: { readonly extension: string; readonly type: string; write(context: ExportContext): string };
}

/** `azimuth-estimates-2026-11-22.csv`. @param day ISO day of the export */
export const fileName = (format: Pick<Format, 'extension' | 'stem'>, day: string): string =>
  `azimuth-${format.stem ?? 'estimates'}-${day}.${format.extension}`;

/** Whether a file has a row for an answer. */
export const holds = ({ site, leavesOut }: Pick<Format, 'site' | 'leavesOut'>, estimate: Estimate, at: string | undefined): boolean =>
  (site === undefined || (at !== undefined && site(estimate.ticket) === at)) && leavesOut?.(estimate) !== true;

/** The rows of a file, one at a time, while nobody calls it off. @param format where it takes not all of them */
export async function* each(
  rows: Rows,
  { signal, progress, site }: Pick<ExportContext, 'signal' | 'progress' | 'site'>,
  format: Pick<Format, 'site' | 'leavesOut'> = {},
): AsyncGenerator<ExportRow> {
  let count = 0;
  signal?.throwIfAborted();
  for await (const row of rows) {
    signal?.throwIfAborted();
    if (holds(format, row, site)) yield row;
    progress?.(++count);
  }
}

const PIECE = 16_384;

/** The same text in larger pieces: a hundred thousand rows are not as many promises. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece) yield piece;
}
