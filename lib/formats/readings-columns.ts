// Which column of a table is what: the day, a metric's values, or in a long table the metric's name and its value.
// Guessed from the headings and the first rows, for somebody to look at; a heading is text and never a key.
import type { Metric } from '../model/metric.ts';
import { type DayForm, readDays, type Span } from './day-text.ts';
import type { Row, Table } from './table.ts';
import { type DecimalMark, readMarks, type Scale } from './value-text.ts';

export type Use =
  | { readonly as: 'nothing' | 'date' | 'name' | 'value' }
  /** A column of one metric's values. */
  | { readonly as: 'metric'; readonly metric: string };

/** What somebody chose; what is absent follows from the cells, or has to be asked. */
export interface Mapping {
  /** The first row holds headings. */
  readonly heading: boolean;
  /** One a column. */
  readonly uses: readonly Use[];
  readonly form?: DayForm;
  readonly span: Span;
  /** By column. */
  readonly marks: ReadonlyMap<number, DecimalMark>;
  /** By metric; rates only. */
  readonly scales: ReadonlyMap<string, Scale>;
  /** Metrics of a long table by their name as `keyOf` has it; null leaves one out. */
  readonly names: ReadonlyMap<string, string | null>;
  /** Which value counts where a metric has two for one day: none, or the last. */
  readonly twice: 'refuse' | 'last';
}

const NOTHING: Use = { as: 'nothing' };
const SAMPLE_ROWS = 200;
/** Fewer letters match too much. */
const SHORTEST_PART = 4;

const DATE_WORDS = /date|day|week|month|period|ending|datum|tag|woche|monat|fecha|semana|jour|semaine|mois|data|dia|giorno|settimana/;
const NAME_WORDS = /^(metric|name|kpi|measure|indicator|input|metrik|kennzahl|metrica|metrique|indicateur|indicador)s?(name)?$/;
const VALUE_WORDS = /^(value|reading|amount|number|count|result|actual|wert|valor|valeur|valore)s?$/;

/** A name as it is compared: letters and digits only, small. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, '');

const textOf = (row: Row | undefined, column: number): string => row?.cells[column]?.trim() ?? '';

/** The headings, or nothing for each column where there are none. */
export const headingsOf = ({ rows, width }: Table, heading: boolean): readonly string[] =>
  Array.from({ length: width }, (_, column) => (heading ? textOf(rows[0], column) : ''));

export const bodyOf = ({ rows }: Table, heading: boolean): readonly Row[] => (heading ? rows.slice(1) : rows);

/** The table without what stands above it: titles and comments, which fill one cell only. */
export function withoutTitle(table: Table): Table {
  const start = table.rows.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return start > 0 ? { ...table, rows: table.rows.slice(start) } : table;
}

/** A heading names things: no cell of it is a day, and not all of them are numbers. */
export function guessHeading({ rows: [first] }: Table): boolean {
  const cells = first?.cells.filter((cell) => cell.trim() !== '') ?? [];
  if (cells.some((cell) => readDays(cell).some(([form]) => form !== 'serial'))) return false;
  return !cells.every((cell) => readMarks(cell).length > 0);
}

/** Metrics by every name they go by; what two go by means neither. */
export function metricNames(metrics: readonly Metric[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  const put = (name: string | undefined, id: string): void => {
    const key = keyOf(name ?? '');
    if (key === '' || names.get(key) === id) return;
    if (names.has(key)) taken.add(key);
    else names.set(key, id);
  };
  for (const { id, name, shortName } of metrics) for (const one of [name, shortName, id]) put(one, id);
  for (const key of taken) names.delete(key);
  return names;
}

/** The metric a text names, also with its unit in brackets behind it. */
export function metricNamed(text: string, names: ReadonlyMap<string, string>): string | undefined {
  return names.get(keyOf(text)) ?? names.get(keyOf(text.replace(/\s*[([][^)\]]*[)\]]\s*$/, '').replace(/\s*%\s*$/, '')));
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The one metric whose words are all in the heading, or the other way round. */
function metricWithin(heading: string, metrics: readonly Metric[]): string | undefined {
  const head = wordsOf(heading);
  const within = (few: readonly string[], many: readonly string[]): boolean =>
    few.join('').length >= SHORTEST_PART && few.every((word) => many.includes(word));
  const found = metrics.filter((metric) =>
    [metric.name, metric.shortName ?? ''].map(wordsOf).some((words) => within(words, head) || within(head, words)),
  );
  return found.length === 1 ? found[0]?.id : undefined;
}

