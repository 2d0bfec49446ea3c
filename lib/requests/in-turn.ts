// Changes that build on what is stored come one after another: of two at once, the second would build on what the first
// replaces, and the first would be lost. Holds nothing but the wait.
import type { Writer } from '../store/write.ts';

const last = new WeakMap<Writer, Promise<unknown>>();

/** Does work once all that was begun before it with this writer has ended, well or badly. */
export function inTurn<T>(writer: Writer, work: () => Promise<T>): Promise<T> {
  const mine = (last.get(writer) ?? Promise.resolve()).then(work, work);
  last.set(writer, mine);
  return mine;
}
