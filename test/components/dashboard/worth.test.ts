// What the framework's picture is worked from.
import { describe, expect, it } from 'vitest';
import { atTargets, currentBy, worthsOf } from '../../../components/framework/worth.ts';
import { metric } from '../../impact/delivery.ts';

const to = (value: number) => ({ target: { value, date: '2027-02-20' } });
const challenges = metric('challenges', { kind: 'rate', ...to(20) });
const streaks = metric('streaks', {
  kind: 'rate',
  sensitivity: { low: 30, high: 50 },
  baseline: { value: 45, date: '2026-11-01' },
  ...to(50),
});
const inputs = [challenges, streaks];
const multipliers = [{ from: 'challenges', to: 'streaks', factor: 3.2 }];

describe('what is current', () => {
  it('is the newest reading that is not of a day to come', () => {
    const on = (date: string, value: number) => ({ date, value });
    const readings = new Map([
      ['challenges', [on('2026-11-15', 14), on('2026-11-22', 15), on('2026-11-29', 99)]],
      ['streaks', [on('2026-11-23', 60)]],
    ]);
    expect(currentBy(readings, '2026-11-22')).toEqual(new Map([['challenges', 15]]));
  });
});

describe('what targets are worth', () => {
  const current = new Map([['challenges', 15]]);

  it('counts for the width of an edge what an input moves on its way, from the baseline where nothing was read', () => {
    expect(worthsOf({ inputs, current, multipliers })).toEqual(
      new Map([
        ['challenges', 640],
        ['streaks', 200],
      ]),
    );
  });

  it('counts each input once where all are at their targets: what moves another is in that one’s target', () => {
    const star = metric('star', { role: 'north-star', baseline: { value: 1000, date: '2026-11-01' } });
    expect(atTargets(star, inputs, current)).toEqual({ value: 1200, inputs: 1 });
  });
});
