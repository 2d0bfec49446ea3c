// A guardrail is kept, close to its limit or broken; nothing else is.
import { describe, expect, it } from 'vitest';
import { guardOf } from '../../lib/impact/guard.ts';
import type { Metric } from '../../lib/model/metric.ts';

const at = (value: number) => ({ value, date: '2026-11-22' });
const guard = (more: Partial<Metric> = {}) => ({ role: 'guardrail' as const, direction: 'down' as const, target: at(12), ...more });

describe('a guardrail with a limit', () => {
  it.each([
    [9.8, 0.5, 'kept', 2.2],
    [11.5, 0.5, 'close', 0.5],
    [11.5, undefined, 'kept', 0.5],
    [12, undefined, 'kept', 0],
    [12.1, undefined, 'broken', -0.1],
  ] as const)('at %d with a noise of %s is %s', (last, sigma, state, room) => {
    expect(guardOf(guard(), last, sigma)).toMatchObject({ state, limit: 12 });
    expect(guardOf(guard(), last, sigma)?.room).toBeCloseTo(room, 9);
  });

  it('keeps to it from the other side where more is better', () => {
    const up = guard({ direction: 'up', target: at(40) });
    expect([39, 40, 41].map((last) => guardOf(up, last, undefined)?.state)).toEqual(['broken', 'kept', 'kept']);
  });

  it('is not broken by the dust of a sum', () => {
    expect(guardOf(guard({ target: at(0.3) }), 0.1 + 0.2, undefined)?.state).toBe('kept');
  });
});

describe('a guardrail with a baseline only', () => {
  const { target: _, ...rest } = guard();
  const based = { ...rest, baseline: at(12) };
  it.each([
    [11, 1, 'kept'],
    [13, 1, 'close'],
    [14.1, 1, 'broken'],
    [30, undefined, 'close'],
  ] as const)('at %d with a noise of %s is %s', (last, sigma, state) => expect(guardOf(based, last, sigma)?.state).toBe(state));
});

describe('what is no guardrail', () => {
  it.each(['north-star', 'input', 'outcome', 'health'] as const)('%s has no limit to break', (role) => {
    expect(guardOf({ ...guard(), role }, 99, 1)).toBeUndefined();
  });
  it('nor has one without a limit or without a reading', () => {
    const { target: _, ...none } = guard();
    expect(guardOf(none, 99, 1)).toBeUndefined();
    expect(guardOf(guard(), undefined, 1)).toBeUndefined();
  });
});
