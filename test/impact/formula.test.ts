import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { degreeIn, gradientOf, isMultilinear, renameInput, valueOf } from '../../lib/impact/formula.ts';
import { at, atPoints, rangeOf } from '../../lib/impact/formula-draws.ts';
import { formatFormula } from '../../lib/impact/formula-text.ts';
import { COUNT } from '../../lib/impact/points.ts';
import { delivered, formulaOf, metric, now } from './delivery.ts';
import { expression, IDS, tame, worthOf } from './expressions.ts';

describe('value', () => {
  it('is 23,460 items on time (requirement 100)', () => {
    expect(valueOf(delivered, now)).toBeCloseTo(23_460, 9);
  });

  it('comes out in per cent where the North Star is a rate', () => {
    const metrics = [metric('kept', { role: 'north-star', kind: 'rate' }), metric('a', { kind: 'rate' }), metric('b', { kind: 'rate' })];
    const formula = formulaOf('a * b', metrics);
    expect(valueOf(formula, () => 50)).toBe(25);
    expect(gradientOf(formula, () => 50)).toEqual(
      new Map([
        ['a', 0.5],
        ['b', 0.5],
      ]),
    );
  });

  test.each([
    ['orders / (on_time - 0.85)', { code: 'divides-by-zero', divisor: 'on_time - 0.85' }],
    ['1 / (1 / (orders - 12000))', { code: 'divides-by-zero', divisor: 'orders - 12000' }],
    ['0 * (orders - orders)^-1', { code: 'divides-by-zero', divisor: 'orders - orders' }],
    ['1 / orders^12', 1 / 12_000 ** 12],
    ['1 / (orders^12)^12', { code: 'too-large' }],
    ['(orders - orders)^0', 1],
    ['-0 * orders', 0],
  ])('%s', (text, expected) => {
    expect(valueOf(formulaOf(text), now)).toEqual(expected);
  });

  it('names what has no reading', () => {
    const problem = { code: 'no-reading', inputs: ['items-per-order', 'fulfilled'] };
    const some = (id: string): number | undefined => (id === 'fulfilled' ? Number.NaN : id === 'items-per-order' ? undefined : 1);
    expect(valueOf(delivered, some)).toEqual(problem);
    expect(gradientOf(delivered, some)).toEqual(problem);
  });
});

describe('gradient', () => {
  it('is per unit as typed: per order, per pp', () => {
    expect(Object.fromEntries(gradientOf(delivered, now) as Map<string, number>)).toEqual({
      orders: expect.closeTo(1.955, 12),
      'items-per-order': expect.closeTo(9384, 9),
      fulfilled: expect.closeTo(255, 9),
      'on-time': expect.closeTo(276, 9),
    });
  });

  it('is nothing for what is raised to nothing', () => {
    expect(gradientOf(formulaOf('(orders - orders)^0 * 5 + orders'), now)).toEqual(new Map([['orders', 1]]));
  });

  it('is a small difference divided by a small change', () => {
    const readings = fc.record({ a: level(), 'b-c': level(), '2024': level(), '1e3': level(), 'x-': level() });
    fc.assert(
      fc.property(tame, readings, (formula, values: Record<string, number>) => {
        const found = gradientOf(formula, (id) => values[id]);
        fc.pre(!('code' in found));
        for (const id of formula.inputs) {
          const x = values[id] ?? 0;
          const h = 1e-5 * x;
          const moved = [x - h, x + h, x - 2 * h, x + 2 * h].map((value) => valueOf(formula, (one) => (one === id ? value : values[one])));
          const [before, after, far, further] = moved.map((value) => (typeof value === 'number' ? value : Number.NaN));
          const slope = (after! - before!) / (2 * h);
          const wide = (further! - far!) / (4 * h);
          // Only where the difference itself is trustworthy: the same at two widths, and above the dust of the values.
          const dust = (1e-10 * Math.max(...moved.map((value) => (typeof value === 'number' ? Math.abs(value) : 0)))) / h;
          fc.pre(Math.abs(slope - wide) < 1e-6 * Math.abs(slope) + dust);
          expect(Math.abs((found.get(id) ?? 0) - slope)).toBeLessThan(1e-4 * Math.abs(slope) + dust + 1e-12);
        }
      }),
      { numRuns: 500 },
    );
  });
});

function level(): fc.Arbitrary<number> {
  return fc.double({ min: 0.5, max: 40, noNaN: true });
}

describe('degree', () => {
  test.each([
    ['orders * items_per_order * fulfilled * on_time', true],
    ['orders * (1 - on_time) + 3 * items_per_order', true],
    ['orders * on_time / 7', true],
    ['orders / items_per_order', false],
    ['orders * orders', false],
    ['orders^2', false],
    ['orders^1 * on_time^0', true],
    ['orders^-1', false],
    ['(orders + on_time) * (orders - on_time)', false],
  ])('%s', (text, straight) => expect(isMultilinear(formulaOf(text))).toBe(straight));

  it('counts what moves together', () => {
    const formula = formulaOf('orders * items_per_order + on_time^3 / fulfilled');
    const degree = (...ids: string[]): number => degreeIn(formula, new Set(ids));
    expect([degree(), degree('orders'), degree('orders', 'items-per-order'), degree('on-time'), degree('fulfilled')]).toEqual([
      0,
      1,
      2,
      3,
      Infinity,
    ]);
  });
});

