// The draws of the acceptance simulations, reproducible by anyone from their definition, and what a simulation hands back.
import { normalQuantile } from '../../lib/impact/normal.ts';
import { median } from '../../lib/impact/team.ts';

/** One figure: `required` are the least and the greatest it may be; without them it is told for scale. */
export interface Figure {
  readonly what: string;
  readonly measured: number;
  readonly required: readonly [low: number, high: number] | undefined;
}

export interface Random {
  /** Uniform in 0..1, never 0. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Median of three uniforms. */
  middle(): number;
}

/** mulberry32 + 2^-33; a normal is its quantile. Source: Acceptance simulations. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32 + 2 ** -33;
  };
  return { uniform, normal: () => normalQuantile(uniform()), middle: () => median([uniform(), uniform(), uniform()]) };
}

/** `count` things, made in order. */
export const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** Mean of numbers, or share of those that are true. */
export const meanOf = (values: readonly (number | boolean)[]): number => values.reduce<number>((a, b) => a + Number(b), 0) / values.length;

/** AR(1) with variance 1, begun where it lives; with a carry of 1, a walk of steps 1. */
export function autoregressive(random: Random, carry: number, count: number): number[] {
  const fresh = carry < 1 ? Math.sqrt(1 - carry * carry) : 1;
  let value = random.normal();
  return times(count, (i) => (value = i === 0 ? value : carry * value + fresh * random.normal()));
}

/** What is required, at full scale; with fewer draws a figure may be farther off by chance alone. */
export const between = (low: number, high: number, scale: number): readonly [low: number, high: number] => {
  const slack = scale < 1 ? 0.05 : 0;
  return [low - slack, high + slack];
};

/** Whether a figure is what it has to be; no number never is. */
export const met = ({ measured, required }: Figure): boolean =>
  required === undefined || (measured >= required[0] && measured <= required[1]);
