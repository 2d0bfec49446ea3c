// What independent changes of inputs do to a formula: f(x + changes) - f(x), its mean, variance and points.
// Where f is a straight line in every change, means and variances are exact; else they are those of the points.
import { moments, type Size, sizeAt, within } from './effect.ts';
import { degreeIn, type Formula, type ValueProblem } from './formula.ts';
import { at, atPoints, type Drawn, rangeOf } from './formula-draws.ts';
import { changesAt, type Gains } from './impact.ts';
import { beginDrawing, COUNT, lend, scoresIn } from './points.ts';
import type { Bounds } from './room.ts';
import { sharesOf } from './shares.ts';
import { type Change, constant, gainsAt, momentsAt, MOST_CHANGES, type Table, tableOf } from './straight.ts';

/** One draw: an effect's change, cut to the room of its own input, or a doubt that is there whatever moves. */
export interface Source {
  readonly size: Size;
  readonly room: Bounds | undefined;
  /** Of the points. */
  readonly dimension: number;
}

/** An input of the formula that changes. */
export interface Moved {
  /** Per unit of change: 0.01 for a rate in pp, else 1. */
  readonly unit: number;
  /** The sources that move it, and by how much of its own unit per unit of theirs. */
  readonly by: readonly { readonly source: number; readonly factor: number }[];
  /** Where what comes together may need cutting; absent where the source's own room does it. */
  readonly room: Bounds | undefined;
}

export interface Curve {
  readonly formula: Formula;
  /** Inputs as the formula takes them. */
  readonly values: ReadonlyMap<string, number>;
  readonly moved: ReadonlyMap<string, Moved>;
  /** The effects first, one for each of `chances`; the rest is there in every case. */
  readonly sources: readonly Source[];
  readonly chances: readonly number[];
}

/** Standard deviations that are never left: a share of 1e-9. */
const NEVER = 6;
/** A table of more sources costs more than points do. */
const MOST_EXACT = 6;

const mean = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
};
/** Of equally likely values, about their mean. */
const variance = (values: ArrayLike<number>): number => {
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] ?? 0) - middle) ** 2;
  return sum / values.length;
};

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Worked out once for each set. */
function kept(momentsOf: (set: number) => Moments): (set: number) => Moments {
  const known: Moments[] = [];
  return (set) => (known[set] ??= momentsOf(set));
}

/** Bounds of what comes together within some standard deviations; an effect may also not move. */
function spanOf({ by }: Moved, { sources, chances }: Curve, deviations: number): Bounds {
  let low = 0;
  let high = 0;
  for (const { source, factor } of by) {
    const one = sources[source];
    if (!one) continue;
    const from = factor * within(sizeAt(one.size, -deviations), one.room);
    const to = factor * within(sizeAt(one.size, deviations), one.room);
    const still = source < chances.length ? 0 : from;
    low += Math.min(from, to, still);
    high += Math.max(from, to, still);
  }
  return { low, high };
}

/** Whether the formula is a straight line in each source while the others stand still, and nothing is cut on the way. */
function isStraight(curve: Curve): boolean {
  const { formula, moved, sources } = curve;
  const movedBy = sources.map(() => new Set<string>());
  let whole = true;
  moved.forEach((one, id) => {
    for (const { source } of one.by) movedBy[source]?.add(id);
    const { low, high } = spanOf(one, curve, NEVER);
    whole &&= !one.room || (low >= one.room.low && high <= one.room.high);
  });
  return whole && movedBy.every((ids) => degreeIn(formula, ids) <= 1);
}

// Loops of their own: inside of others they are several times slower.
function scale(made: Float64Array, factor: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = factor * (made[i] ?? 0);
}
function add(made: Float64Array, changes: Float64Array, factor: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = (made[i] ?? 0) + factor * (changes[i] ?? 0);
}
function cut(made: Float64Array, { low, high }: Bounds): void {
  for (let i = 0, count = made.length; i < count; i++) {
    const change = made[i] ?? 0;
    made[i] = change < low ? low : change > high ? high : change;
  }
}
function stand(made: Float64Array, base: number, unit: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = base + unit * (made[i] ?? 0);
}
function leave(made: Float64Array, start: number, unit: number): void {
  for (let i = 0, count = made.length; i < count; i++) made[i] = unit * ((made[i] ?? 0) - start);
}

