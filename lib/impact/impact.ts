// An answer's effects, carried to the North Star Metric: f(x + effects) - f(x), in its units.
// f is a sum here, every input weighed by its sensitivity; mapping.ts makes the same of a formula and of multipliers.
import type { Metric, Sensitivity } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { halves, moments, quantile, type Size, within, Z } from './effect.ts';
import { beginDrawing, COUNT, lend, pointQuantiles, scoresIn } from './points.ts';
import type { Outcome } from './rank.ts';
import { type Bounds, roomOf } from './room.ts';

/** One effect, what a unit of its input is worth in NSM units, and how far the input can go. */
export interface Term {
  readonly size: Size;
  readonly sensitivity: Sensitivity;
  readonly room?: Bounds | undefined;
}

/**
 * What effects do to the NSM, for any f. A set of effects is a bit mask: bit j for the j-th of `chances`. All in NSM
 * units, given that exactly the effects of the set move.
 */
export interface Gains {
  /** That each effect moves its input at all, in framework order. */
  readonly chances: readonly number[];
  readonly mean: (set: number) => number;
  readonly variance: (set: number) => number;
  /**
   * The gains of several sets at every point; dimension j is the j-th effect, then come the sensitivities. The arrays are
   * lent (`beginDrawing`).
   */
  readonly points: (sets: readonly number[]) => readonly Float64Array[];
  /** Each effect's share of the whole mean, at these chances. */
  readonly parts: (chances: readonly number[]) => readonly number[];
  /** The one effect there is, where one number weighs it: its quantiles are exact. */
  readonly only?: Term;
}

/** Effects made ready: terms of a sum, or what knows more of f. */
export type Terms = readonly Term[] | Gains;

/** A change of the NSM's level, in NSM units, the chance that nothing moves included. */
export interface Impact {
  readonly mean: number;
  readonly variance: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** That anything moves at all. */
  readonly chance: number;
  /** Each effect's share of the mean, in the order given; they add up to it. In a sum each one's own mean. */
  readonly parts: readonly number[];
}

/** A sensitivity is a normal through its P10 and P90; a point has no spread. */
export const worth = ({ low, high }: Sensitivity): { readonly mean: number; readonly sd: number } => ({
  mean: (low + high) / 2,
  sd: (high - low) / (2 * Z),
});

/**
 * Terms in framework order (it fixes the dimensions). `unpriced` are the inputs without a sensitivity, or unknown to the
 * framework; they have no term, and an impact without them is not the answer's.
 */
export function termsOf(
  effects: readonly Omit<Effect, 'text'>[],
  metrics: readonly Metric[],
  current: (id: string) => number | undefined,
): { readonly terms: readonly Term[]; readonly unpriced: readonly string[] } {
  const terms = metrics.flatMap((metric): Term[] => {
    const { id, sensitivity } = metric;
    if (!sensitivity) return [];
    const room = roomOf({ ...metric, current: current(id) });
    return effects.filter(({ input }) => input === id).map((size) => ({ size, sensitivity, room }));
  });
  const priced = (input: string): boolean => metrics.some(({ id, sensitivity }) => id === input && sensitivity !== undefined);
  return { terms, unpriced: effects.map(({ input }) => input).filter((input) => !priced(input)) };
}

/** The change of an input, kept within its room, at every point of dimension j, in an array that is lent. */
export function changesAt(size: Size, room: Bounds | undefined, j: number): Float64Array {
  const { mid, below, above } = halves(size);
  const { low, high } = room ?? { low: -Infinity, high: Infinity };
  const scores = scoresIn(j);
  const changes = lend();
  for (let i = 0, count = COUNT; i < count; i++) {
    const score = scores[i] ?? 0;
    const change = mid + (score < 0 ? below : above) * score;
    changes[i] = change < low ? low : change > high ? high : change;
  }
  return changes;
}

// Loops of their own: inside of others they are several times slower.
function weigh(changes: Float64Array, { mean, sd }: { mean: number; sd: number }, scores: Float64Array): void {
  for (let i = 0, count = changes.length; i < count; i++) changes[i] = (changes[i] ?? 0) * (mean + sd * (scores[i] ?? 0));
}
function add(sum: Float64Array, more: Float64Array): void {
  for (let i = 0, count = sum.length; i < count; i++) sum[i] = (sum[i] ?? 0) + (more[i] ?? 0);
}

