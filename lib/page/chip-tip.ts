// A chip's answer in its two lines, read out to whoever rests on it.
import { say } from '../say.ts';
import type { Shown } from './chip-list.ts';

const AFTER_MS = 300;
const AWAY_PX = 6;

/** @param dress gives the face its colours */
export function createTip(document: Document, sheet: CSSStyleSheet, dress: (face: HTMLElement, tip: boolean) => void, signal: AbortSignal) {
  let element: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    element?.remove();
    element = undefined;
  }

  function show(chip: Shown): void {
    hide();
    if (!chip.element.isConnected || chip.element.hasAttribute('data-open') || !chip.value) return;
    element = document.createElement('azimuth-tip');
    element.dataset['tip'] = '';
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    const face = document.createElement('div');
    face.setAttribute('role', 'tooltip');
    dress(face, true);
    const { what, why } = chip.value;
    for (const [name, text] of [['b', what ?? say('chipNone')] as const, ['span', why ?? ''] as const]) {
      const line = document.createElement(name);
      line.textContent = text;
      if (text) face.append(line);
    }
    root.append(face);
    (chip.element.closest('dialog') ?? document.body).append(element);
    const at = chip.element.getBoundingClientRect();
    const own = face.getBoundingClientRect();
    const below = at.bottom + AWAY_PX;
    const top = below + own.height > innerHeight ? at.top - AWAY_PX - own.height : below;
    element.style.setProperty('--top', `${Math.max(4, top)}px`);
    element.style.setProperty('--left', `${Math.max(4, Math.min(at.left, document.documentElement.clientWidth - own.width - 4))}px`);
  }

  signal.addEventListener('abort', hide);
  for (const type of ['scroll', 'pointerdown']) addEventListener(type, hide, { capture: true, passive: true, signal });
  return {
    hide,
    over: (chip: Shown): void => {
      for (const type of ['pointerenter', 'focusin'])
        chip.element.addEventListener(type, () => {
          clearTimeout(timer);
          timer = setTimeout(show, AFTER_MS, chip);
        });
      for (const type of ['pointerleave', 'focusout']) chip.element.addEventListener(type, hide);
    },
  };
}
