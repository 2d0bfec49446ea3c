import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, readRange, writeNumber } from '../../../lib/state/number-text.ts';

describe('numbers in form fields', () => {
  it.each([
    ['6840', 6840],
    ['6,840', 6840],
    ['6 840', 6840],
    ['1,234,567.5', 1234567.5],
    ['18.4', 18.4],
    ['18,4', 18.4],
    ['-3', -3],
    ['\u22123', -3],
    ['１２', 12],
    [' 7 ', 7],
    ['1e+21', 1e21],
    ['0', 0],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  it.each(['', 'abc', '1..2', '--1', '1e999', '12 %', '1,2,3', '=1+1', 'NaN', 'Infinity'])('%j is no number', (text) => {
    expect(readNumber(text)).toEqual({ ok: false });
  });

  it('asks where a point can be either', () => {
    expect(readNumber('1.200')).toEqual({ ok: false, readings: [1.2, 1200] });
    expect(readNumber('-1.200')).toEqual({ ok: false, readings: [-1.2, -1200] });
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.integer().map((n) => n / 1000),
        ),
        (value) => {
          expect(readNumber(writeNumber(value))).toEqual({ ok: true, value: value + 0 });
        },
      ),
      { numRuns: 2000 },
    );
    expect(writeNumber(undefined)).toBe('');
  });

  it.each([
    ['60', 60, 60],
    ['45 to 75', 45, 75],
    ['45..75', 45, 75],
    ['45…75', 45, 75],
    ['45–75', 45, 75],
    ['45 - 75', 45, 75],
    ['-75 to -45', -75, -45],
    ['-12', -12, -12],
    ['1,200 to 2,400', 1200, 2400],
    ['75 to 45', 75, 45],
  ])('%j is a range', (text, low, high) => {
    expect(readRange(text)).toEqual({ ok: true, low, high });
  });

  it.each(['', '1 to 2 to 3', 'many', '45 to', '4 5 to x'])('%j is none', (text) => {
    expect(readRange(text).ok).toBe(false);
  });
});
