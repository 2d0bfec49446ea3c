// An answer's effects, carried to the North Star Metric: f(x + effects) - f(x), in its units.
// Linear for now: every input weighs by its sensitivity. A formula would bring other cases and means, not other points.
import type { Metric, Sensitivity } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { moments, quantile, type Size, sizeAt, within, Z } from './effect.ts';
import { pointQuantiles } from './points.ts';
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
  const terms = metrics.flatMap((metric) =>
    effects
      .filter((effect) => effect.input === metric.id && metric.sensitivity)
      .map((size): Term => {
        const now = current(metric.id);
        const room = now === undefined ? undefined : roomOf({ ...metric, current: now });
        return { size, sensitivity: metric.sensitivity as Sensitivity, room };
      }),
  );
  const priced = new Set(metrics.filter((metric) => metric.sensitivity).map((metric) => metric.id));
  return { terms, unpriced: effects.map((effect) => effect.input).filter((id) => !priced.has(id)) };
}

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
  const drawn = terms.map(({ size, sensitivity, room }, j) => {
    const s = worth(sensitivity);
    const weight = terms.length + j;
    return {
      p: size.chance,
      value: (score: (dimension: number) => number): number =>
        within(sizeAt(size, score(j)), room) * (s.sd === 0 ? s.mean : s.mean + s.sd * score(weight)),
    };
  });
  const likeliest = drawn.toSorted((a, b) => b.p - a.p);
  const cases = likeliest.map(({ p }, k) => {
    const moving = likeliest.slice(0, k + 1);
    const probability = p - (likeliest[k + 1]?.p ?? 0);
    return {
      probability,
      value: (score: (dimension: number) => number): number => moving.reduce((sum, term) => sum + term.value(score), 0),
    };
  });
  return pointQuantiles(cases.filter(({ probability }) => probability > 0), levels);
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
