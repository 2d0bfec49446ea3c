// Values as spreadsheets write them: by a decimal point or a decimal comma that was chosen, grouped, with the metric's
// own unit, in brackets where negative. What is no plain value (a formula, a fault of the spreadsheet) says so.
import { tidy } from '../impact/numeral.ts';
import type { Metric } from '../model/metric.ts';
import { readingFault } from '../model/reading-limits.ts';

export const DECIMAL_MARKS = ['point', 'comma'] as const;
export type DecimalMark = (typeof DECIMAL_MARKS)[number];
/** Whether 0.32 in a rate's column means 0.32 % or 32 %. */
export type Scale = 'percent' | 'fraction';

export type ValueFault = 'formula' | 'sheet-error' | 'percent' | 'not-a-number' | 'too-large' | 'outside';
export type ValueRead = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly why: ValueFault };

const NUMERALS: Readonly<Record<DecimalMark, RegExp>> = {
  point: /^(?=\.?\d)(?:\d+|[1-9]\d{0,2}([ ,'])\d{3}(?:\1\d{3})*)?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i,
  comma: /^(?=,?\d)(?:\d+|[1-9]\d{0,2}([ .'])\d{3}(?:\1\d{3})*)?(?:,\d*)?(?:e[+-]?\d{1,3})?$/i,
};
const LONGEST = 60;
const SHEET_ERROR = /^#(?:n\/a|div\/0!|ref!|value!|name\?|num!|null!|spill!|calc!|getting_data|error!|#+$)/i;

/** Unsigned digits by a decimal mark; `undefined` where they are no number by it. */
function numeral(digits: string, mark: DecimalMark): number | undefined {
  if (!NUMERALS[mark].test(digits)) return undefined;
  const [whole = '', fraction = ''] = digits.split(mark === 'point' ? '.' : ',');
  const [group, power = ''] = [mark === 'point' ? /[ ,']/g : /[ .']/g, digits.match(/e[+-]?\d+$/i)?.[0] ?? ''];
  return Number(`${whole.replace(/e.*$/i, '').replace(group, '')}.${fraction.replace(/e.*$/i, '')}${power}`);
}

interface Parts {
  readonly digits: string;
  readonly factor: 1 | -1;
  readonly percent: boolean;
}

/** A cell without sign, per cent and the metric's own unit. */
function partsOf(text: string, unit: string): Parts | undefined {
  if (text.length > LONGEST) return undefined;
  let plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
  const low = plain.toLowerCase();
  const own = unit.toLowerCase();
  if (own && low.endsWith(own)) plain = plain.slice(0, -own.length).trim();
  else if (own && low.startsWith(own)) plain = plain.slice(own.length).trim();
  const percent = plain.endsWith('%');
  if (percent) plain = plain.slice(0, -1).trim();
  // An accountant's minus.
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1];
  const [, sign = '', digits = ''] = /^([+-]?) ?(.+)$/.exec(bracketed ?? plain) ?? [];
  if (bracketed !== undefined && sign) return undefined;
  return { digits, percent, factor: sign === '-' || bracketed !== undefined ? -1 : 1 };
}

/** What a decimal mark makes of a text, whatever the metric; nothing where it is no number by it. */
export interface MarkReading {
  readonly mark: DecimalMark;
  readonly value: number;
}
export function readMarks(text: string, unit = ''): readonly MarkReading[] {
  const parts = partsOf(text, unit);
  if (!parts) return [];
  return DECIMAL_MARKS.flatMap((mark) => {
    const size = numeral(parts.digits, mark);
    return size === undefined ? [] : [{ mark, value: size * parts.factor + 0 }];
  });
}

/** Whether a rate's value carries its own per cent sign, so that no scale is in question. */
export const hasPercent = (text: string): boolean => text.trimEnd().endsWith('%');

const fail = (why: ValueFault): ValueRead => ({ ok: false, why });

/** The value a cell holds for a metric. @param text not empty */
export function readValue(text: string, mark: DecimalMark, metric: Pick<Metric, 'kind' | 'unit'>, scale: Scale = 'percent'): ValueRead {
  const start = text.trimStart();
  if (start.startsWith('=')) return fail('formula');
  if (SHEET_ERROR.test(start)) return fail('sheet-error');
  const parts = partsOf(text, metric.kind === 'rate' ? '' : metric.unit);
  const size = parts && numeral(parts.digits, mark);
  // `+A1*2` and `-SUM(B:B)` are formulas to a spreadsheet too.
  if (!parts || size === undefined) return fail(/^[+\-@].*[a-z]+[$\d(]/i.test(start) ? 'formula' : 'not-a-number');
  if (parts.percent && metric.kind !== 'rate') return fail('percent');
  const given = size * parts.factor + 0;
  const value = metric.kind === 'rate' && scale === 'fraction' && !parts.percent ? tidy(given * 100) : given;
  const wrong = readingFault(metric, value);
  return wrong ? fail(wrong) : { ok: true, value };
}
