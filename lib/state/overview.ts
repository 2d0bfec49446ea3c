// The backlog at a glance: how much of it is answered, whether the open work reaches the targets, and what other work costs.
import type { Measured } from '../ask.ts';
import type { Beliefs } from '../impact/believed.ts';
import { costOf, type OtherWork, type Priced, type Queued, type Reason, type Unpriced } from '../impact/cost.ts';
import { chanceClosed, coverageOf, type SmallestSet, smallestSet, type Work } from '../impact/coverage.ts';
import { Z } from '../impact/effect.ts';
import { ranked } from '../impact/rank.ts';
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
  /** Open work on it, by rank, with its mean in the metric's unit, corrected. */
  readonly work: readonly { readonly piece: Weighed; readonly mean: number }[];
  /** Undefined where there is no gap to close, or no work. */
  readonly smallest: SmallestSet | undefined;
}

export interface QuarterCost {
  readonly quarter: string;
  readonly work: readonly Weighed[];
  readonly cost: Priced | Unpriced;
  /** Points of all work of the quarter that has an effort, other work and North Star work. */
  readonly effort: number;
}

export interface Overview {
  readonly pieces: readonly Weighed[];
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

function gapsOf(open: readonly Weighed[], { basis, beliefs: { learned } }: Surveyed): { gaps: GapLine[]; idle: Measured[] } {
  const byTicket = new Map(open.map((piece) => [piece.ticket, piece]));
  const { northStar, inputs } = basis;
  const tickets = open.map(({ ticket, worth }) => ({
    ticket,
    parts: worth
      ? [{ input: northStar.id, ...wholeOf(worth, learned) }, ...worth.beliefs.map(({ input, part }) => ({ input, ...part }))]
      : [],
  }));
  const goals = [northStar, ...inputs];
  const covered = coverageOf(goals, tickets, learned);
  const gaps = goals.flatMap((metric, i): GapLine[] => {
    const line = covered.inputs[i];
    if (!line) return [];
    const { work, gap, reached } = line;
    const lacking = gap !== undefined && !reached;
    return [
      {
        ...{ metric, gap, reached },
        closes: sumOf(work, learned),
        chance: lacking ? chanceClosed(work, gap, learned) : undefined,
        work: work.flatMap((one) => {
          const piece = byTicket.get(one.ticket);
          return piece ? [{ piece, mean: learned.level * one.chance * one.mean }] : [];
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
      },
    ];
  });
  return { gaps, idle: inputs.filter(({ id }) => covered.idle.includes(id)) };
}

/** Open work belongs to the present quarter; what is done to the one in which it was last answered. */
const quarterOfPiece = ({ open, at }: Weighed, now: string): string => (open ? now : quarterOf(at));

function quartersOf(pieces: readonly Weighed[], { basis, beliefs: { learned }, today }: Surveyed): QuarterCost[] {
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
  return [...new Set([now, ...[...others.keys()].toSorted().toReversed()])].map((quarter) => {
    const work = others.get(quarter) ?? [];
    const chosen = work.flatMap(({ ticket, reason, effort }): OtherWork[] => (reason ? [{ ticket, reason, effort }] : []));
    const effort = (all.get(quarter) ?? []).reduce((sum, piece) => sum + (piece.effort ?? 0), 0);
    return { quarter, work, cost: costOf(chosen, queue, learned), effort };
  });
}

/** Best first, by gain. */
function inRank(pieces: readonly Weighed[], good: number): Weighed[] {
  return ranked(
    pieces.map((piece) => ({ ...piece, gain: good * (piece.worth?.gain ?? 0) })),
    'gain',
  );
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
  yield 0.9;
  return {
    pieces,
    northStar: open.filter(({ effects }) => effects.length > 0).length,
    other: open.filter(({ reason }) => reason !== undefined).length,
    unanswered,
    seen: unanswered.length > 0 || rows.some(({ facts }) => facts !== undefined),
    ...gapsOf(open, given),
    quarters: quartersOf(pieces, given),
  };
}

/** Share of the open tickets that are answered; undefined where there are none. */
export function shareAnswered({ northStar, other, unanswered }: Pick<Overview, 'northStar' | 'other' | 'unanswered'>): number | undefined {
  const all = northStar + other + unanswered.length;
  return all === 0 ? undefined : (northStar + other) / all;
}
