import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { carryOf } from '../../lib/impact/pace.ts';
import { outside, paceStanding, trendOf } from '../../lib/impact/trend.ts';
import { near } from './near.ts';
import { TREND as SERIES } from './oracles/series.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const weekly = (values: readonly number[]): { value: number; date: string }[] => values.map((value, i) => ({ value, date: day(7 * i) }));

describe('trend', () => {
  it('flags nothing in noise, and charts it as it is without a plan', () => {
    const { flagged, fromPace } = trendOf({ direction: 'up' }, weekly(SERIES));
    expect([flagged, fromPace]).toEqual([[], false]);
  });

  it('is the line alone under 15 points', () => {
    const { points, noise, flagged } = trendOf({ direction: 'up' }, weekly([...SERIES.slice(2), 99]));
    expect([points.length, noise, flagged]).toEqual([14, undefined, []]);
  });

  it('flags what lies outside limits made of the quiet part', () => {
    const { noise, flagged } = trendOf({ direction: 'up' }, weekly([...SERIES, 34.2, 34.3, 29.4]), 15);
    near(noise?.high ?? 0, 34.293027);
    expect(flagged).toEqual([16, 17]);
    expect(outside([1, 2, 3], { low: 1, high: 3 })).toEqual([]);
  });

  it('charts what is meant to grow as its distance from the pace line', () => {
    const plan = { direction: 'up' as const, baseline: { value: 10, date: day(0) }, target: { value: 10 + 140, date: day(98) } };
    const { points, noise, fromPace, flagged } = trendOf(plan, weekly(SERIES.map((value, i) => value + 10 * i)));
    expect(fromPace).toBe(true);
    expect(points.map(({ value }) => Math.round(value * 1e9) / 1e9)).toEqual(SERIES.map((value) => Math.round((value - 10) * 1e9) / 1e9));
    near(noise?.sigma ?? 0, 0.80212);
    near(noise?.low ?? 0, 19.480306);
    expect(flagged).toEqual([]);
  });

  it('charts the level of what is only to be held, or has no plan', () => {
    const held = { direction: 'up' as const, baseline: { value: 32, date: day(0) }, target: { value: 32, date: day(90) } };
    expect(trendOf(held, weekly(SERIES))).toMatchObject({ fromPace: false, points: weekly(SERIES) });
    expect(trendOf({ direction: 'up', target: { value: 36, date: day(90) } }, weekly(SERIES)).fromPace).toBe(false);
  });

  it('moves and stretches with its unit', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 15, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 50 }), fc.integer({ min: -500, max: 500 }), (series, scale, shift) => {
        const one = trendOf({ direction: 'up' }, weekly(series)).noise;
        const other = trendOf({ direction: 'up' }, weekly(series.map((value) => scale * value + shift))).noise;
        expect(other?.sigma).toBeCloseTo(scale * (one?.sigma ?? 0), 6);
        expect(other?.low).toBeCloseTo(scale * (one?.low ?? 0) + shift, 6);
      }),
    );
  });
});

describe('carry', () => {
  it('compares true neighbours only', () => {
    expect(carryOf(SERIES, 0.8)).toBeCloseTo(0.352029, 6);
    // With every other week missing there are no neighbours, so nothing is known to be carried but the small-sample part.
    const gaps = SERIES.flatMap((value) => [value, undefined]);
    expect(carryOf(gaps, 0.8)).toBeCloseTo(1 / 15, 12);
    // Of nothing, the worst is assumed.
    expect(carryOf([], 0.8)).toBe(0.8);
  });

  it('stays within 0 and the most', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined }), { maxLength: 40 }), (values) => {
        const carry = carryOf(values, 0.95);
        expect(carry >= 0 && carry <= 0.95).toBe(true);
      }),
    );
  });
});

describe('pace', () => {
  const noise = { sigma: 1 };
  test.each([
    [2, 'up', 'on-pace'],
    [-2, 'up', 'on-pace'],
    [2.1, 'up', 'ahead'],
    [-2.1, 'up', 'behind'],
    [2.1, 'down', 'behind'],
    [-2.1, 'down', 'ahead'],
  ] as const)('%d sigma from the line, %s is good: %s', (distance, direction, expected) => {
    expect(paceStanding(distance, direction, noise)).toBe(expected);
  });

  it('cannot tell from too few points', () => {
    expect(paceStanding(99, 'up', undefined)).toBe('too-few-points');
  });
});
