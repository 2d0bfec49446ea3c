// Two frameworks side by side: all that is different, nothing that is not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffFrameworks, type Difference } from '../../lib/formats/framework-diff.ts';
import { Framework, Validation } from '../../lib/model/framework.ts';
import { Metric } from '../../lib/model/metric.ts';
import { barePlanner } from '../bare-planner.ts';
import { framework } from './frameworks.ts';

const PLANNER = barePlanner('2026-11-22');
const after = (change: (framework: Framework) => void): Difference[] => {
  const changed = structuredClone(PLANNER);
  change(changed);
  return diffFrameworks(PLANNER, changed);
};
const metric = (of: Framework, id: string): Metric => of.metrics.find((one) => one.id === id) as Metric;

/** Without what says nothing, and with sets in one order. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, one]) => [key, bare(one)] as const)
    .filter(([, one]) => one !== undefined && one !== '' && !(typeof one === 'object' && one !== null && Object.keys(one).length === 0));
  return Object.fromEntries(kept.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
const content = (of: Framework): string => {
  const rest = Object.fromEntries(
    Object.entries(of).filter(([key]) => !['id', 'version', 'sample', 'changes'].includes(key)),
  ) as Partial<Framework>;
  const sorted = <T>(list: readonly T[] = []): string[] => list.map((one) => JSON.stringify(bare(one))).toSorted();
  const sets = [sorted(rest.claims), sorted(rest.multipliers), sorted(rest.rejected), sorted(rest.mutes)];
  return JSON.stringify([bare({ ...rest, claims: [], multipliers: [], rejected: [], mutes: [] }), sets]);
};
const mirrored = (difference: Difference): unknown => {
  const { before, after: later, ...rest } = difference;
  return { ...rest, ...(later !== undefined && { before: later }), ...(before !== undefined && { after: before }) };
};
const bag = (list: readonly unknown[]): string[] => list.map((one) => JSON.stringify(bare(one))).toSorted();

describe('diffFrameworks', () => {
  it('finds nothing between a framework and itself, whichever version', () => {
    fc.assert(
      fc.property(framework, (of) => {
        const later: Framework = { ...structuredClone(of), id: 'other', version: of.version + 1, sample: true, changes: [] };
        expect(diffFrameworks(of, later)).toEqual([]);
      }),
    );
  });

  it('finds something between any two that are not the same, and the same the other way round', () => {
    // Another one altogether, the same with a few fields of another, or with a few fields of its metrics changed.
    const replaced = <T extends object>(of: T, other: T, fields: readonly string[]): T =>
      ({ ...of, ...Object.fromEntries(fields.map((field) => [field, other[field as keyof T]])) }) as T;
    const few = (shape: object): fc.Arbitrary<string[]> =>
      fc.array(fc.constantFrom(...Object.keys(shape).filter((key) => key !== 'id' && key !== 'role')), { minLength: 1, maxLength: 2 });
    const twice = fc.tuple(framework, framework).chain(([a, b]) =>
      fc.oneof(
        fc.constant([a, b] as const),
        few(Framework.shape).map((fields) => [a, replaced(a, b, fields)] as const),
        few(Metric.shape).map(
          (fields) => [a, { ...a, metrics: a.metrics.map((one, i) => replaced(one, b.metrics[i] ?? one, fields)) }] as const,
        ),
        few(Validation.shape).map((fields) => [a, { ...a, validation: replaced(a.validation ?? {}, b.validation ?? {}, fields) }] as const),
      ),
    );
    fc.assert(
      fc.property(twice, ([a, b]) => {
        const forth = diffFrameworks(a, b);
        expect(forth.length === 0).toBe(content(a) === content(b));
        for (const { before, after: later } of forth) expect(before ?? later).toBeDefined();
        const plain = (list: readonly Difference[]): readonly Difference[] =>
          list.filter(({ about }) => about !== 'mute' && about !== 'multiplier');
        expect(bag(plain(diffFrameworks(b, a)).map(mirrored))).toEqual(bag(plain(forth)));
      }),
      { numRuns: 1000 },
    );
  });

  it('names one changed field of one metric, with the metric before and after', () => {
    const found = after((f) => (metric(f, 'activation').target = { value: 40, date: '2027-02-20' }));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      about: 'field',
      field: 'target',
      before: { id: 'activation', target: { value: 36, date: '2027-01-09' } },
      after: { id: 'activation', target: { value: 40, date: '2027-02-20' } },
    });
  });

  it('tells a new metric, a gone one and a moved one apart', () => {
    const [activation, templates] = [metric(PLANNER, 'activation'), metric(PLANNER, 'templates')];
    const fresh = { ...activation, id: 'invites', name: 'Invites' };
    expect(after((f) => f.metrics.push(fresh))).toEqual([{ about: 'metric', after: fresh }]);
    expect(after((f) => f.metrics.splice(2, 1))).toEqual([{ about: 'metric', before: templates }]);
    expect(after((f) => f.metrics.splice(1, 1, fresh))).toEqual([
      { about: 'metric', after: fresh },
      { about: 'metric', before: activation },
    ]);
    const [moved, ...more] = after((f) => f.metrics.splice(1, 2, templates, activation));
    expect(more).toEqual([]);
    expect(moved?.about === 'order' && moved.after.map(({ id }) => id)).toEqual([
      ...['weekly-active-teams', 'templates', 'activation', 'collaboration', 'completion'],
    ]);
  });

  it('takes claims, multipliers, candidates and mutes for sets', () => {
    expect(after((f) => f.claims.reverse())).toEqual([]);
    expect(after((f) => f.claims.splice(0, 1, 'github:acme'))).toEqual([
      { about: 'claim', after: 'github:acme' },
      { about: 'claim', before: 'github:azimuth-sample/planner' },
    ]);
    const base = {
      ...PLANNER,
      multipliers: [
        { from: 'activation', to: 'templates', factor: 2 },
        { from: 'gone', to: 'templates', factor: 1 },
      ],
      rejected: [{ name: 'Projects made', why: 'Made is not done.' }],
      mutes: [{ rule: 'no-owner', about: 'templates', reason: 'Soon.' }],
    };
    const next = {
      ...PLANNER,
      multipliers: [{ from: 'activation', to: 'templates', factor: 3.2 }],
      rejected: [{ name: 'Projects made', why: 'Made is not finished.' }],
      mutes: [{ rule: 'no-owner', reason: 'Soon.' }],
    };
    expect(diffFrameworks(base, next)).toEqual([
      { about: 'multiplier', from: 'New team activation', to: 'Template adoption', before: 2, after: 3.2 },
      { about: 'multiplier', from: 'gone', to: 'Template adoption', before: 1 },
      { about: 'rejected', name: 'Projects made', before: 'Made is not done.', after: 'Made is not finished.' },
      { about: 'mute', rule: 'no-owner', name: undefined, after: 'Soon.' },
      { about: 'mute', rule: 'no-owner', name: 'Template adoption', before: 'Soon.' },
    ]);
  });

  it('names texts, the formula, answers and rituals one by one, in reading order', () => {
    const found = after((f) => {
      f.rituals = { review: 'weekly', reviewed: '2026-11-01' };
      f.validation = { interviews: 12, leading: true };
      f.rationale = 'Finished projects are what teams stay for.';
      f.formula = 'activation * templates';
      f.people = 50;
      f.name = 'Planner 2';
      f.preset = 'full';
    });
    expect(found.map((one) => ('field' in one ? `${one.about} ${one.field}` : one.about))).toEqual([
      ...['framework name', 'framework people', 'framework preset', 'framework formula', 'framework rationale'],
      ...['validation leading', 'validation interviews', 'rituals review', 'rituals reviewed'],
    ]);
    expect(found[0]).toEqual({ about: 'framework', field: 'name', before: 'Planner', after: 'Planner 2' });
    expect(found[1]).toEqual({ about: 'framework', field: 'people', after: 50 });
  });

  it('says nothing of an owner that was empty and is not there any more', () => {
    const blank = structuredClone(PLANNER);
    metric(blank, 'activation').owner = '';
    metric(blank, 'activation').checks = {};
    const none = structuredClone(blank);
    delete metric(none, 'activation').owner;
    delete metric(none, 'activation').checks;
    expect(diffFrameworks(blank, { ...none, value: '', validation: { gaming: '' } })).toEqual([]);
  });
});
