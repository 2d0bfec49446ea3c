// Which inputs have no way to the North Star.
import { describe, expect, it } from 'vitest';
import { unpricedOf } from '../../lib/impact/reach.ts';
import { metric } from './delivery.ts';

const star = metric('star', { role: 'north-star' });
const [a, b, c] = ['a', 'b', 'c'].map((id) => metric(id));
const priced = metric('priced', { sensitivity: { low: 1, high: 2 } });
const metrics = [star, priced, a, b, c].filter((one) => one !== undefined);
const edge = (from: string, to: string, factor = 2) => ({ from, to, factor });
const unpriced = (more: Omit<Parameters<typeof unpricedOf>[0], 'metrics'> = {}): string[] =>
  unpricedOf({ metrics, ...more }).map(({ id }) => id);

describe('an input has no known worth', () => {
  it('without a sensitivity', () => expect(unpriced()).toEqual(['a', 'b', 'c']));
  it('but for one that moves an input with a worth, however far', () =>
    expect(unpriced({ multipliers: [edge('a', 'b'), edge('b', 'priced')] })).toEqual(['c']));
  it('and a multiplier of nothing leads nowhere', () =>
    expect(unpriced({ multipliers: [edge('a', 'priced', 0)] })).toEqual(['a', 'b', 'c']));
  it('by a formula, where neither it nor what it moves is named', () =>
    expect(unpriced({ formula: 'a * b', multipliers: [edge('c', 'a')] })).toEqual(['priced']));
  it('as far as that can be told', () => {
    expect(unpriced({ formula: 'a * nobody' })).toEqual([]);
    expect(unpriced({ multipliers: [edge('a', 'a')] })).toEqual([]);
  });
});
