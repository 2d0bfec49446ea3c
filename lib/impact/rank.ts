// Which ticket first: guesses shrunk toward their class, the gain that is left, and what deserves a closer look.
import type { Sensitivity } from '../model/metric.ts';
import { Z } from './effect.ts';
import { normalCdf, normalPdf } from './normal.ts';
import type { Learned } from './record.ts';

/** An effect as typed: the chance that the input moves; mean and standard deviation if it does, in the input's unit. */
export interface Guess {
  readonly chance: number;
  readonly mean: number;
  readonly sd: number;
}

/** An effect as believed: mean and variance if the input moves, in the input's unit or in NSM units. */
export interface Part {
  readonly chance: number;
  readonly mean: number;
  readonly variance: number;
}

/** Where the main effects on one input lie: their centre (mu) and the variance taken for real (tau^2). Frozen with a tag. */
export interface Class {
  readonly centre: number;
  readonly variance: number;
}

/** Fewer main effects say nothing about their class. Source: Rank. */
export const FEWEST_IN_CLASS = 5;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * The class of the main effects (first input named) of the live tags on one input; undefined under five.
 * The chance of zero is no noise and stays out. Source: Rank.
 * @param width the learned width k
 */
export function classOf(members: readonly Pick<Guess, 'mean' | 'sd'>[], width: number): Class | undefined {
  const n = members.length;
  if (n < FEWEST_IN_CLASS) return undefined;
  const plain = sum(members.map(({ mean }) => mean)) / n;
  const spread = sum(members.map(({ mean }) => (mean - plain) ** 2)) / (n - 1);
  if (spread === 0) return { centre: plain, variance: 0 };
  // A range that lies wholly beyond a bound has no width left; it must not weigh infinitely.
  const noises = members.map(({ sd }) => Math.max((width * sd) ** 2, 1e-9 * spread));
  const weights = noises.map((noise) => 1 / noise);
  const total = sum(weights);
  const weighted = sum(members.map(({ mean }, i) => mean * (weights[i] ?? 0))) / total;
  const q = sum(members.map(({ mean }, i) => (weights[i] ?? 0) * (mean - weighted) ** 2));
  const beyondNoise = (q - n + 1) / (total - sum(weights.map((w) => w * w)) / total);
  const variance = Math.max(beyondNoise, spread / 2);
  const pulls = noises.map((noise) => 1 / (noise + variance));
  return { centre: sum(members.map(({ mean }, i) => mean * (pulls[i] ?? 0))) / sum(pulls), variance };
}

/** A guess shrunk toward its class; a side effect, or one of too small a class, has none and keeps its mean. Source: Rank. */
export function shrunk({ chance, mean, sd }: Guess, width: number, kin: Class | undefined): Part {
  const noise = (width * sd) ** 2;
  if (!kin || noise === 0) return { chance, mean, variance: noise };
  const kept = kin.variance / (kin.variance + noise);
  return { chance, mean: kin.centre + kept * (mean - kin.centre), variance: kept * noise };
}

/** A part in the input's unit, carried to NSM units by a sensitivity (a normal through its P10 and P90). */
export function inNorthStar({ chance, mean, variance }: Part, { low, high }: Sensitivity): Part {
  const worth = (low + high) / 2;
  const doubt = ((high - low) / (2 * Z)) ** 2;
  return { chance, mean: worth * mean, variance: (worth ** 2 + doubt) * variance + doubt * mean ** 2 };
}

/** One of the nested cases: its probability, and the mean and variance of the change in it. */
export interface Outcome {
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
}

/** One event per ticket: the likeliest part moves alone, then with the next, and so on; "nothing moves" is last. Source: Rank. */
export function nested(parts: readonly Part[]): Outcome[] {
  const likeliest = parts.toSorted((a, b) => b.chance - a.chance);
  let mean = 0;
  let variance = 0;
  const outcomes = likeliest.map((part, i) => {
    mean += part.mean;
    variance += part.variance;
    return { weight: part.chance - (likeliest[i + 1]?.chance ?? 0), mean, variance };
  });
  return [...outcomes, { weight: 1 - (likeliest[0]?.chance ?? 0), mean: 0, variance: 0 }];
}

