// What the resolved tickets teach: how much wider the truth spreads than people say, and how much of it comes.
import type { Size } from './effect.ts';
import { type Class, type Guess, shrunk } from './rank.ts';

/** The learned width and level. */
export interface Learned {
  /** k: half ranges are multiplied by it. */
  readonly width: number;
  /** c: gains are multiplied by it. */
  readonly level: number;
  /** var_c: how little is known of the level. */
  readonly variance: number;
  /** T = var_c + 0.04: the level of a quarter differs from that of the record. */
  readonly doubt: number;
}

/** Variance of the level from one resolved item to another. Source: Record, Level. */
const SCATTER = 0.04;
const PRIOR_WIDTH = Math.log(1.5);

/** An effect as it was when work started, with the class it had then; a side effect has none. */
export interface Frozen extends Guess {
  readonly kin?: Class | undefined;
}

/** An experiment or a bundle: its frozen tags on one input, the change measured, and the noise (sd > 0) of measuring. */
export interface Item {
  readonly tags: readonly Frozen[];
  readonly actual: number;
  readonly noise: number;
}

/** An item in sums: M = sum pm, W = sum ps^2, V0 = sum p(1 - p)m^2; `single` where it is one ticket. */
export interface Resolved extends Pick<Item, 'actual' | 'noise'> {
  readonly mean: number;
  readonly spread: number;
  readonly chances: number;
  readonly single?: Guess | undefined;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Sums of an item's tags. Source: Record. */
export function resolvedOf({ tags, actual, noise }: Item): Resolved {
  return {
    actual,
    noise,
    mean: sum(tags.map((tag) => tag.chance * tag.mean)),
    spread: sum(tags.map((tag) => tag.chance * tag.sd ** 2)),
    chances: sum(tags.map((tag) => tag.chance * (1 - tag.chance) * tag.mean ** 2)),
    single: tags.length === 1 ? tags[0] : undefined,
  };
}

/** Log density of N(mean, variance) at x, without the constant. */
const logDensity = (x: number, mean: number, variance: number): number => -((x - mean) ** 2) / (2 * variance) - Math.log(variance) / 2;

function logLikelihood(item: Resolved, square: number): number {
  const { actual, noise, single } = item;
  if (!single) return logDensity(actual, item.mean, square * item.spread + item.chances + noise ** 2);
  const moved = logDensity(actual, single.mean, square * single.sd ** 2 + noise ** 2) + Math.log(single.chance);
  if (single.chance === 1) return moved;
  const still = logDensity(actual, 0, noise ** 2) + Math.log(1 - single.chance);
  // Of two numbers too small to be written, the larger still counts.
  return Math.max(moved, still) + Math.log1p(Math.exp(-Math.abs(moved - still)));
}

/** The width k: posterior mean of its logarithm over a grid from 0.41 to 5.5. No items: 1.5. Source: Record, Width. */
export function widthOf(items: readonly Resolved[]): number {
  const steps = Array.from({ length: 53 }, (_, i) => 0.05 * (i - 26));
  const logs = steps.map((step) => {
    const square = Math.exp(2 * (PRIOR_WIDTH + step));
    return items.reduce((total, item) => total + logLikelihood(item, square), -((step / 0.4) ** 2) / 2);
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  return Math.exp(PRIOR_WIDTH + sum(steps.map((step, i) => step * (weights[i] ?? 0))) / sum(weights));
}

/** The level c and its variance, at a width. `shrunk` is M' = sum pm'. No items: 0.8, 0.16. Source: Record, Level. */
export function levelOf(
  items: readonly (Resolved & { readonly shrunk: number })[],
  width: number,
): Pick<Learned, 'level' | 'variance' | 'doubt'> {
  let precision = 6.25;
  let pull = 5;
  for (const { spread, chances, noise, actual, shrunk: promised } of items) {
    const v = width ** 2 * spread + chances + noise ** 2 + SCATTER * promised ** 2;
    precision += promised ** 2 / v;
    pull += (promised * actual) / v;
  }
  return { level: pull / precision, variance: 1 / precision, doubt: 1 / precision + SCATTER };
}

/** Width and level from a record. M' uses the classes frozen with the tags, and today's width. Source: Record; Rank. */
export function learn(items: readonly Item[]): Learned {
  const resolved = items.map(resolvedOf);
  const width = widthOf(resolved);
  const promised = (tags: readonly Frozen[]): number => sum(tags.map((tag) => tag.chance * shrunk(tag, width, tag.kin).mean));
  return {
    width,
    ...levelOf(
      resolved.map((item, i) => ({ ...item, shrunk: promised(items[i]?.tags ?? []) })),
      width,
    ),
  };
}

/** What is taken for true before anything was resolved. */
export const UNLEARNED: Learned = learn([]);

/** The range that a typed one stands for, at a learned width; always shown beside the typed one. Source: Record, Corrected range. */
export function corrected(size: Size, width: number): Size {
  const mid = size.mid ?? (size.low + size.high) / 2;
  return { ...size, low: mid - width * (mid - size.low), high: mid + width * (size.high - mid) };
}

type Range = Pick<Size, 'low' | 'high'>;
const missOf = ({ low, high }: Range, actual: number): number => Math.max(low - actual, actual - high, 0);

/** Width, and ten times the miss: the lower, the better the 80 % range. Source: Record, Interval score. */
export const intervalScore = (range: Range, actual: number): number => range.high - range.low + 10 * missOf(range, actual);

/** How many of the changes measured on an input fell into the ranges given for them; `n` is of how many. */
export interface Hits {
  readonly input: string;
  readonly n: number;
  readonly typed: number;
  readonly corrected: number;
}

/** Hits of typed and corrected ranges, inputs in the order they come. Source: Record, Shown. */
export function hitsOf(
  outcomes: readonly { readonly input: string; readonly size: Size; readonly actual: number }[],
  width: number,
): Hits[] {
  const inputs = Map.groupBy(outcomes, ({ input }) => input);
  return [...inputs].map(([input, own]) => ({
    input,
    n: own.length,
    typed: own.filter(({ size, actual }) => missOf(size, actual) === 0).length,
    corrected: own.filter(({ size, actual }) => missOf(corrected(size, width), actual) === 0).length,
  }));
}
