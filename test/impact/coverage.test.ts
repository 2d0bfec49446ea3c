import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceClosed, coverageOf, smallestSet, type Work } from '../../lib/impact/coverage.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import { near } from './near.ts';

const work = (ticket: string, mean: number, variance = 1, chance = 1): Work => ({ ticket, mean, variance, chance });

describe('chance that a gap closes', () => {
  it("is the oracle's from a chance too: M' 10, W' 4, V' 7", () => {
    const [p, m] = [100 / 107, 10.7];
    near(chanceClosed([work('a', m, 4 / p, p)], 6, UNLEARNED), 0.644258);
  });

  it('is none without work, and even where what is expected is just enough', () => {
    expect(chanceClosed([], 6, UNLEARNED)).toBe(0);
    expect(chanceClosed([], -6, UNLEARNED)).toBe(0);
    expect(chanceClosed([work('a', 10)], 8, UNLEARNED)).toBeCloseTo(0.5, 9);
  });

  const some = fc.array(
    fc.record({
      chance: fc.integer({ min: 1, max: 100 }),
      mean: fc.integer({ min: -9, max: 9 }),
      variance: fc.integer({ min: 1, max: 50 }),
    }),
    { maxLength: 8 },
  );
  it('mirrors where an input has to fall, and shrinks with the gap', () => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 50 }), (raw, gap) => {
        const parts = raw.map(({ chance, ...rest }) => ({ ...rest, chance: chance / 100 }));
        const mirrored = parts.map((one) => ({ ...one, mean: -one.mean }));
        expect(chanceClosed(mirrored, -gap, UNLEARNED)).toBeCloseTo(chanceClosed(parts, gap, UNLEARNED), 12);
        expect(chanceClosed(parts, gap + 1, UNLEARNED)).toBeLessThanOrEqual(chanceClosed(parts, gap, UNLEARNED) + 1e-12);
      }),
    );
  });

  it('does not average optimism out: more tickets of the same sum are hardly surer', () => {
    const many = Array.from({ length: 1000 }, (_, i) => work(String(i), 0.01, 0.00001));
    // Independent errors would leave 0.0001 of doubt; the shared level leaves T M'^2 = 20.
    expect(chanceClosed(many, 6, UNLEARNED)).toBeLessThan(0.68);
  });
});

describe('smallest set', () => {
  const ranked = [work('a', 5), work('b', 4), work('c', 3), work('d', 2)];

  it('takes tickets in rank order until it is even', () => {
    const set = smallestSet(ranked, 7, UNLEARNED);
    expect(set).toMatchObject({ tickets: ['a', 'b'], enough: true });
    expect(set.chance).toBe(chanceClosed(ranked.slice(0, 2), 7, UNLEARNED));
  });

  it('says how far all of it reaches', () => {
    const all = smallestSet(ranked, 30, UNLEARNED);
    expect(all).toMatchObject({ tickets: ['a', 'b', 'c', 'd'], enough: false });
    expect(all.chance).toBeLessThan(0.5);
    expect(smallestSet([], 7, UNLEARNED)).toEqual({ tickets: [], chance: 0, enough: false });
  });
});

describe('coverage', () => {
  const target = (value: number) => ({ value, date: '2026-12-31' });
  const goals = [
    { id: 'activation', direction: 'up' as const, current: 30, target: target(36) },
    { id: 'churn', direction: 'down' as const, current: 10, target: target(4) },
    { id: 'invites', direction: 'up' as const, current: 9, target: target(8) },
    { id: 'speed', direction: 'up' as const, current: 9 },
  ];
  const part = (input: string, mean: number) => ({ input, mean, chance: 1, variance: 5.5 });
  const tickets = [
    { ticket: 't1', parts: [part('activation', 5), part('churn', 2)] },
    { ticket: 't2', parts: [part('activation', 5)] },
    { ticket: 't3', parts: [] },
    { ticket: 't4', parts: undefined },
  ];
  const { inputs, idle, untagged } = coverageOf(goals, tickets, UNLEARNED);

  it('gives each input its work and its chance', () => {
    expect(inputs.map(({ input, work: own }) => [input, own.map(({ ticket }) => ticket)])).toEqual([
      ['activation', ['t1', 't2']],
      ['churn', ['t1']],
      ['invites', []],
      ['speed', []],
    ]);
    near(inputs[0]?.chance ?? 0, 0.644258);
    // Its only work goes the wrong way.
    expect(inputs[1]).toMatchObject({ gap: -6, reached: false });
    expect(inputs[1]?.chance).toBeLessThan(0.05);
  });

  it('has no chance to tell where there is no gap', () => {
    expect(inputs[2]).toMatchObject({ gap: -1, reached: true, chance: undefined });
    expect(inputs[3]).toMatchObject({ gap: undefined, reached: false, chance: undefined });
  });

  it('lists what is missing', () => {
    expect(idle).toEqual(['invites', 'speed']);
    expect(untagged).toEqual(['t4']);
  });
});
