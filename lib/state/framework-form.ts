// A framework as a form holds it: everything as typed, wrong or right. What has no field of its own stays as it is.
import type { Framework, Validation } from '../model/framework.ts';
import type { Dated, KeyResult, Metric } from '../model/metric.ts';
import { writeNumber } from './number-text.ts';

export interface DatedForm {
  readonly value: string;
  readonly date: string;
}

export interface KeyResultForm {
  readonly objective: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly why: string;
}

export interface MetricForm {
  /** Names it while the form is open; `id` is empty until it is saved for the first time. */
  readonly key: string;
  readonly id: string;
  readonly role: Metric['role'];
  readonly name: string;
  readonly shortName: string;
  readonly kind: Metric['kind'];
  readonly unit: string;
  readonly window: string;
  readonly denominator: string;
  readonly direction: Metric['direction'];
  /** Empty where nothing was chosen. */
  readonly cadence: NonNullable<Metric['cadence']> | '';
  readonly lag: string;
  readonly owner: string;
  readonly baseline: DatedForm;
  readonly target: DatedForm;
  readonly stretch: DatedForm;
  /** `60`, or `45 to 75`. */
  readonly sensitivity: string;
  readonly keyResult: KeyResultForm;
  readonly checks: NonNullable<Metric['checks']>;
}

/** Between metrics' keys, so that it can name a metric that was never saved. */
export interface MultiplierForm {
  readonly from: string;
  readonly to: string;
  readonly factor: string;
}

/** The questions of choosing that are answered by yes or no. */
export const QUESTIONS = ['customerValue', 'measurable', 'influenceable', 'leading', 'revenue', 'simple', 'frequent'] as const;
export type QuestionName = (typeof QUESTIONS)[number];

export interface ValidationForm {
  readonly answers: Pick<Validation, QuestionName>;
  readonly interviews: string;
  readonly gaming: string;
  readonly sceptic: { readonly name: string; readonly agreed: boolean; readonly said: string };
  readonly correlations: Validation['correlations'];
}

export interface RitualsForm {
  readonly review: NonNullable<NonNullable<Framework['rituals']>['review']> | '';
  readonly reviewed: string;
  readonly rules: string;
}

/** `about` is a metric's key. */
export interface MuteForm {
  readonly rule: string;
  readonly about?: string | undefined;
  readonly reason: string;
}

/** The framework's own texts. */
export const TEXTS = ['name', 'value', 'scope', 'formula', 'rationale'] as const;
export type TextName = (typeof TEXTS)[number];

export interface FrameworkForm extends Readonly<Record<TextName, string>> {
  /** Empty until it is saved for the first time. */
  readonly id: string;
  /** The version it was opened at; 0 for one in the making. */
  readonly version: number;
  readonly sample: boolean;
  readonly archetype: NonNullable<Framework['archetype']> | '';
  readonly people: string;
  readonly preset: NonNullable<Framework['preset']> | '';
  /** In the order of the framework; one of them is the North Star. */
  readonly metrics: readonly MetricForm[];
  readonly multipliers: readonly MultiplierForm[];
  readonly claims: readonly string[];
  readonly rejected: readonly { readonly name: string; readonly why: string }[];
  readonly validation: ValidationForm;
  readonly rituals: RitualsForm;
  readonly mutes: readonly MuteForm[];
  readonly changes: Framework['changes'];
}

const TARGET_DAYS = 90;

/** An ISO day, so many days after another. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** An empty metric with the dates most will want: measured today, to be reached in 90 days (S3 step 5). */
export function newMetric(today: string, key: string, role: Metric['role'] = 'input'): MetricForm {
  const end = { value: '', date: dayAfter(today, TARGET_DAYS) };
  const empty = { id: '', name: '', shortName: '', unit: '', window: '', denominator: '', owner: '', lag: '', sensitivity: '' };
  return {
    ...empty,
    ...{ key, role, kind: role === 'north-star' ? 'count' : 'rate', direction: 'up', cadence: '', checks: {} },
    ...{ baseline: { value: '', date: today }, target: end, stretch: end },
    keyResult: { objective: '', from: '', to: '', by: end.date, why: '' },
  };
}

export function newForm(today: string): FrameworkForm {
  return {
    ...{ id: '', version: 0, sample: false, name: '', value: '', scope: '', formula: '', rationale: '' },
    ...{ archetype: '', people: '', preset: '', multipliers: [], claims: [], rejected: [], mutes: [], changes: undefined },
    metrics: [{ ...newMetric(today, 'north-star', 'north-star'), window: 'week' }],
    validation: validationForm(undefined),
    rituals: { review: '', reviewed: '', rules: '' },
  };
}

const typed = (value: number | undefined): string => (value === undefined ? '' : writeNumber(value));

const keyResultForm = ({ objective, from, to, by, why }: KeyResult): KeyResultForm => ({
  ...{ objective: objective ?? '', from: writeNumber(from), to: writeNumber(to), by, why: why ?? '' },
});