/** How likely a column holds the days; 0 where it does not. */
function dateScore(rows: readonly Row[], column: number, heading: string): number {
  const cells = rows.map((row) => textOf(row, column)).filter((cell) => cell !== '');
  const days = cells.map((cell) => readDays(cell)).filter((read) => read.length > 0);
  if (days.length * 2 < cells.length || days.length === 0) return 0;
  const named = DATE_WORDS.test(keyOf(heading));
  // Any five digits could be a serial number.
  if (!named && column > 0 && days.every((read) => read.every(([form]) => form === 'serial'))) return 0;
  return days.length / cells.length + (named ? 1 : 0) - column / 1000;
}

const isNumeric = (rows: readonly Row[], column: number): boolean => {
  const cells = rows.map((row) => textOf(row, column)).filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => readMarks(cell.replace(/%$/, '')).length > 0).length * 2 > cells.length;
};

/** What the first rows show of each column. */
interface Sample {
  readonly rows: readonly Row[];
  readonly headings: readonly string[];
  /** Most cells of these columns are numbers. */
  readonly numeric: readonly boolean[];
}

/** The columns of a long table: names that are metrics', and beside them the values. */
function longUses({ rows, headings, numeric }: Sample, date: number, names: ReadonlyMap<string, string>): Use[] | undefined {
  const columns = headings.map((_, column) => column).filter((column) => column !== date);
  const knows = (column: number): boolean => rows.some((row) => metricNamed(textOf(row, column), names) !== undefined);
  const texts = columns.filter((column) => !numeric[column]);
  const name = texts.find(knows) ?? texts.find((column) => NAME_WORDS.test(keyOf(headings[column] ?? '')));
  if (name === undefined) return undefined;
  const numbers = columns.filter((column) => column !== name && numeric[column]);
  const value = numbers.find((column) => VALUE_WORDS.test(keyOf(headings[column] ?? ''))) ?? numbers[0];
  return headings.map((_, column) => ({
    as: column === date ? 'date' : column === name ? 'name' : column === value ? 'value' : 'nothing',
  }));
}

/**
 * What each column most likely is.
 * @param prefer the metric meant where no heading says which, and only one column could be it
 */
export function guessUses(table: Table, heading: boolean, metrics: readonly Metric[], prefer?: string): Use[] {
  const headings = headingsOf(table, heading);
  const rows = bodyOf(table, heading).slice(0, SAMPLE_ROWS);
  const names = metricNames(metrics);
  const numeric = headings.map((_, column) => isNumeric(rows, column));
  const scores = headings.map((text, column) => dateScore(rows, column, text));
  const best = Math.max(0, ...scores);
  const date = best > 0 ? scores.indexOf(best) : -1;
  const used = new Set<string>();
  const uses = headings.map((): Use => NOTHING);
  const take = (column: number, metric: string | undefined): void => {
    if (metric === undefined || used.has(metric) || column === date || uses[column] !== NOTHING) return;
    used.add(metric);
    uses[column] = { as: 'metric', metric };
  };
  headings.forEach((text, column) => take(column, metricNamed(text, names)));
  // Part of a name is not enough where the column holds no numbers.
  headings.forEach((text, column) => numeric[column] && take(column, metricWithin(text, metrics)));
  if (used.size === 0) {
    const long = longUses({ rows, headings, numeric }, date, names);
    if (long) return long;
    const open = headings.flatMap((_, column) => (column !== date && numeric[column] ? [column] : []));
    if (prefer !== undefined && open[0] !== undefined && open.length === 1) uses[open[0]] = { as: 'metric', metric: prefer };
  }
  if (date >= 0) uses[date] = { as: 'date' };
  return uses;
}

export const isLong = (uses: readonly Use[]): boolean => uses.some(({ as }) => as === 'name' || as === 'value');

/** The mapping with one column put to another use; the day, the name, the value and each metric have one column only. */
export function withUse(mapping: Mapping, column: number, use: Use): Mapping {
  const clash = (other: Use): boolean =>
    use.as !== 'nothing' && other.as === use.as && (use.as !== 'metric' || (other.as === 'metric' && other.metric === use.metric));
  const { form, ...rest } = mapping;
  const uses = mapping.uses.map((other, i): Use => (i === column ? use : clash(other) ? NOTHING : other));
  // How the days were to be read was said of another column.
  const sameDate = uses.findIndex(({ as }) => as === 'date') === mapping.uses.findIndex(({ as }) => as === 'date');
  return { ...rest, ...(sameDate && form ? { form } : {}), uses };
}

/** The mapping as guessed, with nothing chosen yet. */
export function guessMapping(table: Table, metrics: readonly Metric[], prefer?: string, heading = guessHeading(table)): Mapping {
  return {
    heading,
    uses: guessUses(table, heading, metrics, prefer),
    span: 'day',
    marks: new Map(),
    scales: new Map(),
    names: new Map(),
    twice: 'refuse',
  };
}
