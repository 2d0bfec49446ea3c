// The time an answer was given, out of a table of ours: as it was written, or as a spreadsheet made it its own.

const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?Z?)?$/;
const SHEETS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2}),?\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?m\.?)?$/i;
/** Days since 30 Dec 1899. */
const SERIAL = /^\d{5}(?:[.,]\d+)?$/;
const SERIAL_1970 = 25_569;
const DAY_MS = 86_400_000;

/** Whether a column's days come first or its months; `undefined` where none of its cells tells. */
export function timeForm(cells: readonly string[]): 'dmy' | 'mdy' | undefined {
  let found: 'dmy' | 'mdy' | undefined;
  for (const cell of cells) {
    const [, first = '', sign, second = ''] = SHEETS.exec(cell) ?? [];
    const one = sign === '.' || Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : undefined;
    // Two that contradict each other are no form.
    if (one && found && one !== found) return undefined;
    found ??= one;
  }
  return found;
}

function instant(year: number, month: number, day: number, [hour, minute, second]: readonly number[]): string | undefined {
  const ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(ms);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && (hour ?? 0) < 24 && (minute ?? 0) < 60 && (second ?? 0) < 60 ? date.toISOString() : undefined;
}

/** ISO time, to the second; `undefined` for what is none, or could be two. @param form as the column tells */
export function timeIn(text: string, form: 'dmy' | 'mdy' | undefined): string | undefined {
  const iso = ISO.exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (iso) return instant(iso[0] ?? 0, iso[1] ?? 0, iso[2] ?? 0, iso.slice(3));
  if (SERIAL.test(text)) {
    const ms = Math.round(((Number(text.replace(',', '.')) - SERIAL_1970) * DAY_MS) / 1000) * 1000;
    return new Date(ms).toISOString();
  }
  const sheet = SHEETS.exec(text);
  if (!sheet || !form) return undefined;
  const [, first, , second, years = '', hours, minutes, seconds = 0, half] = sheet;
  const [day, month] = form === 'dmy' ? [first, second] : [second, first];
  // Noon and midnight are 12.
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const year = Number(years) + (years.length === 2 ? 2000 : 0);
  return instant(year, Number(month), Number(day), [hour, Number(minutes), Number(seconds)]);
}
