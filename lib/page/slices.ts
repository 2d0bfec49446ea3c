// Going through something long a slice at a time, so that the page is held up by none of them.

const A_SLICE_MS = 8;

/**
 * Gathers what there is, leaving out `undefined`; what fits into one slice is there before this returns.
 * @param done called with all of it, unless `signal` aborts before
 */
export function inSlices<T>(all: Iterator<T | undefined, void>, done: (found: T[]) => void, signal: AbortSignal): void {
  const found: T[] = [];
  function slice(): void {
    if (signal.aborted) return;
    const until = performance.now() + A_SLICE_MS;
    let next;
    do {
      next = all.next();
      if (next.value !== undefined) found.push(next.value);
    } while (!next.done && performance.now() < until);
    if (next.done) done(found);
    else setTimeout(slice);
  }
  slice();
}
