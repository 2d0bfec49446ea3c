// What closing a gap is worth, along all its ways. Worked by hand.
import { describe, expect, it } from 'vitest';
import { closingOf } from '../../lib/impact/closing.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { DELIVERY, delivered, metric, now } from './delivery.ts';

const to = (value: number): Pick<Metric, 'target'> => ({ target: { value, date: '2027-02-20' } });
/** Requirement 103: challenges keep streaks alive 3.2 times, and reach the North Star by no other way. */
const challenges = metric('challenges', { kind: 'rate', ...to(20) });
const streaks = metric('streaks', { kind: 'rate', sensitivity: { low: 30, high: 50 }, ...to(50) });
const plans = metric('plans', { sensitivity: { low: 8, high: 12 } });
const inputs = [challenges, streaks, plans];
const multipliers = [{ from: 'challenges', to: 'streaks', factor: 3.2 }];
const readings: Readonly<Record<string, number>> = { challenges: 15, streaks: 45, plans: 3 };
const current = (id: string): number | undefined => readings[id];

describe('by sensitivities', () => {
  it('is gap x sensitivity, as a range', () => {
    expect(closingOf(streaks, { inputs, current, multipliers })).toEqual({ p10: 150, mean: 200, p90: 250 });
  });

  it('counts what an input moves on its way: 5 points x 3.2 x 40', () => {
    expect(closingOf(challenges, { inputs, current, multipliers })).toEqual({ p10: 480, mean: 640, p90: 800 });
    expect(closingOf(challenges, { inputs, current })).toBeUndefined();
  });

  it('moves a follower no further than there is room', () => {
    const high = (id: string): number | undefined => (id === 'streaks' ? 95 : current(id));
    expect(closingOf(challenges, { inputs, current: high, multipliers })?.mean).toBe(200);
  });

  it('takes the ranges of two ways for independent', () => {
    const both = [...multipliers, { from: 'challenges', to: 'plans', factor: 2 }];
    const half = Math.hypot(160, 20);
    expect(closingOf(challenges, { inputs, current, multipliers: both })).toEqual({ p10: 740 - half, mean: 740, p90: 740 + half });
  });

  it('says nothing without a reading or a target, or where the multipliers lead in a circle', () => {
    expect(closingOf(streaks, { inputs, current: () => undefined })).toBeUndefined();
    expect(closingOf(plans, { inputs, current })).toBeUndefined();
    const circle = [...multipliers, { from: 'streaks', to: 'challenges', factor: 1 }];
    expect(closingOf(streaks, { inputs, current, multipliers: circle })).toBeUndefined();
  });
});

describe('by a formula', () => {
  const all = DELIVERY.map((one) => (one.id === 'on-time' ? { ...one, ...to(90) } : one)).filter(({ role }) => role === 'input');
  const onTime = all.find(({ id }) => id === 'on-time') ?? metric('');

  it('is the formula’s difference: 12,000 x 2.5 x 0.92 x 5 points', () => {
    const worth = closingOf(onTime, { inputs: all, current: now, formula: delivered });
    expect(worth?.mean).toBeCloseTo(1380, 9);
    expect(worth?.p10).toBe(worth?.p90);
  });

  it('carries what follows through it as well: 100 orders a point make 12,500 x 2.5 x 0.92 x 0.9', () => {
    const more = [{ from: 'on-time', to: 'orders', factor: 100 }];
    expect(closingOf(onTime, { inputs: all, current: now, formula: delivered, multipliers: more })?.mean).toBeCloseTo(2415, 9);
  });

  it('says nothing where the formula has no value', () => {
    expect(
      closingOf(onTime, { inputs: all, current: (id) => (id === 'orders' ? undefined : now(id)), formula: delivered }),
    ).toBeUndefined();
  });
});
