// What really happened: tickets shipped together against the readings that would have come without them.
import type { Dated } from '../model/metric.ts';
import { type Size, Z } from './effect.ts';
import { daysBetween, FEWEST_POINTS } from './pace.ts';
import type { Guess } from './rank.ts';

/** Tickets on one input that ship within this many days are one bundle: apart, their effects cannot be told from each other. */
const BUNDLE_DAYS = 28;
/** Weekly readings before the first ships: at most, and (as for a trend) at least. */
const MOST_BEFORE = 52;
/** Weeks after the last ships that are averaged. */
export const WEEKS_AFTER = 4;
/** An 80 % interval reaches Z; seen 4 times in 5 takes 0.8416 more. */
const VISIBLE = 2.1232;

/** A ticket that shipped, on one of its inputs. `date` is an ISO day. */
export interface Shipped {
  readonly ticket: string;
  readonly input: string;
  readonly date: string;
}

export interface Bundle {
  readonly input: string;
  readonly tickets: readonly string[];
  readonly first: string;
  readonly last: string;
}

/** Bundles by input, oldest first: the first to ship opens one, and what ships within 4 weeks of it joins. Source: Against reality. */
export function bundlesOf(shipped: readonly Shipped[]): Bundle[] {
  const bundles: (Bundle & { tickets: string[]; last: string })[] = [];
  const open = new Map<string, (typeof bundles)[number]>();
  for (const { ticket, input, date } of shipped.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const bundle = open.get(input);
    if (bundle && daysBetween(bundle.first, date) <= BUNDLE_DAYS) {
      bundle.tickets.push(ticket);
      bundle.last = date;
    } else {
      const next = { input, tickets: [ticket], first: date, last: date };
      open.set(input, next);
      bundles.push(next);
    }
  }
  return bundles;
}

/** What is compared: weekly values before, the mean of the weeks after, and the weeks between them. */
export interface Windows {
  readonly before: readonly number[];
  readonly after: number;
  /** h: whole weeks from the end of the last week before to the beginning of the first week after. */
  readonly ahead: number;
}

/**
 * The windows around a bundle; undefined until four weeks that begin after the last ships plus the lag are over, and where
 * nothing was read before.
 * @param readings weekly, oldest first; a date is the last day of its week
 * @param lag weeks until the input shows an effect
 */
export function windowsOf(readings: readonly Dated[], { first, last }: Pick<Bundle, 'first' | 'last'>, lag: number): Windows | undefined {
  const before = readings.filter(({ date }) => date < first).slice(-MOST_BEFORE);
  const after = readings.filter(({ date }) => daysBetween(last, date) - 6 > 7 * lag).slice(0, WEEKS_AFTER);
  const [end, begin] = [before.at(-1), after[0]];
  if (!end || !begin || after.length < WEEKS_AFTER) return undefined;
  return {
    before: before.map(({ value }) => value),
    after: after.reduce((sum, { value }) => sum + value, 0) / WEEKS_AFTER,
    ahead: Math.max(0, Math.round(daysBetween(end.date, begin.date) / 7) - 1),
  };
}

/** What would have been read without the bundle, in the metric's unit. */
export interface Counterfactual {
  /** Y. */
  readonly expected: number;
  /** n: standard deviation of the change measured against it. */
  readonly noise: number;
  /** 80 % band. */
  readonly low: number;
  readonly high: number;
  /** Smallest change that is seen 4 times in 5. */
  readonly visible: number;
  /** Weight of the newest reading (alpha), 0..1. */
  readonly newest: number;
}

export type Refusal = { readonly refused: 'few-readings'; readonly least: number } | { readonly refused: 'flat' };

/**
 * A local level (a walk seen through noise), carried `ahead` weeks and averaged over four. Source: Against reality.
 * @param before weekly readings, oldest first; the last 52 count
 */
