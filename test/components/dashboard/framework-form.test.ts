import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../lib/model/framework.ts';
import type { Metric } from '../../../lib/model/metric.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { check, slug } from '../../../lib/state/framework-check.ts';
import {
  type FrameworkForm,
  moved,
  newForm,
  newMetric,
  northStarOf,
  ofRole,
  toForm,
  withMetric,
  withRole,
} from '../../../lib/state/framework-form.ts';
import { TEMPLATES } from '../../../lib/templates/templates.ts';

const TODAY = '2026-11-22';
const SAMPLE = sampleFramework(TODAY);
const stored = (form: FrameworkForm): Framework => {
  const checked = check(form, 'abcd');
  if (!checked.ok) throw new Error(JSON.stringify(checked.mend));
  return checked.framework;
};
const named = (form: FrameworkForm = newForm(TODAY)): FrameworkForm =>
  withMetric({ ...form, name: 'My product' }, 'north-star', { name: 'Weekly buyers' });
const faults = (form: FrameworkForm): string[] =>
  check(form, 'abcd').mend.map(({ metric, field, fault }) => `${metric} ${field} ${fault}`.trim());

describe('a framework as a form', () => {
  it('comes back as it was', () => {
    expect(stored(toForm(SAMPLE, TODAY))).toEqual(SAMPLE);
    const more: Framework = {
      ...SAMPLE,
      metrics: [
        ...SAMPLE.metrics.map((metric) => ({ ...metric, ...(metric.sensitivity && { sensitivity: { low: -1.125, high: 1234.567 } }) })),
        { id: 'churn', name: 'Churn', role: 'outcome', kind: 'rate', unit: '', direction: 'down' },
      ],
    };
    expect(stored(toForm(more, TODAY))).toEqual(more);
  });

  it('begins with today and 90 days from today', () => {
    const northStar = northStarOf(newForm(TODAY));
    expect([northStar.baseline.date, northStar.target.date, northStar.stretch.date]).toEqual(['2026-11-22', '2027-02-20', '2027-02-20']);
  });

  it('can be stored without inputs, and without any number', () => {
    const framework = stored(named());
    expect(framework).toMatchObject({ name: 'My product', version: 1, claims: [] });
    expect(framework.metrics).toEqual([
      { id: 'weekly-buyers', name: 'Weekly buyers', role: 'north-star', kind: 'count', unit: '', direction: 'up', window: 'week' },
    ]);
  });

  it('makes ids from names, each once, and keeps them when names change', () => {
    let form = named();
    for (const [i, name] of ['Été', 'Ete', '日本', '***'].entries())
      form = { ...form, metrics: [...form.metrics, { ...newMetric(TODAY, `k${i}`), name }] };
    const framework = stored(form);
    expect(framework.id).toBe('my-product-abcd');
    expect(framework.metrics.map(({ id }) => id)).toEqual(['weekly-buyers', 'ete', 'ete-2', 'metric-3', 'metric-4']);
    const renamed = stored(withMetric({ ...toForm(framework, TODAY), name: 'Other' }, 'ete', { name: 'Something else' }));
    expect(renamed.id).toBe('my-product-abcd');
    expect(renamed.metrics.map(({ id }) => id)).toEqual(framework.metrics.map(({ id }) => id));
  });

  it('never takes the id that another metric has', () => {
    const other = { ...newMetric(TODAY, 'churn', 'outcome'), id: 'churn', name: 'Left' };
    const form = { ...named(), metrics: [...named().metrics, { ...newMetric(TODAY, 'k'), name: 'Churn' }, other] };
    expect(stored(form).metrics.map(({ id }) => id)).toEqual(['weekly-buyers', 'churn-2', 'churn']);
  });

  it.each(['', 'A b  C!', 'x'.repeat(200), '--a--'])('%j makes a sound id', (name) =>
    expect(slug(name, 'otherwise')).toMatch(/^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$/),
  );

  it('drops the unit of a rate', () => {
    expect(stored(withMetric(named(), 'north-star', { kind: 'rate', unit: 'teams' })).metrics[0]?.unit).toBe('');
  });

  it.each([
    [{ name: ' ' }, 'north-star name missing'],
    [{ name: 'n'.repeat(121) }, 'north-star name long'],
    [{ shortName: 'n'.repeat(25) }, 'north-star shortName long'],
    [{ baseline: { value: 'many', date: TODAY } }, 'north-star baseline not-a-number'],
    [{ target: { value: '1.200', date: TODAY } }, 'north-star target ambiguous'],
    [{ stretch: { value: '5', date: '' } }, 'north-star stretch no-date'],
  ])('%j is to be mended', (change, fault) => {
    expect(faults(withMetric(named(), 'north-star', change))).toEqual([fault]);
  });

  it('has the sensitivity of inputs mended', () => {
    const withInput = (sensitivity: string): FrameworkForm => ({
      ...named(),
      metrics: [...named().metrics, { ...newMetric(TODAY, 'k'), name: 'Activation', sensitivity }],
    });
    expect(faults(withInput('75 to 45'))).toEqual(['k sensitivity reversed']);
    expect(faults(withInput('some'))).toEqual(['k sensitivity not-a-number']);
    expect(faults(withInput('60'))).toEqual([]);
    expect(stored(withInput('60')).metrics[1]?.sensitivity).toEqual({ low: 60, high: 60 });
    expect(stored(withInput('')).metrics[1]).not.toHaveProperty('sensitivity');
  });

  it('gives what the schema refuses a place in the form', () => {
    expect(faults({ ...named(), claims: ['nonsense'] })).toEqual(['claims refused']);
    expect(faults({ ...named(), name: '' })).toEqual(['name missing']);
  });

  it('moves inputs as far as the ends', () => {
    const form = toForm(SAMPLE, TODAY);
    const names = (of: FrameworkForm): string =>
      ofRole(of, 'input')
        .map(({ id }) => id[0])
        .join('');
    expect(names(form)).toBe('atcc');
    expect(names(moved(form, 'activation', 1))).toBe('tacc');
    expect(moved(form, 'activation', -1)).toBe(form);
    expect(moved(form, 'weekly-active-teams', 1)).toBe(form);
  });

  it('keeps one North Star when another metric takes its role', () => {
    const form = withRole(toForm(SAMPLE, TODAY), 'activation', 'north-star');
    expect(
      stored(form)
        .metrics.map(({ id, role }) => [id, role])
        .slice(0, 3),
    ).toEqual([
      ['weekly-active-teams', 'input'],
      ['activation', 'north-star'],
      ['templates', 'input'],
    ]);
    expect(withRole(form, 'activation', 'input')).toBe(form);
  });

  it('forgets what inputs were worth in units of the North Star before, and only then', () => {
    const form = toForm(SAMPLE, TODAY);
    const worths = (of: FrameworkForm): string[] => of.metrics.map(({ sensitivity }) => sensitivity).filter(Boolean);
    expect(worths(form)).toHaveLength(4);
    expect(worths(withRole(form, 'activation', 'north-star'))).toEqual([]);
    expect(worths(withRole(form, 'activation', 'guardrail'))).toEqual(worths(form));
  });
});

