// A framework as a form holds it: everything as typed, wrong or right. And the way to a framework and back.
import type { Dated, Metric } from '../model/metric.ts';
import type { Framework } from '../model/framework.ts';
import { writeNumber } from './number-text.ts';

export interface DatedForm {
  readonly value: string;
  readonly date: string;
}

export interface MetricForm {
  /** Names it while the form is open; `id` is empty until it is saved for the first time. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: Metric['kind'];
  readonly unit: string;
  readonly window: string;
  readonly denominator: string;
  readonly direction: Metric['direction'];
  readonly owner: string;
  readonly baseline: DatedForm;
  readonly target: DatedForm;
  readonly stretch: DatedForm;
  /** Inputs only: `60`, or `45 to 75`. */
  readonly sensitivity: string;
}

export interface FrameworkForm {
  /** Empty until it is saved for the first time. */
  readonly id: string;
  /** The version it was opened at; 0 for one in the making. */
  readonly version: number;
  readonly sample: boolean;
  readonly name: string;
  readonly northStar: MetricForm;
  readonly inputs: readonly MetricForm[];
  /** Metrics this form has no fields for: outcomes, guardrails, health. They stay as they are. */
  readonly others: readonly Metric[];
  readonly claims: readonly string[];
}

const TARGET_DAYS = 90;

/** An ISO day, so many days after another. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** An empty metric with the dates most will want: measured today, to be reached in 90 days (S3 step 5). */
export function newMetric(today: string, key: string): MetricForm {
  const end = { value: '', date: dayAfter(today, TARGET_DAYS) };
  const empty = { id: '', name: '', shortName: '', unit: '', window: '', denominator: '', owner: '', sensitivity: '' };
  return { ...empty, key, kind: 'count', direction: 'up', baseline: { value: '', date: today }, target: end, stretch: end };
}

export const newForm = (today: string): FrameworkForm => ({
  ...{ id: '', version: 0, sample: false, name: '', others: [], claims: [] },
  northStar: { ...newMetric(today, 'north-star'), window: 'week' },
  inputs: [],
});

function metricForm(metric: Metric, today: string): MetricForm {
  const fresh = newMetric(today, metric.id);
  const dated = (given: Dated | undefined, empty: DatedForm): DatedForm =>
    given ? { value: writeNumber(given.value), date: given.date } : empty;
  const { low, high } = metric.sensitivity ?? {};
  return {
    ...fresh,
    ...{ id: metric.id, name: metric.name, shortName: metric.shortName ?? '', kind: metric.kind, unit: metric.unit },
    ...{ window: metric.window ?? '', denominator: metric.denominator ?? '', direction: metric.direction, owner: metric.owner ?? '' },
    baseline: dated(metric.baseline, fresh.baseline),
    target: dated(metric.target, fresh.target),
    stretch: dated(metric.stretch, metric.target ? { value: '', date: metric.target.date } : fresh.stretch),
    sensitivity: low === high ? writeNumber(low) : `${writeNumber(low)} to ${writeNumber(high)}`,
  };
}

/** @param today ISO day, for the dates of what is not set yet */
export function toForm(framework: Framework, today: string): FrameworkForm {
  const { metrics, claims } = framework;
  const [northStar] = metrics.filter((metric) => metric.role === 'north-star');
  if (!northStar) throw new Error(`Framework ${framework.id} has no North Star Metric.`);
  return {
    ...{ id: framework.id, version: framework.version, sample: framework.sample ?? false, name: framework.name, claims },
    northStar: metricForm(northStar, today),
    inputs: metrics.filter((metric) => metric.role === 'input').map((metric) => metricForm(metric, today)),
    others: metrics.filter((metric) => metric.role !== 'north-star' && metric.role !== 'input'),
  };
}

/** The metric with a key, wherever it stands. */
export const metricOf = (form: FrameworkForm, key: string): MetricForm | undefined =>
  [form.northStar, ...form.inputs].find((metric) => metric.key === key);

/** The form with a metric changed. */
export function withMetric(form: FrameworkForm, key: string, change: Partial<MetricForm>): FrameworkForm {
  if (form.northStar.key === key) return { ...form, northStar: { ...form.northStar, ...change } };
  return { ...form, inputs: form.inputs.map((metric) => (metric.key === key ? { ...metric, ...change } : metric)) };
}

/** The form with an input moved; the ends are as far as it goes. */
export function moved(form: FrameworkForm, key: string, by: -1 | 1): FrameworkForm {
  const from = form.inputs.findIndex((metric) => metric.key === key);
  const to = from + by;
  const other = form.inputs[to];
  const metric = form.inputs[from];
  if (!metric || !other) return form;
  return { ...form, inputs: form.inputs.with(from, other).with(to, metric) };
}
