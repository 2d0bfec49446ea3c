// What a page shows, taken apart: words that are in no language file, and words that have too little room.
import type { Page } from 'playwright-core';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { SAMPLE_TAGS } from '../../lib/sample/tags.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';

/** Runs of letters that mean the same in every language: units, keys, formats, names of programs and files. */
/** And identifiers: of tickets, places, permissions, of metrics in a formula, and of places in a tracker's page. */
const SIGNS =
  /\b(?:[A-Z]{2,}-\d+|azimuth-sample\S*\/\w+|\d\.\.\d+pp|[a-z]+(?:_[a-z]+)+|storage|scripting|alarms|activeTab|(?<=“)[a-z]+(?:-[a-z]+)+|github\.com\/owner\/repo|pp|MB|UTF-?8|r|n|d|x|CSV|JSON|Azimuth|Alt|Shift|Ctrl|Enter|Esc|Delete|AM|PM|[A-Z]|GitHub|Jira|Linear|github\.com|atlassian\.net|linear\.app|(?:https?|github|jira|linear):\S+)\b/g;
/** Months and weekdays are written by Intl, in the locale of the words. */
const DAYS = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\w*\b/g;

/** All strings in a piece of data, the longest first, so that no part of one is left over. */
function stringsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  return data && typeof data === 'object' ? Object.values(data).flatMap(stringsIn) : [];
}
const DATA = [
  ...new Set([
    ...stringsIn(sampleFramework('2026-01-05')),
    'Ask for the first project during sign-up',
    ...stringsIn(SAMPLE_TAGS),
    ...TEMPLATES.flatMap((one) => [one.name, ...stringsIn(one.framework('2026-01-05'))]),
  ]),
]
  .filter((text) => /[a-z]{2}/i.test(text))
  .toSorted((a, b) => b.length - a.length);

/** The texts and names a page shows that still read as English. @param within the host of a shadow root; else the page */
export async function unspoken(page: Page, within?: string): Promise<string[]> {
  const texts = await page.evaluate((host) => {
    const root: ParentNode | null | undefined = host ? document.querySelector(host)?.shadowRoot : document.body;
    if (!root) return [`no ${host}`];
    const found: string[] = host ? [] : [document.title];
    const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Text) {
        // What a person wrote, marked as such.
        if (!node.parentElement?.closest('script, style, [data-user]')) found.push(node.data);
      } else if (node instanceof Element)
        for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '');
    }
    return found;
  }, within);
  return [...new Set(texts)].filter((text) => {
    let rest = text.normalize('NFC').replace(SIGNS, ' ');
    for (const known of DATA) rest = rest.replaceAll(known, ' ');
    return /[a-z]{2}/i.test(
      rest
        .replaceAll(/[\u2066-\u2069]/g, '')
        .replace(DAYS, ' ')
        .replace(SIGNS, ' '),
    );
  });
}

/** Words that stand out of the button, head or label they belong to, or out of what clips it; and a page that scrolls sideways. */
export const cutOff = (page: Page, within?: string): Promise<string[]> =>
  page.evaluate((host) => {
    const root: ParentNode | null | undefined = host ? document.querySelector(host)?.shadowRoot : document;
    // At phones' width some names are for those who listen.
    const hidden = (of: Element | null): boolean => of !== null && (getComputedStyle(of).clipPath !== 'none' || hidden(of.parentElement));
    const found: string[] = [];
    for (const element of root?.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, label, legend, th, summary, [role="row"] > *') ??
      []) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || getComputedStyle(element).display === 'inline') continue;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        // What is made to be cut is cut with dots, and says all of it elsewhere.
        if (
          hidden(node.parentElement) ||
          node.parentElement?.closest('.quiet, .cut, svg, .edge-label, select') ||
          !node.textContent?.trim()
        )
          continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const text = range.getBoundingClientRect();
        if (text.width > 0 && (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom + 3))
          found.push(
            `${element.localName}.${element.className}, ${Math.round(text.width)} in ${Math.round(box.width)} px: ${node.textContent}`,
          );
      }
    }
    const all = document.documentElement;
    if (!host && all.scrollWidth > all.clientWidth) {
      const wide = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
        (one) => one.getBoundingClientRect().right > all.clientWidth + 1,
      );
      found.push(
        `scrolls sideways, ${all.scrollWidth} in ${all.clientWidth} px: ${wide.slice(0, 6).map((one) => `${one.localName}.${one.className}`)}`,
      );
    }
    return found;
  }, within);

/** Numbers drawn with their sign behind them, as right-to-left text does where nothing keeps them in order. Throws where none has a sign. */
export async function misplacedSigns(page: Page, within?: string): Promise<string[]> {
  const signs = await page.evaluate((host) => {
    const root: Node = (host ? document.querySelector(host)?.shadowRoot : document.body) ?? document.body;
    const found: { readonly text: string; readonly right: boolean }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const left = (node: Node, at: number): number => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect().left;
    };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      // A hyphen in a key is no sign.
      for (const { index } of text.matchAll(/[+\u2212](?=\d)/g)) found.push({ text, right: left(node, index) < left(node, index + 1) });
    }
    return found;
  }, within);
  if (signs.length === 0) throw new Error('No number with a sign is shown.');
  return signs.filter(({ right }) => !right).map(({ text }) => text);
}
