// Days as spreadsheets and people write them. Nothing is guessed here: a text is read in a form that was chosen, and what
// `03/04/2026` means depends on it.

export const DAY_FORMS = ['iso', 'dmy', 'mdy', 'named', 'week', 'month', 'serial'] as const;
/**
 * `iso` 2026-11-22, 2026/11/22, 20261122; `dmy` 22.11.2026, 22/11/26; `mdy` 11/22/2026; `named` 22 Nov 2026, Nov 22, 2026;
 * `week` 2026-W47, W47 2026: its Sunday; `month` 2026-11, Nov 2026: its last day; `serial` 46348: days since 30 Dec 1899.
 */
export type DayForm = (typeof DAY_FORMS)[number];

/** An ISO day; or that the text is of the form and names no day there is; or that it is of another form. */
export type DayRead = string | 'no-such-day' | undefined;

export const FIRST_DAY = '1970-01-01';

const DAY_MS = 86_400_000;
/** 1970-01-01 as a spreadsheet's serial number. */
const SERIAL_1970 = 25_569;
/** Two-digit years from here on are of the last century. */
const CENTURY = 70;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A clock time behind the day says nothing about which day it is. */
const TIME = /(?:T|,? )\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?$/i;

function dayOf(year: number, month: number, day: number): DayRead {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 ? iso(ms) : 'no-such-day';
}

function yearOf(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < CENTURY ? 2000 : 1900);
}

/** From three letters on, as long as it begins a month's name: Nov, Sept, November. */
function monthOf(name: string): number {
  const low = name.toLowerCase().replace(/\.$/, '');
  return low.length < 3 ? 0 : MONTHS.findIndex((month) => month.startsWith(low)) + 1;
}

const lastOfMonth = (year: number, month: number): DayRead =>
  month >= 1 && month <= 12 && year >= 1000 ? iso(Date.UTC(year, month, 0)) : 'no-such-day';

/** A day of an ISO week, the Sunday where none is named. The week with 4 January in it is the first. */
function weekDay(year: number, week: number, day: number): DayRead {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const start = monday + (week - 1) * 7 * DAY_MS;
  // A week belongs to the year its Thursday is in: week 53 is not in every year.
  const real = week >= 1 && year >= 1000 && new Date(start + 3 * DAY_MS).getUTCFullYear() === year;
  return real ? iso(start + (day - 1) * DAY_MS) : 'no-such-day';
}

const PARTED = /^(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{2})$/;

const READ: Readonly<Record<DayForm, (text: string) => DayRead>> = {
  iso: (text) => {
    const [, year, , month, day] = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(text) ?? [];
    return year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
  },
  dmy: (text) => {
    const [, day, , month, year] = PARTED.exec(text) ?? [];
    return year === undefined ? undefined : dayOf(yearOf(year), Number(month), Number(day));
  },
  mdy: (text) => {
    const [, month, mark, day, year] = PARTED.exec(text) ?? [];
    // Where points part them, the day comes first everywhere.
    return year === undefined || mark === '.' ? undefined : dayOf(yearOf(year), Number(month), Number(day));
  },
  named: (text) => {
    const [, day, name, year] = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]+\.?),?[ -](\d{4}|\d{2})$/i.exec(text) ?? [];
    if (year !== undefined) return monthOf(name ?? '') ? dayOf(yearOf(year), monthOf(name ?? ''), Number(day)) : undefined;
    const [, first, second, third] = /^([a-z]+\.?) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text) ?? [];
    return third !== undefined && monthOf(first ?? '') ? dayOf(Number(third), monthOf(first ?? ''), Number(second)) : undefined;
  },
  week: (text) => {
    const [, year, week, day] = /^(\d{4})[- ]?K?W[- ]?(\d{1,2})(?:-([1-7]))?$/i.exec(text) ?? [];
    if (year !== undefined) return weekDay(Number(year), Number(week), Number(day ?? 7));
    const [, number, of] = /^K?W ?(\d{1,2})[ /.-]+(\d{4})$/i.exec(text) ?? [];
    return of === undefined ? undefined : weekDay(Number(of), Number(number), 7);
  },
  month: (text) => {
    const [, year, month] = /^(\d{4})[-/](\d{1,2})$/.exec(text) ?? [];
    if (year !== undefined) return lastOfMonth(Number(year), Number(month));
    const [, number, of] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    if (of !== undefined) return lastOfMonth(Number(of), Number(number));
    const [, name, after] = /^([a-z]+\.?)[ -](\d{4})$/i.exec(text) ?? [];
    return after !== undefined && monthOf(name ?? '') ? lastOfMonth(Number(after), monthOf(name ?? '')) : undefined;
  },
  serial: (text) => (/^[1-9]\d{4}(?:[.,]\d+)?$/.test(text) ? iso((Number.parseInt(text, 10) - SERIAL_1970) * DAY_MS) : undefined),
};

const LONGEST = 60;

/** Spaces made alike, and the time of day taken off. */
function bare(text: string): string {
  if (text.length > LONGEST) return '';
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(TIME, '');
}

/** The day a text names when read in one form. */
export const readDay = (text: string, form: DayForm): DayRead => READ[form](bare(text));

/** The forms in which a text names a day there is, each with that day. */
export function readDays(text: string): readonly (readonly [form: DayForm, day: string])[] {
  const plain = bare(text);
  return DAY_FORMS.flatMap((form): (readonly [DayForm, string])[] => {
    const day = READ[form](plain);
    return day === undefined || day === 'no-such-day' ? [] : [[form, day]];
  });
}

/** Whether a text looks like a day in some form, also one that does not exist. */
export const looksLikeDay = (text: string): boolean => DAY_FORMS.some((form) => READ[form](bare(text)) !== undefined);

/** What a written day stands for: itself, or the week or month that begins with it. */
export type Span = 'day' | 'week' | 'month';

/** The last day of what an ISO day stands for: a reading is dated by the last day it speaks of. */
export function lastDayOf(day: string, span: Span): string {
  if (span === 'day') return day;
  if (span === 'week') return iso(Date.parse(day) + 6 * DAY_MS);
  return iso(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0));
}
