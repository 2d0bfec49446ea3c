// The backlog's signals: read a page at a time, ranked by the mean, and shown once the ranking stands, so that no row
// moves under the pointer. Ten thousand answers are read, ranked and filtered in slices of a few milliseconds.
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Answer } from '../model/tag.ts';
import type { Db, FrameworkRow } from '../store/db.ts';
import { frameworks, tagPages } from '../store/read.ts';
import { type Basis, loadBasis } from './basis.ts';
import { loadPast, type Past } from './past.ts';
import { type BacklogRow, comparison, FIRST_ORDER, type Group, GROUPS, matcher, rowOf, type Sort, textOf } from './ranking.ts';
import { createSlices, pause, sortInSlices } from './slices.ts';
import { spanOf } from './span.ts';

export interface RowGroup {
  readonly group: Group;
  readonly rows: readonly BacklogRow[];
}

export interface Backlog {
  /** `undefined` until the first ranking stands. */
  readonly basis: ReadonlySignal<Basis | undefined>;
  /** Groups that have rows, in the order chosen, filtered. */
  readonly groups: ReadonlySignal<readonly RowGroup[]>;
  /** The versions that some of the answers were given under. */
  readonly past: ReadonlySignal<Past>;
  /** Answers, unfiltered. */
  readonly total: ReadonlySignal<number>;
  /** Least P10 and greatest P90 to draw, NSM units. What lies beyond is drawn as going on. */
  readonly span: ReadonlySignal<readonly [number, number]>;
  /** Answers read so far, while reading. */
  readonly reading: ReadonlySignal<number | undefined>;
  readonly sort: Signal<Sort>;
  readonly find: Signal<string>;
  /** Reads everything for a framework, if there is one; a second call takes over from one that still runs. @param today ISO day */
  load(db: Db, row: FrameworkRow | undefined, today: string): Promise<void>;
  dispose(): void;
}

const BY_GAIN: Sort = { key: 'gain', order: FIRST_ORDER.gain };

function* answersOf(rows: readonly BacklogRow[]): Iterable<Answer> {
  for (const { tag } of rows) yield tag.answer;
}

export function createBacklog(): Backlog {
  const basis = signal<Basis | undefined>(undefined);
  const past = signal<Past>(new Map());
  const ranked = signal<readonly BacklogRow[]>([]);
  const ordered = signal<readonly BacklogRow[]>([]);
  const span = signal<readonly [number, number]>([0, 0]);
  const reading = signal<number | undefined>(0);
  const sort = signal<Sort>(BY_GAIN);
  const find = signal('');
  let run = 0;

  const groups = computed(() => {
    const matches = matcher(find.value);
    const inputs = basis.value?.inputs ?? [];
    const rows = find.value.trim() ? ordered.value.filter(({ tag }) => matches(textOf(tag, inputs))) : ordered.value;
    return GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter((group) => group.rows.length > 0);
  });

  /** The rows in an order; those ranked by gain are the usual case and stand ready. */
  const inOrder = (rows: readonly BacklogRow[], by: Sort, of: Basis): Promise<readonly BacklogRow[]> | readonly BacklogRow[] =>
    by.key === BY_GAIN.key && by.order === BY_GAIN.order ? rows : sortInSlices(rows, comparison(by, of.northStar));

  let sorting = 0;
  const stopSorting = effect(() => {
    const [rows, by, of] = [ranked.value, sort.value, basis.value];
    const turn = ++sorting;
    if (!of) return;
    void Promise.resolve(inOrder(rows, by, of)).then((next) => {
      if (turn === sorting) ordered.value = next;
    });
  });

  async function load(db: Db, row: FrameworkRow | undefined, today: string): Promise<void> {
    const turn = ++run;
    if (!row) {
      batch(() => {
        basis.value = undefined;
        ranked.value = ordered.value = [];
        reading.value = undefined;
      });
      return;
    }
    reading.value = 0;
    const known = new Set((await frameworks(db)).map(({ id }) => id));
    const of = await loadBasis(db, row, today);
    const slices = createSlices();
    const rows: BacklogRow[] = [];
    let read = 0;
    for await (const page of tagPages(db)) {
      if (turn !== run) return;
      for (const tag of page) {
        const mine = tag.answer.framework === row.id && tag.team === row.team;
        if (mine || !known.has(tag.answer.framework)) rows.push(rowOf(tag, of, known));
        const over = slices.rest();
        if (over) await over;
      }
      reading.value = read += page.length;
    }
    const next = await sortInSlices(rows, comparison(BY_GAIN, of.northStar), slices);
    const order = await inOrder(next, sort.peek(), of);
    let rank = 0;
    for (const ranking of next) if (ranking.group === 'ranked') ranking.rank = ++rank;
    const reach = await spanOf(next, of, slices);
    const then = await loadPast(db, of, answersOf(next), today);
    // What comes is drawn at once: it begins a slice of its own.
    await pause();
    if (turn !== run) return;
    batch(() => {
      basis.value = of;
      past.value = then;
      ranked.value = next;
      ordered.value = order;
      span.value = reach;
      reading.value = undefined;
    });
  }

  const total = computed(() => ranked.value.length);
  const dispose = (): void => {
    run++;
    stopSorting();
  };
  return { basis, groups, past, total, span, reading, sort, find, load, dispose };
}