/** P(A > B) of two tickets, from their nested cases in one unit (where both move one same input: its own). Source: Rank. */
export function chanceAbove(a: readonly Outcome[], b: readonly Outcome[]): number {
  const above = (one: Outcome, other: Outcome): number => {
    const distance = one.mean - other.mean;
    return distance === 0 ? 0.5 : normalCdf(distance / Math.sqrt(one.variance + other.variance));
  };
  return sum(a.flatMap((one) => b.map((other) => (one.weight && other.weight ? one.weight * other.weight * above(one, other) : 0))));
}

/** What a ticket is expected to bring, corrected, in NSM units. */
export interface Gain {
  readonly gain: number;
  /** Of the ticket alone; the doubt about the level is shared by all and counts where tickets are summed. */
  readonly variance: number;
  /** Each part's own share of `gain`, in the order given. */
  readonly parts: readonly number[];
}

/** The corrected gain c x mean impact, of parts in NSM units where every input weighs by its sensitivity. Source: Rank. */
export function gainOf(parts: readonly Part[], { level, doubt }: Learned): Gain {
  const cases = nested(parts);
  const mean = sum(cases.map((one) => one.weight * one.mean));
  const variance = sum(cases.map((one) => one.weight * (one.variance + (one.mean - mean) ** 2)));
  return {
    gain: level * mean,
    variance: (level ** 2 + doubt) * variance,
    parts: parts.map((part) => level * part.chance * part.mean),
  };
}

/** What a ranking needs of a ticket; `effort` in the team's own points, above zero. */
export interface Candidate {
  readonly ticket: string;
  readonly gain: number;
  readonly effort?: number | undefined;
}

/** Gain per point of effort; nothing can be said without an effort. */
export const perEffort = ({ gain, effort }: Omit<Candidate, 'ticket'>): number | undefined => (effort ? gain / effort : undefined);

/** Best first, ties by ticket id. By gain per effort, tickets without an effort come last, by gain. Source: Rank. */
export function ranked<T extends Candidate>(tickets: readonly T[], by: 'gain' | 'gain-per-effort'): T[] {
  const keyed = tickets.map((ticket) => {
    const rate = by === 'gain' ? undefined : perEffort(ticket);
    return { ticket, keys: rate === undefined ? ([-Infinity, ticket.gain] as const) : ([rate, 0] as const) };
  });
  // Infinity less infinity is no number, so keys are compared, not subtracted.
  const falling = (a: number, b: number): number => (a > b ? -1 : a < b ? 1 : 0);
  const order = keyed.toSorted(
    (a, b) => falling(a.keys[0], b.keys[0]) || falling(a.keys[1], b.keys[1]) || (a.ticket.ticket < b.ticket.ticket ? -1 : 1),
  );
  return order.map(({ ticket }) => ticket);
}

/**
 * What fits, of tickets in rank order: one that no longer fits is skipped, a smaller one behind it may. It ends where the
 * gain does; tickets without an effort are passed over. Source: Acceptance simulations, Ranking.
 * @param capacity in the points of the efforts
 */
export function fitting<T extends Pick<Candidate, 'gain' | 'effort'>>(inOrder: readonly T[], capacity: number): T[] {
  let left = capacity;
  return inOrder.filter(({ gain, effort }) => {
    if (!(gain > 0) || !effort || effort > left) return false;
    left -= effort;
    return true;
  });
}

/** What knowing a gain better is worth: how much is lost on average by deciding now, `distance` away from the line. Source: Rank. */
export function worthOfKnowing(sd: number, distance: number): number {
  if (sd === 0) return 0;
  const t = distance / sd;
  // Far from the line nothing is left but dust, of either sign.
  return sd * Math.max(0, normalPdf(t) - t * normalCdf(-t));
}

/** The ticket whose estimate to improve first; undefined where nothing fits, so that no line is drawn. Source: Rank, "Improve first". */
export function improveFirst<T extends Candidate & Pick<Gain, 'variance'>>(tickets: readonly T[], capacity: number): T | undefined {
  const last = fitting(ranked(tickets, 'gain-per-effort'), capacity).at(-1);
  const line = last && perEffort(last);
  if (line === undefined) return undefined;
  const worths = tickets.map((ticket) => {
    const { gain, variance, effort } = ticket;
    return { ticket, worth: effort ? worthOfKnowing(Math.sqrt(variance), Math.abs(gain - effort * line)) : 0 };
  });
  return worths.reduce((a, b) => (b.worth > a.worth || (b.worth === a.worth && b.ticket.ticket < a.ticket.ticket) ? b : a)).ticket;
}
