// The outline around the row in turn: ours, over the page, so that nothing of the host's is changed.
import type { Row } from './chip-rows.ts';
import { scrollerOf } from './sweep-rows.ts';

/**
 * Keeps an outline around a row in every frame, whatever the host does with it; where the row names its ticket no more there is none.
 * @param row asked for anew in each frame @param placed called after each
 */
export function keepOutline(
  outline: HTMLElement,
  row: () => Row | undefined,
  placed: (box: DOMRect | undefined) => void,
  signal: AbortSignal,
): void {
  let last = '';
  const frame = (): void => {
    if (signal.aborted) return;
    const at = row()?.row;
    const box = at?.getBoundingClientRect();
    const seen = at && box && visible(at, box);
    outline.hidden = !seen;
    if (seen) {
      const now = `${seen.left},${seen.top},${seen.width},${seen.height}`;
      if (now !== last) {
        const { left, top, width, height } = seen;
        for (const [name, value] of Object.entries({ left, top, width, height })) outline.style.setProperty(name, `${value}px`);
        last = now;
      }
    }
    placed(box);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** The part of a row that its scroller shows. */
function visible(row: Element, box: DOMRect): DOMRect | undefined {
  const scroller = scrollerOf(row);
  const page = scroller === document.scrollingElement;
  const around = page ? new DOMRect(0, 0, innerWidth, innerHeight) : scroller.getBoundingClientRect();
  const [top, bottom] = [Math.max(box.top, around.top), Math.min(box.bottom, around.bottom)];
  const [left, right] = [Math.max(box.left, around.left), Math.min(box.right, around.right)];
  return bottom - top > 2 && right - left > 2 ? new DOMRect(left, top, right - left, bottom - top) : undefined;
}
