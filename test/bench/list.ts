// npm run bench:list: what chips cost a long list. Our own script time and its longest run, from the profiler; how many
// changes to the page's nodes are ours; when the last chip is there; and the longest task of the page, whoever's, beside
// the same page without the extension, and the longest in which anything of ours ran. Runs are by the clock, and grow with
// whatever else the machine does; tasks are in processor time. Both pages are ours, with every row in the document.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { setStage, type Stage } from '../e2e/stage.ts';
import { buildUnlessNamed } from './build.ts';
import { figure, heading, median, printFigures, spread, table } from './figures.ts';
import { type Party, withoutExtension } from './loads.ts';
import { type OwnTime, profiled } from './own-time.ts';
import { type Task, tasksOf } from './tasks.ts';

const TIMES = 5;
const LONG_TASK_MS = 50;
const CHURN = 200;
const WATCHED_MS = 500;

const githubRow = (i: number): string =>
  `<div><li role="listitem" style="display:grid;grid-template-columns:1fr auto;padding:8px"><div data-listview-item-title-container="true"><h3 style="font:600 16px/24px sans-serif">` +
  `<a data-testid="issue-pr-title-link" href="/azimuth-sample/planner/issues/${i}">Ticket number ${i} of a long list</a></h3></div><span>#${i}</span></li></div>`;
const CARD = 'software-backlog.card-list.card';
const jiraRow = (i: number): string =>
  `<div data-testid="${CARD}.content-container.PLN-${i}" style="display:grid;position:relative;grid-template-columns:80px 1fr auto;height:40px;font:14px/20px sans-serif">` +
  `<div data-testid="${CARD}.card-contents.accessible-card-key"><a href="/browse/PLN-${i}">PLN-${i}</a></div>` +
  `<div data-testid="${CARD}.summary-field.summary-field-static.content">Ticket number ${i}</div><div data-testid="${CARD}.estimate-field-wrapper">3</div></div>`;
const list = (count: number, row: (i: number) => string): string => Array.from({ length: count }, (_, i) => row(i + 1)).join('');

const PAGES = [
  {
    ...{ name: '500 rows, GitHub', host: 'github.com', path: '/azimuth-sample/planner/issues', rows: 500 },
    body: `<ul data-listview-component="items-list">${list(500, githubRow)}</ul>`,
    ticket: 'github:azimuth-sample/planner#',
  },
  {
    ...{
      name: '236 rows, Jira backlog',
      host: 'azimuth-sample.atlassian.net',
      path: '/jira/software/c/projects/PLN/boards/1/backlog',
      rows: 236,
    },
    body: `<main>${list(236, jiraRow)}</main>`,
    ticket: 'jira:azimuth-sample.atlassian.net/PLN-',
  },
] as const;
type Listed = (typeof PAGES)[number];

/** Counts the changes to the page's nodes, once it is parsed. */
const COUNT = `window.__changes = 0; addEventListener('DOMContentLoaded', () => setTimeout(() => (window.__changes = 0))); new MutationObserver((all) => (window.__changes += all.length)).observe(document, { childList: true, subtree: true, attributes: true })`;

/** Answers every second row, by the messages that a row's editor sends. */
async function answer(stage: Stage, { ticket, rows }: Listed): Promise<void> {
  const page = await stage.own('manifest.json');
  await page.evaluate(
    async ([start, count]) => {
      const open = indexedDB.open('azimuth');
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
      const tx = db.transaction('tags', 'readwrite');
      const store = tx.objectStore('tags');
      const template = await new Promise<Record<string, unknown>>((resolve) => {
        const all = store.getAll();
        all.onsuccess = () => resolve(all.result.find(({ answer: { kind } }) => kind === 'effects'));
      });
      for (let i = 2; i <= count; i += 2) store.put({ ...template, ticket: `${start}${i}`.toLowerCase(), shown: `${start}${i}` });
      await new Promise((resolve) => (tx.oncomplete = resolve));
      db.close();
    },
    [ticket, rows] as const,
  );
  await page.close();
}

