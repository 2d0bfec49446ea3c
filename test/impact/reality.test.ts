import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bundlesOf,
  type Counterfactual,
  counterfactual,
  divergenceOf,
  measure,
  placeAmong,
  sharesOf,
  windowsOf,
} from '../../lib/impact/reality.ts';
import { near } from './near.ts';
import { READ as SERIES } from './oracles/series.ts';

const day = (n: number): string => new Date(Date.UTC(2026, 0, 4) + n * 86_400_000).toISOString().slice(0, 10);
const weekly = (values: readonly number[]): { value: number; date: string }[] => values.map((value, i) => ({ value, date: day(7 * i) }));
function without(before: readonly number[], ahead: number): Counterfactual {
  const found = counterfactual(before, ahead);
  if ('refused' in found) throw new Error(found.refused);
  return found;
}

describe('bundles', () => {
  const ship = (ticket: string, input: string, at: number) => ({ ticket, input, date: day(at) });

  it('hold what ships on one input within four weeks of the first', () => {
    expect(bundlesOf([ship('c', 'x', 29), ship('b', 'x', 28), ship('a', 'x', 0), ship('d', 'y', 3), ship('e', 'x', 57)])).toEqual([
      { input: 'x', tickets: ['a', 'b'], first: day(0), last: day(28) },
      { input: 'y', tickets: ['d'], first: day(3), last: day(3) },
      { input: 'x', tickets: ['c', 'e'], first: day(29), last: day(57) },
    ]);
  });

  it('lose no ticket', () => {
    const shipped = fc.array(fc.tuple(fc.constantFrom('x', 'y'), fc.integer({ min: 0, max: 300 })), { maxLength: 30 });
    fc.assert(
      fc.property(shipped, (all) => {
        const bundles = bundlesOf(all.map(([input, at], i) => ship(String(i), input, at)));
        expect(bundles.flatMap(({ tickets }) => tickets).toSorted()).toEqual(all.map((_, i) => String(i)).toSorted());
      }),
    );
  });
});

describe('windows', () => {
  // Weeks end on Sundays, day 0, 7, 14 and so on.
  const readings = weekly([...SERIES, 40, 41, 42, 43, 44, 45, 46, 47, 48]);

  it('end before the first ships, and begin after the last does and the lag is over', () => {
    // Shipped on a Monday in week 15 and one week later; the input answers after two weeks.
    const windows = windowsOf(readings, { first: day(99), last: day(106) }, 2);
    expect(windows?.before).toEqual(SERIES);
    // The week that begins on day 120 does not begin after it; the next one ends on day 133.
    expect(windows).toMatchObject({ after: (44 + 45 + 46 + 47) / 4, ahead: 4 });
  });

  it('wait for four whole weeks', () => {
    expect(windowsOf(readings.slice(0, 23), { first: day(99), last: day(106) }, 2)).toMatchObject({ ahead: 4 });
    expect(windowsOf(readings.slice(0, 22), { first: day(99), last: day(106) }, 2)).toBeUndefined();
    expect(windowsOf(readings, { first: day(0), last: day(0) }, 0)).toBeUndefined();
  });

  it('reach back one year', () => {
    const long = weekly(Array.from({ length: 80 }, (_, i) => i));
    expect(windowsOf(long, { first: day(7 * 70 - 3), last: day(7 * 70 - 3) }, 0)).toMatchObject({ ahead: 1 });
    expect(windowsOf(long, { first: day(7 * 70 - 3), last: day(7 * 70 - 3) }, 0)?.before.length).toBe(52);
  });
});

