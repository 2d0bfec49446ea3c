// The signals of the summary: worked out in slices once the backlog stands, from what it holds and what is kept beside it.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Budget, Decision } from '../model/record.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { preferencesOf, readingsOf, recordsOf } from '../store/read.ts';
import type { Backlog } from './backlog.ts';
import { type Overview, survey } from './overview.ts';
import { inSlices } from './slices.ts';
import { OLD_AFTER, type Readings } from './stale.ts';
import { type StaleRow, staleRows } from './stale-rows.ts';

export interface DecisionRow {
  readonly key: string;
  readonly record: Decision;
}

export interface Summary {
  /** `undefined` until it is added up; then the last one until the next stands. */
  readonly overview: ReadonlySignal<Overview | undefined>;
  readonly stale: ReadonlySignal<readonly StaleRow[]>;
  readonly budgets: ReadonlySignal<readonly Budget[]>;
  readonly decisions: ReadonlySignal<readonly DecisionRow[]>;
  /** Days after which an estimate is old. */
  readonly oldAfter: Signal<number>;
  /** Reads what lies beside the backlog. @param today ISO day */
  load(db: Db, row: FrameworkRow | undefined, today: string): Promise<void>;
  dispose(): void;
}

type Needs = Pick<Backlog, 'rows' | 'basis' | 'beliefs' | 'unanswered' | 'past'> & Partial<Pick<Backlog, 'partial' | 'aged'>>;

/** Runs work whenever what it stands on changes; what still runs is given up. */
function follow<T>(make: () => Generator<number, T> | undefined, put: (made: T | undefined) => void): () => void {
  let running: AbortController | undefined;
  return effect(() => {
    const steps = make();
    running?.abort();
    const mine = (running = new AbortController());
    if (!steps) return put(undefined);
    inSlices(steps, () => {}, mine.signal).then(
      (made) => !mine.signal.aborted && put(made),
      (error: unknown) => {
        if (!mine.signal.aborted) throw error;
      },
    );
  });
}

export function createSummary(backlog: Needs): Summary {
  const overview = signal<Overview | undefined>(undefined);
  const stale = signal<readonly StaleRow[]>([]);
  const budgets = signal<readonly Budget[]>([]);
  const decisions = signal<readonly DecisionRow[]>([]);
  const oldAfter = signal(OLD_AFTER);
  const readings = signal<Readings | undefined>(undefined);
  const day = signal('');

  const stopAdding = follow(
    () => {
      const [rows, basis, beliefs, unanswered, today] = [
        ...([backlog.rows.value, backlog.basis.value, backlog.beliefs.value, backlog.unanswered.value] as const),
        day.value,
      ];
      return basis && beliefs && today && !backlog.partial?.value ? survey({ rows, basis, beliefs, unanswered, today }) : undefined;
    },
    (made) => (overview.value = made),
  );
  const stopAgeing = follow(
    () => {
      const [rows, basis, past, known] = [backlog.rows.value, backlog.basis.value, backlog.past.value, readings.value];
      return basis && known && !backlog.partial?.value
        ? staleRows(rows, basis, past, { readings: known, today: day.value, oldAfter: oldAfter.value })
        : undefined;
    },
    (made) => {
      stale.value = made ?? [];
      if (made && backlog.aged) backlog.aged.value++;
    },
  );

  let run = 0;
  async function load(db: Db, row: FrameworkRow | undefined, today: string): Promise<void> {
    const mine = ++run;
    const [own, decided, planned, preferences] = await Promise.all([
      row ? readingsOf(db, row.team, row.framework) : undefined,
      row ? recordsOf(db, row.team, 'decision') : [],
      row ? recordsOf(db, row.team, 'budget') : [],
      preferencesOf(db),
    ]);
    if (mine !== run) return;
    const mineOnly = ({ record }: { readonly record: { readonly framework: string } }): boolean => record.framework === row?.id;
    readings.value = own;
    budgets.value = planned.filter(mineOnly).map(({ record }) => record);
    decisions.value = decided.filter(mineOnly).map(({ key, record }) => ({ key, record }));
    oldAfter.value = preferences.oldAfter ?? OLD_AFTER;
    day.value = today;
  }

  const dispose = (): void => {
    run++;
    stopAdding();
    stopAgeing();
  };
  return { overview, stale, budgets, decisions, oldAfter, load, dispose };
}
