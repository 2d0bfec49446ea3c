// From what was typed to a framework, or to what is to be mended and where. The schema has the last word.
import { Framework } from '../model/framework.ts';
import { type FrameworkForm, northStarOf, type RitualsForm, type ValidationForm } from './framework-form.ts';
import { createMender, type Field, given, type Mend, type Mender } from './framework-mend.ts';
import { checkedMetric } from './metric-check.ts';

/** `framework` is what there is of it while parts are still wrong; those parts are left out. */
export type Checked = {
  readonly framework: Framework;
  /** The id of each metric by its key in the form. */
  readonly ids: ReadonlyMap<string, string>;
} & ({ readonly ok: true; readonly mend: readonly [] } | { readonly ok: false; readonly mend: readonly Mend[] });

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

/** Each metric's id by its key: the one it is stored under, else one made from its name. */
function idsOf({ metrics }: FrameworkForm): ReadonlyMap<string, string> {
  const taken = new Set(metrics.map(({ id }) => id).filter(Boolean));
  return new Map(
    metrics.map(({ key, id, name }, i) => {
      const own = id || free(slug(name.trim(), `metric-${i}`), taken);
      taken.add(own);
      return [key, own];
    }),
  );
}

function validation({ answers, interviews, gaming, sceptic, correlations }: ValidationForm, mender: Mender): Framework['validation'] {
  const name = mender.text('sceptic', sceptic.name, 80);
  const said = mender.text('scepticSaid', sceptic.said, 1000);
  const whole = given({
    ...answers,
    interviews: mender.whole('interviews', interviews, 0, 100_000),
    gaming: mender.text('gaming', gaming, 1000),
    sceptic: name || said ? { name: name ?? '', agreed: sceptic.agreed, ...given({ said }) } : undefined,
    correlations,
  });
  return Object.keys(whole).length > 0 ? whole : undefined;
}

function rituals({ review, reviewed, rules }: RitualsForm, mender: Mender): Framework['rituals'] {
  const whole = given({ review, reviewed: reviewed && mender.day('reviewed', reviewed), rules: mender.text('rules', rules, 2000) });
  return Object.keys(whole).length > 0 ? whole : undefined;
}

const filled = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);

function rejected(form: FrameworkForm, mender: Mender): Framework['rejected'] {
  const told = form.rejected.filter(({ name, why }) => name.trim() || why.trim());
  for (const { name, why } of told) {
    mender.text('rejected', name, 120);
    mender.text('rejected', why, 1000);
  }
  return filled(told.map(({ name, why }) => ({ name: name.trim(), why: why.trim() })));
}

/** One that says nothing yet is none; one that says half is to be mended, at the input it leads to. */
function multipliers(form: FrameworkForm, idOf: (key: string) => string, found: Mend[]): Framework['multipliers'] {
  const told = form.multipliers.flatMap(({ from, to, factor }) => {
    if (!from && !factor.trim()) return [];
    const mender = createMender(to, found);
    const read = mender.number('factor', factor);
    if (!from || !factor.trim()) mender.wrong('factor', 'missing');
    return read === undefined || !from ? [] : [{ from: idOf(from), to: idOf(to), factor: read }];
  });
  return filled(told);
}

/** @param mark makes the id of a new framework unlike that of any other, deleted ones too */
export function check(form: FrameworkForm, mark: string): Checked {
  const found: Mend[] = [];
  const own = createMender('', found);
  const ids = idsOf(form);
  const idOf = (key: string): string => ids.get(key) ?? key;
  const name = own.text('name', form.name, 80);
  if (!form.name.trim()) own.wrong('name', 'missing');
  const framework = {
    id: form.id || `${slug(name ?? '', 'framework')}-${mark}`,
    name: name ?? form.name.trim(),
    version: Math.max(1, form.version),
    ...(form.sample && { sample: true }),
    metrics: form.metrics.map((metric) => checkedMetric(metric, idOf(metric.key), createMender(metric.key, found))),
    claims: [...form.claims],
    ...given({
      value: own.text('value', form.value, 500),
      archetype: form.archetype,
      scope: own.text('scope', form.scope, 120),
      formula: own.text('formula', form.formula, 2000),
      multipliers: multipliers(form, idOf, found),
      rationale: own.text('rationale', form.rationale, 4000),
      rejected: rejected(form, own),
      validation: validation(form.validation, own),
      rituals: rituals(form.rituals, own),
      people: own.whole('people', form.people, 1, 1_000_000),
      preset: form.preset,
      changes: form.changes,
      mutes: filled(form.mutes.map(({ rule, about, reason }) => ({ rule, reason, ...(about !== undefined && { about: idOf(about) }) }))),
    }),
  } as Framework;
  if (found.length > 0) return { ok: false, framework, ids, mend: found };
  const parsed = Framework.safeParse(framework);
  if (parsed.success) return { ok: true, framework: parsed.data, ids, mend: [] };
  return { ok: false, framework, ids, mend: parsed.error.issues.map((issue) => place(issue.path, form)) };
}

/** Where an issue of the schema belongs in the form. */
function place(path: readonly PropertyKey[], form: FrameworkForm): Mend {
  const [first, index, field] = path;
  const metric = first === 'metrics' && typeof index === 'number' ? form.metrics[index]?.key : undefined;
  const refused = { fault: 'refused', values: [] } as const;
  if (metric !== undefined) return { metric, field: (field ?? 'name') as Field, ...refused };
  return first === 'metrics'
    ? { metric: northStarOf(form).key, field: 'name', ...refused }
    : { metric: '', field: (first ?? 'name') as Field, ...refused };
}
