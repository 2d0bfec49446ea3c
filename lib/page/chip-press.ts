// Pressing a chip opens the editor and does nothing else: no link is followed, no card is opened, no drag begins.
import type { Shown } from './chip-list.ts';

const OURS = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'touchstart', 'touchend'] as const;

/** A press with the main button alone: with others a link is opened elsewhere, and that stays so. */
const plain = (event: Event): boolean =>
  !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey);

/**
 * @param open called for a press by a person, of the pointer or by the keyboard on the chip itself
 * @param rest called with a chip when somebody comes to it, and with nothing when they leave
 */
export function hearPresses(chip: Shown, open: (chip: Shown) => void, rest: (chip?: Shown) => void): void {
  for (const type of ['pointerenter', 'focusin']) chip.element.addEventListener(type, () => rest(chip));
  for (const type of ['pointerleave', 'focusout']) chip.element.addEventListener(type, () => rest());
  for (const type of OURS)
    chip.element.addEventListener(
      type,
      (event) => {
        if (!plain(event)) return;
        event.stopPropagation();
        // Neither the link nor a drag, and the focus stays where it is.
        if (type === 'mousedown' || type === 'click') event.preventDefault();
        if (type === 'click' && event.isTrusted) open(chip);
      },
      { passive: false },
    );
}
