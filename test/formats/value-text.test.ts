// Values as spreadsheets write them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecimalMark, readMarks, readValue } from '../../lib/formats/value-text.ts';

const count = { kind: 'count', unit: 'teams' } as const;
const rate = { kind: 'rate', unit: '' } as const;
const money = { kind: 'ratio', unit: '$' } as const;
const read = (text: string, mark: DecimalMark, metric: Parameters<typeof readValue>[2] = count): unknown => {
  const value = readValue(text, mark, metric);
  return value.ok ? value.value : value.why;
};

describe('a value', () => {
  it.each<[text: string, point: unknown, comma: unknown]>([
    ['6840', 6840, 6840],
    ['6,840', 6840, 6.84],
    ['6.840', 6.84, 6840],
    ['1,234.5', 1234.5, 'not-a-number'],
    ['1.234,5', 'not-a-number', 1234.5],
    ['1,234,567', 1234567, 'not-a-number'],
    ['1 234 567', 1234567, 1234567],
    ['1\u202f234,5', 'not-a-number', 1234.5],
    ["1'234.5", 1234.5, 'not-a-number'],
    ['1’234’567', 1234567, 1234567],
    ['0,123', 'not-a-number', 0.123],
    ['.5', 0.5, 'not-a-number'],
    ['5.', 5, 'not-a-number'],
    ['-5', -5, -5],
    ['−5', -5, -5],
    ['+5', 5, 5],
    ['(1,200)', -1200, -1.2],
    ['(-5)', 'not-a-number', 'not-a-number'],
    ['1.5e3', 1500, 'not-a-number'],
    ['1,5E+03', 'not-a-number', 1500],
    ['-0', 0, 0],
    ['６８４０', 6840, 6840],
    ['6840 teams', 6840, 6840],
    ['6840 people', 'not-a-number', 'not-a-number'],
    ['12 34', 'not-a-number', 'not-a-number'],
    ['1,23,456', 'not-a-number', 'not-a-number'],
    ['32 %', 'percent', 'percent'],
    ['=1+1', 'formula', 'formula'],
    [' =A1', 'formula', 'formula'],
    ['+A1*2', 'formula', 'formula'],
    ['-SUM(B:B)', 'formula', 'formula'],
    ['@SUM(A1)', 'formula', 'formula'],
    ['#N/A', 'sheet-error', 'sheet-error'],
    ['#name?', 'sheet-error', 'sheet-error'],
    ['######', 'sheet-error', 'sheet-error'],
    ['#1', 'not-a-number', 'not-a-number'],
    ['-', 'not-a-number', 'not-a-number'],
    ['NaN', 'not-a-number', 'not-a-number'],
    ['Infinity', 'not-a-number', 'not-a-number'],
    ['0x10', 'not-a-number', 'not-a-number'],
    ['1e999', 'too-large', 'too-large'],
    ['1000000000000001', 'too-large', 'too-large'],
    ['__proto__', 'not-a-number', 'not-a-number'],
  ])('%j', (text, point, comma) => expect([read(text, 'point'), read(text, 'comma')]).toEqual([point, comma]));

  it('of a rate is in per cent, between 0 and 100, and 0.32 is what was chosen', () => {
    expect([read('32 %', 'point', rate), read('32%', 'point', rate), read('120', 'point', rate), read('-1', 'point', rate)]).toEqual([
      32,
      32,
      'outside',
      'outside',
    ]);
    expect(readValue('0.32', 'point', rate)).toEqual({ ok: true, value: 0.32 });
    expect(readValue('0.32', 'point', rate, 'fraction')).toEqual({ ok: true, value: 32 });
    expect(readValue('0.29', 'point', rate, 'fraction')).toEqual({ ok: true, value: 29 });
    expect(readValue('0.32 %', 'point', rate, 'fraction')).toEqual({ ok: true, value: 0.32 });
    expect(readValue('0.5', 'point', count, 'fraction')).toEqual({ ok: true, value: 0.5 });
  });

  it('may carry the metric’s own unit, before or behind', () => {
    expect([read('$1,200', 'point', money), read('1200$', 'point', money), read('€5', 'point', money)]).toEqual([
      1200,
      1200,
      'not-a-number',
    ]);
  });

  it('shows which decimal marks it fits', () => {
    expect(readMarks('6,840')).toEqual([
      { mark: 'point', value: 6840 },
      { mark: 'comma', value: 6.84 },
    ]);
    expect(readMarks('12,5').map(({ mark }) => mark)).toEqual(['comma']);
    expect(readMarks('n/a')).toEqual([]);
  });

  it('comes back as it was written, in any country’s way', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(4)) + 0);
    const locale = fc.constantFrom<[string, DecimalMark]>(
      ['en-US', 'point'],
      ['de-DE', 'comma'],
      ['fr-FR', 'comma'],
      ['de-CH', 'point'],
      ['sv-SE', 'comma'],
    );
    fc.assert(
      fc.property(number, locale, (value, [tag, mark]) => {
        const text = new Intl.NumberFormat(tag, { maximumFractionDigits: 4 }).format(value);
        expect(readValue(text, mark, count)).toEqual({ ok: true, value });
      }),
    );
  });

  it('never throws, and is a finite number or none', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123456789.,' -+()e%#=@") }));
    fc.assert(
      fc.property(text, fc.constantFrom('point', 'comma'), fc.constantFrom(count, rate, money), (any, mark, metric) => {
        const value = readValue(any, mark, metric, 'fraction');
        if (value.ok) expect(Number.isFinite(value.value) && !Object.is(value.value, -0)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
