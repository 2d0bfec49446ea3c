// What closing an input's gap is worth to the North Star, along all its ways: its own part, and that of the inputs which
// follow it by multipliers. Requirements 15, 46 and 57.
import type { Multiplier } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import { type Formula, type Readings, valueOf } from './formula.ts';
import { roomOf } from './room.ts';
import type { Estimate } from './shown.ts';
import { totalsOf } from './spread.ts';

/** What the worth of a gap is worked from. Without a formula it is the sensitivities. */
export interface Standing {
  readonly inputs: readonly Metric[];
  readonly current: Readings;
  readonly formula?: Formula | undefined;
  readonly multipliers?: readonly Multiplier[] | undefined;
}

/** How far each input goes when one of them reaches its target, by id; a follower no further than there is room. */
export function movesOf(input: Metric, { inputs, current, multipliers = [] }: Standing): ReadonlyMap<string, number> | undefined {
  const now = current(input.id);
  const totals = totalsOf(
    multipliers,
    inputs.map(({ id }) => id),
  );
  if (now === undefined || !input.target || typeof totals !== 'function') return undefined;
  const gap = input.target.value - now;
  const moves = [...totals(input.id)].map(([id, factor]): readonly [string, number] => {
    const follower = inputs.find((one) => one.id === id);
    const room = id !== input.id && follower && roomOf({ ...follower, current: current(id) });
    return [id, room ? Math.min(room.high, Math.max(room.low, factor * gap)) : factor * gap];
  });
  return new Map(moves);
}

/**
 * NSM units that reaching its 90-day target brings, as an 80 % interval: ranges of several sensitivities are independent.
 * A formula gives one number. `undefined` without a reading, a target or a way to the North Star.
 */
export function closingOf(input: Metric, standing: Standing): Estimate | undefined {
  const moves = movesOf(input, standing);
  if (!moves) return undefined;
  const { inputs, current, formula } = standing;
  if (formula) {
    const then: Readings = (id) => {
      const now = current(id);
      return id === input.id ? input.target?.value : now === undefined ? undefined : now + (moves.get(id) ?? 0);
    };
    const [before, after] = [valueOf(formula, current), valueOf(formula, then)];
    if (typeof before !== 'number' || typeof after !== 'number') return undefined;
    return { p10: after - before, mean: after - before, p90: after - before };
  }
  const parts = inputs.flatMap(({ id, sensitivity }) => {
    const move = moves.get(id);
    if (move === undefined || !sensitivity) return [];
    return [{ mean: (move * (sensitivity.low + sensitivity.high)) / 2, half: (Math.abs(move) * (sensitivity.high - sensitivity.low)) / 2 }];
  });
  if (parts.length === 0) return undefined;
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const half = Math.hypot(...parts.map((part) => part.half));
  return { p10: mean - half, mean, p90: mean + half };
}