describe('everything of a framework', () => {
  const number = fc
    .oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }))
    .map((n) => n + 0);
  const words = (most: number) =>
    fc
      .string({ minLength: 1, maxLength: most })
      .map((text) => text.trim())
      .filter(Boolean);
  const day = fc.integer({ min: 0, max: 30_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  const dated = fc.record({ value: number, date: day });
  const pick = <T>(...values: readonly T[]) => fc.constantFrom(...values);
  const metric = (id: string, role: Metric['role']): fc.Arbitrary<Metric> =>
    fc
      .record(
        {
          name: words(120),
          shortName: words(24),
          kind: pick('count', 'rate', 'ratio'),
          unit: words(40),
          window: words(80),
          denominator: words(120),
          direction: pick('up', 'down'),
          cadence: pick('live', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'),
          lag: fc.nat(104),
          owner: words(80),
          baseline: dated,
          target: dated,
          stretch: dated,
          sensitivity: fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
          keyResult: fc.record(
            { objective: words(200), from: number, to: number, by: day, why: words(1000) },
            { requiredKeys: ['from', 'to', 'by'] },
          ),
          checks: fc.record({ influenceable: fc.boolean(), drives: fc.boolean(), oneTeam: fc.boolean() }, { requiredKeys: ['drives'] }),
        },
        { requiredKeys: ['name', 'kind', 'unit', 'direction'] },
      )
      .map((made) => ({ ...made, id, role, unit: made.kind === 'rate' ? '' : made.unit }) as Metric);
  const framework = fc.record(
    {
      id: fc.constant('made'),
      name: words(80),
      version: fc.integer({ min: 1, max: 1e6 }),
      metrics: fc
        .tuple(
          metric('a', 'input'),
          metric('b', 'outcome'),
          metric('star', 'north-star'),
          metric('c', 'guardrail'),
          metric('d', 'health'),
          metric('e', 'input'),
        )
        .map(([...list]) => list),
      claims: fc.uniqueArray(pick('github:acme/app', 'jira:acme.atlassian.net/pln', 'linear:acme')),
      value: words(500),
      archetype: pick('attention', 'transaction', 'productivity', 'user-generated'),
      scope: words(120),
      formula: words(2000),
      multipliers: fc.array(fc.record({ from: pick('a', 'gone'), to: pick('e', 'gone too'), factor: number }), {
        minLength: 1,
        maxLength: 3,
      }),
      rationale: words(4000),
      rejected: fc.array(fc.record({ name: words(120), why: words(1000) }), { minLength: 1, maxLength: 3 }),
      validation: fc.record(
        {
          customerValue: fc.boolean(),
          frequent: fc.boolean(),
          interviews: fc.nat(100_000),
          gaming: words(1000),
          sceptic: fc.record({ name: words(80), agreed: fc.boolean(), said: words(1000) }, { requiredKeys: ['name', 'agreed'] }),
          correlations: fc.array(
            fc.record({
              with: pick('revenue', 'retention', 'satisfaction'),
              r: fc.double({ min: -1, max: 1, noNaN: true }),
              n: fc.integer({ min: 1, max: 99 }),
              lag: fc.nat(104),
            }),
            { minLength: 1, maxLength: 3 },
          ),
        },
        { requiredKeys: ['frequent'] },
      ),
      rituals: fc.record({ review: pick('weekly', 'quarterly'), reviewed: day, rules: words(2000) }, { requiredKeys: ['review'] }),
      people: fc.integer({ min: 1, max: 1e6 }),
      preset: pick('full', 'lite'),
      changes: fc.array(
        fc.record({ version: fc.integer({ min: 1, max: 9 }), date: day, reason: fc.string({ maxLength: 20 }).map((text) => text.trim()) }),
        { minLength: 1, maxLength: 3 },
      ),
      mutes: fc.array(fc.record({ rule: words(80), about: pick('a', 'gone'), reason: words(500) }, { requiredKeys: ['rule', 'reason'] }), {
        minLength: 1,
        maxLength: 3,
      }),
    },
    { requiredKeys: ['id', 'name', 'version', 'metrics', 'claims'] },
  ) as fc.Arbitrary<Framework>;

  it('goes through the form and comes back, in its order', () => {
    fc.assert(
      fc.property(framework, (made) => {
        expect(stored(toForm(made, TODAY))).toEqual(made);
      }),
      { numRuns: 200 },
    );
  });

  it.each(TEMPLATES.map((template) => [template.id, template.framework(TODAY)] as const))('of the model %s too', (_, made) => {
    expect(stored(toForm(made, TODAY))).toEqual(made);
  });

  it('has what is half said mended where it is', () => {
    const form = toForm(SAMPLE, TODAY);
    expect(faults({ ...form, multipliers: [{ from: 'templates', to: 'activation', factor: '' }] })).toEqual(['activation factor missing']);
    expect(faults({ ...form, multipliers: [{ from: '', to: 'activation', factor: '' }] })).toEqual([]);
    expect(faults(withMetric(form, 'activation', { lag: '2.5' }))).toEqual(['activation lag not-whole']);
    expect(faults(withMetric(form, 'activation', { keyResult: { objective: '', from: '40', to: '', by: TODAY, why: '' } }))).toEqual([
      'activation keyResult not-a-number',
    ]);
    expect(faults({ ...form, people: 'few' })).toEqual(['people not-a-number']);
    expect(faults({ ...form, value: 'v'.repeat(501) })).toEqual(['value long']);
  });
});