describe('a renamed input', () => {
  it('changes its name and nothing else', () => {
    const renamed = renameInput(delivered, 'on-time', 'in-time');
    expect(formatFormula(renamed)).toBe('orders * items_per_order * fulfilled * in_time');
    expect(renamed.rates).toEqual(['fulfilled', 'in-time']);
    expect(valueOf(renamed, (id) => now(id === 'in-time' ? 'on-time' : id))).toBeCloseTo(23_460, 9);
    const all = formulaOf('-orders^2 + 3 * (orders - on_time) / orders');
    expect(formatFormula(renameInput(all, 'orders', 'carts'))).toBe('-carts^2 + 3 * (carts - on_time) / carts');
  });

  it('comes back', () => {
    fc.assert(
      fc.property(expression, fc.constantFrom(...IDS), (formula, id) => {
        expect(renameInput(renameInput(formula, id, 'other'), 'other', id)).toEqual(formula);
      }),
    );
  });
});

describe('properties', () => {
  const reading = fc.double({ noNaN: true, noDefaultInfinity: true });
  const readings = fc.array(reading, { minLength: IDS.length, maxLength: IDS.length });
  const from = (values: readonly number[]) => (id: string) => values[IDS.indexOf(id as never)];

  it('is a number or a problem, never NaN and never infinite', () => {
    fc.assert(
      fc.property(expression, readings, (formula, values) => {
        const value = valueOf(formula, from(values));
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        const gradient = gradientOf(formula, from(values));
        if (!('code' in gradient)) {
          expect([...gradient.values()].every(Number.isFinite)).toBe(true);
          expect(typeof value).toBe('number');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is worth what the writing says, at one point and at many', () => {
    const small = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: IDS.length, maxLength: IDS.length });
    fc.assert(
      fc.property(expression, small, (formula, values) => {
        const value = valueOf(formula, from(values));
        fc.pre(typeof value === 'number');
        const input = (id: string): number => (from(values)(id) ?? 0) / (id === 'a' ? 100 : 1);
        const expected = worthOf(formula.root, input);
        expect(value).toBeCloseTo(expected, 9);
        expect(at(formula, input)).toBe(expected);
        const lists = new Map(formula.inputs.map((id) => [id, new Float64Array(COUNT).fill(input(id))]));
        const drawn = atPoints(formula, (id) => lists.get(id) ?? 0);
        expect([drawn.length, drawn[0], drawn[COUNT - 1]]).toEqual([COUNT, expected, expected]);
        for (const [id, list] of lists) expect([list[0], list === drawn]).toEqual([input(id), false]);
      }),
      { numRuns: 1000 },
    );
  });

  it('lies within the range of its inputs, where there is one', () => {
    const ranges = fc.array(fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })), {
      minLength: IDS.length,
      maxLength: IDS.length,
    });
    const inside = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: IDS.length, maxLength: IDS.length });
    fc.assert(
      fc.property(expression, ranges, inside, (formula, bounds, places) => {
        const boundsOf = (id: string): readonly [number, number] => bounds[IDS.indexOf(id as never)] ?? [0, 0];
        const range = rangeOf(formula, (id) => ({ low: boundsOf(id)[0], high: boundsOf(id)[0] + boundsOf(id)[1] }));
        fc.pre(!('code' in range));
        const value = worthOf(formula.root, (id) => boundsOf(id)[0] + boundsOf(id)[1] * (places[IDS.indexOf(id as never)] ?? 0));
        const dust = 1e-9 * Math.max(Math.abs(range.low), Math.abs(range.high));
        expect(value).toBeGreaterThanOrEqual(range.low - dust);
        expect(value).toBeLessThanOrEqual(range.high + dust);
      }),
      { numRuns: 1000 },
    );
  });
});

it('sees a zero below the line anywhere in the range', () => {
  const range = (text: string, low: number, high: number) => rangeOf(formulaOf(text), () => ({ low, high }));
  expect(range('1 / orders', -1, 1)).toEqual({ code: 'divides-by-zero', divisor: 'orders' });
  expect(range('1 / orders', 0, 1)).toEqual({ code: 'divides-by-zero', divisor: 'orders' });
  expect(range('orders^-2', -1, 1)).toEqual({ code: 'divides-by-zero', divisor: 'orders' });
  expect(range('orders^2', -1, 2)).toEqual({ low: 0, high: 4 });
  expect(range('orders^3', -1, 2)).toEqual({ low: -1, high: 8 });
  expect(range('1 / orders', 2, 4)).toEqual({ low: 0.25, high: 0.5 });
  expect(range('orders * orders', 0, 1e80)).toEqual({ code: 'too-large' });
});
