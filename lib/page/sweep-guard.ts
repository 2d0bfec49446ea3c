// The keys of a sweep are kept from the page by the guard that is there already: it asks whose a node is, and hands on what
// happens there. The editor of a row may come and go meanwhile.
import type { Rows, Seat } from './seat.ts';

/** Has the guard take an element for one of ours until the signal ends. @param heard keys and focus events inside it */
export function guardElement(seat: Seat, element: Element, heard: (event: Event) => void, signal: AbortSignal): void {
  const none: Rows = { owns: () => false, count: () => ({ chips: 0, of: 0 }) };
  const rows = (seat.rows ??= none);
  const { owns } = rows;
  let others = rows.onEvent;
  rows.owns = (node) => node === element || owns(node);
  // What others set goes on being theirs.
  Object.defineProperty(rows, 'onEvent', {
    configurable: true,
    enumerable: true,
    get: () => (event: Event) => (event.composedPath().includes(element) ? heard(event) : others?.(event)),
    set: (theirs: typeof others) => {
      others = theirs;
    },
  });
  signal.addEventListener('abort', () => {
    rows.owns = owns;
    Object.defineProperty(rows, 'onEvent', { configurable: true, enumerable: true, writable: true, value: others });
    // Where chips are turned off nothing of lists was here before.
    if (seat.rows === none) delete seat.rows;
  });
}
