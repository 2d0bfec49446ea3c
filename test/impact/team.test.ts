import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Size } from '../../lib/impact/effect.ts';
import { median, teamAnswer, teamValue } from '../../lib/impact/team.ts';
import type { Answer } from '../../lib/model/tag.ts';

const range = (low: number, high: number, chance = 1, mid?: number): Size => ({ low, high, chance, ...(mid === undefined ? {} : { mid }) });
const effects = (...named: readonly (readonly [input: string, low: number, high: number, chance?: number])[]): Answer => ({
  kind: 'effects',
  framework: 'f',
  version: 1,
  effects: named.map(([input, low, high, chance = 1]) => ({ input, low, high, chance, text: '' })),
});
const against: Answer = { kind: 'not-north-star', reason: 'debt', framework: 'f', version: 1 };

test.each([
  [[3], 3],
  [[3, 1], 2],
  [[9, 1, 4], 4],
  [[4, 1, 3, 2], 2.5],
  [[], Number.NaN],
])('median of %o', (values, expected) => {
  expect(median(values)).toBe(expected);
});

describe('team value', () => {
  it('has the median of the middles, and the chance of all', () => {
    expect(teamValue([range(2, 5), range(0, 2), range(4, 10)], 3)).toMatchObject({ mid: 3.5, chance: 1, named: 3 });
  });

  it('does not turn two sure and opposite answers into a confident middle', () => {
    const value = teamValue([range(0, 1), range(9, 10)], 2);
    expect(value?.mid).toBe(5);
    // The medians of the ends alone would be 4.5 and 5.5.
    expect(value?.low).toBeLessThan(0);
    expect(value?.high).toBeGreaterThan(10);
    expect(value?.agreement).toBeLessThan(0.5);
  });

  it('takes the middles that were typed', () => {
    expect(teamValue([range(0, 10, 1, 2), range(0, 10, 1, 2)], 2)).toMatchObject({ low: 0, mid: 2, high: 10, agreement: 1 });
  });

  it('is nothing where nobody named the input', () => {
    expect(teamValue([], 4)).toBeUndefined();
  });

  const size = fc
    .tuple(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 }), fc.integer({ min: 1, max: 100 }))
    .map(([ends, percent]) => {
      const [low = 0, mid = 0, high = 0] = ends.toSorted((a, b) => a - b);
      return range(low, high, percent / 100, mid);
    });
  const sizes = fc.array(size, { minLength: 1, maxLength: 9 });

  it('leaves a single answer, or one all give, as it is', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 5 }), (one, members) => {
        const { low, mid, high, agreement } =
          teamValue(
            Array.from({ length: members }, () => one),
            members,
          ) ?? {};
        expect({ low, mid, high, agreement }).toEqual({ low: one.low, mid: one.mid, high: one.high, agreement: 1 });
      }),
    );
  });

  it('is an effect, never narrower than the medians of the ends', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const value = teamValue(all, all.length + 1);
        if (!value) throw new Error('nothing');
        expect(value.low <= value.mid && value.mid <= value.high && value.low < value.high).toBe(true);
        expect(value.low).toBeLessThanOrEqual(median(all.map(({ low }) => low)));
        expect(value.high).toBeGreaterThanOrEqual(median(all.map(({ high }) => high)));
        expect(value.chance > 0 && value.chance < 1).toBe(true);
        expect(value.agreement > 0 && value.agreement <= 1).toBe(true);
      }),
    );
  });

  it('does not mind the order of the answers', () => {
    fc.assert(
      fc.property(sizes, (all) => {
        const [one, other] = [teamValue(all, 9), teamValue(all.toReversed(), 9)];
        expect(other?.low).toBe(one?.low);
        expect(other?.high).toBe(one?.high);
        expect(other?.agreement).toBe(one?.agreement);
      }),
    );
  });
});

describe('team answer', () => {
  it('counts who named another input, or none, as no chance', () => {
    const answer = teamAnswer([effects(['a', 2, 5, 0.8]), effects(['b', 1, 3], ['a', 2, 5, 0.4]), effects(['b', 1, 3]), against]);
    expect(answer).toMatchObject({ answered: 4, against: 1 });
    expect(answer.effects.map(({ input, named }) => [input, named])).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
    expect(answer.effects[0]?.chance).toBeCloseTo(0.3, 12);
    expect(answer.effects[1]?.chance).toBe(0.5);
  });

  it('puts the input named by most first', () => {
    expect(teamAnswer([effects(['a', 1, 2], ['b', 1, 2]), effects(['b', 1, 2])]).effects.map(({ input }) => input)).toEqual(['b', 'a']);
  });

  it('has one vote per member', () => {
    const [only] = teamAnswer([effects(['a', 1, 2, 0.5], ['a', 7, 8])]).effects;
    expect(only).toMatchObject({ named: 1, low: 1, high: 2, chance: 0.5 });
  });

  it('is defined where nobody answered, and where all are against', () => {
    expect(teamAnswer([])).toEqual({ answered: 0, against: 0, effects: [] });
    expect(teamAnswer([against, against])).toEqual({ answered: 2, against: 2, effects: [] });
  });
});
