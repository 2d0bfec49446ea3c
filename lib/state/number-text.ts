// Numbers in form fields: written so that they are read back as the same, read as people write them.
import { numeral } from '../impact/numeral.ts';

export type NumberText =
  | { readonly ok: true; readonly value: number }
  /** `readings`: the two numbers the text can mean. */
  | { readonly ok: false; readonly readings?: readonly [number, number] };

/** `1.125` could be read as 1,125 where a point groups; a further digit leaves one reading. */
export const writeNumber = (value: number | undefined): string => {
  if (value === undefined) return '';
  const text = String(value);
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text;
};

/** @param text one number, not empty */
export function readNumber(text: string): NumberText {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
  const [, sign, digits] = /^([+-]?) ?([\d.,' ]*\d[.,]?)$/.exec(plain) ?? [];
  // The form a computer writes very large and very small numbers in.
  if (digits === undefined)
    return /^-?\d+(\.\d+)?e[+-]?\d+$/i.test(plain) && Number.isFinite(Number(plain)) ? { ok: true, value: Number(plain) } : { ok: false };
  const factor = sign === '-' ? -1 : 1;
  const size = numeral(digits, 'count');
  if (typeof size !== 'number') return { ok: false, readings: [size[0] * factor, size[1] * factor] };
  return Number.isNaN(size) ? { ok: false } : { ok: true, value: size * factor + 0 };
}

/** One number, or two with `to`, `bis`, `..` or a dash with spaces between: `45 to 75`. */
export function readRange(
  text: string,
): { readonly ok: true; readonly low: number; readonly high: number } | Extract<NumberText, { ok: false }> {
  const ends = text
    .trim()
    .split(/\s*(?:\.{2,3}|…|\b(?:to|bis)\b)\s*|\s+[-–—]\s+|(?<=\d)–(?=\d)/)
    .map(readNumber);
  const wrong = ends.find((end) => !end.ok);
  if (wrong && !wrong.ok) return wrong;
  const [low, high = low] = ends.flatMap((end) => (end.ok ? [end.value] : []));
  return low === undefined || high === undefined || ends.length > 2 ? { ok: false } : { ok: true, low, high };
}
