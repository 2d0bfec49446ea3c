// The report is a page that anybody may open: whatever the tickets are called, nothing in it runs and nothing is loaded.
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { storable } from '../../lib/formats/cell.ts';
import type { ReportPage } from '../../lib/formats/report-page.ts';
import { MOST_SHOWN, report } from '../../lib/formats/report.ts';
import { REPORT_STYLE } from '../../lib/formats/report-style.ts';
import { rich, writePlain } from '../../lib/formats/rich-table.ts';
import { markdown } from '../../lib/formats/markdown.ts';
import { DOCUMENT } from '../spreadsheet/document.ts';
import { HOSTILE } from './hostile.ts';
import { contextOf, joined, writtenText } from './written.ts';

const URL_ATTRIBUTES = ['src', 'srcset', 'action', 'formaction', 'poster', 'background', 'data', 'ping', 'manifest', 'xlink:href'];
const DRAWN = 'svg,path,rect,circle';
const PLAIN_TAGS = 'html,head,meta,title,style,body,main,h1,h2,p,div,dl,dt,dd,section,table,thead,tbody,tr,th,td,b,br,span,a,footer';

const wicked = HOSTILE.slice(0, 300).join(' ');
const page: ReportPage = {
  ...contextOf(DOCUMENT).page,
  status: {
    ...{ northStar: wicked, question: wicked, word: wicked, tone: 'ok', rule: wicked, chart: wicked },
    figures: [{ name: wicked, value: wicked, note: wicked, tone: 'bad' }],
    course: { points: [1, 2, 3].map((time) => [time, time] as const), pace: [[1, 1] as const, [4, 9] as const] },
    heads: { input: wicked, now: wicked, goals: wicked, verdict: wicked, age: wicked },
    inputs: HOSTILE.slice(0, 40).map((name) => ({
      ...{ name, owner: name, now: name, goals: name, word: name, tone: 'warn' as const, age: name, stale: true },
      course: { points: [] },
    })),
  },
};

async function opened(documents: readonly (typeof DOCUMENT)[]): Promise<Document[]> {
  return Promise.all(
    documents.map(async (document) => {
      const window = new Window();
      window.document.write(await writtenText(report, document, { page }));
      return window.document as unknown as Document;
    }),
  );
}

/** All hostile titles, a thousand to a page. */
const parts = [0, 1].map((i) => ({ ...DOCUMENT, estimates: DOCUMENT.estimates.slice(i * MOST_SHOWN, (i + 1) * MOST_SHOWN) }));

describe('the report', () => {
  test('has no script, no handler, nothing from anywhere, and only the tags it is made of', async () => {
    for (const document of await opened(parts)) {
      const known = new Set([...PLAIN_TAGS.split(','), ...DRAWN.split(',')]);
      expect([...document.querySelectorAll('*')].map(({ localName }) => localName).filter((name) => !known.has(name))).toEqual([]);
      for (const element of document.querySelectorAll('*')) {
        const names = element.getAttributeNames();
        expect(names.filter((name) => /^on|^style$/i.test(name) || URL_ATTRIBUTES.includes(name))).toEqual([]);
      }
      expect(document.querySelectorAll('a').length).toBe(MOST_SHOWN);
      for (const link of document.querySelectorAll('a'))
        expect(link.getAttribute('href')).toMatch(/^https:\/\/github\.com\/acme\/app\/issues\/\d+$/);
    }
    expect(REPORT_STYLE).not.toMatch(/url\(|@import|expression|</);
  });

  test('has a policy that lets in its one style and nothing else', async () => {
    const text = await writtenText(report, DOCUMENT);
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(REPORT_STYLE))).toString('base64');
    expect(text).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    );
    // What stands before the policy would not be under it.
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(200);
    expect(text.match(/<style/g)?.length).toBe(1);
  });

  test('shows every title as it is', async () => {
    const shown = (await opened(parts)).flatMap((document) =>
      [...document.querySelectorAll('td.title b')].map((title) => title.textContent),
    );
    const expected = HOSTILE.map((title) => storable(title.slice(0, 300)));
    const same = (text: string): string => text.replace(/\r\n?/g, '\n');
    expect(shown.map((text) => same(text ?? ''))).toEqual(expected.map(same));
  });

  test('shows a thousand at most, and says how many there are', async () => {
    const text = await writtenText(report, DOCUMENT);
    expect(text).toContain(`The first ${MOST_SHOWN} of ${DOCUMENT.estimates.length}.`);
    expect(text.match(/class="title"/g)?.length).toBe(MOST_SHOWN);
  });
});

describe('the table for the clipboard', () => {
  test('is one table, in which no cell is a formula and numbers are bare', async () => {
    const window = new Window();
    window.document.write(await writtenText(rich, DOCUMENT));
    const { document } = window;
    expect(new Set([...document.querySelectorAll('table, table *')].map(({ localName }) => localName))).toEqual(
      new Set(['table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'br']),
    );
    const rows = [...document.querySelectorAll('tbody tr')];
    expect(rows.length).toBe(DOCUMENT.estimates.length);
    for (const row of rows) {
      expect(row.querySelectorAll('td').length).toBe(11);
      for (const cell of row.querySelectorAll('td:not([align])')) expect(cell.textContent).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      expect(Number(row.querySelector('td[align]')?.textContent)).not.toBeNaN();
    }
  });

  test('has the same rows as text', async () => {
    const text = (await joined(writePlain(DOCUMENT.estimates, contextOf(DOCUMENT)))).toString();
    expect(text.split('\r\n').length).toBeGreaterThan(DOCUMENT.estimates.length);
    expect(text).not.toMatch(/(^|\t|\r\n)[=@]/);
  });
});

describe('Markdown', () => {
  test('has a row a ticket, and titles that are neither markup nor a call', async () => {
    const lines = (await writtenText(markdown, DOCUMENT)).trimEnd().split('\n');
    expect(lines.length).toBe(DOCUMENT.estimates.length + 2);
    for (const line of lines.slice(2)) {
      expect(line.match(/(?<!\\)(?:\\\\)*\|/g)?.length).toBe(10);
      // The title, and the people, whose names are others' text as well.
      const title = [2, 8].map((at) => line.split(/(?<!\\)\|/)[at] ?? '').join(' ');
      expect(title).not.toMatch(/<|@[\p{L}\p{N}]|(?<!\\)[[\]`*_]/u);
    }
  });
});
