import { expect, it } from 'vitest';
import { needleAngle, VERDICT_ANGLES } from '../../lib/impact/needle.ts';
import type { Subject } from '../../lib/impact/room.ts';

// 608 teams are left to the target, so a quarter is 152.
const teams: Subject = {
  kind: 'count',
  unit: 'teams',
  direction: 'up',
  current: 6840,
  target: { value: 7448, date: '2027-02-20' },
};

it('points north at a quarter of the gap or more, east at nothing, south at as large a loss', () => {
  expect(needleAngle(152, teams)).toBe(0);
  expect(needleAngle(1000, teams)).toBe(0);
  expect(needleAngle(76, teams)).toBe(45);
  expect(needleAngle(0, teams)).toBe(90);
  expect(needleAngle(-76, teams)).toBe(135);
  expect(needleAngle(-1000, teams)).toBe(180);
});

it('takes less for a gain where less is good', () => {
  const days: Subject = {
    kind: 'count',
    unit: 'days',
    direction: 'down',
    current: 40,
    target: { value: 24, date: '2027-02-20' },
  };
  expect(needleAngle(-4, days)).toBe(0);
  expect(needleAngle(2, days)).toBe(135);
});

it('measures by a sixteenth of the reading without a target, and by the side alone without a reading', () => {
  const { target: _, ...open } = teams;
  expect(needleAngle(6840 / 16, open)).toBe(0);
  expect(needleAngle(6840 / 32, open)).toBe(45);
  const unread: Subject = { ...open, current: undefined };
  expect([needleAngle(5, unread), needleAngle(0, unread), needleAngle(-5, unread)]).toEqual([45, 90, 135]);
  expect(needleAngle(-5, { ...unread, direction: 'down' })).toBe(45);
});

it('has an angle for each word that is known', () => {
  expect(VERDICT_ANGLES).toEqual({ winning: 0, close: 45, losing: 135 });
});
