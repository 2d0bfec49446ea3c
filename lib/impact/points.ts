// Fixed points instead of random draws, so that every browser and every reload shows the same three quantiles.
import { normalQuantile } from './normal.ts';

const COUNT = 1021;
/** 115^j mod 1021, one per dimension. */
const STEPS = [1, 115, 973, 606, 262, 521];

/** u in 0..1 of point i (-510..510) in dimension j (0..5). Source: Points, not random draws. */
export function pointAt(i: number, j: number): number {
  const c = (((i * (STEPS[j] ?? Number.NaN)) % COUNT) + COUNT) % COUNT;
  return 0.5 + (c > COUNT / 2 ? c - COUNT : c) / COUNT;
}

/** Made at first use, then kept: they are the same for every ticket. */
const scores: Float64Array[] = [];

/** Standard normal scores of all points in dimension j (0..5), in the order of the points. */
export function scoresIn(j: number): Float64Array {
  return (scores[j] ??= Float64Array.from({ length: COUNT }, (_, k) => normalQuantile(pointAt(k - (COUNT - 1) / 2, j))));
}

/** One of the nested cases: its probability, and its value at every point. */
export interface Case {
  readonly probability: number;
  readonly values: Float64Array;
}

/** The first of `count` indices that passes a test which, once passed, all later ones pass; `count` if none does. */
function first(count: number, passes: (index: number) => boolean): number {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (passes(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * Quantiles (levels in 0..1) of a mixture: every case gets all points, 0 gets the probability that is left.
 * A quantile is the smallest value whose cumulated weight reaches its level.
 */
export function pointQuantiles(cases: readonly Case[], levels: readonly number[]): number[] {
  const rest = cases.reduce((left, { probability }) => left - probability, 1);
  const lists = [{ probability: rest, values: Float64Array.of(0) }, ...cases].map(({ probability, values }) => ({
    weight: probability / values.length,
    sorted: values.toSorted(),
  }));
  const weightTo = (value: number): number =>
    lists.reduce((sum, { weight, sorted }) => sum + weight * first(sorted.length, (i) => (sorted[i] ?? 0) > value), 0);
  return levels.map((level) => {
    const reached = lists.map(({ sorted }) => sorted[first(sorted.length, (i) => weightTo(sorted[i] ?? 0) >= level - 1e-12)]);
    return Math.min(...reached.map((value) => value ?? Infinity));
  });
}
