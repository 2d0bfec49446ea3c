// How far an input moves: two half normals joined at the median, and a chance that nothing moves at all.
import type { Effect, Evidence } from '../model/tag.ts';
import { normalCdf, normalPdf, normalQuantile } from './normal.ts';
import type { Bounds } from './room.ts';

/** The numbers of an effect, without its input and words: P10, P50 if typed, P90, and the chance that it moves. */
export type Size = Omit<Effect, 'input' | 'text'>;

/** P90 of the standard normal: an 80 % interval reaches this many standard deviations either side. */
export const Z = 1.2815515655;

/** Half width of the range behind a single number, as a share of it. Source: Effect, "A single number". */
export const WIDTHS: Readonly<Record<Evidence, number>> = {
  opinion: 1,
  estimate: 0.75,
  market: 0.6,
  users: 0.45,
  test: 0.25,
};

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

/** Closed forms, about the median so that a small spread far from zero keeps its digits. Source: Effect (mean, variance, Bounds). */
export function moments(size: Size, room: Bounds = { low: -Infinity, high: Infinity }): Moments {
  const { mid, below, above } = halves(size);
  // Standard scores of the ends; beyond a median whose half has no width there is nothing.
  const score = (end: number, beyond: number, none: number): number => {
    if (end === mid) return beyond > 0 ? 0 : none;
    return Math.max(-40, Math.min(40, (end - mid) / (end < mid ? below : above)));
  };
  const from = score(room.low, below, -40);
  const to = score(room.high, above, 40);
  let first = 0;
  let second = 0;
  let outside = 0;
  const cut = (end: number, mass: number): void => {
    if (mass === 0) return;
    outside += mass;
    first += mass * (end - mid);
    second += mass * (end - mid) ** 2;
  };
  const keep = (sd: number, a: number, b: number): void => {
    first += sd * (normalPdf(a) - normalPdf(b));
    second += sd ** 2 * (normalCdf(b) - normalCdf(a) + a * normalPdf(a) - b * normalPdf(b));
  };
  cut(room.low, normalCdf(from));
  keep(below, Math.min(from, 0), Math.min(to, 0));
  keep(above, Math.max(from, 0), Math.max(to, 0));
  cut(room.high, 1 - normalCdf(to));
  return { mean: mid + first, variance: Math.max(0, second - first ** 2), outside };
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
