import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chanceAbove,
  classOf,
  fitting,
  gainOf,
  improveFirst,
  inNorthStar,
  nested,
  type Part,
  perEffort,
  ranked,
  shrunk,
  worthOfKnowing,
} from '../../lib/impact/rank.ts';
import { UNLEARNED } from '../../lib/impact/record.ts';
import { near } from './near.ts';

const MEANS = [1, 2, 2.5, 4, 6, 9];
const SDS = [0.5, 0.5, 1, 1, 2, 3];
const MEMBERS = MEANS.map((mean, i) => ({ chance: 1, mean, sd: SDS[i] ?? 0 }));
const LEARNED = { width: 1.5, level: 0.8, variance: 0.16, doubt: 0.2 };

const number = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
const chance = fc.integer({ min: 1, max: 100 }).map((n) => n / 100);
const guess = fc.record({ chance, mean: number(-50, 50), sd: number(0.1, 20) });
const part: fc.Arbitrary<Part> = fc.record({ chance, mean: number(-50, 50), variance: number(0, 400) });
const parts = fc.array(part, { minLength: 1, maxLength: 3 });

describe('class', () => {
  it('takes at least five', () => {
    expect(classOf(MEMBERS.slice(0, 4), 1.5)).toBeUndefined();
    expect(classOf(MEMBERS.slice(0, 5), 1.5)).toBeDefined();
    expect(shrunk({ chance: 0.5, mean: 4, sd: 2 }, 1.5, undefined)).toEqual({ chance: 0.5, mean: 4, variance: 9 });
  });

  it('takes more than half of the spread for real where noise explains less', () => {
    const exact = MEMBERS.map(({ mean }) => ({ mean, sd: 0.01 }));
    const spread = 8.841667;
    expect(classOf(exact, 1)?.variance).toBeCloseTo(spread, 2);
    expect(
      classOf(
        MEMBERS.map(({ mean }) => ({ mean, sd: 100 })),
        1,
      )?.variance,
    ).toBeCloseTo(spread / 2, 5);
  });

  it('is defined where all are equal, and where some have no width', () => {
    const same = Array.from({ length: 5 }, () => ({ mean: 3, sd: 1 }));
    expect(classOf(same, 1.5)).toEqual({ centre: 3, variance: 0 });
    const gone = [...MEMBERS, { mean: 0, sd: 0 }];
    expect(Number.isFinite(classOf(gone, 1.5)?.centre)).toBe(true);
    expect(shrunk({ chance: 1, mean: 0, sd: 0 }, 1.5, classOf(gone, 1.5))).toEqual({ chance: 1, mean: 0, variance: 0 });
  });

  it('pulls every mean toward the centre, never past it, and never adds doubt', () => {
    fc.assert(
      fc.property(fc.array(guess, { minLength: 5, maxLength: 20 }), number(0.5, 3), (members, width) => {
        const kin = classOf(members, width);
        if (!kin) throw new Error('no class');
        expect(kin.centre >= Math.min(...members.map(({ mean }) => mean)) - 1e-9).toBe(true);
        expect(kin.centre <= Math.max(...members.map(({ mean }) => mean)) + 1e-9).toBe(true);
        for (const member of members) {
          const { mean, variance } = shrunk(member, width, kin);
          expect((mean - kin.centre) * (member.mean - kin.centre)).toBeGreaterThanOrEqual(-1e-9);
          expect(Math.abs(mean - kin.centre)).toBeLessThanOrEqual(Math.abs(member.mean - kin.centre) + 1e-9);
          expect(variance).toBeLessThanOrEqual((width * member.sd) ** 2);
        }
      }),
    );
  });
});

describe('cases', () => {
  it('nests: the likeliest moves alone, then with the next', () => {
    expect(
      nested([
        { chance: 0.5, mean: -2, variance: 1 },
        { chance: 0.75, mean: 3, variance: 4 },
      ]),
    ).toEqual([
      { weight: 0.25, mean: 3, variance: 4 },
      { weight: 0.5, mean: 1, variance: 5 },
      { weight: 0.25, mean: 0, variance: 0 },
    ]);
    expect(nested([])).toEqual([{ weight: 1, mean: 0, variance: 0 }]);
  });

  it('weighs all cases, and what is not above is below', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const [one, other] = [nested(a), nested(b)];
        expect(one.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(one.every(({ weight }) => weight >= -1e-12)).toBe(true);
        expect(chanceAbove(one, other) + chanceAbove(other, one)).toBeCloseTo(1, 9);
        expect(chanceAbove(one, one)).toBeCloseTo(0.5, 9);
      }),
    );
  });

  it('compares what is certain', () => {
    const sure = (mean: number) => nested([{ chance: 1, mean, variance: 0 }]);
    expect([chanceAbove(sure(2), sure(1)), chanceAbove(sure(1), sure(2)), chanceAbove(sure(1), sure(1))]).toEqual([1, 0, 0.5]);
  });
});

