// What an answer is believed to bring: its main effect shrunk toward what others say of the same input, carried to the North Star
// and taken at the level that such promises were kept at.
import type { Effect } from '../model/tag.ts';
import { moments, Z } from './effect.ts';
import { casesOf } from './impact.ts';
import { type Ground, pricerOf } from './pricing.ts';
import { chanceAbove, type Class, classOf, type Guess, inNorthStar, nested, type Outcome, type Part, shrunk } from './rank.ts';
import type { Learned } from './record.ts';
import { roomOf } from './room.ts';

/** An effect without the words it was typed in. */
export type Sized = Omit<Effect, 'text'>;

/** What beliefs stand on; `classes` by input. */
export interface Beliefs {
  readonly ground: Ground;
  readonly classes: ReadonlyMap<string, Class>;
  readonly learned: Learned;
}

/** An effect as believed, in its input's unit. */
export interface InputPart extends Part {
  readonly input: string;
}

/** What an effect says, in its input's unit, as far as the input has room for it. */
export function guessOf(effect: Sized, ground: Ground): Guess {
  const input = ground.inputs.find(({ id }) => id === effect.input);
  const { mean, variance } = moments(effect, input && roomOf(input));
  return { chance: effect.chance, mean, sd: Math.sqrt(variance) };
}

/** The classes of main effects (the first of each live answer), for inputs that have five of them. Source: Rank. */
export function classesOf(mains: Iterable<Sized>, ground: Ground, { width }: Pick<Learned, 'width'>): Map<string, Class> {
  const guesses = new Map<string, Guess[]>();
  for (const main of mains) {
    const own = guesses.get(main.input);
    if (own) own.push(guessOf(main, ground));
    else guesses.set(main.input, [guessOf(main, ground)]);
  }
  const classes = new Map<string, Class>();
  for (const [input, own] of guesses) {
    const kin = classOf(own, width);
    if (kin) classes.set(input, kin);
  }
  return classes;
}

/** The effects as believed, in their order, before the level; only the first shrinks. Source: Rank. */
export function partsOf(effects: readonly Sized[], { ground, classes, learned }: Beliefs): InputPart[] {
  return effects.map((effect, i) => ({
    input: effect.input,
    ...shrunk(guessOf(effect, ground), learned.width, i === 0 ? classes.get(effect.input) : undefined),
  }));
}

/** Every input weighs by its own sensitivity, and by nothing else. */
const isSum = ({ formula, multipliers }: Ground): boolean => !formula && !multipliers?.length;

/** The nested cases in NSM units, before the level; `undefined` where the effects have no worth. */
export function outcomesOf(effects: readonly Sized[], beliefs: Beliefs): Outcome[] | undefined {
  const { ground } = beliefs;
  const parts = partsOf(effects, beliefs);
  if (isSum(ground)) {
    const carried = parts.flatMap((part) => {
      const sensitivity = ground.inputs.find(({ id }) => id === part.input)?.sensitivity;
      return sensitivity ? [inNorthStar(part, sensitivity)] : [];
    });
    return carried.length < parts.length ? undefined : nested(carried);
  }
  // Whatever f is, a believed effect is a normal; one without any width has the least there can be.
  const terms = pricerOf(ground)(
    parts.map(({ input, chance, mean, variance }) => {
      const half = Z * Math.max(Math.sqrt(variance), 1e-9 * Math.abs(mean), 1e-12);
      return { input, chance, low: mean - half, high: mean + half };
    }),
  );
  return terms && casesOf(terms);
}

/** The corrected gain c x mean impact and its own variance, NSM units; `undefined` where the effects have no worth. Source: Rank. */
export function believedGain(
  effects: readonly Sized[],
  beliefs: Beliefs,
): { readonly gain: number; readonly variance: number } | undefined {
  const cases = outcomesOf(effects, beliefs);
  if (!cases) return undefined;
  const { level, doubt } = beliefs.learned;
  let mean = 0;
  for (const one of cases) mean += one.weight * one.mean;
  let variance = 0;
  for (const one of cases) variance += one.weight * (one.variance + (one.mean - mean) ** 2);
  return { gain: level * mean, variance: (level ** 2 + doubt) * variance };
}

/** One of two that are compared; `effort` where it is gain per point that counts. */
export interface Contender {
  readonly effects: readonly Sized[];
  readonly effort?: number | undefined;
}

/**
 * P(a brings more of the North Star than b), the good way. Where both move one same input, in that input's unit, so that its
 * doubtful sensitivity cancels. `undefined` where one of them has no worth. Source: Rank.
 */
export function chanceBeats(a: Contender, b: Contender, beliefs: Beliefs): number | undefined {
  const { ground } = beliefs;
  const input = a.effects[0]?.input;
  const alone = a.effects.length === 1 && b.effects.length === 1 && b.effects[0]?.input === input;
  const sensitivity = alone && isSum(ground) ? ground.inputs.find(({ id }) => id === input)?.sensitivity : undefined;
  const good = ground.northStar.direction === 'up' ? 1 : -1;
  const cases = ({ effects, effort = 1 }: Contender): Outcome[] | undefined =>
    (sensitivity ? nested(partsOf(effects, beliefs)) : outcomesOf(effects, beliefs))?.map((one) => ({
      ...{ weight: one.weight, mean: one.mean / effort, variance: one.variance / effort ** 2 },
    }));
  const [mine, others] = [cases(a), cases(b)];
  if (!mine || !others) return undefined;
  const sign = sensitivity ? good * Math.sign(sensitivity.low + sensitivity.high) : good;
  return sign < 0 ? chanceAbove(others, mine) : chanceAbove(mine, others);
}
