// What every element was before anything was done to it: a wrong container stays one under whatever name.
import type { Orders } from './orders.ts';

const WRONG: Readonly<Record<string, string>> = {
  comment: '.markdown-body, .comment-body, .ak-renderer-document, [data-testid*="comment-"], [data-testid$="-comment"], article',
  navigation: 'nav, [role="navigation"]',
  header: 'header, [role="banner"]',
  footer: 'footer',
  dialog: 'dialog, [role="dialog"]',
  editor: '[contenteditable=""], [contenteditable="true"], [role="textbox"], form',
  menu: '[role="menu"], [role="listbox"], [role="tablist"]',
  control: 'a, button, table',
};

export interface Origin {
  /** To be called for each element before it is changed. */
  note(element: Element): void;
  /** Gives one element, and all below, the past of another of the same shape. */
  inherit(from: Element, to: Element): void;
  /** What was noted of an element; of the element itself only. */
  is(element: Element, what: string): boolean;
  /** The column as it was: what holds all its parts that are in the page. */
  column(): Element | undefined;
  /** What an element stands in that nothing of ours may stand in. */
  wrongAround(element: Element): string | undefined;
}

export const ours = (node: Node): boolean => node instanceof Element && node.localName.startsWith('azimuth-');

export function watchOrigin({ column, within }: Orders): Origin {
  const pasts = new WeakMap<Element, Set<string>>();
  const parts = new Set<Element>();
  const selectors = { ...WRONG, column, ...(within ? { within } : {}) };

  const is = (element: Element, what: string): boolean => pasts.get(element)?.has(what) ?? false;
  const around = (element: Element | null, what: string): boolean => {
    for (let at = element; at; at = at.parentElement) if (is(at, what)) return true;
    return false;
  };
  const add = (element: Element, what: string): void => {
    pasts.set(element, (pasts.get(element) ?? new Set()).add(what));
    if (what === 'column') parts.add(element);
  };
  return {
    is,
    note: (element) => {
      for (const [what, selector] of Object.entries(selectors)) if (element.matches(selector)) add(element, what);
    },
    inherit: (from, to) => {
      const [olds, news] = [from, to].map((root) => [root, ...root.querySelectorAll('*')].filter((one) => !ours(one)));
      for (const [i, old] of (olds ?? []).entries()) for (const what of pasts.get(old) ?? []) if (news?.[i]) add(news[i], what);
    },
    column: () => {
      for (const part of parts) if (!part.isConnected) parts.delete(part);
      const shown = [...parts].filter((part) => part.getClientRects().length > 0 || parts.size === 1);
      let holder = shown[0];
      // One part is the column; several are its sections.
      while (holder && !shown.every((part) => holder?.contains(part))) holder = holder.parentElement ?? undefined;
      return holder;
    },
    wrongAround: (element) => {
      if (within && !around(element.parentElement, 'within')) return 'not in the pane of its ticket';
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (is(at, 'within')) return undefined;
        const wrong = Object.keys(WRONG).find((what) => is(at as Element, what));
        if (wrong) return `${wrong}: ${at.outerHTML.slice(0, 80)}`;
      }
      return undefined;
    },
  };
}