describe('gain', () => {
  it('has the parts of the closed form, with a sensitivity that is a range', () => {
    // 2..5 at 70 % x (30..60) and 1..3 at 50 % x (-12) -> 98.25, sd 86.667208 (Impact), where nothing is corrected.
    const z = 1.2815515655;
    const typed = [
      inNorthStar({ chance: 0.7, mean: 3.5, variance: (1.5 / z) ** 2 }, { low: 30, high: 60 }),
      inNorthStar({ chance: 0.5, mean: 2, variance: (1 / z) ** 2 }, { low: -12, high: -12 }),
    ];
    const { parts: shares } = gainOf(typed, { width: 1, level: 1, variance: 0, doubt: 0 });
    expect(shares.map((share) => Math.round(share * 1e6) / 1e6)).toEqual([110.25, -12]);
  });

  it('takes the level off, and its parts add up', () => {
    fc.assert(
      fc.property(parts, (all) => {
        const { gain, variance, parts: shares } = gainOf(all, LEARNED);
        expect(gain).toBeCloseTo(0.8 * all.reduce((sum, { chance, mean }) => sum + chance * mean, 0), 6);
        expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(gain, 6);
        expect(variance).toBeGreaterThanOrEqual(0);
        // The closed form of Impact: sum pq + 2 sum min(p, p')mm' - mean^2.
        const square = all.reduce((sum, one) => sum + one.chance * (one.variance + one.mean ** 2), 0);
        const pairs = all.flatMap((a, i) => all.slice(i + 1).map((b) => 2 * Math.min(a.chance, b.chance) * a.mean * b.mean));
        expect(variance / 0.84).toBeCloseTo(square + pairs.reduce((a, b) => a + b, 0) - (gain / 0.8) ** 2, 6);
      }),
    );
    expect(gainOf([], UNLEARNED)).toEqual({ gain: 0, variance: 0, parts: [] });
  });
});

describe('order', () => {
  const backlog = [
    { ticket: 'b', gain: 9, effort: 4 },
    { ticket: 'a', gain: 6, effort: 2 },
    { ticket: 'e', gain: 20 },
    { ticket: 'd', gain: -1, effort: 1 },
    { ticket: 'c', gain: 4, effort: 3 },
    { ticket: 'aa', gain: 3, effort: 1 },
  ];
  const names = (tickets: readonly { ticket: string }[]): string[] => tickets.map(({ ticket }) => ticket);

  it('is by gain, or by gain per effort with those without an effort last; ties by ticket id', () => {
    expect(names(ranked(backlog, 'gain'))).toEqual(['e', 'b', 'a', 'c', 'aa', 'd']);
    expect(names(ranked(backlog, 'gain-per-effort'))).toEqual(['a', 'aa', 'b', 'c', 'd', 'e']);
    expect(perEffort({ gain: 4 })).toBeUndefined();
  });

  it('does not depend on the order given', () => {
    const candidate = fc.record({
      ticket: fc.stringMatching(/^[a-c]{1,3}$/),
      gain: fc.integer({ min: -3, max: 3 }),
      effort: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    });
    const tickets = fc.uniqueArray(candidate, { maxLength: 12, selector: ({ ticket }) => ticket });
    fc.assert(
      fc.property(tickets, fc.constantFrom('gain' as const, 'gain-per-effort' as const), (all, by) => {
        expect(ranked(all.toReversed(), by)).toEqual(ranked(all, by));
      }),
    );
  });

  it('fills a capacity, skipping what no longer fits, and stops where nothing is gained', () => {
    const order = ranked(backlog, 'gain-per-effort');
    expect(names(fitting(order, 3))).toEqual(['a', 'aa']);
    expect(names(fitting(order, 6))).toEqual(['a', 'aa', 'c']);
    expect(names(fitting(order, 100))).toEqual(['a', 'aa', 'b', 'c']);
    expect(fitting(order, 0)).toEqual([]);
  });
});

describe('improve first', () => {
  it('is worth nothing where nothing is in doubt, and most on the line', () => {
    expect(worthOfKnowing(0, 5)).toBe(0);
    near(worthOfKnowing(10, 0), 3.98942);
  });

  it('is worth more near the line, and where more is in doubt', () => {
    fc.assert(
      fc.property(number(1, 50), number(0, 100), number(0.1, 20), (sd, distance, more) => {
        expect(worthOfKnowing(sd, distance)).toBeGreaterThanOrEqual(worthOfKnowing(sd, distance + more) - 1e-12);
        expect(worthOfKnowing(sd + more, distance)).toBeGreaterThanOrEqual(worthOfKnowing(sd, distance) - 1e-12);
      }),
    );
  });

  it('asks about the ticket on the line', () => {
    const tickets = [
      { ticket: 'sure', gain: 100, variance: 100, effort: 5 },
      { ticket: 'last', gain: 30, variance: 100, effort: 5 },
      { ticket: 'next', gain: 29, variance: 25, effort: 5 },
      { ticket: 'never', gain: 1, variance: 100, effort: 5 },
      { ticket: 'unsized', gain: 30, variance: 1e6 },
    ];
    expect(improveFirst(tickets, 10)?.ticket).toBe('last');
    expect(
      improveFirst(
        tickets.map((ticket) => (ticket.ticket === 'next' ? { ...ticket, variance: 400 } : ticket)),
        10,
      )?.ticket,
    ).toBe('next');
    expect(improveFirst(tickets, 4)).toBeUndefined();
    expect(improveFirst([], 10)).toBeUndefined();
  });
});
