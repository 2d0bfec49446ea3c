// The backlog at a glance: how much of it is answered, whether the open work reaches the targets, and what other work costs.
import type { Measured } from '../ask.ts';
import { type Beliefs, partsOf } from '../impact/believed.ts';
import type { Reason } from '../impact/cost.ts';
import { coverageOn, type SmallestSet, smallestSet, type Work } from '../impact/coverage.ts';
import { Z } from '../impact/effect.ts';
import type { Learned } from '../impact/record.ts';
import { type Worth, worthOf } from '../impact/worth.ts';
import type { TicketFacts } from '../model/facts.ts';
import type { Basis } from './basis.ts';
import { isOpen, type QuarterCost, quartersOf, reasonOf } from './quarters.ts';
import type { BacklogRow } from './ranking.ts';
import { placesBy } from './slices.ts';

/** A piece of work with what it is believed to bring; no worth for other work, and where the framework names none. */
export interface Weighed extends Pick<BacklogRow, 'effects' | 'effort' | 'at'> {
  /** Its key, and as the address spells it. */
  readonly ticket: string;
  readonly shown: string;
  readonly title: string;
  /** Of work that is not for the North Star: the reason given most often. */
  readonly reason: Reason | undefined;
  readonly open: boolean;
  readonly worth: Worth | undefined;
}

/** One metric against its target, in its own unit. */
export interface GapLine {
  readonly metric: Measured;
  /** Target - current; undefined without a target or a reading. */
  readonly gap: number | undefined;
  readonly reached: boolean;
  /** What the open tagged work adds up to, if all of it ships: mean and 80 % interval. */
  readonly closes: { readonly low: number; readonly mean: number; readonly high: number };
  /** P(target reached); undefined where there is no gap to close. */
  readonly chance: number | undefined;
  /** Open tickets on it, and the points of those that have an effort; a ticket on two inputs counts for both. */
  readonly count: number;
  readonly points: number;
  /** The first of them by rank, each with its mean in the metric's unit, corrected. */
  readonly work: readonly (Pick<Weighed, 'ticket' | 'shown' | 'title'> & { readonly mean: number })[];
  /** Undefined where there is no gap to close, or no work. */
  readonly smallest: SmallestSet | undefined;
}

/** Kept small, as the rows are: of a hundred thousand pieces of work no copy stays. */
export interface Overview {
  readonly northStar: number;
  readonly other: number;
  readonly unanswered: readonly TicketFacts[];
  /** Whether anything was seen of tickets in the places claimed: without that nobody knows what is unanswered. */
  readonly seen: boolean;
  /** The North Star first, then the inputs in the framework's order. */
  readonly gaps: readonly GapLine[];
  readonly idle: readonly Measured[];
  /** The present quarter first, then earlier ones with other work. */
  readonly quarters: readonly QuarterCost[];
}

export interface Surveyed {
  readonly rows: readonly BacklogRow[];
  readonly basis: Basis;
  readonly beliefs: Beliefs;
  readonly unanswered: readonly TicketFacts[];
  /** ISO day. */
  readonly today: string;
}

/** @param beliefs the ones the rows were weighed with */
export function weighed(row: BacklogRow, beliefs: Beliefs): Weighed {
  const { tag, effects, effort, at, group } = row;
  return {
    ...{ ticket: tag.ticket, shown: tag.shown, title: tag.title, effects, effort, at },
    reason: reasonOf(row),
    open: group !== 'closed',
    worth: worthOf(effects, beliefs),
  };
}

/** What work adds up to, in its unit, and its 80 % interval; the level's doubt is shared. */
function sumOf(work: readonly Work[], { level, doubt }: Learned): GapLine['closes'] {
  const mean = work.reduce((sum, one) => sum + one.chance * one.mean, 0);
  const variance = work.reduce((sum, one) => sum + one.chance * one.variance + one.chance * (1 - one.chance) * one.mean ** 2, 0);
  const half = Z * Math.sqrt((level ** 2 + doubt) * variance + doubt * mean ** 2);
  return { low: level * mean - half, mean: level * mean, high: level * mean + half };
}

