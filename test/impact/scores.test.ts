// Ways of scoring by worked examples, and what holds for any backlog.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { iceOf, middlesOf, quadrantOf, riceOf, type Scored, wsjfOf } from '../../lib/impact/scores.ts';

const one = (size: number, chance: number, effort?: number): Scored => ({ size, chance, effort });
const BACKLOG = [one(10, 1, 1), one(100, 0.8, 5), one(300, 0.5, 8), one(-40, 1, 3), one(50, 0.3)];
const middles = middlesOf(BACKLOG);

describe('middles', () => {
  it('are of what is not zero', () => expect(middles).toEqual({ size: 50, worth: 47.5, effort: 4 }));
  it('are 1 where there is nothing', () => expect(middlesOf([])).toEqual({ size: 1, worth: 1, effort: 1 }));
});

describe('RICE', () => {
  // 10/50 is nearest 0.25; 100/50 is 2; 300/50 is above 3. Confidence 1, 0.8, 0.5 by the chance.
  it.each([
    [0, 0.25],
    [1, 2 / 5],
    [2, (3 * 0.8) / 8],
    [3, 0],
    [4, undefined],
  ])('of ticket %i is %s', (i, score) => expect(riceOf(BACKLOG[i] as Scored, middles)).toEqual(score));
});

describe('ICE', () => {
  it.each([
    [0, 1 * 10 * 10],
    [1, 10 * 8 * 4],
    [2, 10 * 5 * 3],
    [3, 0],
    [4, undefined],
  ])('of ticket %i is %s', (i, score) => expect(iceOf(BACKLOG[i] as Scored, middles)).toEqual(score));
});

describe('WSJF', () => {
  it.each([
    [0, 1 / 1],
    [1, 8 / 5],
    [2, 13 / 8],
    [3, 0],
    [4, undefined],
  ])('of ticket %i is %s', (i, score) => expect(wsjfOf(BACKLOG[i] as Scored, middles)).toEqual(score));
});

describe('value against effort', () => {
  const lines = { value: 20, effort: 4 };
  it.each([
    [20, 4, 'quick-win'],
    [50, 5, 'big-bet'],
    [19, 4, 'fill-in'],
    [19, 5, 'time-sink'],
    [50, undefined, undefined],
  ] as const)('%s for %s points is a %s', (value, effort, quadrant) => expect(quadrantOf(value, effort, lines)).toBe(quadrant));
  it('is never a win without a gain', () => expect(quadrantOf(-1, 1, { value: -5, effort: 2 })).toBe('fill-in'));
});

it('each prefers the same gain for less effort, or a likelier one, or is indifferent', () => {
  const any = fc.record({
    size: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    chance: fc.double({ min: 0.01, max: 1, noNaN: true }),
    effort: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 2, maxLength: 8 }), (tickets) => {
      const by = middlesOf(tickets);
      const [first] = tickets as [(typeof tickets)[number]];
      for (const score of [riceOf, iceOf, wsjfOf]) {
        const own = score(first, by) ?? Number.NaN;
        expect(own).toBeGreaterThanOrEqual(0);
        expect(score({ ...first, effort: first.effort * 2 }, by)).toBeLessThanOrEqual(own);
        expect(score({ ...first, chance: 1 }, by)).toBeGreaterThanOrEqual(own);
      }
    }),
  );
});
