// Long work in slices of a few milliseconds, so that a page with ten thousand rows stays as quick as an empty one.

/** A pause that lets the browser draw and answer; unlike a timer it is not held back to 4 ms, nor to 1 s in a hidden tab. */
export const pause = (): Promise<void> =>
  new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(0);
  });

export interface Slices {
  /** A promise to await where the slice is over; `undefined`, which costs nothing to await for, before. */
  readonly rest: () => Promise<void> | undefined;
}

/** Says when a slice is over. @param budget ms of a slice @param now ms */
export function createSlices(budget = 5, now: () => number = () => performance.now()): Slices {
  let began = now();
  return {
    rest: () => {
      if (now() - began < budget) return undefined;
      return pause().then(() => {
        began = now();
      });
    },
  };
}

/** ms between two reports of how far a piece of work has come. */
const REPORT = 100;

/**
 * Takes work that goes step by step to its end, a slice at a time.
 * @param steps yields the share done, 0..1, often enough for a slice to end
 * @throws once the signal is aborted
 */
export async function inSlices<T>(
  steps: Generator<number, T>,
  progress: (share: number) => void,
  signal: AbortSignal,
  slices = createSlices(),
): Promise<T> {
  for (let told = 0; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    const over = slices.rest();
    if (!over) continue;
    if (performance.now() - told > REPORT) {
      told = performance.now();
      progress(step.value);
    }
    await over;
    signal.throwIfAborted();
  }
}

/** Takes work that goes step by step to its end, a slice at a time. */
export async function stepwise<T>(steps: Generator<unknown, T>, slices: Slices): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const over = slices.rest();
    if (over) await over;
  }
}

const RUN = 256;
/** Places merged between two breaths: some tenths of a millisecond. */
const MERGED = 8192;

/**
 * The places of keys, least first, what is no number last; equals stay as they stood. Numbers in arrays of their own sort ten times
 * as fast as rows by a comparison. Yields often enough for a slice to end.
 * @param places the order they stand in; their own where there is none
 */
export function* placesBy(keys: Float64Array, places?: Uint32Array): Generator<void, Uint32Array> {
  let from: Uint32Array = places ? places.slice() : Uint32Array.from(keys, (_, i) => i);
  let to: Uint32Array = new Uint32Array(from.length);
  let done = 0;
  for (let width = 1; width < from.length; width *= 2) {
    let moved = false;
    for (let start = 0; start < from.length; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, from.length), Math.min(start + 2 * width, from.length)];
      if (middle >= end || ordered(keys[from[middle - 1] as number] as number, keys[from[middle] as number] as number)) {
        to.set(from.subarray(start, end), start);
        done += (end - start) >> 3;
      } else {
        moved = true;
        merge(keys, from, to, start, middle, end);
        done += end - start;
      }
      if (done < MERGED) continue;
      done = 0;
      yield;
    }
    if (moved) [from, to] = [to, from];
  }
  return from;
}

/** Whether of two keys the first may stay first: what is no number comes last. */
const ordered = (x: number, y: number): boolean => (x === x ? !(y < x) : y !== y);

/** Two runs of places into one. A function of its own: inside of a generator it is several times slower. */
function merge(keys: Float64Array, from: Uint32Array, to: Uint32Array, start: number, middle: number, end: number): void {
  let [a, b] = [start, middle];
  for (let at = start; at < end; at++) {
    const first = b >= end || (a < middle && ordered(keys[from[a] as number] as number, keys[from[b] as number] as number));
    to[at] = from[first ? a++ : b++] as number;
  }
}

/** Sorts like `toSorted`, a slice at a time: short runs first, then merges. Stable. */
export async function sortInSlices<T>(items: readonly T[], compare: (a: T, b: T) => number, slices = createSlices()): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    const over = slices.rest();
    if (over) await over;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let i = 0; i < runs.length; i += 2) merged.push(await mergeRuns(runs[i] ?? [], runs[i + 1] ?? [], compare, slices));
    runs = merged;
  }
  return runs[0] ?? [];
}

async function mergeRuns<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number, slices: Slices): Promise<T[]> {
  const out: T[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    out.push((j >= b.length || (i < a.length && compare(a[i] as T, b[j] as T) <= 0) ? a[i++] : b[j++]) as T);
    if (out.length % RUN) continue;
    const over = slices.rest();
    if (over) await over;
  }
  return out;
}
