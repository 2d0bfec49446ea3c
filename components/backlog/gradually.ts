// Rows come into the page a few at a time, those on screen first: a whole screen of them at once would be one long task.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Item, itemKey } from './window.ts';

/** New rows a frame; fewer in the first, which has the whole table to draw with code that has never run. */
const BATCH = 5;
const FIRST_BATCH = 2;

/**
 * The items to draw now: all that are drawn already and a batch of new ones; the others follow in the next frames.
 * @param screen edges of the screen, px from the start of the list @param first index of a row that must not wait
 */
export function useGradually(items: readonly Item[], [top, bottom]: readonly [number, number], first: number): readonly Item[] {
  const drawn = useRef<ReadonlySet<string>>(new Set());
  // What this frame may still draw: one frame can bring several calls.
  const left = useRef(FIRST_BATCH);
  const [, again] = useState(0);
  const middle = (top + bottom) / 2;
  const urgency = (item: Item): number => (item.kind === 'row' && item.index === first ? -1 : Math.abs(item.top - middle));
  const fresh = items.filter((item) => !drawn.current.has(itemKey(item))).sort((a, b) => urgency(a) - urgency(b));
  const urgent = fresh[0] && urgency(fresh[0]) < 0 ? 1 : 0;
  const late = new Set(fresh.slice(Math.max(urgent, left.current)));
  const now = items.filter((item) => !late.has(item));
  useLayoutEffect(() => {
    drawn.current = new Set(now.map(itemKey));
    if (fresh.length === 0) return;
    left.current = Math.max(0, left.current - (fresh.length - late.size));
    const frame = requestAnimationFrame(() => {
      left.current = BATCH;
      if (late.size > 0) again((n) => n + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  return now;
}
