// Numbers as people write them: grouped, with a comma or a point, rounded to a decade.
import type { Metric } from '../model/metric.ts';

/** Nine decimals, so that 20.5 - 18.4 is 2.1 and not 2.1000000000000014. */
export const tidy = (value: number): number => Number(value.toFixed(9)) + 0;

/** Mantissa (1 <= m < 10) and power of ten of |value|. By text, because log10 is not exact in every browser. */
export function decade(value: number): readonly [mantissa: number, power: number] {
  const [mantissa, power] = Math.abs(value).toExponential(9).split('e');
  return [Number(mantissa), Number(power)];
}

/**
 * The value of unsigned digits with separators; NaN where they form no number. One rule:
 * of two kinds of mark the last is the decimal mark; a mark that repeats, a space and an apostrophe group thousands;
 * one comma or point alone is the decimal mark. Except where it could group: 1 to 3 digits before it (no leading zero)
 * and exactly 3 after, on anything but a rate. There a comma groups (`1,200` is 1200), and a point is either,
 * depending on where one grew up, so both readings come back and the caller asks.
 */
export function numeral(raw: string, kind: Metric['kind']): number | readonly [number, number] {
  const marks = raw.match(/[ .,']/g) ?? [];
  const last = marks.at(-1) ?? '';
  let decimal = /[.,]/.test(last) && marks.filter((mark) => mark === last).length === 1 ? last : undefined;
  if (decimal && kind !== 'rate' && /^[1-9]\d{0,2}.\d{3}$/.test(raw)) {
    if (decimal === '.') return [Number(raw), Number(raw.replace('.', ''))];
    decimal = undefined;
  }
  const [whole = '', fraction = ''] = decimal ? raw.split(decimal) : [raw];
  if (!/^(?:\d*|\d{1,3}([ .,'])\d{3}(?:\1\d{3})*)$/.test(whole)) return Number.NaN;
  return Number(`${whole.replace(/\D/g, '')}.${fraction}`);
}
