// Fixed points instead of random draws, so that every browser and every reload shows the same three quantiles.
import { normalQuantile } from './normal.ts';

const COUNT = 1021;
/** 115^j mod 1021, one per dimension. */
const STEPS = [1, 115, 973, 606, 262, 521];
/** Standard normal score of each remainder; filled at first use, the same for all dimensions. */
let scores: Float64Array | undefined;

/** u in 0..1 of point i (-510..510) in dimension j (0..5). Source: Points, not random draws. */
export function pointAt(i: number, j: number): number {
  const c = (((i * (STEPS[j] ?? Number.NaN)) % COUNT) + COUNT) % COUNT;
  return 0.5 + (c > COUNT / 2 ? c - COUNT : c) / COUNT;
}

/** One of the nested cases: its probability, and its value given a standard normal score for each dimension. */
export interface Case {
  readonly probability: number;
  readonly value: (score: (dimension: number) => number) => number;
}

/**
 * Quantiles (levels ascending, in 0..1) of a mixture: every case gets all points, 0 gets the probability that is left.
 * A quantile is the smallest value whose cumulated weight reaches its level.
 */
export function pointQuantiles(cases: readonly Case[], levels: readonly number[]): number[] {
  const table = (scores ??= Float64Array.from({ length: COUNT }, (_, i) => normalQuantile(pointAt(i, 0))));
  let point = 0;
  const score = (j: number): number => table[(point * (STEPS[j] ?? 0)) % COUNT] ?? Number.NaN;
  let rest = 1;
  const lists = cases.map(({ probability, value }) => {
    const values = new Float64Array(COUNT);
    for (point = 0; point < COUNT; point++) values[point] = value(score);
    rest -= probability;
    return { values: values.sort(), weight: probability / COUNT, at: 0 };
  });
  lists.push({ values: Float64Array.of(0), weight: rest, at: 0 });

  const head = (list: (typeof lists)[number]): number => list.values[list.at] ?? Infinity;
  const found: number[] = [];
  let reached = 0;
  while (found.length < levels.length) {
    const least = lists.reduce((a, b) => (head(b) < head(a) ? b : a));
    const value = head(least);
    if (value === Infinity) return levels.map((_, k) => found[k] ?? found.at(-1) ?? 0);
    least.at++;
    reached += least.weight;
    while (found.length < levels.length && reached >= (levels[found.length] ?? 2) - 1e-12) found.push(value);
  }
  return found;
}
