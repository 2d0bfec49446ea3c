// What the parts of a framework come to: how far each input has to go, and what that is worth. Pure arithmetic for
// the picture and the sentence of requirement 46.
import { type Formula, gradientOf, valueOf } from '../../lib/impact/formula.ts';
import { type Estimate, roundShown } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';

/** Newest readings by metric id. */
export type Current = ReadonlyMap<string, number>;

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

/** What reaching an input's 90-day target is worth, NSM units, unrounded; `undefined` where something is missing. */
export function worthOf(input: Metric, current: Current): Estimate | undefined {
  const now = nowOf(input, current);
  const { target, sensitivity } = input;
  if (now === undefined || !target || !sensitivity) return undefined;
  const gap = target.value - now;
  const [a, b] = [sensitivity.low * gap, sensitivity.high * gap];
  return { p10: Math.min(a, b), mean: (a + b) / 2, p90: Math.max(a, b) };
}

/** The same by a formula, which gives one number: the others stay where they are. */
export function worthBy(formula: Formula, input: Metric, inputs: readonly Metric[], current: Current): number | undefined {
  const at = readingsOf(inputs, current);
  const before = valueOf(formula, at);
  const after = valueOf(formula, (id) => (id === input.id ? input.target?.value : at(id)));
  return typeof before === 'number' && typeof after === 'number' ? after - before : undefined;
}

/** Where the NSM would be with every input at its target, and how many inputs that counts. */
export function atTargets(
  northStar: Metric,
  inputs: readonly Metric[],
  current: Current,
): { readonly value: number; readonly inputs: number } | undefined {
  const now = nowOf(northStar, current);
  const worths = inputs.map((input) => worthOf(input, current)).filter((worth) => worth !== undefined);
  if (now === undefined || worths.length === 0) return undefined;
  const { mean } = roundShown({
    p10: 0,
    mean: worths.reduce((sum, { mean: each }) => sum + each, 0),
    p90: worths.reduce((sum, { p90 }) => sum + p90, 0),
  });
  return { value: now + mean, inputs: worths.length };
}
