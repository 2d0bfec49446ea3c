import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../lib/model/framework.ts';
import { sampleFramework } from '../../../lib/sample/planner.ts';
import { check, slug } from '../../../lib/state/framework-check.ts';
import { type FrameworkForm, moved, newForm, newMetric, toForm, withMetric } from '../../../lib/state/framework-form.ts';
import { notesOn } from '../../../lib/state/framework-notes.ts';

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
    const { northStar } = newForm(TODAY);
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
      form = { ...form, inputs: [...form.inputs, { ...newMetric(TODAY, `k${i}`), name }] };
    const framework = stored(form);
    expect(framework.id).toBe('my-product-abcd');
    expect(framework.metrics.map(({ id }) => id)).toEqual(['weekly-buyers', 'ete', 'ete-2', 'metric-3', 'metric-4']);
    const renamed = stored(withMetric({ ...toForm(framework, TODAY), name: 'Other' }, 'ete', { name: 'Something else' }));
    expect(renamed.id).toBe('my-product-abcd');
    expect(renamed.metrics.map(({ id }) => id)).toEqual(framework.metrics.map(({ id }) => id));
  });

  it('never takes the id of a metric it has no fields for', () => {
    const other = { id: 'churn', name: 'Churn', role: 'outcome', kind: 'rate', unit: '', direction: 'down' } as const;
    const form = { ...named(), others: [other], inputs: [{ ...newMetric(TODAY, 'k'), name: 'Churn' }] };
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
      inputs: [{ ...newMetric(TODAY, 'k'), name: 'Activation', sensitivity }],
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
    const names = (of: FrameworkForm): string => of.inputs.map(({ id }) => id[0]).join('');
    expect(names(form)).toBe('atcc');
    expect(names(moved(form, 'activation', 1))).toBe('tacc');
    expect(moved(form, 'activation', -1)).toBe(form);
    expect(moved(form, 'weekly-active-teams', 1)).toBe(form);
  });
});

describe('notes on a framework', () => {
  const codes = (framework: Framework, others: readonly Framework[] = []): string[] =>
    notesOn(framework, others).map(({ level, code, metrics }) => [level, code, ...metrics].join(' '));
  const withInputs = (count: number): Framework => {
    const [northStar, input] = SAMPLE.metrics;
    if (!northStar || !input) throw new Error('no metrics');
    return { ...SAMPLE, metrics: [northStar, ...Array.from({ length: count }, (_, i) => ({ ...input, id: `i${i}` }))] };
  };
  const changed = (id: string, change: object): Framework => ({
    ...SAMPLE,
    metrics: SAMPLE.metrics.map((metric) => (metric.id === id ? { ...metric, ...change } : metric)),
  });

  it('has none on the sample', () => expect(codes(SAMPLE)).toEqual([]));

  // Requirement 3 (S3 step 4): 3 to 5 clean, 6 a note, fewer than 3 or more than 6 a warning, never a hard block.
  it.each([
    [0, 'warning no-inputs'],
    [1, 'warning few-inputs'],
    [2, 'warning few-inputs'],
    [3, undefined],
    [5, undefined],
    [6, 'note six-inputs'],
    [7, 'warning many-inputs'],
  ])('%d inputs: %s', (count, code) => {
    expect(codes(withInputs(count))).toEqual(code ? [code] : []);
    expect(notesOn(withInputs(count), []).every(({ rule }) => rule !== undefined)).toBe(true);
  });

  it.each([
    ['activation', { sensitivity: undefined }, 'warning no-sensitivity activation'],
    ['activation', { direction: 'down' }, 'warning sign activation,warning wrong-way activation'],
    ['activation', { direction: 'down', sensitivity: { low: -75, high: -45 }, target: { value: 20, date: '2027-01-09' } }, ''],
    ['activation', { target: { value: 20, date: '2027-01-09' } }, 'warning wrong-way activation'],
    ['weekly-active-teams', { target: { value: 9000, date: '2026-01-01' } }, 'warning dates weekly-active-teams'],
    ['templates', { owner: undefined }, 'note no-owner templates'],
    ['weekly-active-teams', { target: undefined }, 'note no-goal weekly-active-teams'],
  ])('%s %j: %s', (id, change, expected) => {
    expect(codes(changed(id, change)).join()).toBe(expected);
  });

  it('says where nothing is asked, and where two frameworks claim one place', () => {
    expect(codes({ ...SAMPLE, claims: [] })).toEqual(['warning no-claims']);
    const other: Framework = { ...SAMPLE, id: 'other', name: 'Other', claims: ['github:azimuth-sample'] };
    const shared = notesOn({ ...SAMPLE, claims: ['github:azimuth-sample/planner'] }, [SAMPLE, other]);
    expect(shared.map(({ code, values }) => [code, ...values])).toEqual([['shared-claim', 'github:azimuth-sample/planner', 'Other']]);
  });
});
