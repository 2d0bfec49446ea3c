// Inputs that move other inputs: +1 unit of one brings so many units of the next, and of what follows that. Requirement 15.
//
// A follower moves with its leader: in the same event and by the same draw times the multiplier, never by a draw of its
// own. So an effect that does not come about moves nothing downstream, and a large one moves everything far.
import type { Multiplier } from '../model/framework.ts';
import type { Effect } from '../model/tag.ts';
import type { Size } from './effect.ts';

export type SpreadProblem =
  /** Inputs that move each other in a circle, the first one again at the end. */
  | { readonly code: 'cycle'; readonly inputs: readonly string[] }
  /** An end of a multiplier that is no input of the framework. */
  | { readonly code: 'unknown-input'; readonly input: string }
  /** Multipliers that come to more than 1e12 along the way. */
  | { readonly code: 'multiplier-too-large'; readonly from: string; readonly to: string };

const LARGEST = 1e12;

/** Units of each input that +1 unit of one brings in total, through all paths; of itself 1. By id. */
export type Totals = (from: string) => ReadonlyMap<string, number>;

/** @param inputs ids; a multiplier may name no others */
export function totalsOf(multipliers: readonly Multiplier[], inputs: readonly string[]): Totals | SpreadProblem {
  const known = new Map<string, ReadonlyMap<string, number>>();
  let problem: SpreadProblem | undefined;
  /** @param path from where one came, for finding one's way back to it */
  const visit = (from: string, path: readonly string[]): ReadonlyMap<string, number> => {
    const found = known.get(from);
    if (found) return found;
    const totals = new Map([[from, 1]]);
    const seen = path.indexOf(from);
    if (seen >= 0) {
      problem ??= { code: 'cycle', inputs: [...path.slice(seen), from] };
      return totals;
    }
    for (const { to, factor } of multipliers.filter((one) => one.from === from)) {
      for (const [id, total] of visit(to, [...path, from])) {
        const sum = (totals.get(id) ?? 0) + factor * total;
        if (!(Math.abs(sum) <= LARGEST)) problem ??= { code: 'multiplier-too-large', from, to: id };
        totals.set(id, sum);
      }
    }
    known.set(from, totals);
    return totals;
  };
  for (const input of multipliers.flatMap(({ from, to }) => [from, to])) {
    if (!inputs.includes(input)) return { code: 'unknown-input', input };
    visit(input, []);
    if (problem) return problem;
  }
  return (from) => visit(from, []);
}

/** What one effect does to one input: its own, or one downstream. */
export interface Carried {
  readonly input: string;
  /** Which of the effects it comes from. Sizes of one source share one draw. */
  readonly source: number;
  /** Units of this input per unit of the source's; 1 for its own. */
  readonly factor: number;
  /** In this input's unit. */
  readonly size: Size;
}

function times({ low, mid, high, chance }: Size, factor: number): Size {
  const [from = 0, to = 0] = [low * factor, high * factor].sort((a, b) => a - b);
  return { low: from, high: to, chance, ...(mid !== undefined && { mid: mid * factor }) };
}

/**
 * Effects carried to all downstream inputs, in framework order and then in the order of the effects. Bounds are no
 * matter here: a leader's change is cut to its room before it is passed on, a follower's own change to its own room, and
 * what lies behind a follower moves as if that one had room.
 * @param inputs ids; effects on others are left out
 */
export function carriedBy(effects: readonly Omit<Effect, 'text'>[], totals: Totals, inputs: readonly string[]): readonly Carried[] {
  const reached = effects.map(({ input }) => totals(input));
  return inputs.flatMap((input) =>
    effects.flatMap((effect, source): Carried[] => {
      const factor = reached[source]?.get(input) ?? 0;
      return factor === 0 ? [] : [{ input, source, factor, size: times(effect, factor) }];
    }),
  );
}
