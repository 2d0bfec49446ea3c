import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, minutesLeft } from '../../lib/state/sweep-order.ts';

const rows = (...names: string[]) => names.map((ticket) => ({ ticket }));
const names = (all: readonly { ticket: string }[]): string => all.map(({ ticket }) => ticket).join(' ');

describe('the order of a list that shows a part of itself', () => {
  it('goes on where it is scrolled to, up and down', () => {
    let all = joined([], rows('c', 'd', 'e'));
    all = joined(all, rows('d', 'e', 'f', 'g'));
    expect(names(all)).toBe('c d e f g');
    all = joined(all, rows('a', 'b', 'c'));
    expect(names(all)).toBe('a b c d e f g');
    expect(names(joined(all, rows('b', 'new', 'c')))).toBe('a b new c d e f g');
    expect(names(joined(all, rows('x', 'y')))).toBe('a b c d e f g x y');
  });

  it('counts a ticket once, whatever its case', () => {
    expect(names(joined(rows('a', 'B'), rows('A', 'b', 'c')))).toBe('A b c');
  });

  it('makes the whole list of windows over it that overlap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.nat(60), { maxLength: 30 }), (length, tops) => {
        const whole = rows(...Array.from({ length }, (_, i) => `t-${i}`));
        let at = 0;
        let all: { ticket: string }[] = [];
        const look = (top: number): void => {
          all = joined(all, whole.slice(top, top + 6));
        };
        look(0);
        for (const top of [...tops, length]) for (; at !== Math.min(top, length); at += top > at ? 1 : -1) look(at);
        expect(names(all)).toBe(names(whole));
      }),
    );
  });
});

describe('the time for the rest', () => {
  it('is said from the third ticket on, at the pace of the last ones', () => {
    expect(minutesLeft([9000, 9000], 20)).toBeUndefined();
    expect(minutesLeft([10_000, 8000, 12_000], 18)).toBeCloseTo(3);
    expect(minutesLeft([60_000, ...Array.from({ length: 12 }, () => 5000)], 12)).toBeCloseTo(1);
  });

  it('leaves out a pause', () => expect(minutesLeft([10_000, 3_600_000, 10_000, 10_000], 6)).toBeCloseTo(1));
});
