import { useCallback, useState, type UIEvent } from 'react';

export interface Slot<T> {
  /** The key of the element: a slot keeps its element while the item in it changes. */
  slot: number;
  index: number;
  item: T;
}

/**
 * The part of a long list that is in the document: `count` slots of `height` pixels around the scroll position. Elements
 * are recycled, so one that showed one ticket shows another later, as virtualised lists do.
 */
export function useWindow<T>(
  items: readonly T[],
  height: number,
  count: number,
): { slots: Slot<T>[]; onScroll: (event: UIEvent<HTMLElement>) => void; total: number } {
  const [first, setFirst] = useState(0);
  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => {
      const above = Math.floor(event.currentTarget.scrollTop / height) - 5;
      setFirst(Math.max(0, Math.min(above, items.length - count)));
    },
    [height, items.length, count],
  );
  const slots = items.slice(first, first + count).map((item, offset) => ({ slot: (first + offset) % count, index: first + offset, item }));
  slots.sort((a, b) => a.slot - b.slot);
  return { slots, onScroll, total: items.length * height };
}
