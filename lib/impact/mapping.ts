// From effects on inputs to the North Star: by a formula or by sensitivities, and along multipliers between inputs.
import type { Multiplier } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import type { Effect } from '../model/tag.ts';
import { gainsAlong, type Moved, type Source } from './curve.ts';
import { Z } from './effect.ts';
import { type Formula, gradientOf, type Node, type Readings, taken, type ValueProblem } from './formula.ts';
import { type Terms, termsOf, worth } from './impact.ts';
import { type Bounds, roomOf } from './room.ts';
import { type Carried, carriedBy, type SpreadProblem, totalsOf } from './spread.ts';

/** How inputs make the North Star, at the present readings. Without a formula it is the sum of the sensitivities. */
export interface Mapping {
  readonly metrics: readonly Metric[];
  readonly current: Readings;
  readonly formula?: Formula | undefined;
  readonly multipliers?: readonly Multiplier[] | undefined;
}

/** Effects ready for `impactOf`; `unpriced` are the inputs that do not reach the North Star, or are unknown. */
export interface Priced {
  readonly terms: Terms;
  readonly unpriced: readonly string[];
}

export interface Model {
  /** A problem where a divisor can become zero within what the effects make possible, or numbers grow past all bounds. */
  readonly priced: (effects: readonly Omit<Effect, 'text'>[]) => Priced | ValueProblem;
  /** NSM units per +1 unit of an input as typed, by itself; `undefined` where the mapping does not know the input. */
  readonly slope: (id: string) => number | undefined;
}

/** A formula with what it stands on. */
interface Ground {
  readonly formula: Formula;
  readonly values: ReadonlyMap<string, number>;
  /** Doubts about the formula itself, by the id under which it takes them. */
  readonly doubts: readonly { readonly id: string; readonly sd: number }[];
}

/**
 * The sum of sensitivity x change as a formula, for the inputs that move: each starts at no change, and a sensitivity is
 * an input of its own (`*activation`, which no id can be), drawn once however many effects arrive there.
 */
function asFormula(inputs: readonly Metric[]): Ground {
  const product = ({ id }: Metric): Node => ({ kind: '*', left: { kind: 'input', id: `*${id}` }, right: { kind: 'input', id } });
  const root = inputs.map(product).reduce((left, right): Node => ({ kind: '+', left, right }), { kind: 'number', value: 0 } as Node);
  const weights = inputs.map(({ id, sensitivity }) => ({ id: `*${id}`, ...worth(sensitivity ?? { low: 0, high: 0 }) }));
  return {
    formula: { root, inputs: inputs.flatMap(({ id }) => [`*${id}`, id]), rates: [], scale: 1 },
    values: new Map(weights.map(({ id, mean }) => [id, mean])),
    doubts: weights,
  };
}

/** How an answer's effects reach the North Star under one mapping; a problem where the mapping itself has no value now. */
export function modelOf({ metrics, current, formula, multipliers = [] }: Mapping): Model | ValueProblem | SpreadProblem {
  const inputs = metrics.filter(({ role }) => role === 'input');
  const ids = inputs.map(({ id }) => id);
  const totals = totalsOf(multipliers, ids);
  if (typeof totals !== 'function') return totals;
  const gradient = formula && gradientOf(formula, current);
  if (gradient && 'code' in gradient) return gradient;
  const values = formula && taken(formula, current);
  if (values && 'code' in values) return values;

  const slope = (id: string): number | undefined => {
    if (gradient) return gradient.get(id);
    const sensitivity = inputs.find((input) => input.id === id)?.sensitivity;
    return sensitivity && worth(sensitivity).mean;
  };
  const rooms = new Map(inputs.map((input) => [input.id, roomOf({ ...input, current: current(input.id) })]));
  const reaches = (input: string): boolean => [...totals(input).keys()].some((id) => slope(id) !== undefined);

  const priced: Model['priced'] = (effects) => {
    const unpriced = effects.map(({ input }) => input).filter((input) => !reaches(input));
    const ordered = inputs.flatMap(({ id }) => effects.filter(({ input }) => input === id && reaches(id)));
    const carried = carriedBy(ordered, totals, ids).filter(({ input }) => slope(input) !== undefined);
    if (!formula && carried.every(({ input, source }) => ordered[source]?.input === input)) {
      return { terms: termsOf(ordered, inputs, current).terms, unpriced };
    }
    const ground =
      formula && values ? { formula, values, doubts: [] } : asFormula(inputs.filter(({ id }) => carried.some(({ input }) => input === id)));
    const gains = along(ground, ordered, carried, rooms);
    return 'code' in gains ? gains : { terms: gains, unpriced };
  };
  return { priced, slope };
}

/** @param effects in framework order @param carried where they arrive */
function along(
  { formula, values, doubts }: Ground,
  effects: readonly Omit<Effect, 'text'>[],
  carried: readonly Carried[],
  rooms: ReadonlyMap<string, Bounds | undefined>,
): ReturnType<typeof gainsAlong> {
  const own = effects.map((size, dimension): Source => ({ size, room: rooms.get(size.input), dimension }));
  const spreads = doubts.flatMap(({ id, sd }, i) => (sd > 0 ? [{ id, sd, dimension: effects.length + i }] : []));
  const doubt = spreads.map(
    ({ sd, dimension }): Source => ({ size: { low: -Z * sd, high: Z * sd, chance: 1 }, room: undefined, dimension }),
  );
  const moved = [...Map.groupBy(carried, ({ input }) => input)].map(([id, by]): [string, Moved] => {
    const alone = by.length === 1 && effects[by[0]?.source ?? -1]?.input === id;
    return [id, { unit: formula.rates.includes(id) ? 0.01 : 1, by, room: alone ? undefined : rooms.get(id) }];
  });
  const weighed = spreads.map(({ id }, i): [string, Moved] => [
    id,
    { unit: 1, by: [{ source: effects.length + i, factor: 1 }], room: undefined },
  ]);
  return gainsAlong({
    formula,
    values,
    moved: new Map([...moved, ...weighed]),
    sources: [...own, ...doubt],
    chances: effects.map(({ chance }) => chance),
  });
}
