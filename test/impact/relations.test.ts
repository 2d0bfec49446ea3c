import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlationInterval, overlapOf, relationsOf } from '../../lib/impact/relations.ts';
import { autoregressive, randomFrom } from '../simulations/random.ts';

const weeks = (count: number, seed: number, carry = 0): number[] => autoregressive(randomFrom(seed), carry, count);

describe('interval', () => {
  it('widens with every lag tried, and holds r', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.integer({ min: 8, max: 200 }),
        fc.integer({ min: 1, max: 13 }),
        (r, pairs, tried) => {
          const [few, more] = [correlationInterval(r, pairs, tried), correlationInterval(r, pairs, tried + 1)];
          expect(more.low < few.low && few.low < r && r < few.high && few.high < more.high).toBe(true);
          expect(more.low >= -1 && more.high <= 1).toBe(true);
        },
      ),
    );
  });
});

describe('relations', () => {
  it('finds a lag, and no other', () => {
    const driver = weeks(60, 7);
    const later = driver.map((_, week) => 0.9 * (driver[week - 4] ?? 0) + 0.3 * (weeks(60, 8)[week] ?? 0));
    const found = relationsOf(driver, later);
    expect(found.map(({ lag }) => lag)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(found.filter(({ related }) => related).map(({ lag }) => lag)).toEqual([4]);
    const four = found[4];
    expect(four?.pairs).toBe(56);
    // The interval is the one for all fourteen lags tried.
    expect(four && correlationInterval(four.r, four.effective, 14)).toMatchObject({ low: four?.low, high: four?.high });
  });

  it('tries only lags with twelve pairs and eight effective ones', () => {
    const first = weeks(15, 1);
    expect(relationsOf(first, weeks(15, 2)).map(({ lag, pairs }) => [lag, pairs])).toEqual([
      [0, 15],
      [1, 14],
      [2, 13],
      [3, 12],
    ]);
    const steady = Array.from({ length: 26 }, (_, week) => week);
    // Two straight lines say as much as one pair: 26 (1 - .95^2)/(1 + .95^2).
    expect(relationsOf(steady, steady)).toEqual([]);
  });

  it('leaves out missing weeks, keeping the others in their places', () => {
    const first = weeks(40, 3);
    const later = first.map((_, week) => (week === 20 ? undefined : (first[week - 2] ?? 0)));
    const two = relationsOf(first, later).find(({ lag }) => lag === 2);
    expect(two).toMatchObject({ pairs: 37, related: true });
    expect(two?.r).toBeCloseTo(1, 9);
  });

  it('says nothing of a flat series', () => {
    expect(
      relationsOf(
        weeks(40, 3),
        Array.from({ length: 40 }, () => 5),
      ),
    ).toEqual([]);
    expect(relationsOf([], [])).toEqual([]);
  });

  it('does not depend on unit or zero, and mirrors', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1000 }), fc.integer({ min: -1000, max: 1000 }), (seed, scale, shift) => {
        const [first, later] = [weeks(40, seed, 0.4), weeks(40, seed + 1, 0.4)];
        const one = relationsOf(first, later);
        const other = relationsOf(
          first.map((x) => scale * x + shift),
          later.map((y) => -y),
        );
        expect(other.map(({ related }) => related)).toEqual(one.map(({ related }) => related));
        one.forEach(({ r, low }, i) => {
          expect(other[i]?.r).toBeCloseTo(-r, 6);
          expect(other[i]?.high).toBeCloseTo(-low, 6);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('two inputs that are nearly one', () => {
  it('warns from |r| > 0.7', () => {
    const one = weeks(30, 5);
    const noise = weeks(30, 6);
    const mixed = (share: number): number[] => one.map((x, week) => share * x + (1 - share) * (noise[week] ?? 0));
    expect(overlapOf(one, mixed(0.9))).toMatchObject({ lag: 0, related: true });
    expect(
      overlapOf(
        one,
        mixed(0.9).map((x) => -x),
      )?.r,
    ).toBeLessThan(-0.7);
    expect(overlapOf(one, mixed(0.1))).toBeUndefined();
  });

  it('does not warn where so few weeks cannot exclude 0', () => {
    const one = weeks(11, 5);
    expect(overlapOf(one, one)).toBeUndefined();
    // Carried over so much that 12 weeks are worth fewer than 8.
    const steady = Array.from({ length: 12 }, (_, week) => week);
    expect(overlapOf(steady, steady)).toBeUndefined();
  });
});
