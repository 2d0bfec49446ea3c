// npm run bench:popup: a reading is written, the popup is opened, and the changed number is waited for; with little and with much
// stored, in browsers that take turns. The popup's part is timed in the popup itself, from its navigation to the frame after
// the number is there; the write from the message to its answer, when it is on disk.
import type { Page } from 'playwright-core';
import { setStage } from '../e2e/stage.ts';
import { buildUnlessNamed } from './build.ts';
import { median, print, range, short } from './figures.ts';
import { type Stored, today, withStored } from './stored.ts';

const ROUNDS = 15;
const WARM = 2;
const PATIENCE_MS = 15_000;
const LITTLE = { tags: 100, weeks: 26 };
const MUCH = { tags: 100_000, weeks: 520 };

interface Turn {
  readonly write: number;
  readonly popup: number;
}

/** Runs in the popup before anything of it: tells when `#TEXT` of the address is shown somewhere. */
function watch(): void {
  const wanted = decodeURIComponent(location.hash.slice(1));
  if (!wanted) return;
  const told = Promise.withResolvers<number>();
  Object.assign(globalThis, { shownAt: told.promise });
  const look = (): void => {
    if (!document.body?.textContent.includes(wanted)) return;
    observer.disconnect();
    requestAnimationFrame(() => told.resolve(performance.now()));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Opens a popup and gives the time until a text is there, ms since its navigation. */
async function opened(page: Page, address: string, text: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(`${address}#${encodeURIComponent(text)}`, { timeout: PATIENCE_MS });
  return page.evaluate(() => (globalThis as unknown as { shownAt: Promise<number> }).shownAt);
}

async function takeTurn({ stage, desk, tab, framework, team }: Stored, popup: Page, value: number): Promise<Turn> {
  const reading = { framework: framework.id, metric: 'weekly-active-teams', date: today(), value, source: 'typed' };
  const write = await desk.evaluate(
    async (message) => {
      const start = performance.now();
      await chrome.runtime.sendMessage({ request: crypto.randomUUID(), ...message });
      return performance.now() - start;
    },
    { ask: 'logReading', team, reading },
  );
  const address = `chrome-extension://${stage.extensionId}/popup.html?tab=${tab}`;
  return { write, popup: await opened(popup, address, value.toLocaleString('en')) };
}

buildUnlessNamed();
const parties = [
  await withStored(LITTLE.tags, LITTLE.weeks),
  await withStored(MUCH.tags, LITTLE.weeks),
  await withStored(LITTLE.tags, MUCH.weeks),
  await withStored(MUCH.tags, MUCH.weeks),
];
const bare = await setStage();
try {
  const popups = await Promise.all([...parties.map(({ stage }) => stage), bare].map((stage) => stage.context.newPage()));
  for (const page of popups) await page.addInitScript(watch);
  const turns = parties.map((): Turn[] => []);
  const empty: number[] = [];
  for (let round = 0; round < ROUNDS + WARM; round++) {
    for (const [i, party] of parties.entries()) {
      const popup = popups[i];
      if (!popup) continue;
      const turn = await takeTurn(party, popup, 7001 + round);
      if (round >= WARM) turns[i]?.push(turn);
    }
    const last = popups.at(-1);
    const nothing = last && (await opened(last, `chrome-extension://${bare.extensionId}/popup.html`, 'No North Star yet'));
    if (nothing !== undefined && round >= WARM) empty.push(nothing);
  }
  const of = (i: number, part: keyof Turn): number[] => (turns[i] ?? []).map((turn) => turn[part]);
  const little = (part: keyof Turn): number => median(of(0, part));
  for (const [i, { name, desk }] of parties.entries()) {
    const bytes = await desk.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const beside = i === 0 ? [] : [{ name: `peer ${parties[0]?.name}`, value: little('popup') }];
    print(
      `popup opened until the changed number, ${name}`,
      median(of(i, 'popup')),
      'ms',
      [{ name: 'peer popup with nothing stored', value: median(empty) }, ...beside],
      range(of(i, 'popup')),
      `${short(bytes / 1e6)} MB stored`,
    );
  }
  for (const [i, { name }] of parties.entries()) {
    const beside = i === 0 ? [] : [{ name: `peer ${parties[0]?.name}`, value: little('write') }];
    print(`reading written, on disk, ${name}`, median(of(i, 'write')), 'ms', beside, range(of(i, 'write')));
  }
  for (const [i, { name }] of parties.entries()) {
    const both = (turns[i] ?? []).map(({ write, popup }) => write + popup);
    const first = (turns[0] ?? []).map(({ write, popup }) => write + popup);
    const beside = i === 0 ? [] : [{ name: `peer ${parties[0]?.name}`, value: median(first) }];
    print(`reading written, popup opened, number changed, ${name}`, median(both), 'ms', beside, range(both));
  }
} finally {
  await bare.close();
  for (const { stage } of parties) await stage.close();
}
