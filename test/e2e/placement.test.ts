// Where the panel stands when a host changes its page, one change at a time: once, for the right ticket, in the column
// nearly always, at the edge else, and never in a comment, in a dialog of something else, or in a menu.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MUTATIONS, type Mutation, mutate } from '../pages/mutations.ts';
import { panel, setStage, type Stage } from './stage.ts';

const CAPTURES = join(import.meta.dirname, '../../../shared/captures');
const LIVING: readonly (readonly [name: string, from: string, to: string, ticket: string])[] = [
  [
    'GitHub issue',
    'https://github.com/azimuth-sample/planner/issues',
    '/azimuth-sample/planner/issues/1842',
    'github:azimuth-sample/planner#1842',
  ],
  [
    'GitHub classic issue',
    'https://github.com/azimuth-sample/classic/issues',
    '/azimuth-sample/classic/issues/1842',
    'github:azimuth-sample/classic#1842',
  ],
  [
    'GitHub Projects pane',
    'https://github.com/orgs/azimuth-sample/projects/1',
    '/orgs/azimuth-sample/projects/1?pane=issue&itemId=1&issue=azimuth-sample%7Cplanner%7C1842',
    'github:azimuth-sample/planner#1842',
  ],
  ['Jira page', 'https://azimuth-sample.atlassian.net/browse/PLN-198', '/browse/PLN-221', 'jira:azimuth-sample.atlassian.net/PLN-221'],
  [
    'Jira modal',
    'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1',
    '/jira/software/c/projects/PLN/boards/1?selectedIssue=PLN-221',
    'jira:azimuth-sample.atlassian.net/PLN-221',
  ],
  [
    'Jira side panel',
    'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog',
    '/jira/software/c/projects/PLN/boards/1/backlog?selectedIssue=PLN-221',
    'jira:azimuth-sample.atlassian.net/PLN-221',
  ],
  ['Linear issue', 'https://linear.app/azimuth-sample/team/PLN/active', '/azimuth-sample/issue/PLN-88/x', 'linear:azimuth-sample/PLN-88'],
];

interface Saved {
  readonly url: string;
  readonly file: string;
  readonly ticket: string | null;
  readonly place?: 'column' | 'dock';
}
const SAVED: readonly Saved[] = existsSync(join(CAPTURES, 'pages.json'))
  ? (JSON.parse(readFileSync(join(CAPTURES, 'pages.json'), 'utf8')) as Saved[]).filter(({ ticket, place }) => ticket && place === 'column')
  : [];

interface Stood {
  readonly count: number;
  readonly ticket: string;
  readonly place: string;
  readonly rung: string;
  /** What it stands in that it must not stand in. */
  readonly wrong: string | undefined;
}

/** Waits until the panel is in a column, or has been at the edge for longer than the way into a column takes. */
async function stood(page: Page): Promise<Stood> {
  await panel(page).first().waitFor();
  await page
    .locator('azimuth-panel[data-place="column"]')
    .waitFor({ timeout: 3500 })
    .catch(() => {});
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>('azimuth-panel');
    const [element] = all;
    const { ticket = '', place = '', rung = '' } = element?.dataset ?? {};
    const wrong = element?.parentElement?.closest(
      'nav, header, .markdown-body, .ak-renderer-document, [contenteditable], [role="menu"], table, a, button, [data-testid*="comment"]',
    );
    return { count: all.length, ticket, place, rung, wrong: wrong?.outerHTML.slice(0, 100) };
  });
}

const share = (all: readonly Stood[]): number => all.filter(({ place }) => place === 'column').length / all.length;
const told = (rows: readonly (readonly [string, Stood])[]): string =>
  rows.map(([name, { place, rung }]) => `${name}: ${place}, ${rung}`).join('\n');

function expectSound(name: string, one: Stood, ticket: string): void {
  expect(one.count, name).toBe(1);
  expect(one.ticket.toLowerCase(), name).toBe(ticket.toLowerCase());
  expect(one.wrong, name).toBeUndefined();
}

describe('a page that changed', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({
      viewport: { width: 1400, height: 900 },
      server: {
        extra: (host, url) => {
          const page = SAVED.find((one) => new URL(one.url).hostname === host && new URL(one.url).pathname === url.pathname);
          if (!page) return undefined;
          const html = readFileSync(join(CAPTURES, page.file), 'utf8');
          const body = /<body/i.test(html) ? html : `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
          return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
        },
      },
    });
    await stage.sample();
  });
  afterAll(() => stage.close());

  it('living pages: in the column for at least four of five single changes, and sound in all', async () => {
    const rows: [string, Stood][] = [];
    for (const [name, from, to, ticket] of LIVING) {
      for (const kind of MUTATIONS.filter((one) => one !== 'wrapped' && one !== 'reordered')) {
        const tab = await stage.open(from);
        await tab.waitForLoadState();
        await tab.waitForTimeout(700);
        await tab.evaluate(() => document.documentElement.setAttribute('data-living', ''));
        await tab.evaluate(mutate, kind);
        await tab.evaluate((next) => window.__host.navigate(next), to);
        const arrived = tab.locator(`azimuth-panel[data-ticket="${ticket}" i]`);
        await arrived.waitFor().catch((late: unknown) => {
          throw new Error(`${name}, ${kind}: no panel for ${ticket} at ${tab.url()}`, { cause: late });
        });
        const one = await stood(tab);
        rows.push([`${name}, ${kind}`, one]);
        expectSound(`${name}, ${kind}`, one, ticket);
        await tab.close();
      }
    }
    console.log(`${told(rows)}\ncolumn: ${Math.round(share(rows.map(([, one]) => one)) * 100)} % of ${rows.length}`);
    expect(share(rows.map(([, one]) => one))).toBeGreaterThanOrEqual(0.8);
  }, 600_000);

  it.skipIf(SAVED.length === 0)(
    'saved pages: in the column for at least four of five single changes, and sound in all',
    async () => {
      const rows: [string, Stood][] = [];
      for (const { url, file, ticket } of SAVED) {
        for (const kind of MUTATIONS) {
          const tab = await stage.context.newPage();
          // Before anybody can see the page as it was: the document is read, and nothing has heard of it yet.
          // Before anybody can see the page as it was: the document is read, and nothing has heard of it yet.
          const whenRead = `document.addEventListener('readystatechange', () => document.readyState === 'interactive' && begin())`;
          await tab.addInitScript(`{ const begin = () => (${String(mutate)})(${JSON.stringify(kind satisfies Mutation)}); ${whenRead} }`);
          await tab.goto(url);
          const one = await stood(tab);
          rows.push([`${file}, ${kind}`, one]);
          expectSound(`${file}, ${kind}`, one, ticket ?? '');
          await tab.close();
        }
      }
      console.log(`${told(rows)}\ncolumn: ${Math.round(share(rows.map(([, one]) => one)) * 100)} % of ${rows.length}`);
      expect(share(rows.map(([, one]) => one))).toBeGreaterThanOrEqual(0.8);
    },
    600_000,
  );
});
