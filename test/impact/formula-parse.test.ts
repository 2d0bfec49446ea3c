import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { DEEPEST, LONGEST_FORMULA, parseFormula } from '../../lib/impact/formula-parse.ts';
import { formatFormula, wordOf } from '../../lib/impact/formula-text.ts';
import { delivered, DELIVERY, metric } from './delivery.ts';
import { expression, IDS } from './expressions.ts';

const canonical = (text: string, metrics = DELIVERY): unknown => {
  const parsed = parseFormula(text, metrics);
  return parsed.ok ? formatFormula(parsed.formula) : parsed.problem;
};

describe('what a text means', () => {
  test.each([
    ['orders * items_per_order', 'orders * items_per_order'],
    ['Orders×ITEMS_PER_ORDER ÷ 2', 'orders * items_per_order / 2'],
    [`'Items per order' + "in-time RATIO"`, 'items_per_order + on_time'],
    ['“items  per order” - ‘Fulfilment’', 'items_per_order - fulfilled'],
    ["'items-per-order'", 'items_per_order'],
    ['orders\u2212.5', 'orders - 0.5'],
    ['1.5e3*orders + 2.', '1500 * orders + 2'],
    ['-orders^2', '-orders^2'],
    ['(-orders)^2 ^', { code: 'unexpected', at: 12, found: '^', expected: 'operator' }],
    ['((orders)^2)^-3', '(orders^2)^-3'],
    ['orders^ - 1', 'orders^-1'],
    ['2 - (3 - orders) - -1', '2 - (3 - orders) - -1'],
    ['2 / (3 / orders) / 4 * (5 * orders)', '2 / (3 / orders) / 4 * (5 * orders)'],
    ['(2 * orders) + ((3)) * (orders + 1)', '2 * orders + 3 * (orders + 1)'],
    ['-(orders + 1) * -orders', '-(orders + 1) * -orders'],
  ])('%s', (text, expected) => expect(canonical(text)).toEqual(expected));

  it('is read from left to right', () => {
    const parsed = parseFormula('orders * items_per_order * fulfilled * on_time', DELIVERY);
    expect(parsed).toEqual({ ok: true, formula: delivered });
    expect(delivered).toMatchObject({
      inputs: ['orders', 'items-per-order', 'fulfilled', 'on-time'],
      rates: ['fulfilled', 'on-time'],
      scale: 1,
      root: { kind: '*', left: { kind: '*', left: { kind: '*' } }, right: { kind: 'input', id: 'on-time' } },
    });
  });

  it('knows a share from a count', () => {
    const metrics = [metric('retention', { role: 'north-star', kind: 'rate' }), metric('a', { kind: 'rate' }), metric('b')];
    expect(parseFormula('a * b', metrics)).toMatchObject({ ok: true, formula: { scale: 100, rates: ['a'] } });
  });

  it('takes ids that look like numbers by a stroke before them', () => {
    const metrics = IDS.map((id) => metric(id));
    expect(IDS.map(wordOf)).toEqual(['a', 'b_c', '_2024', '_1e3', 'x_']);
    for (const id of IDS) expect(parseFormula(wordOf(id), metrics)).toMatchObject({ ok: true, formula: { inputs: [id] } });
    expect(canonical('2024 * a', metrics)).toBe('2024 * a');
  });

  it('takes the name before the short name before the id', () => {
    const metrics = [
      metric('alpha', { name: 'Beta' }),
      metric('beta', { name: 'Gamma', shortName: 'Delta' }),
      metric('delta', { name: 'Epsilon' }),
    ];
    expect(["'beta'", "'delta'", "'DELTA '", 'beta', 'delta', "'epsilon'"].map((text) => canonical(text, metrics))).toEqual([
      'alpha',
      'beta',
      'beta',
      'beta',
      'delta',
      'delta',
    ]);
  });
});

