// What somebody types as a reading: taken as meant, or refused with the reason.
import { describe, expect, it } from 'vitest';
import { dateProblem, parseReading } from '../../components/status/reading.ts';
import { plain } from './popup-words.ts';

const rate = { kind: 'rate', unit: '' } as const;
const count = { kind: 'count', unit: 'teams' } as const;

describe('parseReading', () => {
  it.each([
    ['35.1', rate, 35.1],
    ['35,1', rate, 35.1],
    [' 35,1 % ', rate, 35.1],
    ['.5', rate, 0.5],
    ['0', rate, 0],
    ['100', rate, 100],
    ['6,840', count, 6840],
    ['6 840', count, 6840],
    ['6\u202f840 teams', count, 6840],
    ["1'234'567", count, 1_234_567],
    ['-12.5', count, -12.5],
    ['\u221212,5', count, -12.5],
    ['+7', count, 7],
  ])('takes %j', (text, metric, value) => {
    expect(parseReading(text, metric)).toEqual({ ok: true, value });
  });

  it.each([
    ['', rate, 'Type the value first.'],
    ['  ', rate, 'Type the value first.'],
    ['abc', rate, '“abc” is not a number.'],
    ['12 34', count, '“12 34” is not a number.'],
    ['1e5', count, '“1e5” is not a number.'],
    ['35 teams', rate, '“35 teams” is not a number.'],
    ['35 %', count, '“35 %” is not a number.'],
    ['--5', count, '“--5” is not a number.'],
    ['100.1', rate, 'A rate lies between 0 and 100 %; this says 100.1.'],
    ['-1', rate, 'A rate lies between 0 and 100 %; this says \u22121.'],
    ['6.840', count, 'This can mean 6.84 or 6,840. Write it without the mark between the thousands.'],
    ['9999999999999999', count, 'The number is too large.'],
  ])('refuses %j and says why', (text, metric, problem) => {
    const typed = parseReading(text, metric);
    expect(typed.ok ? typed : { ...typed, problem: plain(typed.problem) }).toEqual({ ok: false, problem });
  });
});

describe('dateProblem', () => {
  it('takes today and the past, and refuses what has not come', () => {
    expect(dateProblem('2026-11-22', '2026-11-22')).toBeUndefined();
    expect(dateProblem('2019-01-01', '2026-11-22')).toBeUndefined();
    expect(dateProblem('2026-11-23', '2026-11-22')).toBe('Nov 23 has not come yet.');
    expect(dateProblem('', '2026-11-22')).toBe('Choose the day the value speaks up to.');
  });
});