export function counterfactual(before: readonly number[], ahead: number): Counterfactual | Refusal {
  const values = before.slice(-MOST_BEFORE);
  if (values.length < FEWEST_POINTS) return { refused: 'few-readings', least: FEWEST_POINTS };
  const steps = values.slice(1).map((value, i) => value - (values[i] ?? value));
  const meanSquare = steps.reduce((sum, step) => sum + step * step, 0) / steps.length;
  if (meanSquare === 0) return { refused: 'flat' };
  const lagged = steps.reduce((sum, step, i) => sum + step * (steps[i - 1] ?? 0), 0) / steps.length;
  const levelNoise = Math.min(meanSquare, Math.max(0.02 * meanSquare, meanSquare + 2 * lagged));
  const readingNoise = (meanSquare - levelNoise) / 2;
  const ratio = levelNoise / readingNoise;
  const newest = readingNoise === 0 ? 1 : (Math.sqrt(ratio * ratio + 4 * ratio) - ratio) / 2;
  // Youngest first: weights fall by what each newer reading took.
  const weights = values.map((_, i) => (1 - newest) ** (values.length - 1 - i));
  const expected = values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / weights.reduce((a, b) => a + b, 0);
  const n = WEEKS_AFTER;
  const variance = newest * readingNoise + levelNoise * (ahead + ((n + 1) * (2 * n + 1)) / (6 * n)) + readingNoise / n;
  // Level and reading noise are estimates themselves: 1.0924 makes the band hold.
  const noise = 1.0924 * Math.sqrt(variance);
  return { expected, noise, low: expected - Z * noise, high: expected + Z * noise, visible: VISIBLE * noise, newest };
}

/** A bundle against what would have been. Events and untagged work on the input belong beside it; it claims no cause. */
export interface Measured extends Counterfactual {
  /** a: the mean after, less what was expected. */
  readonly change: number;
  /** Outside the band; inside it "cannot be told from no change". */
  readonly told: boolean;
  /** What was promised lies below the smallest visible change: "too small to see; it needs x", which is `visible`. */
  readonly tooSmall: boolean;
}

/**
 * The change since a bundle shipped. It enters the record either way: its noise makes it weigh little.
 * @param promised cM' of the bundle, in the input's unit
 */
export function measure({ before, after, ahead }: Windows, promised: number): Measured | Refusal {
  const without = counterfactual(before, ahead);
  if ('refused' in without) return without;
  return {
    ...without,
    change: after - without.expected,
    told: after < without.low || after > without.high,
    tooSmall: Math.abs(promised) < without.visible,
  };
}

/**
 * What each ticket of a bundle is taken to have brought: what it promised, and of what differs from all promises as much
 * as it was doubted, after noise has had its part. Source: Against reality, "A ticket's share".
 * @param width the learned width k
 */
export function sharesOf(tickets: readonly Guess[], change: number, noise: number, width: number): number[] {
  const doubts = tickets.map(({ chance, mean, sd }) => chance * (width * sd) ** 2 + chance * (1 - chance) * mean ** 2);
  const all = doubts.reduce((a, b) => a + b, 0) + noise ** 2;
  const promised = tickets.reduce((sum, { chance, mean }) => sum + chance * mean, 0);
  return tickets.map(({ chance, mean }, i) => chance * mean + (all > 0 ? ((doubts[i] ?? 0) / all) * (change - promised) : 0));
}

/** While typing: how many of the shares lie below the range, in it, and above it. Source: Against reality. */
export function placeAmong(
  { low, high }: Pick<Size, 'low' | 'high'>,
  shares: readonly number[],
): { readonly below: number; readonly within: number; readonly above: number } {
  const below = shares.filter((share) => share < low).length;
  const above = shares.filter((share) => share > high).length;
  return { below, within: shares.length - below - above, above };
}

/** The NSM's change against what its inputs' changes say, in NSM units. */
export interface Divergence {
  readonly difference: number;
  /** More than this is hardly noise: 1.96 standard deviations. */
  readonly allowed: number;
  /** "Either your input mapping is wrong or there's an external factor." */
  readonly diverges: boolean;
}

/**
 * Source: Against reality, "Divergence" (requirement 47).
 * @param northStar its measured change a and noise n
 * @param mapped f(after) - f(before), of the inputs as measured
 * @param inputs each input's slope of f (NSM units per unit) and noise n
 */
export function divergenceOf(
  northStar: { readonly change: number; readonly noise: number },
  mapped: number,
  inputs: readonly { readonly slope: number; readonly noise: number }[],
): Divergence {
  const variance = inputs.reduce((sum, { slope, noise }) => sum + (slope * noise) ** 2, northStar.noise ** 2);
  const difference = northStar.change - mapped;
  const allowed = 1.96 * Math.sqrt(variance);
  return { difference, allowed, diverges: Math.abs(difference) > allowed };
}
