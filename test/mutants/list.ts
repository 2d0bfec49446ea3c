// One mutant of a list: mutated, scrolled and drawn anew. At no frame a chip on a row that is not its ticket's, at the end
// one in every row that had one before the deploy, and no row of another height for it.
import type { BrowserContext } from 'playwright-core';
import { thrown } from '../e2e/stage.ts';
import { inner, type Mutant } from './kinds.ts';
import type { Orders } from './page/orders.ts';
import type { ListPage } from './list-pages.ts';

const OPENED_MS = 40_000;
const CHIPS_MS = 7500;
const BACK_MS = 5000;
const FRAMES = 30;
const STILL_MS = 1000;

export interface ListOutcome {
  readonly mutant: Mutant;
  /** How many rows have a chip, of those that should. */
  readonly chips: number;
  readonly of: number;
  /** Every row has its chip, while the page is being changed and at rest. */
  readonly right: boolean;
  readonly wrong: readonly string[];
  readonly errors: readonly string[];
}

type Tab = Awaited<ReturnType<BrowserContext['newPage']>>;

/** The tickets that have a chip now, one word for each, in order of the alphabet. */
const ticketsOf = (tab: Tab): Promise<string> => tab.evaluate(() => window.__mutator.chips().tickets.join(' '));

async function reaches(tab: Tab, tickets: string, timeout: number): Promise<boolean> {
  return tab
    .waitForFunction((wanted) => window.__mutator.chips().tickets.join(' ') === wanted, tickets, { timeout, polling: 50 })
    .then(
      () => true,
      () => false,
    );
}

/** Opens a list with nothing done to it. @returns the tickets with a chip, to be had by every mutant of it */
export async function ticketsUnchanged(context: BrowserContext, page: ListPage, script: string): Promise<string> {
  const { tab } = await openMutant(context, page, { page: page.name, seed: 0, kinds: [] }, script);
  try {
    await tab.locator('azimuth-chip').first().waitFor({ timeout: CHIPS_MS, state: 'attached' });
    // Rows that come later than the first are waited for: a list says nowhere that it is complete.
    for (let before = ''; ; ) {
      const now = await ticketsOf(tab);
      if (now !== '' && now === before) return now;
      before = now;
      await tab.waitForTimeout(STILL_MS);
    }
  } finally {
    await tab.close();
  }
}

async function openMutant(context: BrowserContext, page: ListPage, mutant: Mutant, script: string) {
  const { living, column } = page;
  const orders: Orders = { seed: inner(mutant), kinds: mutant.kinds, living, column };
  const tab = await context.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => void (thrown(error) && errors.push(String(error.stack ?? error.message).slice(0, 300))));
  await tab.addInitScript({ content: `${script};mutatePage(${JSON.stringify(orders)})` });
  await tab.goto(page.url, { timeout: OPENED_MS });
  return { tab, errors };
}

/** Runs a mutant of a list in a tab of its own. @param script what `mutatorScript` gave  @param tickets what `ticketsUnchanged` gave */
export async function runListMutant(
  context: BrowserContext,
  page: ListPage,
  mutant: Mutant,
  script: string,
  tickets: string,
): Promise<ListOutcome> {
  const { tab, errors } = await openMutant(context, page, mutant, script);
  try {
    const living = await reaches(tab, tickets, CHIPS_MS);
    const wrong = await tab.evaluate(async (frames) => {
      const seen = new Set<string>();
      const scrollers = [...document.querySelectorAll('body *')].filter((one) => one.scrollHeight > one.clientHeight + 100).slice(0, 4);
      for (let i = 0; i < frames; i++) {
        // Rows are recycled while it scrolls; the frame that is drawn is what counts.
        for (const one of [document.scrollingElement, ...scrollers]) one?.scrollBy(0, i % 20 < 12 ? 90 : -70);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (const what of window.__mutator.chips().wrong) seen.add(what);
      }
      for (const one of [document.scrollingElement, ...scrollers]) one?.scrollTo(0, 0);
      window.__mutator.stop();
      return [...seen];
    }, FRAMES);
    const still = await reaches(tab, tickets, BACK_MS);
    const { tickets: now, wrong: last } = await tab.evaluate(() => window.__mutator.chips());
    const grown = await tab.evaluate(() => window.__mutator.grown());
    const wanted = new Set(tickets.split(' '));
    const chips = now.filter((one) => wanted.has(one)).length;
    const strangers = now.filter((one) => !wanted.has(one)).map((one) => `${one} has a chip that it had not`);
    return {
      ...{ mutant, errors, chips, of: wanted.size, right: living && still },
      wrong: [...new Set([...wrong, ...last, ...grown, ...(still ? [] : strangers)])],
    };
  } finally {
    void tab.close().catch(() => {});
  }
}
