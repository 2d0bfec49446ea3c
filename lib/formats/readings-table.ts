// Readings out of a table whose columns are settled: what each row would change, and what is wrong with which row.
import type { Metric } from '../model/metric.ts';
import { FIRST_DAY, lastDayOf, looksLikeDay, readDay, readDays } from './day-text.ts';
import { bodyOf, type Mapping } from './readings-columns.ts';
import type { Plan } from './readings-plan.ts';
import type { Row, Table } from './table.ts';
import { readValue, type ValueFault } from './value-text.ts';

export type What =
  | ValueFault
  | 'no-day'
  | 'not-a-day'
  | 'other-form'
  | 'no-such-day'
  | 'future'
  | 'too-early'
  | 'unknown-metric'
  | 'too-many-cells'
  | 'twice';

/** What is wrong with a row, and where. */
export interface Fault {
  readonly row: number;
  readonly column: number;
  readonly what: What;
  /** The cell, or for `twice` the day. */
  readonly text: string;
  readonly metric?: string;
  /** `twice`: the row that gave the value before. */
  readonly other?: number;
}

export interface Change {
  readonly metric: string;
  readonly date: string;
  readonly value: number;
  /** What is stored for the day; absent where nothing is. */
  readonly before?: number;
  readonly kind: 'new' | 'changed' | 'same';
  readonly row: number;
}

export interface Outcome {
  readonly changes: readonly Change[];
  readonly faults: readonly Fault[];
  /** Days of a metric that have two different values in the table. */
  readonly twice: number;
  /** Rows looked at. */
  readonly rows: number;
}

/** Values that are stored, by metric and day. */
export type StoredValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

const STEP = 256;
const SHOWN = 80;
/** Share of the work that is reading; comparing is the rest. */
const READ = 0.8;

/** What is wrong with a cell that should hold a day, or the day. */
function dayIn(text: string, { form, span }: Plan, today: string): { readonly day: string } | { readonly what: What } {
  const read = readDay(text, form);
  if (read === undefined || read === 'no-such-day') {
    if (readDays(text).length > 0) return { what: 'other-form' };
    return { what: text === '' ? 'no-day' : looksLikeDay(text) ? 'no-such-day' : 'not-a-day' };
  }
  const day = lastDayOf(read, span);
  if (day < FIRST_DAY) return { what: 'too-early' };
  return day > today ? { what: 'future' } : { day };
}

/** One value found, before it is compared with what is stored. */
interface Found {
  readonly metric: Metric;
  readonly date: string;
  readonly value: number;
  readonly row: number;
}

interface Values {
  /** Gives the row that had another value for the same day before; `undefined` where none did. */
  add(found: Found): number | undefined;
  /** Those that count, in the order of the table. */
  counted(): Iterable<Found>;
  readonly size: () => number;
  readonly twice: () => number;
}

/** Collects values, one for each metric and day. */
function collect(rule: Mapping['twice']): Values {
  const all = new Map<string, Found>();
  const twice = new Set<string>();
  return {
    add: (found) => {
      const key = `${found.metric.id}/${found.date}`;
      const before = all.get(key);
      if (!before) all.set(key, found);
      if (!before || before.value === found.value) return undefined;
      twice.add(key);
      if (rule === 'last') all.set(key, found);
      return before.row;
    },
    *counted() {
      for (const [key, found] of all) if (rule === 'last' || !twice.has(key)) yield found;
    },
    size: () => all.size,
    twice: () => twice.size,
  };
}

/** Reads one row: values into `values`, what is wrong into `faults`. */
function readRow(row: Row, { plan, width, today }: { plan: Plan; width: number; today: string }, values: Values, faults: Fault[]): void {
  const cell = (column: number): string => row.cells[column]?.trim() ?? '';
  const fault = (column: number, what: What, text: string, more: Pick<Fault, 'metric' | 'other'> = {}): void => {
    faults.push({ row: row.number, column, what, text: text.slice(0, SHOWN).toWellFormed(), ...more });
  };
  // A comma that was meant for decimals moves every value behind it into the wrong column.
  const spare = row.cells.findLastIndex((text) => text.trim() !== '');
  if (spare >= width) return fault(spare, 'too-many-cells', cell(spare));
  const given = plan.values.filter(({ column }) => cell(column) !== '');
  if (given.length === 0) return;
  const byName = plan.name < 0 ? undefined : plan.named(cell(plan.name));
  if (byName === null) return;
  const day = dayIn(cell(plan.date), plan, today);
  if ('what' in day) return fault(plan.date, day.what, cell(plan.date));
  for (const { column, mark, metric = byName } of given) {
    if (!metric) {
      fault(plan.name, 'unknown-metric', cell(plan.name));
      continue;
    }
    const read = readValue(cell(column), mark, metric, plan.scales.get(metric.id));
    if (!read.ok) {
      fault(column, read.why, cell(column), { metric: metric.id });
      continue;
    }
    const other = values.add({ metric, date: day.day, value: read.value, row: row.number });
    if (other !== undefined && plan.twice === 'refuse') fault(column, 'twice', day.day, { metric: metric.id, other });
  }
}

/**
 * Reads the whole table in steps; yields the share done. Never throws.
 * @param stored what there is already, for every metric of the plan
 * @param today ISO day; later ones are faults
 */
export function* readReadings(table: Table, plan: Plan, stored: StoredValues, today: string): Generator<number, Outcome> {
  const rows = bodyOf(table, plan.heading);
  const width = (table.rows[0]?.cells.findLastIndex((text) => text.trim() !== '') ?? 0) + 1;
  const values = collect(plan.twice);
  const faults: Fault[] = [];
  for (let i = 0; i < rows.length; i++) {
    if (i % STEP === STEP - 1) yield (READ * i) / rows.length;
    const row = rows[i];
    if (row) readRow(row, { plan, width, today }, values, faults);
  }
  const changes: Change[] = [];
  for (const { metric, date, value, row } of values.counted()) {
    const before = stored.get(metric.id)?.get(date);
    const kind = before === undefined ? 'new' : before === value ? 'same' : 'changed';
    if (changes.length % STEP === STEP - 1) yield READ + ((1 - READ) * changes.length) / values.size();
    changes.push({ metric: metric.id, date, value, row, kind, ...(before === undefined ? {} : { before }) });
  }
  return { changes, faults, twice: values.twice(), rows: rows.length };
}
