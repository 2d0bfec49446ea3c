// The page's shape: containers wrapped, brothers in another order, parts that come late, parts drawn anew again and again.
import type { Random } from '../../simulations/random.ts';
import type { Orders } from './orders.ts';
import { type Origin, ours } from './origin.ts';
import { away, wrappers } from './tolerant.ts';

const AGAIN_MS = 500;
const LATEST_MS = 3000;
const SOONEST_MS = 200;
const WRAPPERS = ['div', 'section', 'x-layer'];

/** Does its part to the page as it is now; what it did stays done. */
export interface Shaping {
  apply(): void;
  stop?(): void;
}

const isPart = (element: Element): boolean => !ours(element) && !element.matches('script, style, link, template, html, body, head');

/** The parts of the page around which a ticket is built, by how they can be found again after the host drew them anew. */
export function parts(origin: Origin): Map<string, Element> {
  const found = new Map<string, Element>();
  const climb = (name: string, from: Element | null | undefined): void => {
    let step = 0;
    for (let at = from; at && at !== document.body && step < 7; at = at.parentElement)
      if (isPart(at) && !wrappers.has(at)) found.set(`${name} ${step++}`, at);
  };
  const column = origin.column();
  climb('column', column);
  climb('title', document.querySelector('h1'));
  const number = (name: string, children: Iterable<Element>, most: number): void => {
    const own = [...children].map((child) => (wrappers.has(child) ? (child.firstElementChild ?? child) : child)).filter(isPart);
    for (const [i, child] of own.slice(0, most).entries()) if (!wrappers.has(child)) found.set(`${name} ${i}`, child);
  };
  number('section', column?.children ?? [], 6);
  number('top', document.body?.children ?? [], 4);
  return found;
}

const NAMES = ['column', 'title'].flatMap((name) => Array.from({ length: 7 }, (_, i) => `${name} ${i}`));
const ALL = [...NAMES, ...Array.from({ length: 6 }, (_, i) => `section ${i}`), ...Array.from({ length: 4 }, (_, i) => `top ${i}`)];

/** So many of the parts' names, the column's own more often than others. */
function chosen({ uniform }: Random, least: number, most: number): Set<string> {
  const count = least + Math.floor(uniform() * (most - least + 1));
  const names = new Set<string>();
  while (names.size < count)
    names.add(uniform() < 0.3 ? `column ${Math.floor(uniform() * 3)}` : (ALL[Math.floor(uniform() * ALL.length)] ?? 'column 0'));
  return names;
}

export function wrapping(origin: Origin, random: Random): Shaping {
  const names = chosen(random, 2, 8);
  const tag = WRAPPERS[Math.floor(random.uniform() * WRAPPERS.length)] ?? 'div';
  const wrapped = new WeakSet<Element>();
  return {
    apply: () => {
      for (const [name, part] of parts(origin)) {
        const { parentElement } = part;
        if (!names.has(name) || wrapped.has(part) || !parentElement || wrappers.has(parentElement)) continue;
        wrapped.add(part);
        const wrapper = document.createElement(tag);
        wrappers.add(wrapper);
        // The page looks as it did: what was an item of a flexible box or a grid still is one.
        const items = /flex|grid|table|contents/.test(getComputedStyle(parentElement).display);
        wrapper.style.display = items || getComputedStyle(part).float !== 'none' ? 'contents' : 'block';
        parentElement.insertBefore(wrapper, part);
        wrapper.append(part);
      }
    },
  };
}

export function reordering(origin: Origin, random: Random): Shaping {
  const names = new Set(['section 0', ...chosen(random, 0, 4)]);
  const backwards = random.uniform() < 0.5;
  const done = new WeakSet<Element>();
  const shuffle = (parent: Element, visible: boolean): void => {
    if (done.has(parent) || parent === document.body || parent === document.documentElement) return;
    const children = [...parent.children].filter(isPart);
    if (children.length < 2) return;
    done.add(parent);
    const order = backwards
      ? children.toReversed()
      : children
          .map((child) => [random.uniform(), child] as const)
          .sort(([a], [b]) => a - b)
          .map(([, child]) => child);
    // Columns stay where they are seen; sections may be seen in another order.
    if (!visible) for (const [i, child] of children.entries()) (child as HTMLElement).style.order = String(i);
    for (const child of order) parent.insertBefore(child, null);
  };
  return {
    apply: () => {
      for (const [name, part] of parts(origin)) {
        if (!names.has(name) || !part.parentElement) continue;
        const isSection = name.startsWith('section');
        if (isSection || /flex|grid/.test(getComputedStyle(part.parentElement).display)) shuffle(part.parentElement, isSection);
      }
    },
  };
}

export function delaying(origin: Origin, random: Random): Shaping {
  const names = chosen(random, 1, 3);
  const kept = new Set<string>();
  const waiting = new Map<ReturnType<typeof setTimeout>, () => void>();
  return {
    apply: () => {
      for (const [name, part] of parts(origin)) {
        if (!names.has(name) || kept.has(name) || !part.parentNode) continue;
        kept.add(name);
        const place = document.createComment('');
        part.parentNode.replaceChild(place, part);
        away.set(part, place);
        const back = (): void => {
          waiting.delete(timer);
          if (away.get(part) !== place) return;
          away.delete(part);
          place.replaceWith(part);
        };
        const timer = setTimeout(back, SOONEST_MS + random.uniform() * (LATEST_MS - SOONEST_MS));
        waiting.set(timer, back);
      }
    },
    stop: () => {
      for (const back of [...waiting.values()].toReversed()) back();
    },
  };
}

export function redrawing(origin: Origin, random: Random, { living }: Orders): Shaping {
  const level = Math.floor(random.uniform() * 4);
  let timer: ReturnType<typeof setInterval> | undefined;
  const redraw = (): void => {
    if (living) return void (random.uniform() < 0.7 ? window.__host.wipe() : window.__host.rerender());
    let part = origin.column() ?? undefined;
    for (let i = 0; i < level * 2 && part?.parentElement && part.parentElement !== document.body; i++) part = part.parentElement;
    if (!part || part === document.body || part === document.documentElement) return;
    const copy = part.cloneNode(true) as Element;
    for (const element of copy.querySelectorAll('azimuth-panel, azimuth-chip')) element.remove();
    origin.inherit(part, copy);
    part.replaceWith(copy);
  };
  return {
    apply: () => (timer ??= setInterval(redraw, AGAIN_MS)),
    stop: () => clearInterval(timer),
  };
}
