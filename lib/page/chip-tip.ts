// A chip's answer in its two lines and as a range, read out to whoever rests on it.
import { say } from '../say.ts';
import { drawBar } from './chip-bar.ts';
import type { Shown } from './chip-list.ts';
import type { Rows } from './seat.ts';

const AWAY_PX = 6;

/**
 * What reads a chip out, or stops it.
 * @param css of the tip, beside that of chips
 */
export function createTip(document: Document, { sheet, face: dress, signal }: NonNullable<Rows['chips']>, css: string) {
  const own = new CSSStyleSheet();
  own.replaceSync(css);
  let element: HTMLElement | undefined;

  const hide = (): void => {
    element?.remove();
    element = undefined;
  };

  function show(chip: Shown | undefined): void {
    hide();
    if (!chip?.element.isConnected || chip.element.hasAttribute('data-open') || !chip.value) return;
    element = document.createElement('azimuth-tip');
    element.dataset['tip'] = '';
    const root = element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet, own];
    const face = document.createElement('div');
    face.setAttribute('role', 'tooltip');
    dress(face);
    face.classList.add('tip');
    const { what, why } = chip.value;
    for (const [name, text] of [['b', what ?? say('chipNone')] as const, ['span', why ?? ''] as const]) {
      const line = document.createElement(name);
      line.textContent = text;
      if (text) face.append(line);
    }
    if (chip.value.range) face.append(drawBar(document, chip.value.range));
    root.append(face);
    (chip.element.closest('dialog') ?? document.body).append(element);
    const at = chip.element.getBoundingClientRect();
    const its = face.getBoundingClientRect();
    const below = at.bottom + AWAY_PX;
    const top = below + its.height > innerHeight ? at.top - AWAY_PX - its.height : below;
    element.style.setProperty('--top', `${Math.max(4, top)}px`);
    element.style.setProperty('--left', `${Math.max(4, Math.min(at.left, document.documentElement.clientWidth - its.width - 4))}px`);
  }

  signal.addEventListener('abort', hide);
  for (const type of ['scroll', 'pointerdown']) addEventListener(type, hide, { capture: true, passive: true, signal });
  return show;
}
