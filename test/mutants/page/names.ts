// Names that change: classes, ids, test ids, data attributes, landmarks. The style sheets go along, so the page looks as it did.
import type { Kind } from '../kinds.ts';
import type { Origin } from './origin.ts';

const MARK = 'zq';
/** What the host's own scripts find their root by, and the browser its theme. */
const KEPT_IDS = /^(root|jira-frontend|loading|client-env|__primerPortalRoot__)$/;
const KEPT_DATA = /^data-(target|guest)$/;
const LANDMARKS = /^(main|nav|header|aside|section|footer|article)$/;
const LANDMARK_ROLES = /^(main|navigation|banner|complementary|contentinfo|region|search|form)$/;

export interface Naming {
  /** Changes one element's names; done twice it does nothing more. */
  one(element: Element): void;
  /** What a selector becomes. */
  selector?(text: string): string;
}

export function hashed(name: string, salt: number): string {
  if (name.startsWith(MARK)) return name;
  let state = salt | 0;
  for (const char of name) state = (Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193) + 0x9e37) >>> 0;
  return `${MARK}${state.toString(36)}`;
}

const set = (element: Element, name: string, value: string): void => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};
const isRoot = (element: Element): boolean => element.matches('html, body, head, head *, script, style');
const unescaped = (name: string): string => name.replace(/\\(.)/g, '$1');

/** @param salt what all the new names of this mutant depend on  @param pick a number in 0..1, the mutant's own */
export function namingOf(kind: Kind, salt: number, pick: number): Naming | undefined {
  switch (kind) {
    case 'classes hashed':
      return {
        one: (element) => {
          const names = element.getAttribute('class')?.split(/\s+/).filter(Boolean);
          if (names?.length) set(element, 'class', names.map((name) => hashed(name, salt)).join(' '));
        },
        selector: (text) => text.replace(/\.((?:\\.|[\w-])+)/g, (_, name: string) => `.${hashed(unescaped(name), salt)}`),
      };
    case 'test ids dropped':
      return { one: (element) => element.removeAttribute('data-testid') };
    case 'test ids renamed':
      return {
        one: (element) => {
          const id = element.getAttribute('data-testid');
          if (id) set(element, 'data-testid', hashed(id, salt));
        },
      };
    case 'ids dropped':
    case 'ids renamed':
      return {
        one: (element) => {
          // A form with a field of that name would answer with the field.
          const id = element.getAttribute('id') ?? '';
          if (id === '' || id.startsWith(MARK) || KEPT_IDS.test(id) || isRoot(element)) return;
          const next = hashed(id, salt);
          // The style sheets know it by a class from now on, whether it keeps an id or not.
          element.classList.add(`${next}i`);
          if (kind === 'ids renamed') element.setAttribute('id', next);
          else element.removeAttribute('id');
        },
        selector: (text) =>
          text.replace(/#((?:\\.|[\w-])+)/g, (all, name: string) => (KEPT_IDS.test(name) ? all : `.${hashed(unescaped(name), salt)}i`)),
      };
    case 'data dropped':
    case 'data of one kind dropped':
      return { one: (element) => dropData(element, kind === 'data dropped' ? undefined : pick) };
    case 'landmarks removed':
      return {
        one: (element) => {
          if (LANDMARK_ROLES.test(element.getAttribute('role') ?? '')) element.removeAttribute('role');
        },
        selector: (text) => text.replace(/(^|[\s>+~,(])(main|nav|header|aside|section|footer|article)(?![\w-])/g, `$1.${MARK}$2`),
      };
    default:
      return undefined;
  }
}

/** Which data attributes go: all, or a seventh of their names by a number of the mutant's. */
function dropData(element: Element, pick: number | undefined): void {
  if (isRoot(element)) return;
  for (const { name } of [...element.attributes]) {
    if (!name.startsWith('data-') || KEPT_DATA.test(name)) continue;
    if (pick === undefined || Number.parseInt(hashed(name, 5).slice(-3), 36) % 7 === Math.floor(pick * 7)) element.removeAttribute(name);
  }
}

/** Lets no landmark come into being: what is made from now on is a plain element of the same looks; so is, when called, what is there. */
export function levelLandmarks({ note, inherit }: Origin): () => void {
  const make = Document.prototype.createElement;
  Document.prototype.createElement = function (this: Document, tag: string, options?: ElementCreationOptions): HTMLElement {
    const real = make.call(this, tag, options) as HTMLElement;
    if (!LANDMARKS.test(tag)) return real;
    const plain = make.call(this, 'div') as HTMLElement;
    plain.className = MARK + tag;
    note(real);
    inherit(real, plain);
    return plain;
  } as typeof make;
  return () => {
    for (const element of document.body.querySelectorAll('main, nav, header, aside, section, footer, article')) {
      const plain = make.call(document, 'div') as HTMLElement;
      for (const { name, value } of element.attributes) plain.setAttribute(name, value);
      plain.classList.add(MARK + element.localName);
      inherit(element, plain);
      plain.append(...element.childNodes);
      element.replaceWith(plain);
    }
  };
}

const done = new WeakSet<CSSStyleSheet>();

/** Rewrites the selectors of every sheet that is there and was not yet rewritten. */
export function restyle(namings: readonly Naming[]): void {
  const rewrite = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule) {
        const next = namings.reduce((text, { selector }) => selector?.(text) ?? text, rule.selectorText);
        if (next !== rule.selectorText) rule.selectorText = next;
      }
      if ('cssRules' in rule && (rule.cssRules as CSSRuleList).length > 0) rewrite(rule.cssRules as CSSRuleList);
    }
  };
  for (const sheet of document.styleSheets) {
    if (done.has(sheet)) continue;
    try {
      rewrite(sheet.cssRules);
      done.add(sheet);
    } catch {
      // Not loaded yet, or of another origin: it is tried again.
    }
  }
}
