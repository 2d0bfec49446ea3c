// The backlog's signals: read a page at a time, weighed once all of it is there, and shown once the ranking stands, so that no row
// moves under the pointer. A hundred thousand answers are read, ranked, sorted and filtered in slices of a few milliseconds.
import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Beliefs } from '../impact/believed.ts';
import type { TicketFacts } from '../model/facts.ts';
import type { Answer } from '../model/tag.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { historyOf } from '../store/read.ts';
import { arranged, type RowGroup, shown } from './arranged.ts';
import { USUAL_VIEW, type View } from './backlog-view.ts';
import { type Basis, loadBasis } from './basis.ts';
import { loadPast, type Past } from './past.ts';
import type { BacklogRow } from './ranking.ts';
import { readRows } from './reading-rows.ts';
import { createSlices, pause, type Slices, stepwise } from './slices.ts';
import { spanOf } from './span.ts';
import { staleRows, stalenessOf } from './stale-rows.ts';
import { finished, NO_RECORD, type TrackRecord, trackRecord } from './track-record.ts';
import { rank, weigh } from './weighing.ts';

export interface Backlog {
  /** `undefined` until the first ranking stands. */
  readonly basis: ReadonlySignal<Basis | undefined>;
  /** What the gains were corrected by. */
  readonly beliefs: ReadonlySignal<Beliefs | undefined>;
  /** What came of the work that was done. */
  readonly record: ReadonlySignal<TrackRecord>;
  /** All pieces of work, in the order they were read: what coverage, prices and choices of a filter are worked from. */
  readonly rows: ReadonlySignal<readonly BacklogRow[]>;
  /** What is ranked, best first by the view's way of scoring, unfiltered. */
  readonly inRank: ReadonlySignal<readonly BacklogRow[]>;
  /** Groups that have rows, in the order chosen, filtered. */
  readonly groups: ReadonlySignal<readonly RowGroup[]>;
  /** Tickets seen in a place the framework claims, neither done nor dropped, that nobody answered. */
  readonly unanswered: ReadonlySignal<readonly TicketFacts[]>;
  /** Pieces of work that only others answered, while the team hides their answers. */
  readonly hidden: ReadonlySignal<number>;
  /** The versions that some of the answers were given under. */
  readonly past: ReadonlySignal<Past>;
  /** Pieces of work, unfiltered. */
  readonly total: ReadonlySignal<number>;
  /** Least P10 and greatest P90 to draw, NSM units. What lies beyond is drawn as going on. */
  readonly span: ReadonlySignal<readonly [number, number]>;
  /** Answers read so far, while reading. */
  readonly reading: ReadonlySignal<number | undefined>;
  /** Whether what is shown is of the first answers only, because reading takes a while. */
  readonly partial: ReadonlySignal<boolean>;
  /** Changes whenever it has been worked out anew which rows are stale; 0 before. */
  readonly aged: Signal<number>;
  /** Set from the address; the groups follow. */
  readonly view: Signal<View>;
  /** Reads everything for a framework, if there is one; a second call takes over from one that still runs. @param today ISO day */
  load(db: Db, row: FrameworkRow | undefined, today: string): Promise<void>;
  dispose(): void;
}

/** Whether which rows are stale matters to what a view shows. */
export const asksStale = ({ filters, group }: Pick<View, 'filters' | 'group'>): boolean => filters.stale !== undefined || group === 'stale';

function* answersOf(rows: readonly BacklogRow[]): Iterable<Answer> {
  for (const { tags } of rows) for (const { answer } of tags) yield answer;
}

