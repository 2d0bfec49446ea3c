// One mutant: the page is opened, mutated and watched, and the panel taken out once to see that nothing else goes with it.
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BrowserContext } from 'playwright-core';
import { thrown } from '../e2e/stage.ts';
import { inner, type Mutant } from './kinds.ts';
import type { Orders, Seen } from './page/orders.ts';
import type { HostPage } from './pages.ts';

/** Longer than the latest part, the wait for a page to wake and the wait for the edge come to one after the other. */
const COLUMN_MS = 7500;
const PANEL_MS = 6000;
const STILL_MS = 400;
const BACK_MS = 3000;
const HUNG_MS = 40_000;

export interface Outcome extends Omit<Seen, 'tickets'> {
  readonly mutant: Mutant;
  readonly panel: boolean;
  readonly twice: boolean;
  readonly wrongTicket: string | undefined;
  readonly moved: boolean;
  readonly errors: readonly string[];
  readonly ms: number;
}

const NOTHING = {
  ...{ most: 0, wrong: [], place: 'none', rung: 'none', home: false, first: undefined, column: undefined },
  ...{ panel: false, twice: false, wrongTicket: undefined, moved: false },
};

/** The mutator as one script, to be run before any of the page's. */
export async function mutatorScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page/begin.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Runs a mutant in a tab of its own. @param script what `mutatorScript` gave  @returns also where the page hangs */
export async function runMutant(context: BrowserContext, page: HostPage, mutant: Mutant, script: string): Promise<Outcome> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Outcome>((resolve) => {
    const [ms, errors] = [HUNG_MS, ['The page hangs.']];
    timer = setTimeout(resolve, HUNG_MS, { ...NOTHING, mutant, errors, ms });
  });
  return Promise.race([lead(context, page, mutant, script), late]).finally(() => clearTimeout(timer));
}

async function lead(context: BrowserContext, page: HostPage, mutant: Mutant, script: string): Promise<Outcome> {
  const began = performance.now();
  const { living, column, within, ticket } = page;
  const orders: Orders = { seed: inner(mutant), kinds: mutant.kinds, living, column, ...(within ? { within } : {}) };
  const tab = await context.newPage();
  const errors: string[] = [];
  tab.on('pageerror', (error) => void (thrown(error) && errors.push(String(error.stack ?? error.message).slice(0, 300))));
  try {
    await tab.addInitScript({ content: `${script};mutatePage(${JSON.stringify(orders)})` });
    await tab.goto(page.url);
    const panel = tab.locator('azimuth-panel');
    const there = await panel
      .first()
      .waitFor({ timeout: PANEL_MS, state: 'attached' })
      .then(
        () => true,
        () => false,
      );
    const inColumn = there && (await columned(tab, COLUMN_MS));
    // Delayed parts come, redrawing goes on: the panel has to be there still.
    await tab.waitForTimeout(STILL_MS);
    await tab.evaluate(() => window.__mutator.stop());
    const settled = there && (inColumn ? await columned(tab, BACK_MS) : await attached(tab, BACK_MS));
    await tab.waitForTimeout(STILL_MS);
    const before = await tab.evaluate(() => window.__mutator.nodes());
    await panel
      .first()
      .evaluate((element) => element.remove(), undefined, { timeout: 500 })
      .catch(() => {});
    const back = settled && (await attached(tab, BACK_MS));
    const after = await tab.evaluate(() => window.__mutator.nodes());
    const { tickets, ...seen } = await tab.evaluate(() => window.__mutator.seen());
    return {
      ...{ ...seen, mutant, errors, panel: back, moved: before !== after, twice: seen.most > 1 },
      wrongTicket: tickets.find((one) => one !== ticket.toLowerCase()),
      ms: performance.now() - began,
    };
  } finally {
    void tab.close().catch(() => {});
  }
}

type Tab = Awaited<ReturnType<BrowserContext['newPage']>>;
const reached = (tab: Tab, selector: string, timeout: number): Promise<boolean> =>
  tab
    .locator(selector)
    .first()
    .waitFor({ timeout, state: 'attached' })
    .then(
      () => true,
      () => false,
    );
const columned = (tab: Tab, timeout: number): Promise<boolean> => reached(tab, 'azimuth-panel[data-place="column"]', timeout);
const attached = (tab: Tab, timeout: number): Promise<boolean> => reached(tab, 'azimuth-panel', timeout);
