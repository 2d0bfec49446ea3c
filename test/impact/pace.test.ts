import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { daysBetween, freshness, noiseOf, paceAt, progress, verdictOf } from '../../lib/impact/pace.ts';
import { near } from './near.ts';
import { TREND as SERIES } from './oracles/series.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const weekly = (values: readonly number[]): { value: number; date: string }[] => values.map((value, i) => ({ value, date: day(7 * i) }));

describe('noise', () => {
  it('is not told from under 15 points', () => {
    expect(noiseOf(SERIES.slice(1))).toBeUndefined();
  });

  it('keeps the carry within 0..0.8', () => {
    expect(noiseOf(SERIES.map((_, i) => i))?.carry).toBe(0.8);
    expect(noiseOf(SERIES.map((_, i) => i % 2))?.carry).toBe(0);
    expect(noiseOf(SERIES.map(() => 3))).toMatchObject({ sigma: 0, low: 3, high: 3 });
  });
});

describe('pace line', () => {
  const baseline = { value: 32, date: '2026-09-01' };
  const target = { value: 36, date: '2026-11-30' };

  test.each([
    ['2026-08-01', 32],
    ['2026-09-01', 32],
    ['2026-10-16', 34],
    ['2026-11-30', 36],
    ['2027-05-01', 36],
  ])('on %s', (date, expected) => {
    expect(paceAt(baseline, target, date)).toBeCloseTo(expected, 12);
  });

  it('is a step where target and baseline share a day', () => {
    expect(paceAt(baseline, { ...target, date: baseline.date }, '2026-08-31')).toBe(32);
    expect(paceAt(baseline, { ...target, date: baseline.date }, '2026-09-01')).toBe(36);
  });

  it('never leaves the values it joins', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (offset) => {
        const at = paceAt(baseline, target, day(270 + offset));
        expect(at >= 32 && at <= 36).toBe(true);
      }),
    );
  });

  it('counts days across a change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-11-15')).toBe(-7);
  });
});

it('is stale after seven days, and does not see the week that is not over', () => {
  const readings = weekly([5, 6, 7]);
  expect(freshness(readings, day(14))).toEqual({ last: readings[2], days: 0, stale: false });
  expect(freshness(readings, day(21))).toMatchObject({ days: 7, stale: false });
  expect(freshness(readings, day(22))).toMatchObject({ days: 8, stale: true });
  expect(freshness(readings, day(13))).toMatchObject({ last: readings[1], days: 6 });
  expect(freshness([], day(0))).toBeUndefined();
});

it('measures progress from baseline to target, either way', () => {
  const up = { baseline: { value: 32, date: day(0) }, target: { value: 36, date: day(90) } };
  expect(progress(up, 33)).toBe(0.25);
  expect(progress(up, 31)).toBe(-0.25);
  expect(progress({ baseline: up.target, target: up.baseline }, 33)).toBe(0.75);
  expect(progress(up, undefined)).toBeUndefined();
  expect(progress({ baseline: up.baseline }, 33)).toBeUndefined();
  expect(progress({ baseline: up.baseline, target: up.baseline }, 33)).toBeUndefined();
});

describe('verdict', () => {
  // A flat pace line at 31.4, so the series is its own distance from it plus a constant: sigma is the oracle's.
  const flat = (value: number, direction: 'up' | 'down' = 'up') => ({
    direction,
    baseline: { value, date: day(0) },
    target: { value, date: day(90) },
  });
  const readings = weekly(SERIES);
  const today = day(7 * 14 + 3);

  it('wins at or past the line', () => {
    expect(verdictOf(flat(32.6), readings, today)).toMatchObject({
      word: 'winning',
      reason: 'at-or-past-pace',
      distance: 0,
      days: 3,
    });
    expect(verdictOf(flat(32.7, 'down'), readings, today)).toMatchObject({ word: 'winning' });
  });

  it('is close while short by no more than two sigma, and losing beyond', () => {
    const close = verdictOf(flat(32.6 + 1.604), readings, today);
    expect(close).toMatchObject({ word: 'close', reason: 'within-noise', points: 15, last: { value: 32.6 } });
    near('sigma' in close ? (close.sigma ?? 0) : 0, 0.80212);
    expect(verdictOf(flat(32.6 + 1.605), readings, today)).toMatchObject({ word: 'losing', reason: 'beyond-noise' });
    expect(verdictOf(flat(32.6 - 1.604, 'down'), readings, today).word).toBe('close');
    expect(verdictOf(flat(32.6 - 1.605, 'down'), readings, today).word).toBe('losing');
  });

  it('judges the distance from the line, not the level: growth as planned is no noise', () => {
    const growing = weekly(SERIES.map((value, i) => value + 10 * i));
    const plan = {
      direction: 'up' as const,
      baseline: { value: 33.4, date: day(0) },
      target: { value: 33.4 + 140, date: day(98) },
    };
    const verdict = verdictOf(plan, growing, today);
    expect(verdict.word).toBe('close');
    near('sigma' in verdict ? (verdict.sigma ?? 0) : 0, 0.80212);
  });

  it('says why it does not know', () => {
    const { target: _t, ...untargeted } = flat(31);
    const { baseline: _b, ...unbased } = flat(31);
    expect(verdictOf(untargeted, readings, today)).toEqual({ word: 'unknown', reason: 'no-target' });
    expect(verdictOf(unbased, readings, today)).toEqual({ word: 'unknown', reason: 'no-baseline' });
    expect(verdictOf(flat(31), [], today)).toEqual({ word: 'unknown', reason: 'no-readings' });
    expect(verdictOf(flat(31), readings, day(7 * 14 + 8))).toEqual({
      word: 'unknown',
      reason: 'stale',
      last: readings[14],
      days: 8,
    });
    expect(verdictOf(flat(33), readings.slice(1), today)).toMatchObject({
      word: 'unknown',
      reason: 'few-points',
      points: 14,
    });
  });

  it('needs no noise to win', () => {
    const verdict = verdictOf(flat(31), readings.slice(13), today);
    expect(verdict).toMatchObject({ word: 'winning', points: 2 });
    expect('sigma' in verdict).toBe(false);
  });

  it('does not take the dust of the line for a miss', () => {
    const plan = {
      direction: 'up' as const,
      baseline: { value: 0.1, date: day(0) },
      target: { value: 0.4, date: day(90) },
    };
    expect(verdictOf(plan, [{ value: 0.15, date: day(15) }], day(15)).word).toBe('winning');
  });
});
