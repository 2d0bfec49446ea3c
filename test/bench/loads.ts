// What a page load costs with the extension, beside the same load without it: taking turns, in one run, because on a
// shared machine nothing else can be compared.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../../setup/browser.ts';
import { hostFlags } from '../../setup/launch.ts';
import { setStage, type Stage } from '../e2e/stage.ts';
import { differences, figure, heading, median, ratios, spread, table } from './figures.ts';
import { type MeasuredPage, PAGES, WATCHED } from './pages.ts';

const ROUNDS = 7;

/** A browser that loads the pages, with one extension or none in it. */
export interface Party {
  readonly context: BrowserContext;
  readonly panel: boolean;
  close(): Promise<void>;
}

interface Load {
  /** Milliseconds of processor time in script, of the page and of every extension on it. */
  readonly script: number;
  /** Milliseconds of processor time the main thread took for anything. */
  readonly task: number;
  /** How many tasks took 50 ms and more, and the longest of them, ms; by the clock, as the user waits. */
  readonly longTasks: number;
  readonly longest: number;
}

/** A browser like the stage's, with the same hosts mapped, and no extension in it. */
export async function withoutExtension(stage: Stage): Promise<Party> {
  const profile = mkdtempSync(join(tmpdir(), 'azimuth-bench-'));
  const to = `127.0.0.1:${stage.trackers.port}`;
  const hosts = ['github.com', '*.github.com', '*.atlassian.net', 'linear.app'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: (await findBrowser()).path,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0 && !process.env['AZIMUTH_NO_SANDBOX'],
    viewport: { width: 1280, height: 800 },
    args: [
      '--disable-gpu',
      ...hostFlags({ ...Object.fromEntries(hosts.map((host) => [host, to])), '*': '~NOTFOUND' }),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, panel: false, close };
}

/** A browser with an extension in it that has a script on the same pages and does nothing: the least an extension can cost. */
async function idleExtension(): Promise<Party> {
  const stage = await setStage({ extensionDir: join(import.meta.dirname, 'idle') });
  return { context: stage.context, panel: false, close: stage.close };
}

async function load({ context, panel }: Party, page: MeasuredPage): Promise<Load> {
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    const durations: number[] = [];
    const note = (list: PerformanceObserverEntryList): void => void durations.push(...list.getEntries().map((entry) => entry.duration));
    new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
    (globalThis as { longTasks?: number[] }).longTasks = durations;
  });
  const session = await context.newCDPSession(tab);
  // Processor time, not the clock's: what else the machine does is not the page's work.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Without the live updates of the host: they come when they like.
  await tab.goto(`${page.url}?live=0`, { waitUntil: 'load' });
  await wait(WATCHED[page.name]);
  const { metrics } = await session.send('Performance.getMetrics');
  const long = await tab.evaluate(() => (globalThis as { longTasks?: number[] }).longTasks ?? []);
  const panels = await tab.locator('azimuth-panel').count();
  await tab.close();
  if (panels !== Number(page.panel && panel))
    throw new Error(`${page.name} shows ${panels} panels; what was to be measured did not happen.`);
  const ms = (metric: string): number => (metrics.find((one) => one.name === metric)?.value ?? Number.NaN) * 1000;
  return { script: ms('ScriptDuration'), task: ms('TaskDuration'), longTasks: long.length, longest: Math.max(0, ...long) };
}

/** Loads of one page by party, in rounds; who begins changes with each, as whoever comes later finds a warmer machine. */
async function rounds(parties: readonly Party[], page: MeasuredPage): Promise<Map<Party, Load[]>> {
  const loads = new Map<Party, Load[]>(parties.map((party) => [party, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (let i = 0; i < parties.length; i++) {
      const party = parties[(i + round) % parties.length] as Party;
      const one = await load(party, page);
      // The first round fills the browsers' code caches and is not counted.
      if (round > 0) loads.get(party)?.push(one);
    }
  }
  return loads;
}

const FIGURES: readonly { name: string; unit: string; of(load: Load): number }[] = [
  { name: 'script', unit: 'ms of processor', of: ({ script }) => script },
  { name: 'main thread', unit: 'ms of processor', of: ({ task }) => task },
  { name: 'long tasks', unit: 'by the clock', of: ({ longTasks }) => longTasks },
  { name: 'longest task', unit: 'ms by the clock', of: ({ longest }) => longest },
];

/** Measures and prints script time, busy time and long tasks of page loads, with the extension beside without. */
export async function printLoads(stage: Stage): Promise<void> {
  const ours: Party = { context: stage.context, panel: true, close: async () => {} };
  const floors = [await withoutExtension(stage), await idleExtension()];
  const head = ['', 'Azimuth', 'no extension', 'ratio', 'more', 'one that does nothing', 'ratio', 'more'];
  try {
    for (const page of PAGES.filter(({ name }) => name in WATCHED)) {
      heading(`Load of the ${page.name}, ${ROUNDS} rounds by turns: median (least to most); ratio and more within a round`);
      const loads = await rounds([ours, ...floors], page);
      const rows = FIGURES.map(({ name, unit, of }) => {
        const [mine = [], ...others] = [...loads.values()].map((all) => all.map(of));
        const beside = others.flatMap((floor) => [spread(floor), spread(ratios(mine, floor)), spread(differences(mine, floor))]);
        const [without = Number.NaN, idle = Number.NaN] = others.map((floor) => median(floor));
        figure(
          `load of the ${page.name}, ${name}`,
          median(mine),
          unit,
          { name: 'floor, no extension', value: without },
          { name: 'floor, an idle extension', value: idle },
        );
        return [`${name}, ${unit}`, spread(mine), ...beside];
      });
      table(head, rows);
    }
  } finally {
    for (const floor of floors) await floor.close();
  }
}
