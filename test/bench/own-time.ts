// The time our own functions take in a page, sampled by the browser's profiler. With and without, side by side, drown
// a few milliseconds in the noise of a whole page load; this tells them apart by the address of the script.
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Stage } from '../e2e/stage.ts';
import { figure, heading, median, spread, table } from './figures.ts';
import { type MeasuredPage, PAGES, WATCHED } from './pages.ts';

const TIMES = 5;
const SAMPLE_EVERY_US = 100;
const LONG_TASK_MS = 50;

export interface OwnTime {
  /** Milliseconds in functions of the extension. */
  readonly total: number;
  /** The longest run of samples in them without a break, ms. */
  readonly longest: number;
}

const profile = (stage: Stage, { name, url }: MeasuredPage): Promise<OwnTime> =>
  profiled(stage, `${url}?live=0`, () => wait(WATCHED[name]));

/** Our own time on one load of a page and in what is done there afterwards. */
export async function profiled(stage: Stage, url: string, act: (page: Page) => Promise<unknown>): Promise<OwnTime> {
  const page = await stage.context.newPage();
  const session = await stage.context.newCDPSession(page);
  // The profiler of a process that a navigation leaves behind sees nothing: start in the one that stays.
  await page.goto(new URL('/favicon.ico', url).href);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.send('Profiler.start');
  await page.goto(url, { waitUntil: 'load' });
  await act(page);
  const { profile: taken } = await session.send('Profiler.stop');
  await page.close();
  const own = `chrome-extension://${stage.extensionId}/`;
  const parents = new Map(taken.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id] as const)));
  const urls = new Map(taken.nodes.map((node) => [node.id, node.callFrame.url]));
  // What a function of ours calls, of the browser or of anybody, is its time too.
  const ours = (id: number | undefined): boolean => id !== undefined && (urls.get(id)?.startsWith(own) || ours(parents.get(id)));
  let total = 0;
  let run = 0;
  let longest = 0;
  taken.samples?.forEach((id, i) => {
    // A delta lies before its sample; a sample stands for the time until the next.
    const ms = (taken.timeDeltas?.[i + 1] ?? 0) / 1000;
    run = ours(id) ? run + ms : 0;
    if (run > 0) total += ms;
    longest = Math.max(longest, run);
  });
  return { total, longest };
}

/** Measures and prints our own script time on the pages whose loads are measured. */
export async function printOwnTime(stage: Stage): Promise<void> {
  heading(
    `Time in functions of ours in a page load, ${TIMES} loads, ms by the clock: median (least to most); sampled, so that a millisecond can go unseen`,
  );
  const rows: string[][] = [];
  for (const page of PAGES.filter(({ name }) => name in WATCHED)) {
    const taken: { total: number; longest: number }[] = [];
    for (let i = 0; i <= TIMES; i++) {
      const one = await profile(stage, page);
      // The first fills the browser's code cache and is not counted.
      if (i > 0) taken.push(one);
    }
    const longest = taken.map((one) => one.longest);
    figure(`own script time, ${page.name}`, median(taken.map(({ total }) => total)), 'ms');
    figure(`own longest run, ${page.name}`, median(longest), 'ms', { name: 'a long task', value: LONG_TASK_MS });
    const long = longest.filter((ms) => ms >= LONG_TASK_MS).length;
    rows.push([page.name, spread(taken.map(({ total }) => total)), spread(longest), `${long} of ${TIMES}`]);
  }
  table(['page', 'together', 'longest without a break', `loads with a long task (${LONG_TASK_MS} ms) of ours`], rows);
}
