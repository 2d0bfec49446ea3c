// What the cells of the chosen columns can mean, every one of them looked at: in which forms their days read, by which
// decimal mark their numbers do. What two answers fit is asked, never guessed.
import type { Metric } from '../model/metric.ts';
import { type DayForm, readDays } from './day-text.ts';
import { bodyOf, keyOf, type Mapping, metricNamed, metricNames } from './readings-columns.ts';
import type { Table } from './table.ts';
import { DECIMAL_MARKS, type DecimalMark, hasPercent, readMarks } from './value-text.ts';

/** What can be chosen: one answer is settled, two have to be asked, none fits. `example` is a cell that shows why. */
export interface Choice<T> {
  readonly fits: readonly T[];
  readonly example?: string;
}

/** What was chosen, or else what the cells leave no choice about. */
export const settled = <T>(choice: Choice<T> | undefined, chosen: T | undefined): T | undefined =>
  chosen ?? (choice?.fits.length === 1 ? choice.fits[0] : undefined);

export interface Survey {
  /** `undefined` without a column of days. */
  readonly day: Choice<DayForm> | undefined;
  /** By column of values. */
  readonly marks: ReadonlyMap<number, Choice<DecimalMark>>;
  /** Rates whose values all lie between 0 and 1: an example of each, by metric. */
  readonly fractions: ReadonlyMap<string, string>;
  /** Names in a long table's name column, as written first, by `keyOf`; the first hundred. */
  readonly names: ReadonlyMap<string, string>;
}

const STEP = 256;
const MOST_NAMES = 100;
const MOST_KNOWN = 10_000;
const SLASHED = ['dmy', 'mdy'] as const satisfies readonly DayForm[];

interface Count<T> {
  add(text: string, unit: string): void;
  choice(file?: T): Choice<T>;
}

/** Counts in which forms days read. */
function countDays(): Count<DayForm> {
  const forms = new Map<DayForm, number>();
  // Cells that only one of the two reads.
  const proofs = { dmy: 0, mdy: 0 };
  const known = new Map<string, ReturnType<typeof readDays>>();
  let example: string | undefined;
  return {
    add: (text) => {
      const read = known.get(text) ?? readDays(text);
      // In a long table each day stands once for every metric.
      if (known.size < MOST_KNOWN) known.set(text, read);
      for (const [form] of read) forms.set(form, (forms.get(form) ?? 0) + 1);
      const slashed = SLASHED.filter((form) => read.some(([other]) => other === form));
      if (slashed.length === 1 && slashed[0]) proofs[slashed[0]]++;
      if (new Set(read.map(([, day]) => day)).size > 1) example ??= text;
    },
    choice: () => {
      const most = Math.max(0, ...forms.values());
      const [best] = [...forms].find(([, count]) => count === most) ?? [];
      if (best === undefined) return { fits: [] };
      if (best !== 'dmy' && best !== 'mdy') return { fits: [best] };
      const { dmy, mdy } = proofs;
      const proven = dmy > 0 === mdy > 0 ? undefined : dmy > 0 ? 'dmy' : 'mdy';
      if (proven) return { fits: [proven] };
      // Where both say the same day throughout, it is all one.
      if (example === undefined && dmy === 0) return { fits: [best] };
      return { fits: SLASHED, ...(example === undefined ? {} : { example }) };
    },
  };
}

/** Counts by which decimal mark numbers read. */
function countMarks(): Count<DecimalMark> & { readonly proofs: Readonly<Record<DecimalMark, number>> } {
  const proofs = { point: 0, comma: 0 };
  let example: string | undefined;
  return {
    proofs,
    add: (text, unit) => {
      const [first, second] = readMarks(text, unit);
      if (first && !second) proofs[first.mark]++;
      if (first && second && first.value !== second.value) example ??= text;
    },
    // What the other columns of the file show counts where this one shows nothing.
    choice: (file) => {
      const { point, comma } = proofs;
      if (point > 0 !== comma > 0) return { fits: [point > 0 ? 'point' : 'comma'] };
      if (point === 0 && example === undefined) return { fits: ['point'] };
      if (point === 0 && file) return { fits: [file], ...(example === undefined ? {} : { example }) };
      return { fits: DECIMAL_MARKS, ...(example === undefined ? {} : { example }) };
    },
  };
}

/** What is known of one rate's values. */
interface Small {
  readonly example: string;
  readonly all: boolean;
}

/** Whether a value can be a share of 1. */
function smallOf(before: Small | undefined, text: string): Small | undefined {
  const values = readMarks(text.replace(/\s*%\s*$/, '')).map(({ value }) => value);
  if (values.length === 0) return before;
  const fits = !hasPercent(text) && values.some((value) => value >= 0 && value <= 1);
  const between = values.some((value) => value > 0 && value < 1);
  return { all: fits && (before?.all ?? true), example: before?.example || (between ? text : '') };
}

/** The mark that the columns which show one all show. */
function fileMark(counts: readonly ReturnType<typeof countMarks>[]): DecimalMark | undefined {
  const shown = new Set(counts.flatMap(({ proofs }) => DECIMAL_MARKS.filter((mark) => proofs[mark] > 0)));
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** Looks at every cell of the chosen columns, in steps; yields the share done. Never throws. */
export function* survey(table: Table, { heading, uses, names: chosen }: Mapping, metrics: readonly Metric[]): Generator<number, Survey> {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const known = metricNames(metrics);
  const date = uses.findIndex(({ as }) => as === 'date');
  const name = uses.findIndex(({ as }) => as === 'name');
  const values = uses.flatMap((use, column) => (use.as === 'metric' || use.as === 'value' ? [{ use, column, count: countMarks() }] : []));
  const days = countDays();
  const names = new Map<string, string>();
  const small = new Map<string, Small>();
  const rows = bodyOf(table, heading);
  for (let i = 0; i < rows.length; i++) {
    if (i % STEP === STEP - 1) yield i / rows.length;
    const cells = rows[i]?.cells ?? [];
    const day = cells[date]?.trim() ?? '';
    if (day !== '') days.add(day, '');
    const named = name < 0 ? '' : (cells[name]?.trim() ?? '');
    if (named !== '' && names.size < MOST_NAMES && !names.has(keyOf(named))) names.set(keyOf(named), named);
    for (const { use, column, count } of values) {
      const text = cells[column]?.trim() ?? '';
      if (text === '') continue;
      const id = use.as === 'metric' ? use.metric : (chosen.get(keyOf(named)) ?? metricNamed(named, known));
      const metric = byId.get(id ?? '');
      count.add(text, metric?.kind === 'rate' ? '' : (metric?.unit ?? ''));
      const next = metric?.kind === 'rate' ? smallOf(small.get(metric.id), text) : undefined;
      if (metric && next) small.set(metric.id, next);
    }
  }
  const file = fileMark(values.map(({ count }) => count));
  return {
    day: date < 0 ? undefined : days.choice(),
    marks: new Map(values.map(({ column, count }) => [column, count.choice(file)])),
    fractions: new Map([...small].flatMap(([id, { all, example }]) => (all && example ? [[id, example] as const] : []))),
    names,
  };
}
