// What other work costs, quarter by quarter: what was chosen, and the tickets that wait for it.
import type { Beliefs } from '../impact/believed.ts';
import { costOf, type OtherWork, type Priced, type Queued, type Reason, type Unpriced } from '../impact/cost.ts';
import { worthOf } from '../impact/worth.ts';
import { quarterOf } from '../model/quarter.ts';
import type { Basis } from './basis.ts';
import type { BacklogRow } from './ranking.ts';
import { placesBy } from './slices.ts';

export interface QuarterCost {
  readonly quarter: string;
  /** Work that is not for the North Star. */
  readonly work: readonly OtherWork[];
  readonly cost: Priced | Unpriced;
  /** Points of all work of the quarter that has an effort, other work and North Star work. */
  readonly effort: number;
}

/** The reason of those who said that it is no North Star work, said most often. */
export function reasonOf({ tags, effects }: BacklogRow): Reason | undefined {
  if (effects.length > 0) return undefined;
  const [only] = tags;
  if (only && tags.length === 1) return only.answer.kind === 'not-north-star' ? only.answer.reason : undefined;
  const reasons = tags.flatMap(({ answer }) => (answer.kind === 'not-north-star' ? [answer.reason] : []));
  const [most] = [...Map.groupBy(reasons, (reason) => reason)].toSorted((a, b) => b[1].length - a[1].length);
  return most?.[0];
}

export const isOpen = ({ group }: BacklogRow): boolean => group !== 'closed' && group !== 'orphan';

/** A ticket that waits. Of thousands few are displaced: what only those need is worked out for those. */
class Waiting implements Queued {
  readonly ticket: string;
  readonly effort: number | undefined;
  readonly gain: number;
  readonly #row: BacklogRow;
  readonly #beliefs: Beliefs;
  readonly #good: number;
  #known: Pick<Queued, 'variance' | 'parts'> | undefined;
  constructor(row: BacklogRow, beliefs: Beliefs, good: number) {
    this.ticket = row.tag.ticket;
    this.effort = row.effort;
    this.gain = good * row.gain;
    this.#row = row;
    this.#beliefs = beliefs;
    this.#good = good;
  }
  /** Worked out at the first call. */
  known(): Pick<Queued, 'variance' | 'parts'> {
    if (!this.#known) {
      const { variance = 0, beliefs = [] } = worthOf(this.#row.effects, this.#beliefs) ?? {};
      this.#known = { variance, parts: beliefs.map(({ input, gain }) => ({ input, gain: this.#good * gain })) };
    }
    return this.#known;
  }
  get variance(): number {
    return this.known().variance;
  }
  get parts(): Queued['parts'] {
    return this.known().parts;
  }
}

/** Open work belongs to the present quarter; what is done to the one in which it was, or where that is unknown was last answered. */
const quarterOfRow = (row: BacklogRow, now: string): string => (isOpen(row) ? now : quarterOf(row.facts?.done ?? row.at));

/** What waits, in the order of `ranked` by gain per effort. */
function* queueOf(counted: readonly BacklogRow[], good: number): Generator<number, BacklogRow[]> {
  const rows = counted.filter(({ group }) => group === 'ranked');
  const ticket = (row: BacklogRow | undefined): string => row?.tag.ticket ?? '';
  // They are read in the order of their tickets, which settles equals.
  if (!rows.every((row, i) => i === 0 || ticket(rows[i - 1]) <= ticket(row))) rows.sort((a, b) => (ticket(a) < ticket(b) ? -1 : 1));
  let places: Uint32Array | undefined;
  for (const key of [
    ({ gain, effort }: BacklogRow) => (effort ? 0 : -good * gain),
    ({ gain, effort }: BacklogRow) => (effort ? (-good * gain) / effort : Number.NaN),
  ]) {
    const steps = placesBy(Float64Array.from(rows, key), places);
    for (places = undefined; !places; ) {
      const step = steps.next();
      if (step.done) places = step.value;
      else yield 0.85;
    }
  }
  return Array.from(places ?? [], (at) => rows[at] as BacklogRow);
}

const pointsOf = (rows: readonly BacklogRow[]): number => rows.reduce((sum, { effort = 0 }) => sum + effort, 0);

/** The present quarter first, then earlier ones with other work; yields the share done. @param counted rows that count in sums */
export function* quartersOf(
  counted: readonly BacklogRow[],
  { beliefs, basis, today }: { readonly beliefs: Beliefs; readonly basis: Basis; readonly today: string },
): Generator<number, QuarterCost[]> {
  const now = quarterOf(today);
  const good = basis.northStar.direction === 'up' ? 1 : -1;
  const queue = (yield* queueOf(counted, good)).map((row) => new Waiting(row, beliefs, good));
  yield 0.9;
  const all = Map.groupBy(counted, (row) => quarterOfRow(row, now));
  const others = Map.groupBy(
    counted.filter((row) => reasonOf(row) !== undefined),
    (row) => quarterOfRow(row, now),
  );
  yield 0.92;
  // Those that the fullest quarter displaces are made ready here, a few at a time, and not all of them within its price.
  let left = Math.max(0, ...[...others.values()].map(pointsOf));
  for (const [i, one] of queue.entries()) {
    if (left <= 0) break;
    left -= one.effort ?? 0;
    one.known();
    if (i % 32 === 31) yield 0.93;
  }
  const quarters: QuarterCost[] = [];
  for (const quarter of new Set([now, ...[...others.keys()].toSorted().toReversed()])) {
    const work = (others.get(quarter) ?? []).flatMap((row): OtherWork[] => {
      const reason = reasonOf(row);
      return reason ? [{ ticket: row.tag.ticket, reason, effort: row.effort }] : [];
    });
    const effort = pointsOf(all.get(quarter) ?? []);
    quarters.push({ quarter, work, cost: costOf(work, queue, beliefs.learned, 'ranked'), effort });
    yield 0.95;
  }
  return quarters;
}
