// Five hundred navigations inside a page: one panel or none all the way, the right ticket at the end, and no node or
// listener of ours left behind.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIREFOX, panel, setStage, type Stage } from './stage.ts';

const MANY = 500;
/** What has been seen once, so that caches are full and what is brought in late is in. */
const WARM = 40;
/** A frame in which all could be looked at, and no more: a person who is in a hurry. */
const PAUSE_MS = 60;
/** Far fewer than one for each navigation: what was counted twice can differ by what the browser itself keeps. */
const NODES = 50;
const LISTENERS = 10;

const ROUTES = {
  GitHub: {
    start: 'https://github.com/azimuth-sample/planner/issues/1842?live=0&lag=0',
    list: '/azimuth-sample/planner/issues',
    tickets: [1733, 1886, 1790, 1842].map((number) => `/azimuth-sample/planner/issues/${number}`),
    last: 'github:azimuth-sample/planner#1842',
  },
  Linear: {
    start: 'https://linear.app/azimuth-sample/issue/PLN-88/x?live=0&lag=0',
    list: '/azimuth-sample/team/PLN/active',
    tickets: [91, 88].map((number) => `/azimuth-sample/issue/PLN-${number}/x`),
    last: 'linear:azimuth-sample/PLN-88',
  },
} as const;
type Route = (typeof ROUTES)[keyof typeof ROUTES];

/** From the list to a ticket, to another, back, and on, so many times; the most panels there were at any moment. */
const storm = (page: Page, { list, tickets }: Route, many: number): Promise<number> =>
  page.evaluate(
    async ({ list, tickets, many, pause }) => {
      const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause));
      let most = 0;
      const watch = new MutationObserver(() => (most = Math.max(most, document.querySelectorAll('azimuth-panel').length)));
      watch.observe(document, { childList: true, subtree: true });
      for (let i = 0; i < many; i++) {
        if (i % 5 === 0) window.__host.navigate(list);
        else if (i % 5 === 3) history.back();
        else window.__host.navigate(tickets[i % tickets.length] ?? list);
        await wait();
      }
      watch.disconnect();
      return most;
    },
    { list, tickets: [...tickets], many, pause: PAUSE_MS },
  );

/** Rounds of collecting in a row that freed nothing: what one round frees may have held what only the next one finds. */
const ENOUGH = 3;
const MOST_ROUNDS = 30;

interface Counted {
  readonly nodes: number;
  readonly jsEventListeners: number;
}

/** Nodes and listeners of the page and of our world in it, after all that is garbage has gone; Firefox tells no driver. */
async function counted(stage: Stage, page: Page): Promise<Counted | undefined> {
  if (FIREFOX) return undefined;
  const session = await stage.context.newCDPSession(page);
  const rounds: Counted[] = [];
  const rested = ({ nodes, jsEventListeners }: Counted): boolean =>
    rounds.slice(-ENOUGH).filter((one) => one.nodes <= nodes && one.jsEventListeners <= jsEventListeners).length === ENOUGH;
  for (let i = 0; i < MOST_ROUNDS; i++) {
    await session.send('HeapProfiler.collectGarbage');
    const now = await session.send('Memory.getDOMCounters');
    if (rested(now)) break;
    rounds.push(now);
    // What the browser itself holds on to for a while, as for a hit test or for its history, goes with its own tasks.
    await page.waitForTimeout(100);
  }
  await session.detach();
  return rounds.at(-1);
}

describe('storms of navigation', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterAll(() => stage.close());

  it.each(Object.entries(ROUTES))(
    FIREFOX
      ? '%s: the last ticket is the one shown (what is left behind is counted in Chromium only)'
      : '%s: nothing is left behind, and the last ticket is the one shown',
    async (name, route) => {
      const page = await stage.open(route.start);
      const arrived = page.locator(`azimuth-panel[data-ticket="${route.last}"][data-place="column"]`);
      const rest = async (): ReturnType<typeof counted> => {
        await page.evaluate((list) => window.__host.navigate(list), route.list);
        await expect.poll(() => panel(page).count()).toBe(0);
        await page.evaluate((last) => window.__host.navigate(last), route.tickets.at(-1) ?? '');
        await arrived.waitFor();
        // Timers that were set on the way have run out.
        await page.waitForTimeout(2500);
        return counted(stage, page);
      };
      await arrived.waitFor();
      await storm(page, route, WARM);
      const before = await rest();
      const most = await storm(page, route, MANY);
      const after = await rest();
      console.log(`${name}: ${JSON.stringify(before)} to ${JSON.stringify(after)} after ${MANY} navigations`);
      expect(most).toBe(1);
      expect(await panel(page).count()).toBe(1);
      if (before && after) {
        expect(after.nodes - before.nodes).toBeLessThan(NODES);
        expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(LISTENERS);
      }
      await page.close();
    },
    180_000,
  );
});
