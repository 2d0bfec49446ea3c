// An answer's effects, carried to the North Star Metric: f(x + effects) - f(x), in its units.
// Linear for now: every input weighs by its sensitivity. A formula would bring other cases and means, not other points.
import type { Metric, Sensitivity } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { halves, moments, quantile, type Size, within, Z } from './effect.ts';
import { type Case, pointQuantiles, scoresIn } from './points.ts';
import { type Bounds, roomOf } from './room.ts';

/** One effect, what a unit of its input is worth in NSM units, and how far the input can go. */
export interface Term {
  readonly size: Size;
  readonly sensitivity: Sensitivity;
  readonly room?: Bounds | undefined;
}

/** A change of the NSM's level, in NSM units, the chance that nothing moves included. */
export interface Impact {
  readonly mean: number;
  readonly variance: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** That anything moves at all. */
  readonly chance: number;
  /** Each term's own mean, in the order given; they add up to `mean`. */
  readonly parts: readonly number[];
}

/** A sensitivity is a normal through its P10 and P90; a point has no spread. */
const worth = ({ low, high }: Sensitivity): { readonly mean: number; readonly sd: number } => ({
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

/**
 * The mean alone, in closed form: it ranks ten thousand answers in the time the quantiles of a hundred take.
 * @returns NSM units
 */
export const meanOf = (terms: readonly Term[]): number =>
  terms.reduce((sum, { size, sensitivity, room }) => sum + size.chance * worth(sensitivity).mean * moments(size, room).mean, 0);

/** Mean and variance in closed form: one event per ticket, so chances are nested. Source: Impact, "Linear f". */
function linear(terms: readonly Term[]): Pick<Impact, 'mean' | 'variance' | 'parts'> {
  const each = terms.map(({ size, sensitivity, room }) => {
    const moved = moments(size, room);
    const s = worth(sensitivity);
    const square = (s.sd ** 2 + s.mean ** 2) * (moved.variance + moved.mean ** 2);
    return { p: size.chance, mean: s.mean * moved.mean, square };
  });
  const parts = each.map(({ p, mean }) => p * mean);
  const mean = parts.reduce((a, b) => a + b, 0);
  let variance = -(mean ** 2);
  each.forEach((a, i) => {
    variance += a.p * a.square;
    for (const b of each.slice(i + 1)) variance += 2 * Math.min(a.p, b.p) * a.mean * b.mean;
  });
  return { mean, variance: Math.max(0, variance), parts };
}

/** P10, P50, P90 from points: dimension j is the j-th effect, then come the sensitivities, in the same order. */
function byPoints(terms: readonly Term[], levels: readonly number[]): number[] {
  // Nested cases: the likeliest moves alone, then with the next, and so on; each adds to the values before.
  const likeliest = terms.map((term, j) => ({ ...term, j })).toSorted((a, b) => b.size.chance - a.size.chance);
  const cases: Case[] = [];
  let values = new Float64Array(scoresIn(0).length);
  likeliest.forEach(({ size, sensitivity, room, j }, k) => {
    const { mid, below, above } = halves(size);
    const { mean, sd } = worth(sensitivity);
    const [moves, weighs] = [scoresIn(j), scoresIn(terms.length + j)];
    values = values.map((before, i) => {
      const score = moves[i] ?? 0;
      const change = within(mid + (score < 0 ? below : above) * score, room);
      return before + change * (mean + sd * (weighs[i] ?? 0));
    });
    const probability = size.chance - (likeliest[k + 1]?.size.chance ?? 0);
    if (probability > 0) cases.push({ probability, values });
  });
  return pointQuantiles(cases, levels);
}

/**
 * The impact of one answer, of one to three terms. One effect with a point sensitivity is exact (a cut draw keeps its
 * rank, so the quantiles are only cut); all else takes its quantiles from points. No terms: all zero. Source: Impact.
 */
export function impactOf(terms: readonly Term[]): Impact {
  const levels = [0.1, 0.5, 0.9];
  const only = terms.length === 1 ? terms[0] : undefined;
  const { low: weight, high } = only?.sensitivity ?? { low: 0, high: 1 };
  const [p10 = 0, p50 = 0, p90 = 0] =
    only && weight === high
      ? levels.map((q) => weight * within(quantile(only.size, weight < 0 ? 1 - q : q), only.room) + 0)
      : byPoints(terms, levels);
  return { ...linear(terms), p10, p50, p90, chance: Math.max(0, ...terms.map(({ size }) => size.chance)) };
}

/** The same, given that anything moves: the range to show beside a chance. Its mean times `chance` is the whole mean. */
export function impactIfMoved(terms: readonly Term[]): Impact {
  const chance = Math.max(...terms.map(({ size }) => size.chance));
  return impactOf(terms.map((term) => ({ ...term, size: { ...term.size, chance: term.size.chance / chance } })));
}
