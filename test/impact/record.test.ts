import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, hitsOf, intervalScore, type Item, learn, levelOf, resolvedOf, UNLEARNED } from '../../lib/impact/record.ts';
import { near } from './near.ts';

describe('width and level', () => {
  it('are the prior without a record', () => {
    expect(UNLEARNED.width).toBeCloseTo(1.5, 12);
    expect(UNLEARNED.level).toBeCloseTo(0.8, 12);
    expect(UNLEARNED.variance).toBeCloseTo(0.16, 12);
    expect(UNLEARNED.doubt).toBeCloseTo(0.2, 12);
  });

  it('adds what one quarter differs from another', () => {
    const { variance, doubt } = levelOf(
      [{ ...resolvedOf({ tags: [{ chance: 1, mean: 3, sd: 1 }], actual: 1, noise: 0.5 }), shrunk: 2.5 }],
      1.5,
    );
    expect(doubt).toBeCloseTo(variance + 0.04, 12);
  });

  it('scores a range', () => {
    expect(intervalScore({ low: 2, high: 5 }, 1.5)).toBe(8);
    expect(intervalScore({ low: 2, high: 5 }, 5)).toBe(3);
  });
});

it('sums the tags of an item, and knows a single ticket', () => {
  const tags = [
    { chance: 0.5, mean: 4, sd: 1 },
    { chance: 1, mean: -1, sd: 2 },
  ];
  expect(resolvedOf({ tags, actual: 2, noise: 1 })).toEqual({ actual: 2, noise: 1, mean: 1, spread: 4.5, chances: 4, single: undefined });
  expect(resolvedOf({ tags: tags.slice(1), actual: 2, noise: 1 }).single).toEqual(tags[1]);
});

it('learns the same from tags as from their sums, by the class frozen with them and the width of today', () => {
  // A class without variance leaves its centre alone: the M' of the oracle.
  const alone = (chance: number, mean: number, sd: number, shrunk: number): Item['tags'][number] => ({
    chance,
    mean,
    sd,
    kin: { centre: shrunk / chance, variance: 0 },
  });
  const learned = learn([
    { tags: [alone(1, 3, 1, 2.5)], actual: 1, noise: 0.5 },
    { tags: [alone(0.7, 4, 1.5, 2.1)], actual: 0.2, noise: 0.5 },
    // W 4, V0 5, M 9; the second has no spread, only a chance.
    { tags: [alone(1, 9 - Math.sqrt(5), 2, 7 - Math.sqrt(5)), { chance: 0.5, mean: Math.sqrt(20), sd: 0 }], actual: 3, noise: 2 },
    {
      tags: [alone(1, 5 - Math.sqrt(2), Math.sqrt(2), 4 - Math.sqrt(2)), { chance: 0.5, mean: Math.sqrt(8), sd: 0 }],
      actual: 4.5,
      noise: 1,
    },
  ]);
  near(learned.width, 1.605705);
  near(learned.level, 0.686413);
  near(learned.variance, 0.0771331);
});

it('survives a change that hardly anything explains', () => {
  const { width, level } = learn([{ tags: [{ chance: 0.5, mean: 1, sd: 0.01 }], actual: 1e6, noise: 0.001 }]);
  expect(width).toBeGreaterThan(1.5);
  expect(Number.isFinite(width) && Number.isFinite(level)).toBe(true);
});

it('widens a typed range about its median', () => {
  expect(corrected({ low: 2, high: 5, chance: 0.7 }, 2)).toEqual({ low: 0.5, high: 6.5, chance: 0.7 });
  expect(corrected({ low: 2, mid: 3, high: 6, chance: 1 }, 1.5)).toEqual({ low: 1.5, mid: 3, high: 7.5, chance: 1 });
});

it('counts hits by input, of typed and corrected ranges', () => {
  const size = { low: 2, high: 5, chance: 1 };
  const outcomes = [
    { input: 'a', size, actual: 5 },
    { input: 'b', size, actual: 9 },
    { input: 'a', size, actual: 6 },
    { input: 'a', size, actual: -1 },
  ];
  expect(hitsOf(outcomes, 2)).toEqual([
    { input: 'a', n: 3, typed: 1, corrected: 2 },
    { input: 'b', n: 1, typed: 0, corrected: 0 },
  ]);
  expect(hitsOf([], 2)).toEqual([]);
});

describe('properties', () => {
  const number = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
  const tag = fc.record({ chance: fc.integer({ min: 1, max: 100 }).map((n) => n / 100), mean: number(-9, 9), sd: number(0.1, 5) });
  const item = fc.record({ tags: fc.array(tag, { minLength: 1, maxLength: 4 }), actual: number(-30, 30), noise: number(0.1, 5) });
  const items = fc.array(item, { maxLength: 8 });

  it('stays within the grid, grows surer with every item, and does not mind their order', () => {
    fc.assert(
      fc.property(items, item, (some, one) => {
        const [before, after] = [learn(some), learn([...some, one])];
        expect(after.width > 0.4 && after.width < 5.6).toBe(true);
        expect(
          levelOf(
            [...some, one].map((x) => ({ ...resolvedOf(x), shrunk: 1 })),
            1.5,
          ).variance,
        ).toBeLessThan(
          levelOf(
            some.map((x) => ({ ...resolvedOf(x), shrunk: 1 })),
            1.5,
          ).variance,
        );
        expect(before.variance).toBeLessThanOrEqual(0.16 + 1e-12);
        const turned = learn([...some, one].toReversed());
        expect(turned.width).toBeCloseTo(after.width, 9);
        expect(turned.level).toBeCloseTo(after.level, 9);
      }),
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(items, number(0.1, 50), (some, scale) => {
        const scaled = some.map(({ tags, actual, noise }) => ({
          tags: tags.map(({ chance, mean, sd }) => ({ chance, mean: scale * mean, sd: scale * sd })),
          actual: scale * actual,
          noise: scale * noise,
        }));
        expect(learn(scaled).width).toBeCloseTo(learn(some).width, 9);
        expect(learn(scaled).level).toBeCloseTo(learn(some).level, 9);
      }),
    );
  });

  it('learns that all came as promised, and that nothing did', () => {
    const record = (share: number): Item[] =>
      Array.from({ length: 50 }, () => ({ tags: [{ chance: 1, mean: 4, sd: 1 }], actual: share * 4, noise: 0.1 }));
    expect(learn(record(1)).level).toBeCloseTo(1, 1);
    expect(learn(record(0)).level).toBeLessThan(0.1);
    expect(learn(record(1)).width).toBeLessThan(1);
    expect(learn(record(0)).width).toBeGreaterThan(3);
  });
});