describe('counterfactual', () => {
  it('has an 80 % band', () => {
    const { low, high } = without(SERIES, 4);
    expect(low).toBeCloseTo(33.067037 - 1.2815515655 * 1.535975, 5);
    expect(high).toBeCloseTo(33.067037 + 1.2815515655 * 1.535975, 5);
  });

  it('refuses what is flat or short', () => {
    expect(
      counterfactual(
        Array.from({ length: 20 }, () => 7),
        4,
      ),
    ).toEqual({ refused: 'flat' });
    expect(counterfactual(SERIES.slice(1), 4)).toEqual({ refused: 'few-readings', least: 15 });
  });

  it('follows a walk, and takes the mean of what only shakes', () => {
    // Steps that repeat one another are all level: the newest reading is all that counts.
    const walk = Array.from({ length: 20 }, (_, i) => Math.floor(i / 2) * 2 + (i % 2));
    expect(without(walk, 4)).toMatchObject({ newest: 1, expected: 19 });
    const shaking = Array.from({ length: 20 }, (_, i) => i % 2);
    expect(without(shaking, 4).newest).toBeLessThan(0.25);
    expect(Math.abs(without(shaking, 4).expected - 0.5)).toBeLessThan(0.1);
  });

  it('forgets what is older than a year', () => {
    expect(counterfactual([99, 1, ...SERIES, ...SERIES, ...SERIES, ...SERIES.slice(0, 7)], 4)).toEqual(
      counterfactual([...SERIES, ...SERIES, ...SERIES, ...SERIES.slice(0, 7)], 4),
    );
  });

  const values = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 15, maxLength: 60 }).filter((all) => new Set(all).size > 1);
  it('moves and stretches with its unit, and knows less of what is farther ahead', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 20 }), fc.integer({ min: -50, max: 50 }), (all, scale, shift) => {
        fc.pre(new Set(all.slice(-52)).size > 1);
        const one = without(all, 4);
        const other = without(
          all.map((value) => scale * value + shift),
          4,
        );
        expect(other.expected).toBeCloseTo(scale * one.expected + shift, 6);
        expect(other.noise).toBeCloseTo(scale * one.noise, 6);
        expect(without(all, 5).noise).toBeGreaterThan(one.noise);
        expect(one.expected >= Math.min(...all) - 1e-9 && one.expected <= Math.max(...all) + 1e-9).toBe(true);
        expect(one.newest > 0 && one.newest <= 1).toBe(true);
      }),
    );
  });
});

describe('measuring', () => {
  it('tells a change from none, and what could have been seen', () => {
    const inside = measure({ before: SERIES, after: 34, ahead: 4 }, 3.2);
    expect(inside).toMatchObject({ told: false, tooSmall: true });
    near('change' in inside ? inside.change : 0, 0.932963);
    expect(measure({ before: SERIES, after: 35.1, ahead: 4 }, 3.3)).toMatchObject({ told: true, tooSmall: false });
    expect(measure({ before: SERIES, after: 31, ahead: 4 }, -3.3)).toMatchObject({ told: true, tooSmall: false });
    expect(measure({ before: [], after: 31, ahead: 4 }, 3)).toMatchObject({ refused: 'few-readings' });
  });
});

describe('shares of a bundle', () => {
  it('counts the chance as doubt', () => {
    // S = .5 * 4 + .25 * 16 = 6; M = 2.
    expect(sharesOf([{ chance: 0.5, mean: 4, sd: 1 }], 5, Math.sqrt(3), 2)[0]).toBeCloseTo(2 + (6 / 9) * 3, 12);
  });

  const guess = fc.record({
    chance: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
    mean: fc.integer({ min: -20, max: 20 }),
    sd: fc.integer({ min: 1, max: 9 }),
  });
  it('adds up to the change where it was measured exactly, and to the promises where it was not at all', () => {
    fc.assert(
      fc.property(fc.array(guess, { minLength: 1, maxLength: 6 }), fc.integer({ min: -50, max: 50 }), (tickets, change) => {
        const total = (noise: number): number => sharesOf(tickets, change, noise, 1.5).reduce((a, b) => a + b, 0);
        expect(total(0)).toBeCloseTo(change, 6);
        expect(total(1e9)).toBeCloseTo(
          tickets.reduce((sum, { chance, mean }) => sum + chance * mean, 0),
          6,
        );
      }),
    );
  });

  it('shows where a range stands among them', () => {
    expect(placeAmong({ low: 2, high: 5 }, [1, 2, 3, 5, 6, 7])).toEqual({ below: 1, within: 3, above: 2 });
    expect(placeAmong({ low: 2, high: 5 }, [])).toEqual({ below: 0, within: 0, above: 0 });
  });
});

describe('divergence', () => {
  it('begins at 1.96 standard deviations of all that was measured', () => {
    // sqrt(3^2 + (2 * 2)^2) = 5
    const inputs = [{ slope: -2, noise: 2 }];
    expect(divergenceOf({ change: 10, noise: 3 }, 0.3, inputs)).toMatchObject({ allowed: 9.8, diverges: false });
    expect(divergenceOf({ change: 10, noise: 3 }, 0.1, inputs).diverges).toBe(true);
    expect(divergenceOf({ change: -10, noise: 3 }, -0.1, inputs).diverges).toBe(true);
    expect(divergenceOf({ change: 10, noise: 0 }, 10, [])).toMatchObject({ difference: 0, diverges: false });
  });
});