/** As many of a metric's tickets as anybody reads. */
export const WORK_LISTED = 50;

/** The open work on each metric, by rank, as parts in its unit; the North Star's is the whole of each ticket. */
class OnMetric {
  readonly work: Work[] = [];
  readonly rows: BacklogRow[] = [];
  points = 0;
  add(row: BacklogRow, part: Work): void {
    this.work.push(part);
    this.rows.push(row);
    this.points += row.effort ?? 0;
  }
}

function gapOn(metric: Measured, { work, rows, points }: OnMetric, learned: Learned): GapLine {
  const { gap, reached, chance } = coverageOn(metric, work, learned);
  const lacking = gap !== undefined && !reached;
  return {
    ...{ metric, gap, reached, chance, points, count: work.length },
    closes: sumOf(work, learned),
    work: rows.slice(0, WORK_LISTED).map(({ tag: { ticket, shown, title } }, i) => {
      const { chance: moves = 0, mean = 0 } = work[i] ?? {};
      return { ticket, shown, title, mean: learned.level * moves * mean };
    }),
    // What pulls away from the target is no step toward it.
    smallest:
      lacking && work.length > 0
        ? smallestSet(
            work.filter(({ mean }) => mean * gap > 0),
            gap,
            learned,
          )
        : undefined,
  };
}

/** The metrics' gaps; yields as it goes. @param inRank open work with a worth */
function* gapsOf(inRank: readonly BacklogRow[], { basis, beliefs }: Surveyed): Generator<number, GapLine[]> {
  const { northStar, inputs } = basis;
  const { learned } = beliefs;
  const on = new Map([northStar, ...inputs].map(({ id }) => [id, new OnMetric()]));
  for (const [i, row] of inRank.entries()) {
    const { ticket } = row.tag;
    const { level, doubt } = learned;
    on.get(northStar.id)?.add(row, { ticket, chance: 1, mean: row.gain / level, variance: row.variance / (level ** 2 + doubt) });
    for (const { input, chance, mean, variance } of partsOf(row.effects, beliefs))
      on.get(input)?.add(row, { ticket, chance, mean, variance });
    if (i % 32 === 31) yield 0.2 + (0.6 * i) / inRank.length;
  }
  const gaps: GapLine[] = [];
  for (const metric of [northStar, ...inputs]) {
    gaps.push(gapOn(metric, on.get(metric.id) ?? new OnMetric(), learned));
    yield 0.8;
  }
  return gaps;
}

/** Best first, by corrected gain; ties as they come. */
function* byGain(rows: readonly BacklogRow[], good: number): Generator<number, BacklogRow[]> {
  const steps = placesBy(Float64Array.from(rows, ({ gain }) => -good * gain));
  for (;;) {
    const step = steps.next();
    if (step.done) return Array.from(step.value, (i) => rows[i] as BacklogRow);
    yield 0.15;
  }
}

/** Steps through everything, so that it can be done in slices; yields the share done. */
export function* survey(given: Surveyed): Generator<number, Overview> {
  const { rows, basis, unanswered } = given;
  const counted = rows.filter((row) => row.counted && row.group !== 'orphan');
  yield 0.1;
  const open = counted.filter(isOpen);
  const inRank = yield* byGain(
    open.filter(({ group }) => group === 'ranked'),
    basis.northStar.direction === 'up' ? 1 : -1,
  );
  yield 0.2;
  const gaps = yield* gapsOf(inRank, given);
  const other = open.filter(({ group }) => group === 'other').length;
  return {
    ...{ northStar: open.length - other, other, unanswered, gaps },
    seen: unanswered.length > 0 || rows.some(({ facts }) => facts !== undefined),
    idle: gaps.flatMap(({ metric, count }) => (metric.role === 'input' && count === 0 ? [metric] : [])),
    quarters: yield* quartersOf(counted, given),
  };
}

/** Share of the open tickets that are answered; undefined where there are none. */
export function shareAnswered({ northStar, other, unanswered }: Pick<Overview, 'northStar' | 'other' | 'unanswered'>): number | undefined {
  const all = northStar + other + unanswered.length;
  return all === 0 ? undefined : (northStar + other) / all;
}
