// A host page that can be changed at will, with the layout a test gives it, and a panel kept placed in it.
import { vi } from 'vitest';
import { keepPlaced, type Placed, type Placing } from '../../lib/page/place.ts';
import type { Pages } from '../../lib/trackers/tracker.ts';

export const TICKET = 'github:acme/app#12';

/** Pages of no tracker: one rung for each class name, best first. */
export const pagesWith = (more: Partial<Pages> = {}): Pages => ({
  id: 'github',
  scope: (document) => document,
  shows: () => undefined,
  heading: () => undefined,
  title: () => '',
  sleeper: () => null,
  awake: () => true,
  rungs: ['best', 'second'].map((name) => ({
    name,
    seen: '2026-11',
    find: (scope) => {
      const parent = scope.querySelector(`.${name}`);
      return parent ? { parent, before: parent.firstElementChild } : undefined;
    },
  })),
  events: ['host:drawn'],
  ...more,
});

/** Layout: what is in the page is drawn and 300 px wide; `data-width` and `data-hidden` say otherwise. */
export function layOut(): void {
  const hidden = (element: Element): boolean => !element.isConnected || element.closest('[data-hidden]') !== null;
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (hidden(this) ? [] : [{}]) as unknown as DOMRectList;
  });
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return { width: hidden(this) ? 0 : Number(this.getAttribute('data-width') ?? 300) } as DOMRect;
  });
}

export interface Stage {
  readonly element: HTMLElement;
  readonly placed: Pick<Placed, 'place' | 'rung'>[];
  /** What was tried before, for each of them. */
  readonly failed: string[][];
  /** What the panel and the page say; tests change it. */
  readonly says: { focused: boolean; wanted: boolean; docked: boolean; shows: string | undefined };
  /** Looks anew, as the user can have it do. */
  readonly anew: () => void;
  /** The focus went out of the panel. */
  readonly left: () => void;
  readonly life: AbortController;
  /** Where the element is now: the class of its parent, or nothing. */
  at(): string | undefined;
}

export function place(more: Partial<Pages> = {}, given: Partial<Placing> = {}): Stage {
  const element = document.createElement('azimuth-panel');
  const placed: Stage['placed'] = [];
  const failed: Stage['failed'] = [];
  const says: Stage['says'] = { focused: false, wanted: true, docked: false, shows: undefined };
  const life = new AbortController();
  const { anew, left } = keepPlaced({
    element,
    pages: pagesWith({ shows: () => says.shows, ...more }),
    ticket: TICKET,
    signal: life.signal,
    document,
    focused: () => says.focused,
    stirred: [],
    more: async () => [],
    docked: () => says.docked,
    wanted: () => says.wanted,
    onPlaced: ({ place, rung, tried }) => {
      placed.push({ place, rung });
      failed.push(tried);
    },
    ...given,
  });
  const at = () => (element.isConnected ? element.parentElement?.className || element.parentElement?.tagName.toLowerCase() : undefined);
  return { element, placed, failed, says, life, at, anew, left };
}

/** Something of the host's own happens somewhere. */
export const stir = (): void => document.body.append(document.createElement('i'));
export const add = (name: string, attributes: Record<string, string> = {}): HTMLElement => {
  const column = document.createElement('div');
  column.className = name;
  for (const [key, value] of Object.entries(attributes)) column.setAttribute(key, value);
  document.body.prepend(column);
  return column;
};
export const later = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
/** Time for a look: a frame, or the timer that stands in for one. */
export const soon = (): Promise<unknown> => later(250);
