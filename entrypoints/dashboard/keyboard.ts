// Where the focus goes when the view changes, and the key that shows the keys.
import { effect, type Signal, signal } from '@preact/signals';

const PLACE = 'single-keys';

/** Whether single letters act; remembered. One must be able to turn them off (WCAG 2.1.4). */
export const singleKeys = signal(localStorage.getItem(PLACE) !== 'off');
effect(() => localStorage.setItem(PLACE, singleKeys.value ? 'on' : 'off'));

/** Frames to wait for a view that has to be read first. */
const PATIENCE = 60;

/** Puts the focus on the heading of the view, once it is drawn: what comes next is read from there. */
export function focusHeading(frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const heading = document.querySelector('h1');
    if (!heading) return frames > 0 ? focusHeading(frames - 1) : undefined;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  });
}

export function listenForHelp(open: Signal<boolean>): void {
  document.addEventListener('keydown', ({ key, target, ctrlKey, metaKey, altKey }) => {
    if (key !== '?' || ctrlKey || metaKey || altKey || !singleKeys.value) return;
    if (target instanceof Element && target.closest('input, textarea, select, dialog')) return;
    open.value = true;
  });
}
