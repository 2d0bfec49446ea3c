// What the parts of a framework come to: how far each input has to go, and what that is worth. Pure arithmetic for
// the picture and the sentence of requirement 46.
import { type Formula, gradientOf, valueOf } from '../../lib/impact/formula.ts';
import { atPoints, rangeOf } from '../../lib/impact/formula-draws.ts';
import { changesAt } from '../../lib/impact/impact.ts';
import { beginDrawing, pointQuantiles } from '../../lib/impact/points.ts';
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

/**
 * The same by a formula. The middle is with the others where they are; the range, at fixed points, with each of them
 * anywhere from there to its own target. Where the others do not matter it is no range: all three are one number.
 */
export function worthBy(formula: Formula, input: Metric, inputs: readonly Metric[], current: Current): Estimate | undefined {
  const at = readingsOf(inputs, current);
  const [now, target] = [at(input.id), input.target?.value];
  const before = valueOf(formula, at);
  const after = valueOf(formula, (id) => (id === input.id ? target : at(id)));
  if (typeof before !== 'number' || typeof after !== 'number' || now === undefined || target === undefined) return undefined;
  const mean = after - before;
  const [p10 = mean, p90 = mean] = gainsAmid(formula, input, inputs, current) ?? [];
  const dust = 1e-9 * Math.abs(mean);
  if (p90 - p10 <= dust) return { p10: mean, mean, p90: mean };
  // The others may all stay: the middle is never outside of its range.
  return { p10: Math.min(p10, mean), mean, p90: Math.max(p90, mean) };
}

/** P10 and P90 of what the target brings while the other inputs move; `undefined` where the formula has no value somewhere there. */
function gainsAmid(formula: Formula, input: Metric, inputs: readonly Metric[], current: Current): readonly number[] | undefined {
  const others = inputs.flatMap((other) => {
    const now = nowOf(other, current);
    if (other.id === input.id || now === undefined) return [];
    const gap = (other.target?.value ?? now) - now;
    return [{ id: other.id, now, room: { low: Math.min(0, gap), high: Math.max(0, gap) } }];
  });
  // A formula takes rates as shares.
  const unit = (id: string): number => (formula.rates.includes(id) ? 0.01 : 1);
  const bounds = (own: number) => (id: string) => {
    const { now, room } = others.find((one) => one.id === id) ?? { now: own, room: { low: 0, high: 0 } };
    return { low: (now + room.low) * unit(id), high: (now + room.high) * unit(id) };
  };
  const ends = [nowOf(input, current) ?? 0, input.target?.value ?? 0];
  if (ends.some((own) => 'code' in rangeOf(formula, bounds(own)))) return undefined;
  beginDrawing();
  const drawn = new Map(
    others.map(({ id, now, room }, j) => [
      id,
      changesAt({ ...room, mid: 0, chance: 1 }, room, j).map((change) => (now + change) * unit(id)),
    ]),
  );
  const [before, after] = ends.map((own) => atPoints(formula, (id) => drawn.get(id) ?? own * unit(id)));
  const gains = after?.map((value, i) => formula.scale * (value - (before?.[i] ?? 0)));
  return gains && pointQuantiles([{ probability: 1, values: gains }], [0.1, 0.9]);
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
