// Whether the open work is enough: per input, the chance that its gap closes if all of it ships.
import type { Metric } from '../model/metric.ts';
import { normalCdf } from './normal.ts';
import type { Part } from './rank.ts';
import type { Learned } from './record.ts';

/** What one open tagged ticket does to the input: chance, m' and Bv in the input's unit, before the level. */
export interface Work extends Part {
  readonly ticket: string;
}

/** M' = sum pm' and W' + V' = sum pBv + p(1 - p)m'^2: what work adds up to, and its variance but for the level. */
interface Sums {
  readonly mean: number;
  readonly variance: number;
}
const NOTHING: Sums = { mean: 0, variance: 0 };
const and = (sums: Sums, { chance, mean, variance }: Part): Sums => ({
  mean: sums.mean + chance * mean,
  variance: sums.variance + chance * variance + chance * (1 - chance) * mean ** 2,
});

/** The level is drawn once for all tickets, so its doubt does not average out. */
function chanceOf({ mean, variance }: Sums, gap: number, { level, doubt }: Learned): number {
  const over = (level * mean - gap) * (gap < 0 ? -1 : 1);
  return over === 0 ? 0.5 : normalCdf(over / Math.sqrt((level ** 2 + doubt) * variance + doubt * mean ** 2));
}

/**
 * P(gap closed) if all of the work ships. Without work it is 0.
 * @param gap target - current in the input's own unit, not 0; below 0 the input has to fall
 * Source: Coverage and gap.
 */
export const chanceClosed = (work: readonly Part[], gap: number, learned: Learned): number =>
  chanceOf(work.reduce(and, NOTHING), gap, learned);

/** The tickets to ship, the chance they give, and whether it is 50 %; if not, they are all there are. */
export interface SmallestSet {
  readonly tickets: readonly string[];
  readonly chance: number;
  readonly enough: boolean;
}

/** Tickets in rank order until the chance is 50 %, or "all of it reaches x %". Source: Coverage and gap. */
export function smallestSet(inRankOrder: readonly Work[], gap: number, learned: Learned): SmallestSet {
  const tickets: string[] = [];
  let sums = NOTHING;
  for (const work of inRankOrder) {
    tickets.push(work.ticket);
    sums = and(sums, work);
    const chance = chanceOf(sums, gap, learned);
    if (chance >= 0.5) return { tickets, chance, enough: true };
  }
  return { tickets, chance: chanceOf(sums, gap, learned), enough: false };
}

/** An input as its gap needs it; `current` is its last reading. */
export interface Goal extends Pick<Metric, 'id' | 'direction' | 'target'> {
  readonly current?: number | undefined;
}

/** An open ticket: its parts by input, none for "not North Star work", undefined without a tag. */
export interface OpenTicket {
  readonly ticket: string;
  readonly parts: readonly (Part & { readonly input: string })[] | undefined;
}

export interface InputCoverage {
  readonly input: string;
  /** Open tagged tickets on the input, in the order given. */
  readonly work: readonly Work[];
  /** Target - current in the input's unit; undefined without a target or a reading. */
  readonly gap: number | undefined;
  /** At the target or past it, the good way: there is nothing left to close. */
  readonly reached: boolean;
  /** P(gap closed); undefined where there is no gap to close. */
  readonly chance: number | undefined;
}

export interface Coverage {
  readonly inputs: readonly InputCoverage[];
  /** Ids of inputs that no open tagged ticket moves. */
  readonly idle: readonly string[];
  /** Open tickets without a tag. */
  readonly untagged: readonly string[];
}

/** Coverage of one input by the work on it. Source: Coverage and gap. */
export function coverageOn({ id, direction, target, current }: Goal, work: readonly Work[], learned: Learned): InputCoverage {
  const gap = target && current !== undefined ? target.value - current : undefined;
  const reached = gap !== undefined && (direction === 'up' ? gap <= 0 : gap >= 0);
  return { input: id, work, gap, reached, chance: gap === undefined || reached ? undefined : chanceClosed(work, gap, learned) };
}

/** Coverage of every input, and what is missing as lists. Source: Coverage and gap. */
export function coverageOf(goals: readonly Goal[], tickets: readonly OpenTicket[], learned: Learned): Coverage {
  const inputs = goals.map((goal): InputCoverage => {
    const work = tickets.flatMap(({ ticket, parts = [] }) =>
      parts.filter(({ input }) => input === goal.id).map((part) => ({ ...part, ticket })),
    );
    return coverageOn(goal, work, learned);
  });
  return {
    inputs,
    idle: inputs.filter(({ work }) => work.length === 0).map(({ input }) => input),
    untagged: tickets.filter(({ parts }) => !parts).map(({ ticket }) => ticket),
  };
}
