// From what was typed to a framework, or to what is to be mended and where. The schema has the last word.
import { Framework } from '../model/framework.ts';
import type { Dated, Metric, Sensitivity } from '../model/metric.ts';
import type { DatedForm, FrameworkForm, MetricForm } from './framework-form.ts';
import { readNumber, readRange } from './number-text.ts';

export type Field =
  | 'name'
  | 'shortName'
  | 'unit'
  | 'owner'
  | 'window'
  | 'denominator'
  | 'baseline'
  | 'target'
  | 'stretch'
  | 'sensitivity'
  | 'claims';
export type Fault = 'missing' | 'long' | 'not-a-number' | 'ambiguous' | 'no-date' | 'reversed' | 'refused';

/** One thing to mend. `metric` is the key of a metric, empty for the framework's own fields. */
export interface Mend {
  readonly metric: string;
  readonly field: Field;
  readonly fault: Fault;
  /** Both readings of an ambiguous number, or the longest text there is room for. */
  readonly values: readonly number[];
}

/** What there is of a framework while parts of it are still wrong; those parts are left out. */
export type Sketch = Pick<Framework, 'id' | 'metrics' | 'claims'>;

export type Checked =
  | { readonly ok: true; readonly framework: Framework; readonly mend: readonly [] }
  | { readonly ok: false; readonly framework: Sketch; readonly mend: readonly Mend[] };

const LONGEST: Readonly<Partial<Record<Field, number>>> = { name: 120, shortName: 24, unit: 40, owner: 80, window: 80, denominator: 120 };

/** A name as an id: `New team activation` is `new-team-activation`. */
export function slug(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 48).replace(/-+$/, '') || otherwise;
}

/** The id, with a number behind it where it is taken. */
function free(id: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? id : `${id}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** @param mark makes the id of a new framework unlike that of any other, deleted ones too */
export function check(form: FrameworkForm, mark: string): Checked {
  const mend: Mend[] = [];
  const wrong = (metric: string, field: Field, fault: Fault, ...values: number[]): undefined => {
    mend.push({ metric, field, fault, values });
    return undefined;
  };

  function dated(metric: MetricForm, field: 'baseline' | 'target' | 'stretch'): Dated | undefined {
    const { value, date }: DatedForm = metric[field];
    if (!value.trim()) return undefined;
    const read = readNumber(value);
    if (!read.ok) return read.readings ? wrong(metric.key, field, 'ambiguous', ...read.readings) : wrong(metric.key, field, 'not-a-number');
    return /^\d{4}-\d\d-\d\d$/.test(date) ? { value: read.value, date } : wrong(metric.key, field, 'no-date');
  }

  function sensitivity(metric: MetricForm): Sensitivity | undefined {
    if (!metric.sensitivity.trim()) return undefined;
    const read = readRange(metric.sensitivity);
    if (!read.ok)
      return read.readings
        ? wrong(metric.key, 'sensitivity', 'ambiguous', ...read.readings)
        : wrong(metric.key, 'sensitivity', 'not-a-number');
    return read.low <= read.high ? { low: read.low, high: read.high } : wrong(metric.key, 'sensitivity', 'reversed', read.high, read.low);
  }

  const taken = new Set([...form.others, form.northStar, ...form.inputs].map(({ id }) => id).filter(Boolean));
  const metrics = [form.northStar, ...form.inputs].map((typed, i): Metric => {
    for (const field of ['name', 'shortName', 'unit', 'owner', 'window', 'denominator'] as const) {
      const most = LONGEST[field] ?? 0;
      if (typed[field].trim().length > most) wrong(typed.key, field, 'long', most);
    }
    const name = typed.name.trim();
    if (!name) wrong(typed.key, 'name', 'missing');
    const id = typed.id || free(slug(name, `metric-${i}`), taken);
    taken.add(id);
    const optional = {
      shortName: typed.shortName.trim(),
      window: typed.window.trim(),
      denominator: typed.denominator.trim(),
      owner: typed.owner.trim(),
    };
    const goals = {
      baseline: dated(typed, 'baseline'),
      target: dated(typed, 'target'),
      stretch: dated(typed, 'stretch'),
      sensitivity: i === 0 ? undefined : sensitivity(typed),
    };
    return {
      ...{ id, name, role: i === 0 ? 'north-star' : 'input', kind: typed.kind, direction: typed.direction },
      unit: typed.kind === 'rate' ? '' : typed.unit.trim(),
      ...Object.fromEntries(Object.entries({ ...optional, ...goals }).filter(([, value]) => value !== undefined && value !== '')),
    };
  });

  const name = form.name.trim();
  if (!name) wrong('', 'name', 'missing');
  if (name.length > 80) wrong('', 'name', 'long', 80);
  const sketch = { id: form.id || `${slug(name, 'framework')}-${mark}`, metrics: [...metrics, ...form.others], claims: [...form.claims] };
  if (mend.length > 0) return { ok: false, framework: sketch, mend };
  const parsed = Framework.safeParse({ ...sketch, name, version: Math.max(1, form.version), ...(form.sample ? { sample: true } : {}) });
  if (parsed.success) return { ok: true, framework: parsed.data, mend: [] };
  return { ok: false, framework: sketch, mend: parsed.error.issues.map((issue) => place(issue.path, form)) };
}

/** Where an issue of the schema belongs in the form. */
function place(path: readonly PropertyKey[], form: FrameworkForm): Mend {
  const [first, index, field] = path;
  const metric = first === 'metrics' && typeof index === 'number' ? [form.northStar, ...form.inputs][index]?.key : undefined;
  const own = first === 'claims' ? 'claims' : 'name';
  return { metric: metric ?? '', field: metric === undefined ? own : ((field ?? 'name') as Field), fault: 'refused', values: [] };
}