describe('what is no formula', () => {
  const orders = { id: 'orders', name: 'Orders' };
  test.each([
    ['', { code: 'empty' }],
    [' \u200b\n', { code: 'empty' }],
    ['2 * 3', { code: 'no-inputs' }],
    ['orders +', { code: 'incomplete', at: 8 }],
    ['-', { code: 'incomplete', at: 1 }],
    ['(', { code: 'incomplete', at: 1 }],
    ['orders * (3', { code: 'unclosed', at: 9, mark: '(' }],
    ["orders * 'items", { code: 'unclosed', at: 9, mark: "'" }],
    ["'items", { code: 'unclosed', at: 0, mark: "'" }],
    ['()', { code: 'unexpected', at: 1, found: ')', expected: 'value' }],
    ['orders)', { code: 'unexpected', at: 6, found: ')', expected: 'operator' }],
    ['(orders 2)', { code: 'unexpected', at: 8, found: '2', expected: 'operator' }],
    ['orders orders', { code: 'unexpected', at: 7, found: 'orders', expected: 'operator' }],
    ['12,000 * orders', { code: 'unexpected', at: 2, found: ',', expected: 'operator' }],
    ['orders ** 2', { code: 'unexpected', at: 8, found: '*', expected: 'value' }],
    ['+orders', { code: 'unexpected', at: 0, found: '+', expected: 'value' }],
    ['orders; alert(1)', { code: 'unexpected', at: 6, found: ';', expected: 'operator' }],
    ['\u{1f600} * orders', { code: 'unexpected', at: 0, found: '\u{1f600}', expected: 'value' }],
    ['1.2.3 * orders', { code: 'not-a-number', at: 0, text: '1.2.3' }],
    ['orders.length', { code: 'not-a-number', at: 0, text: 'orders.length' }],
    ['1e999 * orders', { code: 'not-a-number', at: 0, text: '1e999' }],
    ['orders^1.5', { code: 'exponent', at: 6, most: 12 }],
    ['orders^13', { code: 'exponent', at: 6, most: 12 }],
    ['2^orders', { code: 'exponent', at: 1, most: 12 }],
    ['orders^', { code: 'exponent', at: 6, most: 12 }],
    ['orders^2^3', { code: 'unexpected', at: 8, found: '^', expected: 'operator' }],
    ['2 * order', { code: 'unknown-name', at: 4, name: 'order', nearest: orders }],
    ['items-per-order', { code: 'unknown-name', at: 0, name: 'items', nearest: { id: 'items-per-order', name: 'Items per order' } }],
    ["'Intime ratoi'", { code: 'unknown-name', at: 0, name: 'Intime ratoi', nearest: { id: 'on-time', name: 'In-time ratio' } }],
    ["''", { code: 'unknown-name', at: 0, name: '', nearest: orders }],
    ['constructor', { code: 'unknown-name', at: 0, name: 'constructor', nearest: orders }],
    ['received', { code: 'not-an-input', at: 0, metric: { id: 'received', name: 'Items received on time' }, role: 'north-star' }],
  ])('%j', (text, problem) => {
    const found = canonical(text) as { nearest?: unknown };
    // Where nothing is near, any input may be named.
    expect('nearest' in problem && /^(''|constructor)$/.test(text) ? { ...found, nearest: orders } : found).toEqual(problem);
  });

  it('says which inputs share a name, and names no nearest where there is none', () => {
    const twins = [metric('a', { name: 'Same' }), metric('b', { name: 'same ' }), metric('c', { name: 'Same', role: 'guardrail' })];
    expect(canonical("'SAME'", twins)).toEqual({ code: 'ambiguous-name', at: 0, name: 'SAME', inputs: ['a', 'b'] });
    expect(canonical('x', [])).toEqual({ code: 'unknown-name', at: 0, name: 'x' });
  });

  it('finds the nearest by its id or its name, whichever is nearer', () => {
    const metrics = [metric('x1', { name: 'Something else' }), metric('x2y', { name: 'x3' })];
    expect(canonical('x11', metrics)).toMatchObject({ nearest: { id: 'x1' } });
    expect(canonical("'Something'", metrics)).toMatchObject({ nearest: { id: 'x1' } });
    expect(canonical('x33', metrics)).toMatchObject({ nearest: { id: 'x2y' } });
  });

  it('stops at the first of two mistakes', () => {
    expect(canonical("orders + nothing * 'open")).toMatchObject({ code: 'unknown-name' });
    expect(canonical("orders + 2 'open")).toMatchObject({ code: 'unclosed' });
  });

  it('has a length and a depth', () => {
    const long = `orders${' + 1'.repeat(600)}`;
    expect(canonical(long)).toEqual({ code: 'too-long', length: long.length, most: LONGEST_FORMULA });
    expect(parseFormula(`orders${' + 1'.repeat(490)}`, DELIVERY).ok).toBe(true);
    const nested = (depth: number): string => `${'('.repeat(depth)}orders${')'.repeat(depth)}`;
    expect(canonical(nested(DEEPEST))).toBe('orders');
    expect(canonical(nested(DEEPEST + 1))).toEqual({ code: 'too-deep', at: DEEPEST, most: DEEPEST });
    expect(canonical(`${'-'.repeat(DEEPEST)}orders`)).toMatch(/^-+orders$/);
    expect(canonical(`${'- '.repeat(DEEPEST + 1)}orders`)).toEqual({ code: 'too-deep', at: 2 * DEEPEST, most: DEEPEST });
    // Both together are one depth.
    expect(canonical(`${'-('.repeat(51)}orders${')'.repeat(51)}`)).toMatchObject({ code: 'too-deep' });
  });
});

describe('properties', () => {
  const metrics = [...IDS.map((id) => metric(id, { kind: id === 'a' ? 'rate' : 'count' })), metric('n', { role: 'north-star' })];

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(expression, (formula) => {
        const text = formatFormula(formula);
        fc.pre(text.length <= LONGEST_FORMULA);
        expect(parseFormula(text, metrics)).toEqual({ ok: true, formula });
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws, and names a place in the text', () => {
    const piece = fc.constantFrom(
      ...'+-*/^()×÷\'"“”. ',
      '1',
      '2.5',
      'e',
      'a',
      'b_c',
      "'B-C'",
      '\u2212',
      '\ud800',
      '\u0000',
      '1e3',
      '_',
      '💥',
    );
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parseFormula(text, metrics);
        if (parsed.ok) {
          expect(parseFormula(formatFormula(parsed.formula), metrics)).toEqual(parsed);
        } else if ('at' in parsed.problem) {
          expect(parsed.problem.at >= 0 && parsed.problem.at <= text.length).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no longer for a hostile text than for a friendly one', () => {
    const started = performance.now();
    for (const text of [
      '1'.repeat(2000),
      `${'1'.repeat(1999)}x`,
      `'${'x'.repeat(1998)}'`,
      '.'.repeat(2000),
      '1e'.repeat(1000),
      '('.repeat(2000),
    ]) {
      for (let i = 0; i < 20; i++) parseFormula(text, metrics);
    }
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
