import { describe, expect, test } from 'vitest';
import type { Estimate, UsedFramework } from '../../lib/formats/estimates.ts';
import { createSums } from '../../lib/formats/sums.ts';

const metric = (id: string, name: string, role: 'north-star' | 'input', sensitivity?: number) => ({
  ...{ id, name, role, kind: 'count' as const, unit: role === 'input' ? 'events' : 'teams', direction: 'up' as const },
  ...(sensitivity === undefined ? {} : { sensitivity: { low: sensitivity, high: sensitivity } }),
});
const framework: UsedFramework = {
  ...{ id: 'planner', name: 'Planner', version: 1, readings: [] },
  metrics: [
    metric('nsm', 'Teams', 'north-star'),
    metric('a', 'First', 'input', 10),
    metric('b', 'Second', 'input', -5),
    metric('c', 'Third', 'input'),
  ],
};
const given = { framework: 'planner', version: 1 };
const effect = (input: string, low: number, high: number) => ({ input, low, high, chance: 1, text: '' });
const estimate = (ticket: string, answer: Estimate['answer'], mean: number | undefined, effort?: number): Estimate => ({
  ...{ ticket, title: ticket, answer, at: '2026-11-22T00:00:00.000Z', person: 'me' },
  ...(mean === undefined ? {} : { gain: { mean, p10: mean, p90: mean, chance: 1, unit: 'teams' } }),
  ...(effort === undefined ? {} : { effort }),
});

describe('sums', () => {
  const all = [
    estimate('one', { kind: 'effects', effects: [effect('a', 2, 4)], ...given }, 30, 3),
    // +20 by the first, -10 by the second.
    estimate('two', { kind: 'effects', effects: [effect('a', 1, 3), effect('b', 1, 3)], ...given }, 10, 5),
    estimate('three', { kind: 'effects', effects: [effect('c', 1, 2)], ...given }, undefined, 2),
    estimate('four', { kind: 'not-north-star', reason: 'debt', ...given }, undefined, 8),
    estimate('five', { kind: 'not-north-star', reason: 'debt', ...given }, undefined),
  ];

  test('add up: gains by input to all gain, efforts to all effort', () => {
    const sums = createSums([framework]);
    for (const one of all) sums.add(one);
    const list = sums.list();
    expect(list.map(({ name, tickets, gain, effort }) => [name, tickets, gain, effort])).toEqual([
      ['First', 2, expect.closeTo(50), 8],
      ['Second', 1, expect.closeTo(-10), 0],
      ['Third', 1, undefined, 2],
      ['debt', 2, undefined, 8],
    ]);
    expect(list.reduce((sum, { gain = 0 }) => sum + gain, 0)).toBeCloseTo(40);
    expect(list.reduce((sum, { effort }) => sum + effort, 0)).toBe(18);
    expect(list.map(({ unit }) => unit)).toEqual(['teams', 'teams', 'teams', '']);
  });

  test('leave out what does not count, and name what is not known by its id', () => {
    const sums = createSums([], ({ ticket }) => ticket !== 'one');
    for (const one of all.slice(0, 2)) sums.add(one);
    expect(sums.list().map(({ framework: of, name, tickets }) => [of, name, tickets])).toEqual([
      ['planner', 'a', 1],
      ['planner', 'b', 1],
    ]);
  });
});
