// Three sizes to pick instead of typing: 2-6, 6-18 and 18-54 % of the gap, so that they meet without overlap.
import { decade, tidy } from './numeral.ts';
import { gapOf, type Subject } from './room.ts';

/** A range in the input's unit (pp for a rate) and the text that means it in the box "By how much?". */
export interface QuickSize {
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

/** A step of 1, 2 or 5 times a power of ten, at most 1.25 times the smallest edge: the edges stay apart, 0 stays out. */
function niceStep(edge: number): number {
  const [mantissa, power] = decade(edge * 1.25);
  return Number(`${mantissa >= 5 ? 5 : mantissa >= 2 ? 2 : 1}e${power}`);
}

/**
 * Small, medium and large, towards the target (so negative where the target lies below the reading).
 * Undefined without a gap to take shares of. Source: Effect, Quick sizes.
 */
export function quickSizes(subject: Subject): readonly [QuickSize, QuickSize, QuickSize] | undefined {
  const gap = gapOf(subject);
  if (gap === undefined || Math.abs(gap) < 1e-6 || Math.abs(gap) > 1e12) return undefined;
  const step = niceStep(gap * 0.02);
  const edge = (share: number): number => tidy(Math.round((gap * share) / step) * step);
  const unit = subject.kind === 'rate' ? 'pp' : '';
  const size = (near: number, far: number): QuickSize =>
    gap < 0 ? { low: far, high: near, text: `${far}..${near}${unit}` } : { low: near, high: far, text: `+${near}..${far}${unit}` };
  const [a, b, c, d] = [edge(0.02), edge(0.06), edge(0.18), edge(0.54)];
  return [size(a, b), size(b, c), size(c, d)];
}
