// What a page shows, taken apart: words that are in no language file, and words that have too little room.
import type { Page } from 'playwright-core';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { SAMPLE_TAGS } from '../../lib/sample/tags.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';

/** Runs of letters that mean the same in every language: units, keys, formats, names of programs and files. */
const SIGNS =
  /\b(?:pp|MB|UTF-?8|r|n|d|x|CSV|JSON|Azimuth|Alt|Shift|Ctrl|Enter|Esc|Delete|AM|PM|[A-Z]|GitHub|Jira|Linear|github\.com|atlassian\.net|linear\.app|(?:https?|github|jira|linear):\S+)\b/g;
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
    let rest = text.normalize('NFC');
    for (const known of DATA) rest = rest.replaceAll(known, ' ');
    return /[a-z]{2}/i.test(
      rest
        .replaceAll(/[\u2066-\u2069]/g, '')
        .replace(DAYS, ' ')
        .replace(SIGNS, ' '),
    );
  });
}

/** Heads, buttons and labels whose words do not fit, and whether the page scrolls sideways. */
export const cutOff = (page: Page, within?: string): Promise<string[]> =>
  page.evaluate((host) => {
    const root: ParentNode | null | undefined = host ? document.querySelector(host)?.shadowRoot : document;
    const found: string[] = [];
    for (const element of root?.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, label, legend, th, summary, .btn') ?? []) {
      const { overflowX, textOverflow } = getComputedStyle(element);
      // What is made to be cut is cut with dots, and says all of it elsewhere.
      if (element.offsetWidth <= 1 || textOverflow === 'ellipsis' || element.closest('.quiet, .cut')) continue;
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
        found.push(
          `${element.localName}.${element.className} ${overflowX} ${element.scrollWidth} > ${element.clientWidth}: ${element.textContent?.slice(0, 60)}`,
        );
    }
    const page = document.documentElement;
    if (!host && page.scrollWidth > page.clientWidth) {
      const wide = [...document.body.querySelectorAll<HTMLElement>('*')].filter(
        (one) => one.getBoundingClientRect().right > page.clientWidth + 1,
      );
      found.push(
        `the page scrolls sideways, ${page.scrollWidth} > ${page.clientWidth}: ${wide.slice(0, 5).map((one) => `${one.localName}.${one.className}`)}`,
      );
    }
    return found;
  }, within);
