// One chip, drawn by hand: a list has hundreds, and each is two nodes and a few words.
import type { ChipValue } from '../ask.ts';

const SVG = 'http://www.w3.org/2000/svg';

export interface Chip {
  readonly element: HTMLElement;
  /** What paints: its colours are measured, and its class says which are in force. */
  readonly face: HTMLElement;
  /** Shows a ticket's value at once; `undefined` where it is not known yet, which shows nothing. */
  show(ticket: string, value: ChipValue | undefined): void;
}

function drawing(...parts: readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[]): SVGElement {
  const made = parts.map(([name, attributes]) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element as SVGElement;
  });
  const [svg, ...rest] = made as [SVGElement, ...SVGElement[]];
  svg.append(...rest);
  return svg;
}

const BOX = ['svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }] as const;

function sign({ kind, angle, loss }: ChipValue): SVGElement {
  if (angle !== undefined) {
    const transform = `rotate(${angle.toFixed(1)} 8 8)`;
    return drawing(
      BOX,
      ['path', { class: loss ? 'loss' : 'gain', d: 'M8 .5 11.5 8h-7Z', transform }],
      ['path', { class: 'south', d: 'M8 15.5 4.5 8h7Z', transform }],
    );
  }
  const ring = ['circle', { class: 'ring', cx: '8', cy: '8', r: '5', ...(kind !== 'other' && { 'stroke-dasharray': '2.62' }) }] as const;
  return kind === 'other' ? drawing(BOX, ring, ['path', { class: 'ring', d: 'M5.5 8h5' }]) : drawing(BOX, ring);
}

function textOf(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

/** @param mark inside a link: to be seen, with nothing in it that could be focused */
export function makeChip(sheet: CSSStyleSheet, mark: boolean): Chip {
  const element = document.createElement('azimuth-chip');
  const root = element.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  const face = document.createElement(mark ? 'span' : 'button');
  if (face instanceof HTMLButtonElement) {
    face.type = 'button';
    // The page's order of focus stays its own: one comes here by the pointer and by the extension's own key.
    face.tabIndex = -1;
  } else element.setAttribute('aria-hidden', 'true');
  root.append(face);

  return {
    element,
    face,
    show: (ticket, value) => {
      element.dataset['ticket'] = ticket;
      element.dataset['kind'] = value?.kind ?? 'blank';
      if (!value) return face.replaceChildren();
      const parts = [sign(value), ...(value.label ? [textOf('span', value.label)] : []), ...(value.mean ? [textOf('b', value.mean)] : [])];
      face.replaceChildren(...parts);
      if (!mark) face.setAttribute('aria-label', value.spoken);
    },
  };
}
