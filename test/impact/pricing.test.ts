// One way to a price for every surface: by formula, along multipliers, or by sensitivities.
import { describe, expect, it } from 'vitest';
import { impactOf } from '../../lib/impact/impact.ts';
import { type Ground, pricerOf } from '../../lib/impact/pricing.ts';
import type { Metric } from '../../lib/model/metric.ts';

const input = (id: string, current: number, more: Partial<Metric> = {}) => ({
  ...{ id, name: id, role: 'input' as const, kind: 'count' as const, unit: '', direction: 'up' as const, current },
  ...more,
});
const northStar = { ...input('items', 0), role: 'north-star' as const, current: 23_460 };
const inputs = [input('orders', 12_000), input('size', 2.5), input('filled', 92, { kind: 'rate' }), input('on-time', 85, { kind: 'rate' })];
const FORMULA = 'orders * size * filled * on_time';
const move = (id: string, low: number, high: number, chance = 1) => ({ input: id, low, high, chance });
const mean = (ground: Ground, ...effects: ReturnType<typeof move>[]): number | undefined => {
  const terms = pricerOf(ground)(effects);
  return terms && impactOf(terms).mean;
};

describe('a price', () => {
  it('comes from the formula where there is one (requirement 100)', () => {
    const ground = { northStar, inputs, formula: FORMULA };
    expect(mean(ground, move('orders', -300, -100, 0.5), move('on-time', 2, 5, 0.7))).toBeCloseTo(472.65, 2);
  });

  it('comes from sensitivities where there is none, and runs along multipliers', () => {
    const priced = [input('a', 10, { sensitivity: { low: 3, high: 3 } }), input('b', 10)];
    expect(mean({ northStar, inputs: priced }, move('a', 2, 4))).toBeCloseTo(9, 6);
    expect(mean({ northStar, inputs: priced }, move('b', 2, 4))).toBeUndefined();
    expect(mean({ northStar, inputs: priced, multipliers: [{ from: 'b', to: 'a', factor: 2 }] }, move('b', 2, 4))).toBeCloseTo(18, 6);
  });

  it.each([
    ['a formula that cannot be read', { formula: 'orders *' }],
    ['an input without a reading', { formula: 'orders * gone', inputs: [...inputs, { ...input('gone', 0), current: undefined }] }],
    [
      'a circle of multipliers',
      {
        multipliers: [
          { from: 'orders', to: 'size', factor: 1 },
          { from: 'size', to: 'orders', factor: 1 },
        ],
      },
    ],
  ])('is not known with %s', (_, more) => {
    expect(pricerOf({ northStar, inputs, formula: FORMULA, ...more } as Ground)([move('orders', 1, 2)])).toBeUndefined();
  });
});
