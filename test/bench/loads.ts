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
import { median, print, range } from './figures.ts';
import { type MeasuredPage, PAGES, WATCHED } from './pages.ts';

const ROUNDS = 7;
/** A browser that loads the pages, with one extension or none in it. */
interface Party {
  readonly name: string;
  readonly context: BrowserContext;
  readonly panel: boolean;
  close(): Promise<void>;
}

interface Load {
  /** Milliseconds of script, of the page and of every extension on it. */
  readonly script: number;
  /** Milliseconds in which the main thread was busy with anything. */
  readonly task: number;
  /** How many tasks took 50 ms and more, and the longest of them, ms. */
  readonly longTasks: number;
  readonly longest: number;
}

/** A browser like the stage's, with the same hosts mapped, and no extension in it. */
async function withoutExtension(stage: Stage): Promise<Party> {
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
  return { name: 'floor without an extension', context, panel: false, close };
}

/** A browser with an extension in it that has a script on the same pages and does nothing: the least an extension can cost. */
async function idleExtension(): Promise<Party> {
  const stage = await setStage({ extensionDir: join(import.meta.dirname, 'idle') });
  return { name: 'floor with one that does nothing', context: stage.context, panel: false, close: stage.close };
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
  await session.send('Performance.enable');
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

/** Measures and prints script time, busy time and long tasks of page loads, with the extension beside without. */
export async function printLoads(stage: Stage): Promise<void> {
  const ours: Party = { name: 'ours', context: stage.context, panel: true, close: async () => {} };
  const floors = [await withoutExtension(stage), await idleExtension()];
  try {
    for (const page of PAGES.filter(({ name }) => name in WATCHED)) {
      const loads = await rounds([ours, ...floors], page);
      const line = (name: string, unit: string, of: (load: Load) => number): void => {
        const [mine = [], ...others] = [...loads.values()].map((all) => all.map(of));
        const beside = floors.map((floor, i) => ({ name: floor.name, value: median(others[i] ?? []) }));
        const difference = (theirs: readonly number[]): string =>
          median(mine.map((value, i) => value - (theirs[i] ?? Number.NaN))).toFixed(1);
        const spread = [mine, ...others].map(range).join(' / ');
        print(
          `${name}, ${page.name}`,
          median(mine),
          unit,
          beside,
          `${ROUNDS} rounds ${spread}`,
          `added in a round: ${others.map(difference).join(' / ')}`,
        );
      };
      line('script time of a page load', 'ms', ({ script }) => script);
      line('busy time of a page load', 'ms', ({ task }) => task);
      line('long tasks in a page load', 'tasks', ({ longTasks }) => longTasks);
      line('longest task in a page load', 'ms', ({ longest }) => longest);
    }
  } finally {
    for (const floor of floors) await floor.close();
  }
}
