// What the parts of a framework come to: how far each input has to go, and what that is worth. Pure arithmetic for
// the picture and the sentence of requirement 46.
import { type Estimate, roundShown } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';

/** Newest readings by metric id. */
export type Current = ReadonlyMap<string, number>;

/** The newest reading, else the baseline. */
export const nowOf = (metric: Metric, current: Current): number | undefined => current.get(metric.id) ?? metric.baseline?.value;

/** What reaching an input's 90-day target is worth, NSM units, unrounded; `undefined` where something is missing. */
export function worthOf(input: Metric, current: Current): Estimate | undefined {
  const now = nowOf(input, current);
  const { target, sensitivity } = input;
  if (now === undefined || !target || !sensitivity) return undefined;
  const gap = target.value - now;
  const [a, b] = [sensitivity.low * gap, sensitivity.high * gap];
  return { p10: Math.min(a, b), mean: (a + b) / 2, p90: Math.max(a, b) };
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
