// Days as they are written, in each form.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_FORMS, type DayForm, lastDayOf, looksLikeDay, readDay, readDays, type Span } from '../../lib/formats/day-text.ts';

describe('a day', () => {
  it.each<[text: string, forms: Partial<Record<DayForm, string>>]>([
    ['2026-11-22', { iso: '2026-11-22' }],
    ['2026/11/2', { iso: '2026-11-02' }],
    ['2026.11.22', { iso: '2026-11-22' }],
    ['20261122', { iso: '2026-11-22' }],
    ['2026-11-22T23:59:59.999Z', { iso: '2026-11-22' }],
    ['2026-11-22 14:05', { iso: '2026-11-22' }],
    ['2026-11-22 14:05:00 +0100', { iso: '2026-11-22' }],
    ['11/22/2026 2:05 PM', { mdy: '2026-11-22' }],
    ['22.11.2026', { dmy: '2026-11-22' }],
    ['3.4.26', { dmy: '2026-04-03' }],
    ['03/04/2026', { dmy: '2026-04-03', mdy: '2026-03-04' }],
    ['03-04-2026', { dmy: '2026-04-03', mdy: '2026-03-04' }],
    ['22/11/2026', { dmy: '2026-11-22' }],
    ['11/22/26', { mdy: '2026-11-22' }],
    ['1/1/70', { dmy: '1970-01-01', mdy: '1970-01-01' }],
    ['1/1/69', { dmy: '2069-01-01', mdy: '2069-01-01' }],
    ['22 Nov 2026', { named: '2026-11-22' }],
    ['22. November 2026', { named: '2026-11-22' }],
    ['22-Nov-26', { named: '2026-11-22' }],
    ['Nov 22, 2026', { named: '2026-11-22' }],
    ['Sept 1st, 2026', { named: '2026-09-01' }],
    ['2026-W47', { week: '2026-11-22' }],
    ['2026W47', { week: '2026-11-22' }],
    ['2026-W47-3', { week: '2026-11-18' }],
    ['KW 47/2026', { week: '2026-11-22' }],
    ['W1 2026', { week: '2026-01-04' }],
    ['2026-W53', { week: '2027-01-03' }],
    ['2020-W53', { week: '2021-01-03' }],
    ['2026-11', { month: '2026-11-30' }],
    ['02/2024', { month: '2024-02-29' }],
    ['Nov 2026', { month: '2026-11-30' }],
    ['46348', { serial: '2026-11-22' }],
    ['46348.75', { serial: '2026-11-22' }],
    ['25569', { serial: '1970-01-01' }],
    ['　２０２６-１１-２２ ', { iso: '2026-11-22' }],
  ])('%j', (text, forms) => expect(Object.fromEntries(readDays(text))).toEqual(forms));

  it.each([
    '',
    ' ',
    '22',
    '2026',
    '6,840',
    '32 %',
    '1.234',
    '0',
    'Nov',
    'Nov-26',
    '22 Nob 2026',
    '2026-11-22-1',
    '1/2/3/4',
    'tomorrow',
    '__proto__',
    '2026-13-01',
    '2026-02-30',
    '31.04.2026',
    '2025-W53',
    '2026-W00',
    '0000-01-01',
    '00/00/2026',
    '=TODAY()',
  ])('is none: %j', (text) => expect(readDays(text)).toEqual([]));

  it('is known as one that does not exist', () => {
    expect(readDay('2026-02-30', 'iso')).toBe('no-such-day');
    expect(looksLikeDay('2026-02-30')).toBe(true);
    expect(looksLikeDay('tomorrow')).toBe(false);
  });

  it('reads back every day there is, in every form that has one', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2173-10-13'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (iso) => {
        const [y = '', m = '', d = ''] = iso.split('-');
        const at = new Date(iso);
        const named = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
        expect(readDay(`${d}.${m}.${y}`, 'dmy')).toBe(iso);
        expect(readDay(`${Number(m)}/${Number(d)}/${y}`, 'mdy')).toBe(iso);
        expect(readDay(named, 'named')).toBe(iso);
        expect(readDay(String(at.getTime() / 86_400_000 + 25_569), 'serial')).toBe(iso);
      }),
    );
  });

  it('of a week is its Sunday, and each week of a year is another', () => {
    for (const year of [2015, 2020, 2024, 2025, 2026]) {
      const sundays = Array.from({ length: 53 }, (_, i) => readDay(`${year}-W${i + 1}`, 'week')).filter((day) => day !== 'no-such-day');
      expect(new Set(sundays).size).toBe(sundays.length);
      for (const day of sundays) expect(new Date(String(day)).getUTCDay()).toBe(0);
    }
  });

  it('never throws, whatever the text', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789./-WKTwnov :Z,') }));
    fc.assert(
      fc.property(text, (any) => {
        for (const form of DAY_FORMS) {
          const day = readDay(any, form);
          if (day !== undefined && day !== 'no-such-day') expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[day: string, span: Span, last: string]>([
    ['2026-11-16', 'day', '2026-11-16'],
    ['2026-11-16', 'week', '2026-11-22'],
    ['2026-12-28', 'week', '2027-01-03'],
    ['2024-02-01', 'month', '2024-02-29'],
    ['2026-12-15', 'month', '2026-12-31'],
  ])('%s as the first of its %s ends on %s', (day, span, last) => expect(lastDayOf(day, span)).toBe(last));
});
