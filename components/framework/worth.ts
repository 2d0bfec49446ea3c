// What the parts of a framework come to: how far each input has to go, and what that is worth. Pure arithmetic for
// the picture and the sentence of requirement 46.
import { closingAmid } from '../../lib/impact/amid.ts';
import { closingOf, type Standing } from '../../lib/impact/closing.ts';
import { type Formula, gradientOf } from '../../lib/impact/formula.ts';
import { type Estimate, roundShown } from '../../lib/impact/shown.ts';
import type { Dated, Metric } from '../../lib/model/metric.ts';

/** Newest readings by metric id. */
export type Current = ReadonlyMap<string, number>;

/** The newest of a framework's readings that is not of a day to come. @param readings by metric id, oldest first @param today ISO day */
export const currentBy = (readings: ReadonlyMap<string, readonly Dated[]>, today: string): Current =>
  new Map(
    [...readings].flatMap(([id, list]) => {
      const last = list.findLast(({ date }) => date <= today);
      return last ? [[id, last.value]] : [];
    }),
  );

/** The newest reading, else the baseline. */
export const nowOf = (metric: Metric, current: Current): number | undefined => current.get(metric.id) ?? metric.baseline?.value;

const readingsOf =
  (inputs: readonly Metric[], current: Current) =>
  (id: string): number | undefined => {
    const input = inputs.find((one) => one.id === id);
    return input && nowOf(input, current);
  };

/** NSM units per +1 unit of each input, by its id: the formula's where there is one, else the sensitivities'. */
export function slopesOf(inputs: readonly Metric[], formula: Formula | undefined, current: Current): ReadonlyMap<string, number> {
  const gradient = formula && gradientOf(formula, readingsOf(inputs, current));
  if (gradient && !('code' in gradient)) return gradient;
  return new Map(inputs.flatMap(({ id, sensitivity }) => (sensitivity ? [[id, (sensitivity.low + sensitivity.high) / 2]] : [])));
}

/** What the worth of a gap is worked from; a baseline stands in for a missing reading. */
export type Basis = Omit<Standing, 'current'> & { readonly current: Current };

/** What reaching an input's 90-day target is worth, NSM units, along all its ways; `undefined` where something is missing. */
export const worthOf = (input: Metric, { current, ...rest }: Basis): Estimate | undefined =>
  closingOf(input, { ...rest, current: readingsOf(rest.inputs, current) });

/** The mean of that for all inputs, by id. */
export const worthsOf = (basis: Basis): ReadonlyMap<string, number> =>
  new Map(
    basis.inputs.flatMap((input) => {
      const worth = worthOf(input, basis);
      return worth ? [[input.id, worth.mean]] : [];
    }),
  );

/** The same with a range where a formula joins the inputs: the others move as well. */
export const worthAmid = (input: Metric, { current, ...rest }: Basis): Estimate | undefined =>
  closingAmid(input, { ...rest, current: readingsOf(rest.inputs, current) });

/** Where the NSM would be with every input at its target, and how many inputs that counts. */
export function atTargets(
  northStar: Metric,
  inputs: readonly Metric[],
  current: Current,
): { readonly value: number; readonly inputs: number } | undefined {
  const now = nowOf(northStar, current);
  // Each by itself: what an input moves on its way is at its own target already.
  const worths = inputs.map((input) => worthOf(input, { inputs, current })).filter((worth) => worth !== undefined);
  if (now === undefined || worths.length === 0) return undefined;
  const { mean } = roundShown({
    p10: 0,
    mean: worths.reduce((sum, { mean: each }) => sum + each, 0),
    p90: worths.reduce((sum, { p90 }) => sum + p90, 0),
  });
  return { value: now + mean, inputs: worths.length };
}
