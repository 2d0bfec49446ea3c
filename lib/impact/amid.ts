// What reaching a target is worth by a formula while the other inputs move as well: a product is worth more beside
// inputs that have reached theirs. Requirement 46.
import type { Metric } from '../model/metric.ts';
import { closingOf, movesOf, type Standing } from './closing.ts';
import type { Bounds } from './room.ts';
import { atPoints, rangeOf } from './formula-draws.ts';
import { changesAt } from './impact.ts';
import { beginDrawing, pointQuantiles } from './points.ts';
import type { Estimate } from './shown.ts';

/**
 * NSM units. The middle is with the others where they are; the range, at fixed points, with each of them anywhere from
 * there to its own target. Where the others do not matter all three are one number, and without a formula it is `closingOf`.
 */
export function closingAmid(input: Metric, standing: Standing): Estimate | undefined {
  const closing = closingOf(input, standing);
  if (!closing || !standing.formula) return closing;
  const { mean } = closing;
  const [p10 = mean, p90 = mean] = gainsAmid(input, standing) ?? [];
  if (p90 - p10 <= 1e-9 * Math.abs(mean)) return closing;
  // The others may all stay: the middle is never outside of its range.
  return { p10: Math.min(p10, mean), mean, p90: Math.max(p90, mean) };
}

/** P10 and P90 of what the target brings while the others move; `undefined` where the formula has no value somewhere there. */
function gainsAmid(input: Metric, standing: Standing): readonly number[] | undefined {
  const { formula, inputs, current } = standing;
  const moves = movesOf(input, standing);
  if (!formula || !moves) return undefined;
  // A formula takes rates as shares.
  const unit = (id: string): number => (formula.rates.includes(id) ? 0.01 : 1);
  const others = inputs.flatMap((other) => {
    const now = current(other.id);
    if (moves.has(other.id) || now === undefined) return [];
    const gap = (other.target?.value ?? now) - now;
    return [{ id: other.id, now, room: { low: Math.min(0, gap), high: Math.max(0, gap) } }];
  });
  const steps = [0, 1] as const;
  const moved = (id: string, step: number): number => (current(id) ?? 0) + step * (moves.get(id) ?? 0);
  const bounds = (step: number) => (id: string) => {
    const own = moved(id, step);
    const { now, room } = others.find((one) => one.id === id) ?? { now: own, room: { low: 0, high: 0 } satisfies Bounds };
    return { low: (now + room.low) * unit(id), high: (now + room.high) * unit(id) };
  };
  if (steps.some((step) => 'code' in rangeOf(formula, bounds(step)))) return undefined;
  beginDrawing();
  const drawn = new Map(
    others.map(({ id, now, room }, j) => [
      id,
      changesAt({ ...room, mid: 0, chance: 1 }, room, j).map((change) => (now + change) * unit(id)),
    ]),
  );
  const [before, after] = steps.map((step) => atPoints(formula, (id) => drawn.get(id) ?? moved(id, step) * unit(id)));
  const gains = after?.map((value, i) => formula.scale * (value - (before?.[i] ?? 0)));
  return gains && pointQuantiles([{ probability: 1, values: gains }], [0.1, 0.9]);
}
