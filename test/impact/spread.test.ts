import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriedBy, totalsOf } from '../../lib/impact/spread.ts';
import type { Multiplier } from '../../lib/model/framework.ts';

const edge = (from: string, to: string, factor: number): Multiplier => ({ from, to, factor });
/** Requirement 103: participation moves streaks 3.2 times, and they something else. */
const FITNESS = [edge('participation', 'streaks', 3.2), edge('streaks', 'sessions', 0.5), edge('participation', 'sessions', -0.1)];
const IDS = ['participation', 'streaks', 'sessions', 'alone'];

function spread(effects: Parameters<typeof carriedBy>[0], multipliers: readonly Multiplier[]): unknown {
  const found = totalsOf(multipliers, IDS);
  return typeof found === 'function' ? carriedBy(effects, found, IDS) : found;
}

/** Totals as plain objects. */
function totals(multipliers: readonly Multiplier[], ids = IDS): unknown {
  const found = totalsOf(multipliers, ids);
  return typeof found === 'function' ? Object.fromEntries(ids.map((id) => [id, Object.fromEntries(found(id))])) : found;
}

describe('totals', () => {
  it('go along all paths', () => {
    expect(totals(FITNESS)).toEqual({
      participation: { participation: 1, streaks: 3.2, sessions: expect.closeTo(1.5, 12) },
      streaks: { streaks: 1, sessions: 0.5 },
      sessions: { sessions: 1 },
      alone: { alone: 1 },
    });
  });

  it('name the circle', () => {
    expect(totals([edge('alone', 'participation', 1), ...FITNESS, edge('sessions', 'streaks', 1)])).toEqual({
      code: 'cycle',
      inputs: ['streaks', 'sessions', 'streaks'],
    });
    expect(totals([edge('alone', 'alone', 2)])).toEqual({ code: 'cycle', inputs: ['alone', 'alone'] });
  });

  it('name what is no input, and what grows past all bounds', () => {
    expect(totals([edge('streaks', 'gone', 1)])).toEqual({ code: 'unknown-input', input: 'gone' });
    expect(totals([edge('participation', 'streaks', 1e9), edge('streaks', 'sessions', 1e9)])).toEqual({
      code: 'multiplier-too-large',
      from: 'participation',
      to: 'sessions',
    });
  });

  it('are quick where paths are many', () => {
    const ids = Array.from({ length: 30 }, (_, i) => `i${i}`);
    const all = ids.slice(1).flatMap((to, i) => [edge(ids[i] ?? '', to, 0.5), edge(ids[i] ?? '', to, 0.5)]);
    const found = totalsOf(all, ids);
    expect(typeof found === 'function' && found('i0').get('i29')).toBe(1);
  });
});

describe('spread', () => {
  it('carries effects to all that follows, in framework order', () => {
    const effects = [
      { input: 'streaks', low: -2, mid: 1, high: 5, chance: 0.5 },
      { input: 'participation', low: 1, high: 3, chance: 0.7 },
      { input: 'gone', low: 1, high: 3, chance: 1 },
    ];
    const close = (value: number): unknown => expect.closeTo(value, 12);
    expect(spread(effects, FITNESS)).toEqual([
      { input: 'participation', source: 1, factor: 1, size: { low: 1, high: 3, chance: 0.7 } },
      { input: 'streaks', source: 0, factor: 1, size: { low: -2, mid: 1, high: 5, chance: 0.5 } },
      { input: 'streaks', source: 1, factor: 3.2, size: { low: close(3.2), high: close(9.6), chance: 0.7 } },
      { input: 'sessions', source: 0, factor: 0.5, size: { low: -1, mid: 0.5, high: 2.5, chance: 0.5 } },
      { input: 'sessions', source: 1, factor: close(1.5), size: { low: close(1.5), high: close(4.5), chance: 0.7 } },
    ]);
  });

  it('turns a range round where the multiplier is negative, and leaves out what does not move', () => {
    const effects = [{ input: 'streaks', low: 2, mid: 3, high: 6, chance: 1 }];
    const multipliers = [edge('streaks', 'sessions', -2), edge('streaks', 'alone', 0)];
    expect(spread(effects, multipliers)).toEqual([
      { input: 'streaks', source: 0, factor: 1, size: { low: 2, mid: 3, high: 6, chance: 1 } },
      { input: 'sessions', source: 0, factor: -2, size: { low: -12, mid: -6, high: -4, chance: 1 } },
    ]);
  });
});

it('is a matrix power series: totals are what repeated steps add up to', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const edges = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: -3, max: 3 }))
      .filter(([from, to]) => from < to),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(edges, fc.integer({ min: 0, max: 4 }), (some, start) => {
      const found = totalsOf(
        some.map(([from, to, factor]) => edge(names[from] ?? '', names[to] ?? '', factor)),
        names,
      );
      if (typeof found !== 'function') throw new Error(found.code);
      let step = names.map((_, i) => Number(i === start));
      const sum = [...step];
      for (let k = 0; k < 5; k++) {
        const next = names.map(() => 0);
        for (const [from, to, factor] of some) next[to] = (next[to] ?? 0) + factor * (step[from] ?? 0);
        step = next;
        step.forEach((value, i) => (sum[i] = (sum[i] ?? 0) + value));
      }
      const totals = found(names[start] ?? '');
      expect(names.map((name) => (totals.get(name) ?? 0) + 0)).toEqual(sum.map((value) => value + 0));
    }),
  );
});
