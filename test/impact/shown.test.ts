import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decade } from '../../lib/impact/numeral.ts';
import {
  formatAge,
  formatChance,
  formatChange,
  formatGap,
  formatNumber,
  formatReading,
  formatSigned,
  roundShown,
} from '../../lib/impact/shown.ts';

const shown = (p10: number, mean: number, p90: number): number[] => {
  const rounded = roundShown({ p10, mean, p90 });
  return [rounded.p10, rounded.mean, rounded.p90];
};

describe('rounding to one step', () => {
  test.each([
    [
      [-3.14, 147.2, 312.6],
      [0, 150, 310],
    ],
    [
      [87.874, 183.689, 300.771],
      [90, 180, 300],
    ],
    [
      [120, 210, 300],
      [120, 210, 300],
    ],
    [
      [-35.2, 90, 204],
      [-40, 90, 200],
    ],
    [
      [-204, -90, 35.2],
      [-200, -90, 40],
    ],
    [
      [0, 2.45, 4.749545],
      [0, 2.5, 4.7],
    ],
    [
      [0.0111, 0.02449, 0.0333],
      [0.011, 0.024, 0.033],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [12345, 45678, 98765],
      [12000, 46000, 99000],
    ],
  ])('%j', (values, expected) => {
    const [a = 0, b = 0, c = 0] = values;
    expect(shown(a, b, c)).toEqual(expected);
  });

  it('takes halves away from zero, on both sides, in spite of binary dust', () => {
    expect(shown(-25, 15, 100)).toEqual([-30, 20, 100]);
    expect(shown(-25, -15, 100)).toEqual([-30, -20, 100]);
    expect(shown(0, 0.7 * 3.5, 4)).toEqual([0, 2.5, 4]);
    expect(shown(0, 50, 99.999999999999)).toEqual([0, 50, 100]);
  });

  it('has no negative zero', () => {
    expect(Object.is(shown(-3.14, 147.2, 312.6)[0], 0)).toBe(true);
  });

  it('moves nothing by more than half a step, and keeps the order', () => {
    const number = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 1e3);
    fc.assert(
      fc.property(fc.array(number, { minLength: 3, maxLength: 3 }), (values) => {
        const [p10 = 0, mean = 0, p90 = 0] = values.toSorted((a, b) => a - b);
        const rounded = shown(p10, mean, p90);
        const step = 10 ** (decade(Math.max(Math.abs(p10), Math.abs(p90)))[1] - 1);
        [p10, mean, p90].forEach((value, i) => expect(Math.abs((rounded[i] ?? 0) - value)).toBeLessThanOrEqual(step * 0.500001));
        expect(rounded).toEqual(rounded.toSorted((a, b) => a - b));
      }),
    );
  });

  it('survives what is too small or too large for the sheet', () => {
    expect(shown(0, 1e-300, 5e-324)).toEqual([0, 0, 0]);
    expect(shown(0, 5e299, 1e300)).toEqual([0, 5e299, 1e300]);
  });
});

describe('numbers as text', () => {
  it('shows readings as measured', () => {
    expect(formatReading({ kind: 'count' }, 6840, 'en')).toBe('6,840');
    expect(formatReading({ kind: 'ratio' }, 18.4, 'en')).toBe('18.4');
    expect(formatReading({ kind: 'ratio' }, 18.4, 'de')).toBe('18,4');
    expect(formatReading({ kind: 'rate' }, 32, 'en')).toBe('32\u202f%');
    expect(formatReading({ kind: 'rate' }, 0.125, 'en')).toBe('0.125\u202f%');
  });

  it('signs gains and losses', () => {
    expect(['+2', '−2', '0']).toEqual([2, -2, 0].map((value) => formatSigned(value, 'en')));
    expect(formatSigned(-0, 'en')).toBe('0');
    expect(formatNumber(-1234.5, 'en')).toBe('\u22121,234.5');
    expect(formatChange({ kind: 'rate', unit: '' }, 5, 'en')).toBe('+5\u202fpp');
    expect(formatChange({ kind: 'count', unit: 'teams' }, -300, 'en')).toBe('−300\u202fteams');
    expect(formatChange({ kind: 'count', unit: '' }, 300, 'en')).toBe('+300');
  });

  it('shows a gap without sign or dust', () => {
    expect(formatGap({ kind: 'rate', unit: '' }, -4, 'en')).toBe('4\u202fpp');
    expect(formatGap({ kind: 'ratio', unit: 'events' }, 20.5 - 18.4, 'en')).toBe('2.1\u202fevents');
  });

  it('never shows a chance as certain that is not', () => {
    const chances = [0, 0.004, 0.01, 0.55, 0.7, 0.99, 0.994, 1];
    expect(chances.map((chance) => formatChance(chance, 'en').replace('\u202f', ' '))).toEqual([
      '0 %',
      '<1 %',
      '1 %',
      '55 %',
      '70 %',
      '99 %',
      '>99 %',
      '100 %',
    ]);
  });

  it('shows ages in days', () => {
    expect(formatAge(11, 'en')).toBe('11\u202fd');
  });

  it('falls back to the language of the browser', () => {
    expect(formatNumber(5)).toMatch(/^\S+$/);
  });
});
