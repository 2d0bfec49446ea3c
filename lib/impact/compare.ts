// Two tickets beside each other: how far apart their gains are, how sure that is, and where it comes from.
import { normalCdf, normalPdf } from './normal.ts';
import { chanceAbove, type Outcome } from './rank.ts';

/** P10, mean and P90 of nested cases, in their unit. */
export interface Spread {
  readonly low: number;
  readonly mean: number;
  readonly high: number;
}

const below = ({ mean, variance }: Outcome, x: number): number =>
  variance === 0 ? Number(x >= mean) : normalCdf((x - mean) / Math.sqrt(variance));

/** Share of the cases at or below x. */
const share = (cases: readonly Outcome[], x: number): number => cases.reduce((sum, one) => sum + one.weight * below(one, x), 0);

/** The smallest value that the share of `level` lies at or below, to a billionth of the cases' extent. */
function quantileOf(cases: readonly Outcome[], level: number): number {
  const ends = cases
    .filter(({ weight }) => weight > 0)
    .flatMap(({ mean, variance }) => [mean - 9 * Math.sqrt(variance), mean + 9 * Math.sqrt(variance)]);
  let [from, to] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (share(cases, middle) >= level - 1e-12) to = middle;
    else from = middle;
  }
  // An atom at nothing is hit from above, and is nothing.
  return Math.abs(to) < 1e-9 * Math.max(1, ...ends.map(Math.abs)) ? 0 : to;
}

/** The 80 % interval and the mean of nested cases. */
export const spreadOf = (cases: readonly Outcome[]): Spread => ({
  low: quantileOf(cases, 0.1),
  mean: cases.reduce((sum, one) => sum + one.weight * one.mean, 0),
  high: quantileOf(cases, 0.9),
});

/** How much more A brings than B. */
export interface Difference extends Spread {
  /** P(A > B). */
  readonly chance: number;
}

/** @param a and `b` nested cases in one unit, more is better; the two move independently. Source: Rank, "P(A > B)". */
export function differenceOf(a: readonly Outcome[], b: readonly Outcome[]): Difference {
  const apart = a.flatMap((one) =>
    b.map(
      (other): Outcome => ({ weight: one.weight * other.weight, mean: one.mean - other.mean, variance: one.variance + other.variance }),
    ),
  );
  return { ...spreadOf(apart), chance: chanceAbove(a, b) };
}

/** Density of the cases in which something moves at each of `at`, per unit; what moves nothing is no density. */
export const densityOf = (cases: readonly Outcome[], at: readonly number[]): number[] =>
  at.map((x) =>
    cases.reduce(
      (sum, { weight, mean, variance }) =>
        variance > 0 && weight > 0 ? sum + (weight * normalPdf((x - mean) / Math.sqrt(variance))) / Math.sqrt(variance) : sum,
      0,
    ),
  );

/** A ticket's share of its gain that an input makes, NSM units. */
export interface Share {
  readonly input: string;
  readonly gain: number;
}

/** What each input makes of the difference, the most telling first: those that pull the way the whole goes, largest first. */
export function sourcesOf(a: readonly Share[], b: readonly Share[]): readonly Share[] {
  const by = new Map<string, number>();
  for (const { input, gain } of a) by.set(input, (by.get(input) ?? 0) + gain);
  for (const { input, gain } of b) by.set(input, (by.get(input) ?? 0) - gain);
  const whole = [...by.values()].reduce((x, y) => x + y, 0);
  const way = whole < 0 ? -1 : 1;
  return [...by].map(([input, gain]) => ({ input, gain })).toSorted((x, y) => way * (y.gain - x.gain));
}
