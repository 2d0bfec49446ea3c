import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cell, harmless, line, original } from '../../lib/formats/cell.ts';
import { FORMULAS, PLAIN, readCarelessly, readCsv } from './hostile.ts';

const STARTS_A_FORMULA = /^[=+\-@＝＋－＠﹦﹢﹣﹫\t\r\n]/u;

/** Text with the letters that matter, thickly sown. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '"', ',', ';', '|', ' ', '\t', '\r', '\n', 'a', '1') }),
  fc.string({ unit: 'grapheme' }),
);

describe('a cell', () => {
  test('the corpus is large enough to mean something', () => {
    expect(FORMULAS.length).toBeGreaterThanOrEqual(60);
  });

  test.each(FORMULAS)('%j is no formula, read by the rules or not', (payload) => {
    const [[value]] = readCsv(line([payload])) as [[string]];
    expect(value).not.toMatch(STARTS_A_FORMULA);
    expect(readCarelessly(line(['first', payload, 'last'])).filter((found) => STARTS_A_FORMULA.test(found))).toEqual([]);
    expect(original(value)).toBe(payload);
  });

  test.each(PLAIN)('%j stays as it is', (value) => {
    expect(harmless(value)).toBe(value);
  });

  test('no text becomes a formula, and each can be had back', () => {
    fc.assert(
      fc.property(text, (value) => {
        const safe = harmless(value);
        expect(safe).not.toMatch(STARTS_A_FORMULA);
        expect(readCarelessly(cell(value)).filter((found) => STARTS_A_FORMULA.test(found))).toEqual([]);
        expect(original(safe)).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  test('numbers are bare, negative ones too', () => {
    expect(cell(-5.2)).toBe('-5.2');
    expect(cell(0)).toBe('0');
    expect(cell(Number.NaN)).toBe('');
    expect(cell(undefined)).toBe('');
    expect(cell('-5.2')).toBe(`"'-5.2"`);
  });

  test('a record comes back from a reader of RFC 4180', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true })), { minLength: 1 }), (values) => {
        const [row] = readCsv(line(values));
        expect(row?.map((value) => (typeof value === 'string' ? original(value) : Number(value.bare)))).toEqual(
          values.map((value) => (Object.is(value, -0) ? 0 : value)),
        );
      }),
    );
  });

  test('long hostile text takes no time', () => {
    const began = performance.now();
    for (const piece of [' ', ',', "'", '=', ',=', ' =', '\t', '"-', 'a ']) cell(piece.repeat(50_000 / piece.length));
    expect(performance.now() - began).toBeLessThan(500);
  });
});
