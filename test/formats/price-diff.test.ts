// Which differences between two versions can touch an answer's price.
import { describe, expect, it } from 'vitest';
import { priceDifferences } from '../../lib/formats/price-diff.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';

const PLANNER: Framework = sampleFramework('2026-11-22');
const changed = (change: (framework: Framework) => void, from = PLANNER): Framework => {
  const next = structuredClone(from);
  change(next);
  return next;
};
const metric = (framework: Framework, id: string): Metric => framework.metrics.find((one) => one.id === id) as Metric;
const found = (after: Framework, inputs = ['activation'], before = PLANNER): string[] =>
  priceDifferences(before, after, inputs).map((one) => (one.about === 'field' ? `${one.after.id}/${one.field}` : one.about));

describe('what touches a price', () => {
  it('is the worth of an input that the answer names, and of no other', () => {
    const after = changed((f) => {
      metric(f, 'activation').sensitivity = { low: 60, high: 60 };
      metric(f, 'templates').sensitivity = { low: 1, high: 2 };
      metric(f, 'activation').owner = 'Sales';
      metric(f, 'activation').target = { value: 50, date: '2027-01-01' };
      f.name = 'Other';
      f.claims = [];
    });
    expect(found(after)).toEqual(['activation/sensitivity']);
    expect(found(after, ['collaboration'])).toEqual([]);
  });

  it('goes along the multipliers of either version', () => {
    const after = changed((f) => {
      f.multipliers = [{ from: 'activation', to: 'templates', factor: 0.2 }];
      metric(f, 'templates').sensitivity = { low: 1, high: 2 };
    });
    expect(found(after)).toEqual(['templates/sensitivity', 'multiplier']);
    expect(found(after, ['completion'])).toEqual([]);
    expect(found(PLANNER, ['activation'], after)).toEqual(['templates/sensitivity', 'multiplier']);
  });

  it('is a formula, which takes the place of sensitivities', () => {
    const before = changed((f) => (f.formula = 'activation * 2'));
    const after = changed((f) => {
      f.formula = 'activation * 3';
      metric(f, 'activation').sensitivity = { low: 60, high: 60 };
    });
    expect(found(after, ['activation'], before)).toEqual(['framework']);
    expect(found(after)).toEqual(['activation/sensitivity', 'framework']);
  });

  it('is an input that came, went or changed its role, and another North Star', () => {
    const gone = changed((f) => (f.metrics = f.metrics.filter(({ id }) => id !== 'activation')));
    expect(found(gone)).toEqual(['metric']);
    expect(found(gone, ['templates'])).toEqual([]);
    expect(found(changed((f) => (metric(f, 'activation').role = 'health')))).toEqual(['activation/role']);
    const star = changed((f) => {
      metric(f, 'weekly-active-teams').role = 'outcome';
      metric(f, 'completion').role = 'north-star';
    });
    expect(found(star)).toEqual(['weekly-active-teams/role', 'completion/role']);
  });
});
