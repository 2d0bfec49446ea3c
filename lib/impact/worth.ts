// What a piece of work is believed to bring, with what each of its effects has in it.
import { type Beliefs, outcomesOf, partsOf, type Sized } from './believed.ts';
import { Z } from './effect.ts';
import { partsIn } from './impact.ts';
import { pricerOf } from './pricing.ts';
import type { Outcome, Part } from './rank.ts';

/** An effect as believed; `part` is in its input's unit, before the level. */
export interface Belief {
  readonly input: string;
  readonly part: Part;
  /** Its share of the gain, NSM units, corrected. */
  readonly gain: number;
}

/** In NSM units, corrected by the level, but for the parts of its beliefs. */
export interface Worth {
  /** In the order of the effects. */
  readonly beliefs: readonly Belief[];
  readonly gain: number;
  /** Of the ticket alone, its own doubt about the level included. */
  readonly variance: number;
  /** The nested cases; "nothing moves" is last. */
  readonly outcomes: readonly Outcome[];
}

/** Each part's share of the whole gain before the level, in the order given. */
function sharesOf(parts: readonly (Part & { readonly input: string })[], { ground }: Beliefs): readonly number[] {
  // Prices come in the framework's order, and go back to their effects.
  const order = ground.inputs.flatMap(({ id }) => parts.flatMap(({ input }, i) => (input === id ? [i] : [])));
  const sizes = parts.map(({ input, chance, mean, variance }) => {
    const half = Z * Math.max(Math.sqrt(variance), 1e-9 * Math.abs(mean), 1e-12);
    return { input, chance, low: mean - half, high: mean + half };
  });
  const terms = pricerOf(ground)(sizes);
  const shares = terms ? partsIn(terms) : [];
  return parts.map((_, i) => shares[order.indexOf(i)] ?? 0);
}

/** `undefined` where the framework names no worth for the effects, or there are none. Source: Rank. */
export function worthOf(effects: readonly Sized[], beliefs: Beliefs): Worth | undefined {
  const cases = effects.length > 0 ? outcomesOf(effects, beliefs) : undefined;
  if (!cases) return undefined;
  const { level, doubt } = beliefs.learned;
  const outcomes = cases.map(({ weight, mean, variance }) => ({ weight, mean: level * mean, variance: level ** 2 * variance }));
  const gain = outcomes.reduce((sum, one) => sum + one.weight * one.mean, 0);
  const own = outcomes.reduce((sum, one) => sum + one.weight * (one.variance + (one.mean - gain) ** 2), 0);
  const parts = partsOf(effects, beliefs);
  const shares = sharesOf(parts, beliefs);
  return {
    beliefs: parts.map(({ input, ...part }, i) => ({ input, part, gain: level * (shares[i] ?? 0) })),
    gain,
    variance: own * (1 + doubt / level ** 2),
    outcomes,
  };
}