export function createBacklog(): Backlog {
  const basis = signal<Basis | undefined>(undefined);
  const beliefs = signal<Beliefs | undefined>(undefined);
  const record = signal<TrackRecord>(NO_RECORD);
  const past = signal<Past>(new Map());
  const rows = signal<readonly BacklogRow[]>([]);
  const inRank = signal<readonly BacklogRow[]>([]);
  const ordered = signal<readonly BacklogRow[]>([]);
  const groups = signal<readonly RowGroup[]>([]);
  const unanswered = signal<readonly TicketFacts[]>([]);
  const hidden = signal(0);
  const total = signal(0);
  const span = signal<readonly [number, number]>([0, 0]);
  const reading = signal<number | undefined>(0);
  const partial = signal(false);
  const view = signal<View>(USUAL_VIEW);
  const aged = signal(0);
  let run = 0;
  /** What the order on screen was made of. */
  let made: readonly unknown[] = [];
  const madeOf = (of: readonly BacklogRow[], { scoring, sort }: View) => [of, scoring, sort.key, sort.order];

  const arrange = async (all: readonly BacklogRow[], to: View, of: Basis, by: Beliefs, slices: Slices) => {
    const ranked = all === made[0] && to.scoring === made[1] ? inRank.peek() : await rank(all, to.scoring, of, slices);
    return { ranked, order: await arranged(all, ranked, to, { basis: of, beliefs: by }, slices) };
  };

  // One after the other: ranking writes into the rows.
  let turn = Promise.resolve();
  let ordering = 0;
  const stopOrdering = effect(() => {
    const [all, to, of, by] = [rows.value, view.value, basis.value, beliefs.value];
    const mine = ++ordering;
    if (!of || !by || madeOf(all, to).every((one, i) => one === made[i])) return;
    turn = turn.then(async () => {
      if (mine !== ordering) return;
      const { ranked, order } = await arrange(all, to, of, by, createSlices());
      // The rows are ranked so now, whether or not this is still what is wanted.
      made = [all, to.scoring];
      if (mine !== ordering) return void (inRank.value = ranked);
      made = madeOf(all, to);
      batch(() => {
        inRank.value = ranked;
        ordered.value = order;
      });
    });
  });

  let showing = 0;
  /** What the groups on screen were made of: the order of a column changes them once, when it stands. */
  let held: readonly unknown[] = [];
  const heldOf = (order: readonly BacklogRow[], to: View) => [
    ...[order, to.find.trim(), JSON.stringify(to.filters), to.group],
    asksStale(to) ? aged.value : 0,
  ];
  const stopShowing = effect(() => {
    const [order, to, of] = [ordered.value, view.value, basis.value];
    const next = heldOf(order, to);
    if (next.every((one, i) => one === held[i])) return;
    held = next;
    const mine = ++showing;
    void shown(order, to, of?.inputs ?? [], createSlices()).then((found) => {
      if (mine === showing) groups.value = found;
    });
  });

  async function load(db: Db, row: FrameworkRow | undefined, today: string): Promise<void> {
    const mine = ++run;
    if (!row) {
      batch(() => {
        basis.value = beliefs.value = undefined;
        rows.value = inRank.value = ordered.value = [];
        groups.value = [];
        unanswered.value = [];
        total.value = hidden.value = 0;
        reading.value = undefined;
        partial.value = false;
      });
      return;
    }
    reading.value = 0;
    const of = await loadBasis(db, row, today);
    const slices = createSlices();
    const stopped = (): boolean => mine !== run;
    /** What the page shows of rows, made ready before any of it is shown. */
    const ready = async (all: readonly BacklogRow[], { learned }: TrackRecord): Promise<() => void> => {
      const by = await weigh(all, of, slices, learned);
      const byGain = await rank(all, 'gain', of, slices);
      const reach = await spanOf(byGain, of, slices);
      const to = view.peek();
      const ranked = to.scoring === 'gain' ? byGain : await rank(all, to.scoring, of, slices);
      const order = await arranged(all, ranked, to, { basis: of, beliefs: by }, slices);
      const first = await shown(order, to, of.inputs, slices);
      return () => {
        made = madeOf(all, to);
        held = heldOf(order, to);
        showing++;
        basis.value = of;
        beliefs.value = by;
        rows.value = all;
        inRank.value = ranked;
        ordered.value = order;
        groups.value = first;
        total.value = all.length;
        span.value = reach;
      };
    };
    const early = async (some: readonly BacklogRow[]): Promise<void> => {
      const show = await ready(some, NO_RECORD);
      if (stopped()) return;
      batch(() => {
        show();
        partial.value = true;
      });
    };
    const progress = (count: number): void => void (reading.value = count);
    // What is on screen already stays until all of the new is there.
    const read = await readRows(db, row, of, slices, { stopped, progress, ...(basis.peek() === undefined && { early }) });
    if (!read) return;
    const then = await loadPast(db, of, answersOf(read.rows), today);
    const staleness = await stalenessOf(db, row, today);
    // Else that is worked out when the rows are on screen.
    if (asksStale(view.peek())) await stepwise(staleRows(read.rows, of, then, staleness), slices);
    const done = await finished(read.rows, row.id, (tag) => historyOf(db, tag));
    const came = await stepwise(trackRecord(done, read.rows, of, staleness), slices);
    const show = await ready(read.rows, came);
    // What comes is drawn at once: it begins a slice of its own.
    await pause();
    if (stopped()) return;
    batch(() => {
      show();
      past.value = then;
      record.value = came;
      unanswered.value = read.unanswered;
      hidden.value = read.hidden;
      reading.value = undefined;
      partial.value = false;
    });
  }

  const dispose = (): void => {
    run++;
    stopOrdering();
    stopShowing();
  };
  return {
    basis,
    beliefs,
    record,
    rows,
    inRank,
    groups,
    unanswered,
    hidden,
    past,
    total,
    span,
    reading,
    partial,
    aged,
    view,
    load,
    dispose,
  };
}
