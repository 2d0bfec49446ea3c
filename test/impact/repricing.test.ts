// Of a number's change, the part that the framework made.
import { describe, expect, it } from 'vitest';
import { type Ground, groundOf } from '../../lib/impact/pricing.ts';
import { repriced } from '../../lib/impact/repricing.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';

const PLANNER = sampleFramework('2026-11-22');
const current = (id: string): number | undefined => new Map([['activation', 32]]).get(id);
const worth = (low: number, high: number, more: Partial<typeof PLANNER> = {}): Ground =>
  groundOf(
    {
      ...PLANNER,
      metrics: PLANNER.metrics.map((one) => (one.id === 'activation' ? { ...one, sensitivity: { low, high } } : one)),
      ...more,
    },
    current,
  );
const effects = [{ input: 'activation', low: 2, high: 5, chance: 1 }];

describe('an answer under two versions', () => {
  it('has both numbers, rounded as shown', () => {
    expect(repriced(effects, worth(34, 34), worth(60, 60))).toEqual({
      before: { p10: 70, mean: 120, p90: 170 },
      after: { p10: 120, mean: 210, p90: 300 },
    });
  });

  it('says nothing where nothing shown differs, however the framework does', () => {
    expect(repriced(effects, worth(60, 60), worth(60, 60, { name: 'Other', formula: '' }))).toBeUndefined();
    expect(repriced(effects, worth(60, 60), worth(60.001, 60.001))).toBeUndefined();
  });

  it('tells a range that is another around the same mean', () => {
    const shift = repriced(effects, worth(60, 60), worth(30, 90));
    expect(shift?.before?.mean).toBe(shift?.after?.mean);
    expect(shift?.before?.p90).not.toBe(shift?.after?.p90);
  });

  it('has one side where only one version names a worth, and none where neither does', () => {
    const without = groundOf({ ...PLANNER, metrics: PLANNER.metrics.filter(({ id }) => id !== 'activation') }, current);
    expect(repriced(effects, without, worth(60, 60))).toEqual({ before: undefined, after: { p10: 120, mean: 210, p90: 300 } });
    expect(repriced(effects, worth(60, 60), without)?.after).toBeUndefined();
    expect(repriced(effects, without, without)).toBeUndefined();
  });
});
