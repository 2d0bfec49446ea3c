// Taking back and doing again: what a thing was before each step. Steps in one field that follow close on one another are one.
import { computed, type ReadonlySignal, signal } from '@preact/signals';

export interface Step<T> {
  readonly state: T;
  /** What was done then, for whoever shows it. */
  readonly what: string;
}

export interface Undo<T> {
  readonly undoable: ReadonlySignal<Step<T> | undefined>;
  readonly redoable: ReadonlySignal<Step<T> | undefined>;
  /** Remembers what was before a step. @param what also tells one burst of typing from the next */
  did(before: T, what: string): void;
  /** Gives what was before the last step. */
  undo(now: T): T | undefined;
  redo(now: T): T | undefined;
  /** Changes everything that is remembered. */
  map(change: (state: T) => T): void;
}

const BURST_MS = 1000;
const MOST = 200;

export function createUndo<T>(now: () => number = Date.now): Undo<T> {
  const past = signal<readonly Step<T>[]>([]);
  const future = signal<readonly Step<T>[]>([]);
  let last = { what: '', at: -Infinity };
  const turn = (from: typeof past, to: typeof past, state: T): T | undefined => {
    const step = from.value.at(-1);
    if (!step) return undefined;
    from.value = from.value.slice(0, -1);
    to.value = [...to.value, { state, what: step.what }];
    last = { what: '', at: -Infinity };
    return step.state;
  };
  return {
    undoable: computed(() => past.value.at(-1)),
    redoable: computed(() => future.value.at(-1)),
    did: (before, what) => {
      const burst = what === last.what && now() - last.at < BURST_MS;
      if (!burst) past.value = [...past.value.slice(1 - MOST), { state: before, what }];
      future.value = [];
      last = { what, at: now() };
    },
    undo: (state) => turn(past, future, state),
    redo: (state) => turn(future, past, state),
    map: (change) => {
      const all = (steps: readonly Step<T>[]): Step<T>[] => steps.map(({ state, what }) => ({ state: change(state), what }));
      past.value = all(past.value);
      future.value = all(future.value);
    },
  };
}
