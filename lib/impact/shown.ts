// Numbers as they are shown: estimates rounded to one step, readings as measured, signs and spaces as typeset.
import type { Metric } from '../model/metric.ts';
import { inOrder, locale as spoken } from './locale.ts';
import { decade } from './numeral.ts';

const MINUS = '\u2212';
/** What stands where a number would be and is none: readings can lie farther apart than numbers go. */
const NO_NUMBER = '–';
/** Narrow no-break space: before % and units. */
const NARROW = '\u202f';

/** P10, mean and P90 of an estimate, in any unit. */
export interface Estimate {
  readonly p10: number;
  readonly mean: number;
  readonly p90: number;
}

/**
 * The three rounded to one step, 10^(floor(log10 max(|P10|, |P90|)) - 1), halves away from zero: never a lone point, never
 * false digits. A billionth of a step is forgiven, so that 2.4499999999 of one browser and 2.45 of another agree.
 * Source: Shown.
 */
export function roundShown(estimate: Estimate): Estimate {
  // No finer than a billionth, which is as far as numbers are shown.
  const power = Math.max(-8, decade(Math.max(Math.abs(estimate.p10), Math.abs(estimate.p90)))[1]);
  // Whole powers of ten, multiplied or divided, so that no dust is left behind the last digit.
  const large = 10 ** Math.max(0, power - 1);
  const small = 10 ** Math.max(0, 1 - power);
  const round = (value: number): number =>
    ((Math.sign(value) * Math.floor((Math.abs(value) / large) * small + 0.5 + 1e-9)) / small) * large + 0;
  return { p10: round(estimate.p10), mean: round(estimate.mean), p90: round(estimate.p90) };
}

/** One formatter per locale: making one costs more than a hundred uses of it. */
const formatters = new Map<string | undefined, Intl.NumberFormat>();

function format(magnitude: number, locale: string | undefined = spoken()): string {
  if (!Number.isFinite(magnitude)) return NO_NUMBER;
  let formatter = formatters.get(locale);
  if (!formatter) formatters.set(locale, (formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: 9 })));
  return formatter.format(magnitude);
}

const unitOf = (metric: Pick<Metric, 'kind' | 'unit'>): string => (metric.kind === 'rate' ? 'pp' : metric.unit);
const withUnit = (number: string, unit: string): string => (unit ? inOrder(`${number}${NARROW}${unit}`) : number);
const signed = (sign: string, magnitude: string): string => (sign ? inOrder(sign + magnitude) : magnitude);

const signOf = (value: number, gain: '' | '+'): string => (!Number.isFinite(value) || value === 0 ? '' : value < 0 ? MINUS : gain);

/** A number as it is, with digits and grouping of `locale` (that of the words by default) and U+2212 for minus. */
export const formatNumber = (value: number, locale?: string): string => signed(signOf(value, ''), format(Math.abs(value), locale));

/** The same with a plus on every gain; zero has no sign. */
export const formatSigned = (value: number, locale?: string): string => signed(signOf(value, '+'), format(Math.abs(value), locale));

/** A reading exactly as measured: `6,840`, `18.4`, `32 %`. */
export const formatReading = (metric: Pick<Metric, 'kind'>, value: number, locale?: string): string =>
  withUnit(formatNumber(value, locale), metric.kind === 'rate' ? '%' : '');

/** A signed change with its unit: `+5 pp`, `−300 teams`. */
export const formatChange = (metric: Pick<Metric, 'kind' | 'unit'>, value: number, locale?: string): string =>
  withUnit(formatSigned(value, locale), unitOf(metric));

/** How far it is, without a sign: `4 pp`, `2.1 events`. Dust of a subtraction is not shown. */
export const formatGap = (metric: Pick<Metric, 'kind' | 'unit'>, gap: number, locale?: string): string =>
  withUnit(format(Math.abs(gap), locale), unitOf(metric));

/** A chance (0..1) in whole per cent; what is not certain is never shown as 0 or 100: `70 %`, `<1 %`, `>99 %`. */
export function formatChance(chance: number, locale?: string): string {
  const percent = chance * 100;
  if (percent > 0 && percent < 1) return `<${withUnit(format(1, locale), '%')}`;
  if (percent > 99 && percent < 100) return `>${withUnit(format(99, locale), '%')}`;
  return withUnit(format(Math.round(percent), locale), '%');
}

/** A correlation with two digits, so that several of them line up: `0.30`, `−0.52`. */
export const formatCorrelation = (r: number, locale = spoken()): string => {
  const digits = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(Math.abs(r));
  return signed(r < 0 && Math.abs(r) >= 0.005 ? MINUS : '', digits);
};

/** Days since a reading: `11 d`. */
export const formatAge = (days: number, locale?: string): string => withUnit(format(days, locale), 'd');
