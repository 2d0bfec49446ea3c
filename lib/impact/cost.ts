// What not working on the North Star costs: the queue's best tickets that the same effort would have shipped. A delay, not a loss.
import type { Answer } from '../model/tag.ts';
import { Z } from './effect.ts';
import { type Candidate, ranked } from './rank.ts';
import type { Learned } from './record.ts';

export type Reason = Extract<Answer, { kind: 'not-north-star' }>['reason'];

/** A ticket chosen although it moves no input. */
export interface OtherWork {
  readonly ticket: string;
  readonly reason: Reason;
  /** In the team's own points. */
  readonly effort?: number | undefined;
}

/** An open, tagged, unplanned ticket: its corrected gain in NSM units, its own variance, and the gain by input. */
export interface Queued extends Candidate {
  readonly variance: number;
  readonly parts: readonly { readonly input: string; readonly gain: number }[];
}

/** A price in NSM units, with its 80 % interval. */
export interface Priced {
  readonly priced: true;
  /** Points of the other work; tickets without an effort are not in it. */
  readonly effort: number;
  readonly cost: number;
  readonly low: number;
  readonly high: number;
  /** What is displaced, in the queue's order; of the last ticket perhaps a share (0..1). */
  readonly displaced: readonly { readonly ticket: string; readonly share: number }[];
  /** Points that displaced nothing tagged. */
  readonly idle: number;
  readonly byReason: readonly { readonly reason: Reason; readonly tickets: number; readonly effort: number; readonly cost: number }[];
  readonly byInput: readonly { readonly input: string; readonly cost: number }[];
  /** Tickets without an effort: of the other work, and in the queue. */
  readonly unsized: { readonly work: number; readonly queue: number };
}

/** No efforts at all: shares (0..1) by count, and no price can be named. */
export interface Unpriced {
  readonly priced: false;
  readonly byReason: readonly { readonly reason: Reason; readonly tickets: number; readonly share: number }[];
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const sized = ({ effort }: { readonly effort?: number | undefined }): boolean => effort !== undefined && effort > 0;

/** The first `effort` points of tickets in order, the last one in part. */
function displace(inOrder: readonly Queued[], effort: number): { readonly queued: Queued; readonly share: number }[] {
  const taken: { queued: Queued; share: number }[] = [];
  let left = effort;
  for (const queued of inOrder) {
    const size = queued.effort ?? 0;
    const share = Math.min(1, left / size);
    if (share <= 0) break;
    taken.push({ queued, share });
    left = Math.max(0, left - size);
  }
  return taken;
}

/**
 * The cost of work that is not North Star work, of one period. Source: Cost of non-NSM work.
 * @param work what was chosen; reasons are answered in the order they come
 * @param queue open, tagged, unplanned tickets, in any order
 * @param order `ranked` where the queue is in the order of `ranked` by gain per effort already
 */
export function costOf(
  work: readonly OtherWork[],
  queue: readonly Queued[],
  { level, doubt }: Learned,
  order?: 'ranked',
): Priced | Unpriced {
  const reasons = [...Map.groupBy(work, ({ reason }) => reason)];
  const known = work.filter(sized);
  if (work.length > 0 && (known.length === 0 || (queue.length > 0 && !queue.some(sized)))) {
    return {
      priced: false,
      byReason: reasons.map(([reason, own]) => ({ reason, tickets: own.length, share: own.length / work.length })),
    };
  }
  const effort = total(known.map((one) => one.effort ?? 0));
  const waiting = queue.filter((queued) => sized(queued) && queued.gain > 0);
  const inOrder = order === 'ranked' ? waiting : ranked(waiting, 'gain-per-effort');
  const taken = displace(inOrder, effort);
  const cost = total(taken.map(({ queued, share }) => share * queued.gain));
  const own = total(taken.map(({ queued, share }) => share ** 2 * queued.variance));
  // All gains share one level, so its doubt grows with their sum.
  const half = cost === 0 ? 0 : Z * Math.sqrt(own + doubt * (cost / level) ** 2);
  const parts = taken.flatMap(({ queued, share }) => queued.parts.map(({ input, gain }) => ({ input, cost: share * gain })));
  return {
    priced: true,
    effort,
    cost,
    low: cost - half,
    high: cost + half,
    displaced: taken.map(({ queued, share }) => ({ ticket: queued.ticket, share })),
    idle: Math.max(0, effort - inOrder.reduce((sum, queued) => sum + (queued.effort ?? 0), 0)),
    byReason: reasons.map(([reason, chosen]) => {
      const points = total(chosen.filter(sized).map((one) => one.effort ?? 0));
      return { reason, tickets: chosen.length, effort: points, cost: effort > 0 ? (cost * points) / effort : 0 };
    }),
    byInput: [...Map.groupBy(parts, ({ input }) => input)].map(([input, of]) => ({ input, cost: total(of.map((part) => part.cost)) })),
    unsized: { work: work.length - known.length, queue: queue.filter((queued) => !sized(queued)).length },
  };
}
