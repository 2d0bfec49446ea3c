// Whether two metrics go together, and after how many weeks; said only where chance would hardly say it. Never a cause.
import { normalQuantile } from './normal.ts';
import { carryOf } from './pace.ts';

/** Longest lag tried, in weeks. */
export const LONGEST_LAG = 13;
/** Fewer pairs of weeks say nothing. */
export const FEWEST_PAIRS = 12;
const FEWEST_EFFECTIVE = 8;
/** Inputs closer than this overlap too much to count as two. */
const TOO_CLOSE = 0.7;

/** One value a week, oldest first; a missing week keeps its place. */
export type Weekly = readonly (number | undefined)[];

/** The correlation at one lag, with an interval that allows for all lags tried and for points that resemble their neighbours. */
export interface Relation {
  /** Weeks by which the first series leads. */
  readonly lag: number;
  readonly pairs: number;
  /** As many independent pairs would say as much. */
  readonly effective: number;
  readonly r: number;
  readonly low: number;
  readonly high: number;
  /** The interval is without 0; only then it is called a relation. */
  readonly related: boolean;
}

/** How many independent pairs say as much, given what either series carries over (f, g). Source: Relations. */
export const effectivePairs = (pairs: number, f: number, g: number): number => (pairs * (1 - f * g)) / (1 + f * g);

/** The 95 % interval of a correlation for `tried` lags at once; `effective` > 3. Source: Relations. */
export function correlationInterval(r: number, effective: number, tried: number): { readonly low: number; readonly high: number } {
  const half = normalQuantile(1 - 0.025 / tried) / Math.sqrt(effective - 3);
  return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

type Pairs = readonly (readonly [number, number])[];

/** Pearson's r, -1..1; undefined where either side is flat. */
function correlation(pairs: Pairs): number | undefined {
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [x0, y0] = [mean(0), mean(1)];
  let [xx, yy, xy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xx += (x - x0) ** 2;
    yy += (y - y0) ** 2;
    xy += (x - x0) * (y - y0);
  }
  return xx > 0 && yy > 0 ? Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy))) : undefined;
}

/** The lags with enough to say, each with its r; the second series is read `lag` weeks after the first. */
function readable(first: Weekly, second: Weekly, lags: readonly number[]): Pick<Relation, 'lag' | 'pairs' | 'effective' | 'r'>[] {
  const [f, g] = [carryOf(first, 0.95), carryOf(second, 0.95)];
  return lags.flatMap((lag) => {
    const pairs: Pairs = first.flatMap((x, week) => {
      const y = second[week + lag];
      return x === undefined || y === undefined ? [] : [[x, y] as const];
    });
    const effective = effectivePairs(pairs.length, f, g);
    const r = pairs.length >= FEWEST_PAIRS && effective >= FEWEST_EFFECTIVE ? correlation(pairs) : undefined;
    return r === undefined ? [] : [{ lag, pairs: pairs.length, effective, r }];
  });
}

/**
 * The relation of an input to what follows it, at every lag of 0..13 weeks that has enough pairs; none has, none is there.
 * Both series begin in the same week. Source: Relations.
 */
export function relationsOf(input: Weekly, later: Weekly): Relation[] {
  const found = readable(
    input,
    later,
    Array.from({ length: LONGEST_LAG + 1 }, (_, lag) => lag),
  );
  return found.map((one) => {
    const { low, high } = correlationInterval(one.r, one.effective, found.length);
    return { ...one, low, high, related: low > 0 || high < 0 };
  });
}

/** Two inputs that go together so closely (|r| > 0.7 in the same week) that a gain of both may be one; else undefined. Source: Relations. */
export function overlapOf(one: Weekly, other: Weekly): Relation | undefined {
  const [now] = readable(one, other, [0]);
  if (!now || Math.abs(now.r) <= TOO_CLOSE) return undefined;
  const { low, high } = correlationInterval(now.r, now.effective, 1);
  return low > 0 || high < 0 ? { ...now, low, high, related: true } : undefined;
}
