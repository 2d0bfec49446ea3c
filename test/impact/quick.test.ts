import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickSizes } from '../../lib/impact/quick.ts';
import { gapOf, roomOf, type Subject } from '../../lib/impact/room.ts';

const on = (value: number): { value: number; date: string } => ({ value, date: '2027-02-20' });
const rate: Subject = { kind: 'rate', unit: '', direction: 'up', current: 32, target: on(36) };
const texts = (subject: Subject): string[] | undefined => quickSizes(subject)?.map((size) => size.text);

describe('gap', () => {
  it('is target minus reading, signed', () => {
    expect(gapOf(rate)).toBe(4);
    expect(gapOf({ ...rate, direction: 'down', target: on(20) })).toBe(-12);
  });

  it('is a quarter of the reading the good way without a target, or with one that is reached', () => {
    const none: Subject = { kind: 'count', unit: 'teams', direction: 'up', current: 800 };
    expect(gapOf(none)).toBe(200);
    expect(gapOf({ ...none, direction: 'down' })).toBe(-200);
    expect(gapOf({ ...none, target: on(700) })).toBe(200);
    expect(gapOf({ ...none, target: on(800) })).toBe(200);
    expect(gapOf({ ...none, current: -800 })).toBe(200);
    expect(gapOf({ ...none, direction: 'down', target: on(900) })).toBe(-200);
  });

  it('never leaves the room of a rate', () => {
    expect(gapOf({ ...rate, current: 96, target: on(90) })).toBe(4);
    expect(gapOf({ ...rate, current: 100, target: on(90) })).toBeUndefined();
  });

  it('lets the baseline stand in for a reading, and is unknown without either', () => {
    expect(gapOf({ ...rate, current: undefined, baseline: on(30) })).toBe(6);
    expect(gapOf({ ...rate, current: undefined })).toBeUndefined();
    expect(gapOf({ kind: 'count', unit: '', direction: 'up', current: 0 })).toBeUndefined();
  });
});

describe('room', () => {
  it('is what is left of 0..100 for a rate', () => {
    expect(roomOf(rate)).toEqual({ low: -32, high: 68 });
    expect(roomOf({ ...rate, current: undefined })).toEqual({ low: -100, high: 100 });
    expect(roomOf({ kind: 'count', unit: '', direction: 'up', current: 5 })).toBeUndefined();
  });

  it('always has a place for no change, even at a reading that cannot be', () => {
    expect(roomOf({ ...rate, current: 120 })).toEqual({ low: -120, high: 0 });
  });
});

describe('quick sizes', () => {
  it('are 2-6, 6-18 and 18-54 % of the gap: 0.08, 0.24, 0.72, 2.16 of 4', () => {
    expect(texts(rate)).toEqual(['+0.1..0.2pp', '+0.2..0.7pp', '+0.7..2.2pp']);
    expect(texts({ ...rate, current: 34, target: on(42) })).toEqual(['+0.2..0.4pp', '+0.4..1.4pp', '+1.4..4.4pp']);
    const events: Subject = { kind: 'ratio', unit: 'events', direction: 'up', current: 18.4, target: on(20.5) };
    expect(texts(events)).toEqual(['+0.05..0.15', '+0.15..0.4', '+0.4..1.15']);
    expect(texts({ ...events, kind: 'count', target: on(1218.4) })).toEqual(['+20..80', '+80..220', '+220..640']);
  });

  it('lead downwards where down is good', () => {
    expect(texts({ ...rate, direction: 'down', target: on(28) })).toEqual(['-0.2..-0.1pp', '-0.7..-0.2pp', '-2.2..-0.7pp']);
  });

  it('are missing without a gap', () => {
    expect(quickSizes({ kind: 'rate', unit: '', direction: 'up' })).toBeUndefined();
    expect(quickSizes({ ...rate, current: 1e-9, target: undefined })).toBeUndefined();
    expect(quickSizes({ ...rate, kind: 'count', target: on(1e15) })).toBeUndefined();
  });

  it('meet, never overlap, grow, and lie near their shares of the gap', () => {
    const subject = fc.record({
      kind: fc.constantFrom<Subject['kind']>('count', 'rate', 'ratio'),
      unit: fc.constant(''),
      direction: fc.constantFrom<Subject['direction']>('up', 'down'),
      current: fc.double({ min: 0.1, max: 99.9, noNaN: true }),
      target: fc.double({ min: 0, max: 100, noNaN: true }).map(on),
    });
    fc.assert(
      fc.property(subject, (about) => {
        const gap = gapOf(about) ?? 0;
        const sizes = quickSizes(about);
        fc.pre(sizes !== undefined);
        const edges = sizes?.map(({ low, high }) => (gap < 0 ? [-high, -low] : [low, high])) ?? [];
        const [a = 0, b = 0, c = 0, d = 0] = [edges[0]?.[0], edges[1]?.[0], edges[2]?.[0], edges[2]?.[1]];
        expect(edges).toEqual([
          [a, b],
          [b, c],
          [c, d],
        ]);
        expect(0 < a && a < b && b < c && c < d && d < Math.abs(gap)).toBe(true);
        for (const [edge, share] of [
          [a, 0.02],
          [b, 0.06],
          [c, 0.18],
          [d, 0.54],
        ] as const) {
          const off = edge / (share * Math.abs(gap));
          expect(off > 0.6 && off < 1.4).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
