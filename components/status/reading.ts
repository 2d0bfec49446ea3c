// What was typed as a reading, as a value; or what is wrong with it, so that the next try is right.
import { numeral } from '../../lib/impact/numeral.ts';
import { formatNumber } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';

export type Typed = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly problem: string };

const LARGEST = 1e15;
const fail = (problem: string): Typed => ({ ok: false, problem });

/**
 * The value a text means for a metric: a decimal comma or point, grouped thousands, a sign, and the metric's own unit
 * after it. Never guesses: what has two readings is asked about.
 */
export function parseReading(text: string, metric: Pick<Metric, 'kind' | 'unit'>): Typed {
  const [, sign = '', digits = '', unit = ''] = /^\s*([+\u2212-]?)\s*([\d.,'\s\u00a0\u202f]*\d[.,]?|[.,]\d+)\s*(.*?)\s*$/.exec(text) ?? [];
  if (text.trim() === '') return fail(say('statusLogEmpty'));
  const own = metric.kind === 'rate' ? '%' : metric.unit;
  if (digits === '' || (unit !== '' && unit.toLowerCase() !== own.toLowerCase())) return fail(say('statusLogNotANumber', text.trim()));
  const size = numeral(digits.replace(/[\s\u00a0\u202f]/g, ' ').trim(), metric.kind);
  if (typeof size === 'object') return fail(say('statusLogAmbiguous', ...size.map((one) => formatNumber(one))));
  const value = /[\u2212-]/.test(sign) ? -size : size;
  if (Number.isNaN(value)) return fail(say('statusLogNotANumber', text.trim()));
  if (Math.abs(value) > LARGEST) return fail(say('statusLogTooLarge'));
  if (metric.kind === 'rate' && (value < 0 || value > 100)) return fail(say('statusLogOutside', formatNumber(value)));
  return { ok: true, value: value + 0 };
}

/** What is wrong with the day; `undefined` when nothing is. @param date what a date field gives: an ISO day, or nothing */
export function dateProblem(date: string, today: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return say('statusLogNoDate');
  if (date > today) return say('statusLogFuture', formatDay(date, today));
  return undefined;
}
