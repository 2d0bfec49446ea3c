// How far an input moves: two half normals joined at the median, and a chance that nothing moves at all.
import type { Effect, Evidence } from '../model/tag.ts';
import { normalCdf, normalPdf, normalQuantile } from './normal.ts';
import type { Bounds } from './room.ts';

/** The numbers of an effect, without its input and words: P10, P50 if typed, P90, and the chance that it moves. */
export type Size = Omit<Effect, 'input' | 'text'>;

/** P90 of the standard normal: an 80 % interval reaches this many standard deviations either side. */
export const Z = 1.2815515655;

/** Half width of the range behind a single number, as a share of it. Source: Effect, "A single number". */
export const WIDTHS: Readonly<Record<Evidence, number>> = { opinion: 1, estimate: 0.75, market: 0.6, users: 0.45, test: 0.25 };

/** The range a single number stands for: x ∓ h|x|, sure to move. `x` must not be 0. */
export function fromSingle(x: number, evidence: Evidence = 'opinion'): Size {
  const half = WIDTHS[evidence] * Math.abs(x);
  return { low: x - half, high: x + half, chance: 1 };
}

/** Median and the standard deviations of the half normals below and above it. */
export function halves(size: Size): { readonly mid: number; readonly below: number; readonly above: number } {
  const mid = size.mid ?? (size.low + size.high) / 2;
  return { mid, below: (mid - size.low) / Z, above: (size.high - mid) / Z };
}

/** A change kept inside the room there is. */
export const within = (change: number, room: Bounds | undefined): number =>
  room ? Math.min(room.high, Math.max(room.low, change)) : change;

/** Mean and variance of the size *if it moves*, in the input's unit; draws outside `room` count as its ends. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  /** Share of the draws (0..1) that lie outside `room`; shown from 1 %. */
  readonly outside: number;
}

/** Closed forms. Source: Effect (mean, variance, Bounds). */
export function moments(size: Size, room?: Bounds): Moments {
  const { mid, below, above } = halves(size);
  if (!room) {
    const skew = above - below;
    const variance = (below ** 2 + above ** 2) / 2 - skew ** 2 / (2 * Math.PI);
    return { mean: mid + skew / Math.sqrt(2 * Math.PI), variance, outside: 0 };
  }
  // Standard scores of the ends. A half without width (its end is the median) gives 0/0 or an infinity: no mass to cut.
  const score = (end: number): number =>
    Math.max(-40, Math.min(40, (end - mid) / (end < mid ? below : above) || 0));
  const from = score(room.low);
  const to = score(room.high);
  const under = normalCdf(from);
  const over = 1 - normalCdf(to);
  let first = under * room.low + over * room.high;
  let second = under * room.low ** 2 + over * room.high ** 2;
  const add = (sd: number, a: number, b: number): void => {
    const mass = normalCdf(b) - normalCdf(a);
    const slope = normalPdf(a) - normalPdf(b);
    first += mid * mass + sd * slope;
    second += mid ** 2 * mass + 2 * mid * sd * slope + sd ** 2 * (mass + a * normalPdf(a) - b * normalPdf(b));
  };
  add(below, Math.min(from, 0), Math.min(to, 0));
  add(above, Math.max(from, 0), Math.max(to, 0));
  return { mean: first, variance: Math.max(0, second - first ** 2), outside: under + over };
}

/** The size, if it moves, at a standard normal score: the median at 0, about P90 at 1.28. */
export function sizeAt(size: Size, score: number): number {
  const { mid, below, above } = halves(size);
  return score === 0 ? mid : mid + (score < 0 ? below : above) * score;
}

/** Q(u): quantile of the size if it moves, 0 < u < 1. */
export const quantileIfMoved = (size: Size, u: number): number => sizeAt(size, normalQuantile(u));

/** Quantile of the whole distribution, the chance that nothing moves included, 0 < q < 1. Source: Effect, "With p". */
export function quantile(size: Size, q: number): number {
  const p = size.chance;
  if (p === 1) return quantileIfMoved(size, q);
  const { mid, below, above } = halves(size);
  const atZero = p * normalCdf((0 - mid) / (mid > 0 ? below : above) || 0);
  // A chance is no binary number: 0.1 - (1 - 0.9) must be nothing, not the quantile of a billionth of a billionth.
  if (q < atZero - 1e-12) return Math.min(0, quantileIfMoved(size, q / p));
  if (q <= atZero + 1 - p + 1e-12) return 0;
  return Math.max(0, quantileIfMoved(size, (q - 1 + p) / p));
}