async function until(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelectorAll('azimuth-chip').length === wanted, count, { timeout: 20_000 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
}

async function loadOf(stage: Stage, url: string, rows: number): Promise<{ own: OwnTime; changes: number; after: number }> {
  let changes = 0;
  let after = 0;
  const own = await profiled(stage, url, async (page) => {
    const from = performance.now();
    await until(page, rows);
    after = performance.now() - from - 100;
    changes = await page.evaluate('window.__changes');
  });
  return { own, changes, after };
}

/** Milliseconds of processor time. */
interface Longest {
  readonly any: number;
  /** Of those in which a function of ours ran. */
  readonly ours: number;
}

/** The longest tasks of a load until every chip is there, or as long as that takes elsewhere. */
async function longestTask({ context, panel: ours }: Party, url: string, rows: number): Promise<Longest> {
  const page = await context.newPage();
  // The process of the site that stays, and not the one a navigation leaves.
  await page.goto(new URL('/favicon.ico', url).href);
  const tasks = await tasksOf(page, async () => {
    await page.goto(url, { waitUntil: 'load' });
    if (ours) await until(page, rows);
    await wait(WATCHED_MS);
  });
  await page.close();
  const longest = (some: readonly Task[]): number => Math.max(0, ...some.map(({ ms }) => ms));
  return { any: longest(tasks), ours: longest(tasks.filter((task) => task.ours)) };
}

/** By turns, beginning with the other each time. */
async function longestTasks(parties: readonly Party[], url: string, rows: number): Promise<Map<Party, Longest[]>> {
  const taken = new Map<Party, Longest[]>(parties.map((party) => [party, []]));
  for (let round = 0; round <= TIMES; round++)
    for (const party of round % 2 ? parties : parties.toReversed()) {
      const one = await longestTask(party, url, rows);
      if (round > 0) taken.get(party)?.push(one);
    }
  return taken;
}

/** Elsewhere on the page nodes come and go, as in a chat or a clock: what that costs us. */
const churn = (page: Page): Promise<unknown> =>
  page.evaluate(async (times) => {
    const box = document.body.appendChild(document.createElement('div'));
    for (let i = 0; i < times; i++) {
      box.replaceChildren(document.createElement('p'));
      await new Promise(requestAnimationFrame);
    }
  }, CHURN);

buildUnlessNamed();
const stage = await setStage({
  server: {
    extra: (host, url) => {
      const page = PAGES.find((one) => one.host === host && one.path === url.pathname);
      const html = page && `<!doctype html><meta charset="utf-8"><title>A list</title><script>${COUNT}</script>${page.body}`;
      return html ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: html } : undefined;
    },
  },
});
const bare = await withoutExtension(stage);
const parties: readonly Party[] = [{ context: stage.context, panel: true, close: stage.close }, bare];
try {
  await stage.sample();
  heading(`Chips, ${TIMES} loads each, ms by the clock: median (least to most)`);
  const rows: string[][] = [];
  for (const listed of PAGES) {
    await answer(stage, listed);
    const url = `https://${listed.host}${listed.path}`;
    const taken: Awaited<ReturnType<typeof loadOf>>[] = [];
    for (let i = 0; i <= TIMES; i++) {
      const one = await loadOf(stage, url, listed.rows);
      // The first fills the browser's code cache and is not counted.
      if (i > 0) taken.push(one);
    }
    const idle = await profiled(stage, url, (page) => until(page, listed.rows));
    const busy = await profiled(stage, url, async (page) => {
      await until(page, listed.rows);
      await churn(page);
    });
    const [total, longest] = [taken.map(({ own }) => own.total), taken.map(({ own }) => own.longest)];
    const [withUs = [], without = []] = (await longestTasks(parties, url, listed.rows)).values();
    const [tasks, ofOurs, floor] = [withUs.map(({ any }) => any), withUs.map(({ ours }) => ours), without.map(({ any }) => any)];
    const changes = median(taken.map((one) => one.changes));
    figure(`own script time, ${listed.name}`, median(total), 'ms');
    figure(`own longest run, ${listed.name}`, median(longest), 'ms', { name: 'a long task', value: LONG_TASK_MS });
    figure(
      `longest task of the page, ${listed.name}`,
      median(tasks),
      'ms of processor',
      { name: 'floor, no extension', value: median(floor) },
      { name: 'a long task', value: LONG_TASK_MS },
    );
    figure(`longest task with anything of ours, ${listed.name}`, median(ofOurs), 'ms of processor', {
      name: 'a long task',
      value: LONG_TASK_MS,
    });
    figure(`changes to the page, ${listed.name}`, changes, 'records', { name: 'rows', value: listed.rows });
    figure(`chips all there after load, ${listed.name}`, median(taken.map(({ after }) => after)), 'ms');
    figure(`own script time a foreign change, ${listed.name}`, Math.max(0, busy.total - idle.total) / CHURN, 'ms');
    rows.push([
      listed.name,
      spread(total),
      spread(longest),
      spread(tasks),
      spread(ofOurs),
      spread(floor),
      String(changes),
      spread(taken.map(({ after }) => after)),
    ]);
  }
  table(
    [
      'page',
      'together',
      'longest without a break',
      'longest task',
      'longest with ours',
      'longest without us',
      'changes to the page',
      'all there after',
    ],
    rows,
  );
  printFigures();
} finally {
  await bare.close();
  await stage.close();
}