/** A sum of sensitivity x change: all but the quantiles in closed form. Source: Impact, "Linear f". */
function gainsOf(terms: readonly Term[]): Gains {
  const each = terms.map(({ size, sensitivity, room }) => {
    const moved = moments(size, room);
    const { mean, sd } = worth(sensitivity);
    const variance = mean ** 2 * moved.variance + sd ** 2 * (moved.variance + moved.mean ** 2);
    return { mean: mean * moved.mean, variance };
  });
  const total = (set: number, value: 'mean' | 'variance'): number =>
    each.reduce((sum, one, j) => ((set >> j) & 1 ? sum + one[value] : sum), 0);
  const drawn = ({ size, room, sensitivity }: Term, j: number): Float64Array => {
    const gains = changesAt(size, room, j);
    weigh(gains, worth(sensitivity), scoresIn(terms.length + j));
    return gains;
  };
  const [only] = terms;
  return {
    chances: terms.map(({ size }) => size.chance),
    mean: (set) => total(set, 'mean'),
    variance: (set) => total(set, 'variance'),
    points: (sets) => {
      beginDrawing();
      const gains = terms.map(drawn);
      return sets.map((set) => {
        const sum = lend().fill(0);
        gains.forEach((one, j) => {
          if ((set >> j) & 1) add(sum, one);
        });
        return sum;
      });
    },
    parts: (chances) => each.map(({ mean }, j) => (chances[j] ?? 0) * mean),
    ...(only && terms.length === 1 && only.sensitivity.low === only.sensitivity.high && { only }),
  };
}

const gainsIn = (terms: Terms): Gains => ('chances' in terms ? terms : gainsOf(terms));

/** One of the nested cases: that exactly the effects of a set move. */
export interface Nested {
  readonly probability: number;
  readonly set: number;
}

/** The likeliest alone, then with the next, and so on: one event per ticket. What is left is that nothing moves. */
export function nested(chances: readonly number[]): Nested[] {
  const likeliest = chances.map((chance, j) => ({ chance, bit: 1 << j })).sort((a, b) => b.chance - a.chance);
  let set = 0;
  return likeliest
    .map(({ chance, bit }, k) => ({ probability: chance - (likeliest[k + 1]?.chance ?? 0), set: (set |= bit) }))
    .filter(({ probability }) => probability > 0);
}

/**
 * The mean alone: it ranks ten thousand answers in the time the quantiles of a hundred take.
 * @returns NSM units
 */
export function meanOf(terms: Terms): number {
  const { chances, mean } = gainsIn(terms);
  return nested(chances).reduce((sum, { probability, set }) => sum + probability * mean(set), 0);
}

/** The nested cases of an answer in NSM units; "nothing moves" is last. */
export function casesOf(terms: Terms): Outcome[] {
  const { chances, mean, variance } = gainsIn(terms);
  const cases = nested(chances).map(({ probability, set }) => ({ weight: probability, mean: mean(set), variance: variance(set) }));
  return [...cases, { weight: 1 - Math.max(0, ...chances), mean: 0, variance: 0 }];
}

const LEVELS = [0.1, 0.5, 0.9];

/**
 * The impact of one answer. One effect that a single number weighs is exact (a cut draw keeps its rank, so the quantiles
 * are only cut); all else takes its quantiles from points. No effects: all zero. Finite for all numbers up to 1e70; what
 * is typed ends at 1e12. Source: Impact.
 */
export function impactOf(terms: Terms): Impact {
  const { chances, mean, variance, points, parts, only } = gainsIn(terms);
  const cases = nested(chances).map(({ probability, set }) => ({ probability, set, mean: mean(set), variance: variance(set) }));
  const whole = cases.reduce((sum, one) => sum + one.probability * one.mean, 0);
  const chance = Math.max(0, ...chances);
  // About the mean, so that a small spread far from zero keeps its digits.
  const spread = cases.reduce((sum, one) => sum + one.probability * (one.variance + (one.mean - whole) ** 2), (1 - chance) * whole ** 2);
  const weight = only?.sensitivity.low ?? 0;
  const drawn = only ? [] : points(cases.map(({ set }) => set));
  const [p10 = 0, p50 = 0, p90 = 0] = only
    ? LEVELS.map((q) => weight * within(quantile(only.size, weight < 0 ? 1 - q : q), only.room) + 0)
    : pointQuantiles(
        drawn.map((values, k) => ({ probability: cases[k]?.probability ?? 0, values })),
        LEVELS,
      );
  return { mean: whole, variance: spread, p10, p50, p90, chance, parts: parts(chances) };
}

/** The same, given that anything moves: the range to show beside a chance. Its mean times `chance` is the whole mean. */
export function impactIfMoved(terms: Terms): Impact {
  const gains = gainsIn(terms);
  const most = Math.max(...gains.chances);
  const chances = gains.chances.map((chance) => chance / most);
  return impactOf({ ...gains, chances, ...(gains.only && { only: { ...gains.only, size: { ...gains.only.size, chance: 1 } } }) });
}
