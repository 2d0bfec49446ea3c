// Keys on a chip that has the focus: to the chip of the row before or after, to the first and the last, and back to the page.
import type { Shown } from './chip-list.ts';

const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowUp: (at) => Math.max(0, at - 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  Home: () => 0,
  End: (_, last) => last,
};

/** The chips that can be focused, in the order of their rows. */
const inOrder = (shown: Iterable<Shown>): Shown[] =>
  [...shown]
    .filter(({ element, face }) => element.isConnected && face.localName === 'button')
    .toSorted((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

/**
 * Does what a key means on a chip.
 * @param leave gives the focus back to where it was
 * @returns whether it was one of these
 */
export function roam(event: Event, shown: Iterable<Shown>, leave: () => void): boolean {
  if (event.type !== 'keydown' || !event.isTrusted) return false;
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event as KeyboardEvent;
  if (ctrlKey || metaKey || altKey || shiftKey || isComposing) return false;
  const chips = inOrder(shown);
  const path = event.composedPath();
  const at = chips.findIndex(({ element }) => path.includes(element));
  if (at < 0) return false;
  if (key === 'Escape') leave();
  const to = STEPS[key]?.(at, chips.length - 1);
  if (to === undefined) return key === 'Escape';
  // The page is not to scroll for it, but to where the chip is.
  event.preventDefault();
  chips[to]?.face.focus({ preventScroll: true });
  chips[to]?.row.scrollIntoView({ block: 'nearest' });
  return true;
}
