// Two tickets side by side, as numbers: what each brings and gives up, how far they are apart, and what makes the difference.
import { type Beliefs, chanceBeats } from '../impact/believed.ts';
import { densityOf, type Difference, differenceOf, type Share, sourcesOf, spreadOf } from '../impact/compare.ts';
import { impactOf } from '../impact/impact.ts';
import { pricerOf } from '../impact/pricing.ts';
import { nested, type Outcome, perEffort } from '../impact/rank.ts';
import { type Estimate, roundShown } from '../impact/shown.ts';
import type { Worth } from '../impact/worth.ts';
import type { Basis } from './basis.ts';
import type { Weighed } from './overview.ts';

export interface Side {
  readonly piece: Weighed;
  readonly worth: Worth;
  /** Corrected, NSM units. */
  readonly net: Estimate;
  /** As typed. */
  readonly given: Estimate | undefined;
  /** Each effect's own gain, corrected, in the order of the piece's effects. */
  readonly parts: readonly Estimate[];
  readonly perPoint: number | undefined;
  /** It gives up something on one input for more on another: gains and losses by input, NSM units, or undefined. */
  readonly trade: { readonly gains: readonly Share[]; readonly losses: readonly Share[] } | undefined;
  /** That nothing moves, 0..1. */
  readonly still: number;
}

export interface Comparison {
  readonly sides: readonly [Side, Side];
  /** Of the first over the second, NSM units; more is better. */
  readonly difference: Difference;
  /** Inputs that make the difference, most telling first. */
  readonly sources: readonly Share[];
  /** Which brings more per point, where both have an effort: 0 or 1. */
  readonly perPoint: 0 | 1 | undefined;
}

const estimateOf = (outcomes: readonly Outcome[]): Estimate => {
  const { low, mean, high } = spreadOf(outcomes);
  return { p10: low, mean, p90: high };
};

/** An effect's outcomes in NSM units, by itself: its chance, and its spread in proportion. */
function partOf({ part, gain }: Worth['beliefs'][number], level: number): Estimate {
  const factor = part.mean === 0 || part.chance === 0 ? 0 : gain / (part.chance * part.mean * level);
  return estimateOf(
    nested([part]).map(({ weight, mean, variance }) => ({
      weight,
      mean: level * factor * mean,
      variance: (level * factor) ** 2 * variance,
    })),
  );
}

function sideOf(piece: Weighed, basis: Basis, level: number, good: number): Side | undefined {
  const { worth } = piece;
  if (!worth) return undefined;
  const terms = pricerOf(basis)(piece.effects);
  const gains = worth.beliefs.filter(({ gain }) => gain * good > 0);
  const losses = worth.beliefs.filter(({ gain }) => gain * good < 0);
  return {
    ...{ piece, worth },
    net: netOf(worth),
    given: terms && impactOf(terms),
    parts: worth.beliefs.map((belief) => partOf(belief, level)),
    perPoint: perEffort({ gain: worth.gain, effort: piece.effort }),
    trade: gains.length > 0 && losses.length > 0 ? { gains, losses } : undefined,
    still: worth.outcomes.at(-1)?.weight ?? 0,
  };
}

/** @returns undefined where one of the two has no worth to compare */
export function comparisonOf([a, b]: readonly [Weighed, Weighed], basis: Basis, beliefs: Beliefs): Comparison | undefined {
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const { level } = beliefs.learned;
  const sides = [sideOf(a, basis, level, good), sideOf(b, basis, level, good)] as const;
  const [first, second] = sides;
  if (!first || !second) return undefined;
  const better = ({ outcomes }: Worth): Outcome[] => outcomes.map((one) => ({ ...one, mean: good * one.mean }));
  const shares = (worth: Worth): Share[] => worth.beliefs.map(({ input, gain }) => ({ input, gain: good * gain }));
  const apart = differenceOf(better(first.worth), better(second.worth));
  const [x, y] = [first.perPoint, second.perPoint];
  return {
    sides: [first, second],
    // On one same input its doubtful worth is one doubt for both, and cancels.
    difference: { ...apart, chance: chanceBeats({ effects: a.effects }, { effects: b.effects }, beliefs) ?? apart.chance },
    sources: sourcesOf(shares(first.worth), shares(second.worth)),
    perPoint: x === undefined || y === undefined || x === y ? undefined : good * (x - y) > 0 ? 0 : 1,
  };
}

export interface Curves {
  readonly from: number;
  readonly to: number;
  /** Heights at even steps from `from` to `to`, the highest of both is 1. */
  readonly heights: readonly [readonly number[], readonly number[]];
}

/** Both densities on one scale, round everything but the farthest 1 in 200. @param steps how many intervals */
export function curvesOf([a, b]: Comparison['sides'], steps: number): Curves {
  const reach = [a, b].flatMap(({ worth }) =>
    worth.outcomes
      .filter(({ weight }) => weight > 0.005)
      .flatMap(({ mean, variance }) => [mean - 2.6 * Math.sqrt(variance), mean + 2.6 * Math.sqrt(variance)]),
  );
  const [from, to] = [Math.min(0, ...reach), Math.max(0, ...reach)];
  const at = Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps);
  const [one, other] = [densityOf(a.worth.outcomes, at), densityOf(b.worth.outcomes, at)];
  const highest = Math.max(...one, ...other) || 1;
  return { from, to, heights: [one.map((y) => y / highest), other.map((y) => y / highest)] };
}

/** P10, mean and P90 of the whole gain, corrected, NSM units. */
export const netOf = ({ outcomes }: Worth): Estimate => estimateOf(outcomes);

/** Rounded to a step they share, so that they can be compared as they are read. */
export function numbersOf(net: Estimate): { readonly mean: number; readonly low: number; readonly high: number } {
  const { p10, mean, p90 } = roundShown(net);
  return { mean, low: p10, high: p90 };
}
