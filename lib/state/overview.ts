// The backlog at a glance: how much of it is answered, whether the open work reaches the targets, and what other work costs.
import type { Measured } from '../ask.ts';
import type { Beliefs } from '../impact/believed.ts';
import { costOf, type OtherWork, type Priced, type Queued, type Reason, type Unpriced } from '../impact/cost.ts';
import { chanceClosed, coverageOf, type OpenTicket, type SmallestSet, smallestSet, type Work } from '../impact/coverage.ts';
import { Z } from '../impact/effect.ts';
import type { Learned } from '../impact/record.ts';
import { type Worth, worthOf } from '../impact/worth.ts';
import type { TicketFacts } from '../model/facts.ts';
import { quarterOf } from '../model/quarter.ts';
import type { Basis } from './basis.ts';
import type { BacklogRow } from './ranking.ts';

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

export interface QuarterCost {
  readonly quarter: string;
  /** Work that is not for the North Star. */
  readonly work: readonly Pick<Weighed, 'ticket' | 'reason' | 'effort'>[];
  readonly cost: Priced | Unpriced;
  /** Points of all work of the quarter that has an effort, other work and North Star work. */
  readonly effort: number;
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

/** The reason of those who said that it is no North Star work, said most often. */
function reasonOf({ tags, effects }: BacklogRow): Reason | undefined {
  if (effects.length > 0) return undefined;
  const reasons = tags.flatMap(({ answer }) => (answer.kind === 'not-north-star' ? [answer.reason] : []));
  const [most] = [...Map.groupBy(reasons, (reason) => reason)].toSorted((a, b) => b[1].length - a[1].length);
  return most?.[0];
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

/** A ticket's whole impact as a part in NSM units, before the level: its outcomes hold it after. */
function wholeOf({ gain, outcomes }: Worth, { level }: Learned): Omit<Work, 'ticket'> {
  const variance = outcomes.reduce((sum, one) => sum + one.weight * (one.variance + (one.mean - gain) ** 2), 0);
  return { chance: 1, mean: gain / level, variance: variance / level ** 2 };
}

/** As many of a metric's tickets as anybody reads. */
export const WORK_LISTED = 50;

/** A metric against its target, and the open work on it. @param open by rank */
function gapOn(metric: Measured, open: readonly Weighed[], tickets: readonly OpenTicket[], learned: Learned): GapLine | undefined {
  const [covered] = coverageOf([metric], tickets, learned).inputs;
  if (!covered) return undefined;
  const { work, gap, reached } = covered;
  const own = new Map(work.map(({ ticket, chance, mean }) => [ticket, learned.level * chance * mean]));
  const pieces = open.filter(({ ticket }) => own.has(ticket));
  const lacking = gap !== undefined && !reached;
  // What pulls away from the target is no step toward it.
  const helps = lacking ? work.filter(({ mean }) => mean * gap > 0) : [];
  return {
    ...{ metric, gap, reached, count: pieces.length },
    closes: sumOf(work, learned),
    chance: lacking ? chanceClosed(work, gap, learned) : undefined,
    points: pieces.reduce((sum, { effort }) => sum + (effort ?? 0), 0),
    work: pieces.slice(0, WORK_LISTED).map(({ ticket, shown, title }) => ({ ticket, shown, title, mean: own.get(ticket) ?? 0 })),
    smallest: lacking && work.length > 0 ? smallestSet(helps, gap, learned) : undefined,
  };
}

/** The North Star first, which every ticket with a worth moves; a metric a step. @param open by rank */
function* gapsOf(open: readonly Weighed[], { basis, beliefs: { learned } }: Surveyed): Generator<number, GapLine[]> {
  const { northStar, inputs } = basis;
  const tickets = open.map(
    ({ ticket, worth }): OpenTicket => ({
      ticket,
      parts: worth
        ? [{ input: northStar.id, ...wholeOf(worth, learned) }, ...worth.beliefs.map(({ input, part }) => ({ input, ...part }))]
        : [],
    }),
  );
  const gaps: GapLine[] = [];
  for (const metric of [northStar, ...inputs]) {
    const line = gapOn(metric, open, tickets, learned);
    if (line) gaps.push(line);
    yield 0.9;
  }
  return gaps;
}

/** Open work belongs to the present quarter; what is done to the one in which it was last answered. */
const quarterOfPiece = ({ open, at }: Weighed, now: string): string => (open ? now : quarterOf(at));

function* quartersOf(pieces: readonly Weighed[], { basis, beliefs: { learned }, today }: Surveyed): Generator<number, QuarterCost[]> {
  const now = quarterOf(today);
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const queue = pieces.flatMap(({ ticket, effort, open, worth }): Queued[] =>
    open && worth
      ? [
          {
            ...{ ticket, effort, gain: good * worth.gain, variance: worth.variance },
            parts: worth.beliefs.map(({ input, gain }) => ({ input, gain: good * gain })),
          },
        ]
      : [],
  );
  const others = Map.groupBy(
    pieces.filter(({ reason }) => reason !== undefined),
    (piece) => quarterOfPiece(piece, now),
  );
  const all = Map.groupBy(pieces, (piece) => quarterOfPiece(piece, now));
  const quarters: QuarterCost[] = [];
  for (const quarter of new Set([now, ...[...others.keys()].toSorted().toReversed()])) {
    const work = (others.get(quarter) ?? []).map(({ ticket, reason, effort }) => ({ ticket, reason, effort }));
    const chosen = work.flatMap(({ ticket, reason, effort }): OtherWork[] => (reason ? [{ ticket, reason, effort }] : []));
    const effort = (all.get(quarter) ?? []).reduce((sum, piece) => sum + (piece.effort ?? 0), 0);
    quarters.push({ quarter, work, cost: costOf(chosen, queue, learned), effort });
    yield 0.95;
  }
  return quarters;
}

/** Best first, by gain, ties by ticket. */
function inRank(pieces: readonly Weighed[], good: number): Weighed[] {
  const gain = ({ worth }: Weighed): number => good * (worth?.gain ?? 0);
  return pieces.toSorted((a, b) => gain(b) - gain(a) || (a.ticket < b.ticket ? -1 : 1));
}

/** Steps through everything, so that it can be done in slices; yields the share done. */
export function* survey(given: Surveyed): Generator<number, Overview> {
  const { rows, basis, beliefs, unanswered } = given;
  const pieces: Weighed[] = [];
  for (const [i, row] of rows.entries()) {
    if (row.counted && row.group !== 'orphan') pieces.push(weighed(row, beliefs));
    if (i % 32 === 31) yield (0.8 * i) / rows.length;
  }
  const open = inRank(
    pieces.filter((piece) => piece.open),
    basis.northStar.direction === 'up' ? 1 : -1,
  );
  yield 0.8;
  const gaps = yield* gapsOf(open, given);
  return {
    northStar: open.filter(({ effects }) => effects.length > 0).length,
    other: open.filter(({ reason }) => reason !== undefined).length,
    unanswered,
    seen: unanswered.length > 0 || rows.some(({ facts }) => facts !== undefined),
    gaps,
    idle: gaps.flatMap(({ metric, count }) => (metric.role === 'input' && count === 0 ? [metric] : [])),
    quarters: yield* quartersOf(pieces, given),
  };
}

/** Share of the open tickets that are answered; undefined where there are none. */
export function shareAnswered({ northStar, other, unanswered }: Pick<Overview, 'northStar' | 'other' | 'unanswered'>): number | undefined {
  const all = northStar + other + unanswered.length;
  return all === 0 ? undefined : (northStar + other) / all;
}
