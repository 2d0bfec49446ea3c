// Which rows are selected, by their keys. The keys outlive a new ranking and another order; the rows need not.
import { type ReadonlySignal, signal } from '@preact/signals';

export interface Selection {
  readonly keys: ReadonlySignal<ReadonlySet<string>>;
  /** In or out, and from where the next range begins. */
  toggle(key: string): void;
  /** Everything between the last row toggled and this one becomes what that one is. @param shown keys in the order shown */
  range(shown: readonly string[], key: string): void;
  all(shown: readonly string[]): void;
  none(): void;
  /** Forgets rows that are there no more. */
  keep(there: ReadonlySet<string>): void;
}

/** Where two keys stand, the nearest to each other where they stand in several places; -1 for what is not there. */
function nearest(shown: readonly string[], a: string | undefined, b: string): readonly [number, number] {
  let [lastA, lastB] = [-1, -1];
  let best: readonly [number, number] = [-1, -1];
  shown.forEach((key, i) => {
    if (key === a) lastA = i;
    if (key === b) lastB = i;
    const far = best[0] < 0 || Math.abs(lastA - lastB) < Math.abs(best[0] - best[1]);
    if (lastA >= 0 && lastB >= 0 && far) best = [lastA, lastB];
  });
  return best;
}

export function createSelection(): Selection {
  const keys = signal<ReadonlySet<string>>(new Set());
  let anchor: string | undefined;
  const put = (changed: Iterable<string>, on: boolean): void => {
    const next = new Set(keys.peek());
    for (const key of changed) {
      if (on) next.add(key);
      else next.delete(key);
    }
    keys.value = next;
  };
  const toggle = (key: string): void => {
    anchor = key;
    put([key], !keys.peek().has(key));
  };
  return {
    keys,
    toggle,
    range: (shown, key) => {
      const [from, to] = nearest(shown, anchor, key);
      if (from < 0 || to < 0 || anchor === undefined) return toggle(key);
      put(shown.slice(Math.min(from, to), Math.max(from, to) + 1), keys.peek().has(anchor));
    },
    all: (shown) => put(shown, true),
    none: () => {
      anchor = undefined;
      if (keys.peek().size > 0) keys.value = new Set();
    },
    keep: (there) => {
      const left = [...keys.peek()].filter((key) => there.has(key));
      if (left.length < keys.peek().size) keys.value = new Set(left);
    },
  };
}