function metricForm(metric: Metric, today: string): MetricForm {
  const fresh = newMetric(today, metric.id, metric.role);
  const dated = (given: Dated | undefined, empty: DatedForm): DatedForm =>
    given ? { value: writeNumber(given.value), date: given.date } : empty;
  const { low, high } = metric.sensitivity ?? {};
  return {
    ...fresh,
    ...{ id: metric.id, name: metric.name, shortName: metric.shortName ?? '', kind: metric.kind, unit: metric.unit },
    ...{ window: metric.window ?? '', denominator: metric.denominator ?? '', direction: metric.direction, owner: metric.owner ?? '' },
    ...{ cadence: metric.cadence ?? '', lag: typed(metric.lag), checks: metric.checks ?? {} },
    baseline: dated(metric.baseline, fresh.baseline),
    target: dated(metric.target, fresh.target),
    stretch: dated(metric.stretch, metric.target ? { value: '', date: metric.target.date } : fresh.stretch),
    sensitivity: low === high ? writeNumber(low) : `${writeNumber(low)} to ${writeNumber(high)}`,
    keyResult: metric.keyResult ? keyResultForm(metric.keyResult) : fresh.keyResult,
  };
}

function validationForm(validation: Validation | undefined): ValidationForm {
  const { interviews, gaming, sceptic, correlations, ...answers } = validation ?? {};
  return {
    ...{ answers, interviews: typed(interviews), gaming: gaming ?? '', correlations },
    sceptic: { name: sceptic?.name ?? '', agreed: sceptic?.agreed ?? false, said: sceptic?.said ?? '' },
  };
}

/** @param today ISO day, for the dates of what is not set yet */
export function toForm(framework: Framework, today: string): FrameworkForm {
  const { id, version, sample = false, name, claims, value = '', scope = '', formula = '', rationale = '' } = framework;
  const { archetype = '', people, preset = '', multipliers = [], rejected = [], mutes = [], rituals = {}, changes } = framework;
  return {
    ...{ id, version, sample, name, claims, value, scope, formula, rationale, archetype, preset, rejected, mutes, changes },
    people: typed(people),
    metrics: framework.metrics.map((metric) => metricForm(metric, today)),
    multipliers: multipliers.map(({ from, to, factor }) => ({ from, to, factor: writeNumber(factor) })),
    validation: validationForm(framework.validation),
    rituals: { review: rituals.review ?? '', reviewed: rituals.reviewed ?? '', rules: rituals.rules ?? '' },
  };
}

/** The North Star; a form always has one. */
export function northStarOf({ metrics }: FrameworkForm): MetricForm {
  const found = metrics.find(({ role }) => role === 'north-star');
  if (!found) throw new Error('A form without a North Star Metric.');
  return found;
}

export const ofRole = ({ metrics }: FrameworkForm, ...roles: readonly Metric['role'][]): readonly MetricForm[] =>
  metrics.filter(({ role }) => roles.includes(role));

/** The metric with a key. */
export const metricOf = ({ metrics }: FrameworkForm, key: string): MetricForm | undefined => metrics.find((metric) => metric.key === key);

/** The form with a metric changed. */
export const withMetric = (form: FrameworkForm, key: string, change: Partial<MetricForm>): FrameworkForm => ({
  ...form,
  metrics: form.metrics.map((metric) => (metric.key === key ? { ...metric, ...change } : metric)),
});

/** The form without a metric, and without what led from it or to it. */
export const without = (form: FrameworkForm, key: string): FrameworkForm => ({
  ...form,
  metrics: form.metrics.filter((metric) => metric.key !== key),
  multipliers: form.multipliers.filter(({ from, to }) => from !== key && to !== key),
  mutes: form.mutes.filter(({ about }) => about !== key),
});

/** The form with a metric moved past the next of its role; the ends are as far as it goes. */
export function moved(form: FrameworkForm, key: string, by: -1 | 1): FrameworkForm {
  const metric = metricOf(form, key);
  if (!metric) return form;
  const peers = ofRole(form, metric.role);
  const other = peers[peers.indexOf(metric) + by];
  if (!other) return form;
  const [from, to] = [form.metrics.indexOf(metric), form.metrics.indexOf(other)];
  return { ...form, metrics: form.metrics.with(from, other).with(to, metric) };
}

/**
 * The form with another role for a metric. There is one North Star: the one before becomes an input, and what inputs were
 * worth in its units is not what they are worth in the new one's.
 */
export function withRole(form: FrameworkForm, key: string, role: Metric['role']): FrameworkForm {
  if (northStarOf(form).key === key) return form;
  const roleOf = (metric: MetricForm): Metric['role'] =>
    metric.key === key ? role : role === 'north-star' && metric.role === 'north-star' ? 'input' : metric.role;
  const sensitivityOf = ({ sensitivity }: MetricForm): string => (role === 'north-star' ? '' : sensitivity);
  return { ...form, metrics: form.metrics.map((metric) => ({ ...metric, role: roleOf(metric), sensitivity: sensitivityOf(metric) })) };
}
