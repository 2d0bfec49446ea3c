// The plan by which a table is read: everything chosen or settled, or what still has to be asked.
import type { Metric } from '../model/metric.ts';
import { type DayForm, readDays, type Span } from './day-text.ts';
import { bodyOf, isLong, keyOf, type Mapping, metricNamed, metricNames } from './readings-columns.ts';
import { settled, type Survey } from './readings-survey.ts';
import type { Table } from './table.ts';
import type { DecimalMark, Scale } from './value-text.ts';

/** Why a table cannot be read yet. `column` is the one to choose for; `metric` the rate whose scale is open. */
export type Question =
  | { readonly about: 'no-rows' | 'days-across' | 'date' | 'value' | 'name' }
  | { readonly about: 'form' | 'no-days'; readonly column: number; readonly example?: string }
  | { readonly about: 'mark'; readonly column: number; readonly example?: string }
  | { readonly about: 'scale'; readonly metric: string; readonly example: string };

/** Everything chosen. */
export interface Plan {
  readonly heading: boolean;
  readonly date: number;
  readonly form: DayForm;
  readonly values: readonly { readonly column: number; readonly mark: DecimalMark; readonly metric: Metric | undefined }[];
  /** The column of names in a long table, and the metric each of them means; null for one left out. */
  readonly name: number;
  readonly named: (text: string) => Metric | null | undefined;
  readonly scales: ReadonlyMap<string, Scale>;
  readonly span: Span;
  readonly twice: Mapping['twice'];
}

export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly questions: readonly Question[] };

/** So many days in the first row are a table that lies on its side. */
const DAYS_ACROSS = 3;

/** The plan that a mapping makes, or what is still to be chosen for it. */
export function planOf(table: Table, mapping: Mapping, found: Survey, metrics: readonly Metric[]): Planned {
  const { uses, heading, scales, span, twice } = mapping;
  const date = uses.findIndex(({ as }) => as === 'date');
  const name = uses.findIndex(({ as }) => as === 'name');
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const known = metricNames(metrics);
  const questions: Question[] = [];
  const across = table.rows[0]?.cells.filter((cell) => readDays(cell).some(([form]) => form !== 'serial')).length ?? 0;
  if (bodyOf(table, heading).length === 0) return { ok: false, questions: [{ about: 'no-rows' }] };
  if (date < 0 && across >= DAYS_ACROSS) return { ok: false, questions: [{ about: 'days-across' }] };
  if (date < 0) questions.push({ about: 'date' });
  if (!uses.some(({ as }) => as === 'metric' || as === 'value')) questions.push({ about: 'value' });
  else if (isLong(uses) && name < 0) questions.push({ about: 'name' });
  const day = found.day;
  const form = settled(day, mapping.form);
  if (day && form === undefined) {
    const example = day.example === undefined ? {} : { example: day.example };
    questions.push({ about: day.fits.length === 0 ? 'no-days' : 'form', column: date, ...example });
  }
  const values = uses.flatMap((use, column) => {
    if (use.as !== 'metric' && use.as !== 'value') return [];
    const choice = found.marks.get(column);
    const mark = settled(choice, mapping.marks.get(column));
    if (mark === undefined)
      questions.push({ about: 'mark', column, ...(choice?.example === undefined ? {} : { example: choice.example }) });
    return mark === undefined ? [] : [{ column, mark, metric: use.as === 'metric' ? byId.get(use.metric) : undefined }];
  });
  for (const [metric, example] of found.fractions) if (!scales.has(metric)) questions.push({ about: 'scale', metric, example });
  if (questions.length > 0 || form === undefined) return { ok: false, questions };
  const memo = new Map<string, Metric | null | undefined>();
  const named = (text: string): Metric | null | undefined => {
    if (memo.has(text)) return memo.get(text);
    const chosen = mapping.names.get(keyOf(text));
    const metric = chosen === null ? null : byId.get(chosen ?? metricNamed(text, known) ?? '');
    memo.set(text, metric);
    return metric;
  };
  return { ok: true, plan: { heading, date, form, values, name, named, scales, span, twice } };
}
