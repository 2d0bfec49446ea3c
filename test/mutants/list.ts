// One mutant of a list: mutated, scrolled and drawn anew, and at no frame a chip on a row that is not its ticket's.
import type { BrowserContext } from 'playwright-core';
import { thrown } from '../e2e/stage.ts';
import { inner, type Mutant } from './kinds.ts';
import type { Orders } from './page/orders.ts';
import type { ListPage } from './pages.ts';

const CHIPS_MS = 7000;
const FRAMES = 30;

export interface ListOutcome {
  readonly mutant: Mutant;
  readonly chips: number;
  readonly wrong: readonly string[];
  readonly errors: readonly string[];
}

/** Runs a mutant of a list in a tab of its own. @param script what `mutatorScript` gave */
export async function runListMutant(context: BrowserContext, page: ListPage, mutant: Mutant, script: string): Promise<ListOutcome> {
  const orders: Orders = { seed: inner(mutant), kinds: mutant.kinds, living: true, column: 'none' };
  const tab = await context.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => void (thrown(error) && errors.push(String(error.stack ?? error.message).slice(0, 300))));
  try {
    await tab.addInitScript({ content: `${script};mutatePage(${JSON.stringify(orders)})` });
    await tab.goto(page.url);
    await tab
      .locator('azimuth-chip')
      .first()
      .waitFor({ timeout: CHIPS_MS, state: 'attached' })
      .catch(() => {});
    const wrong = await tab.evaluate(async (frames) => {
      const seen = new Set<string>();
      const scrollers = [...document.querySelectorAll('body *')].filter((one) => one.scrollHeight > one.clientHeight + 100).slice(0, 4);
      for (let i = 0; i < frames; i++) {
        // Rows are recycled while it scrolls; the frame that is drawn is what counts.
        for (const one of [document.scrollingElement, ...scrollers]) one?.scrollBy(0, i % 20 < 12 ? 90 : -70);
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        for (const what of window.__mutator.chips().wrong) seen.add(what);
      }
      return [...seen];
    }, FRAMES);
    const { count } = await tab.evaluate(() => window.__mutator.chips());
    return { mutant, chips: count, wrong, errors };
  } finally {
    void tab.close().catch(() => {});
  }
}
