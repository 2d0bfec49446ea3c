// One value of a team from the answers of its members: theirs stay as given, this one is derived and never stored.
import type { Answer, Effect } from '../model/tag.ts';
import { type Size, Z } from './effect.ts';

/** C: half of the disagreement counts as doubt, and 1.4826 makes a standard deviation of a median distance. */
const DOUBT = (1.4826 * Z) ** 2 / 2;

/** Middle value, or the mean of the two in the middle; not a number for no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** A team's effect on one input, in the input's unit. */
export interface TeamValue extends Size {
  readonly mid: number;
  /** How many of those who answered named the input. */
  readonly named: number;
  /** Doubt as a share of doubt and disagreement, 0..1; under a half, "you disagree more than you doubt". */
  readonly agreement: number;
}

/**
 * The team's value on one input, from those who named it.
 * @param answered how many answered at all; who named another input, or "not North Star work", gives it no chance
 * @returns undefined where nobody named it
 * Source: Team value.
 */
export function teamValue(sizes: readonly Size[], answered: number): TeamValue | undefined {
  if (sizes.length === 0) return undefined;
  const mids = sizes.map(({ low, mid, high }) => mid ?? (low + high) / 2);
  const mid = median(mids);
  const low = median(sizes.map((size) => size.low));
  const high = median(sizes.map((size) => size.high));
  const apart = DOUBT * median(mids.map((one) => Math.abs(one - mid))) ** 2;
  const half = (high - low) / 2;
  return {
    // As typed where all agree: the root of a square may lose the last digit.
    low: apart === 0 ? low : mid - Math.sqrt((mid - low) ** 2 + apart),
    mid,
    high: apart === 0 ? high : mid + Math.sqrt((high - mid) ** 2 + apart),
    chance: sizes.reduce((sum, { chance }) => sum + chance, 0) / answered,
    named: sizes.length,
    agreement: half ** 2 / (half ** 2 + 2 * apart),
  };
}

export interface TeamAnswer {
  readonly answered: number;
  /** How many of them said "not North Star work". */
  readonly against: number;
  /** By input, the one named by most first, else in the order named. */
  readonly effects: readonly (TeamValue & { readonly input: string })[];
}

/** The team's answer for one ticket, from one answer per member; nobody answered, or nobody named an input: no effects. */
export function teamAnswer(answers: readonly Answer[]): TeamAnswer {
  // One member, one vote on each input: of an input named twice, the first counts.
  const votes = (effects: readonly Effect[]): Effect[] =>
    effects.filter(({ input }, i) => effects.findIndex((other) => other.input === input) === i);
  const effects = answers.flatMap((answer) => (answer.kind === 'effects' ? votes(answer.effects) : []));
  const values = [...Map.groupBy(effects, ({ input }) => input)].flatMap(([input, own]) => {
    const value = teamValue(own, answers.length);
    return value ? [{ input, ...value }] : [];
  });
  return {
    answered: answers.length,
    against: answers.filter(({ kind }) => kind === 'not-north-star').length,
    effects: values.toSorted((a, b) => b.named - a.named),
  };
}