/** The inputs at every point, if the effects of a set move; each made once. */
function drawer({ values, moved, sources, chances }: Curve): (set: number) => (id: string) => Drawn {
  const known = new Map<string, Float64Array>();
  const drawn = (source: number): Float64Array => {
    const one = sources[source];
    return one ? changesAt(one.size, one.room, one.dimension) : lend().fill(0);
  };
  return (set) => (id) => {
    const base = values.get(id) ?? 0;
    const one = moved.get(id);
    const movers = one?.by.filter(({ source }) => source >= chances.length || (set >> source) & 1);
    const [first, ...more] = movers ?? [];
    if (!one || !first) return base;
    const key = [id, first.source, ...more.map(({ source }) => source)].join(' ');
    const found = known.get(key);
    if (found) return found;
    const made = drawn(first.source);
    if (first.factor !== 1) scale(made, first.factor);
    for (const { source, factor } of more) add(made, drawn(source), factor);
    if (one.room) cut(made, one.room);
    stand(made, base, one.unit);
    known.set(key, made);
    return made;
  };
}

/** Why the curve has no gains: a divisor that can become zero, or numbers past all bounds. */
function problemOf(curve: Curve): ValueProblem | undefined {
  const { formula, values, moved } = curve;
  const farthest = scoresIn(0)[COUNT - 1] ?? 0;
  const range = rangeOf(formula, (id) => {
    const base = values.get(id) ?? 0;
    const one = moved.get(id);
    if (!one) return { low: base, high: base };
    const { low, high } = spanOf(one, curve, farthest);
    return { low: base + one.unit * within(low, one.room), high: base + one.unit * within(high, one.room) };
  });
  return 'code' in range ? range : undefined;
}

/** By working the formula out at every point. */
function byFormula(curve: Curve): Pick<Gains, 'points' | 'mean' | 'variance'> {
  const { formula, values } = curve;
  const start = at(formula, (id) => values.get(id) ?? 0);
  const points = (sets: readonly number[]): readonly Float64Array[] => {
    beginDrawing();
    const inputs = drawer(curve);
    return sets.map((set) => {
      const made = atPoints(formula, inputs(set));
      leave(made, start, formula.scale);
      return made;
    });
  };
  const momentsOf = kept((set) => {
    const [gains = []] = points([set]);
    return { mean: mean(gains), variance: variance(gains) };
  });
  return { points, mean: (set) => momentsOf(set).mean, variance: (set) => momentsOf(set).variance };
}

/** By what each set of sources brings together: means and variances without points. */
function byTable(curve: Curve, table: Table): Pick<Gains, 'points' | 'mean' | 'variance' | 'only'> {
  const { sources, chances } = curve;
  const moves = (set: number, source: number): boolean => source >= chances.length || ((set >> source) & 1) === 1;
  const drift = sources.map(({ size, room }): Change => {
    const { mean: middle, variance: square } = moments(size, room);
    return { mean: middle, sd: Math.sqrt(square) };
  });
  const momentsOf = kept((set) =>
    momentsAt(
      table,
      drift.map((one, source) => (moves(set, source) ? one : undefined)),
    ),
  );
  const points = (sets: readonly number[]): readonly Float64Array[] => {
    beginDrawing();
    const changes = sources.map(({ size, room, dimension }) => changesAt(size, room, dimension));
    return sets.map((set) =>
      gainsAt(
        table,
        changes.map((change, source) => (moves(set, source) ? change : undefined)),
      ),
    );
  };
  const [one] = sources;
  const weight = table[1] ?? 0;
  return {
    points: sources.length > MOST_CHANGES ? byFormula(curve).points : points,
    mean: (set) => momentsOf(set).mean,
    variance: (set) => momentsOf(set).variance,
    ...(one && sources.length === 1 && { only: { ...one, sensitivity: { low: weight, high: weight } } }),
  };
}

/** The gains of a curve, ready for `impactOf`; or why there are none. */
export function gainsAlong(curve: Curve): Gains | ValueProblem {
  const problem = problemOf(curve);
  if (problem) return problem;
  const { formula, values, moved, sources, chances } = curve;
  /** An input as a table: as it is, and what a unit of each source adds. */
  const tableOfInput = (id: string): Table => {
    const table = constant(1 << sources.length, values.get(id) ?? 0);
    const one = moved.get(id);
    for (const { source, factor } of one?.by ?? []) table[1 << source] = (one?.unit ?? 1) * factor;
    return table;
  };
  const straight = sources.length <= MOST_EXACT && isStraight(curve);
  const gains = straight ? byTable(curve, tableOf(formula, tableOfInput, sources.length)) : byFormula(curve);
  return { ...gains, chances, parts: (likely) => sharesOf(likely, gains.mean) };
}
