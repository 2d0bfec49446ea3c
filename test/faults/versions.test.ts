// A database that a newer copy of the extension has upgraded, and two windows at work at once.
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from '../e2e/stage.ts';
import { clickSave, saved, ticketKey, ticketUrl, typeAnswer } from './answering.ts';
import { faultsOf, stored } from './stored.ts';

const NEWER = 1000;
const BLOCKED_FOR_MS = 5000;

/** A page in a window of its own, as people have who work on two screens. */
async function openWindow(stage: Stage, url: string): Promise<Page> {
  const { context } = stage;
  const opened = (context as BrowserContext).waitForEvent('page');
  const worker = await stage.worker();
  await worker.evaluate((address) => chrome.windows.create({ url: address }), url);
  const page = await opened;
  await page.waitForLoadState();
  return page;
}

/** Brings the database to a version of the future, as a newer copy of the extension does. @throws when somebody keeps it open */
const upgrade = (page: Page): Promise<void> =>
  page.evaluate(
    ([version, patience]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('azimuth', version);
        setTimeout(reject, patience, new Error('The upgrade is blocked: a connection to the old version stays open.'));
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          open.result.close();
          resolve();
        };
      }),
    [NEWER, BLOCKED_FOR_MS] as const,
  );

/** Rows and operations, whatever the version on disk. */
const countTags = async (stage: Stage): Promise<number> => (await stored(stage)).tags.length;

describe('a database of a newer version', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterEach(() => stage.close());

  it('can be upgraded while two windows have it open, and neither pretends afterwards', async () => {
    const dashboard = await openWindow(stage, `chrome-extension://${stage.extensionId}/dashboard.html#/backlog`);
    await dashboard.getByText('Weekly digest of overdue steps').first().waitFor();
    const ticket = await openWindow(stage, ticketUrl(1921));
    await typeAnswer(ticket, '+2..4');
    const before = await countTags(stage);
    const own = await stage.own('manifest.json');
    await upgrade(own);

    await clickSave(ticket);
    await panel(ticket).getByRole('alert').getByText('The browser refused to open its storage').waitFor();
    expect(await saved(ticket).count()).toBe(0);
    // What was typed is still there to be copied.
    expect(await panel(ticket).evaluate((element) => element.shadowRoot?.textContent)).toContain('+2 to +4');

    const other = await stage.open(ticketUrl(1790));
    await panel(other).getByText('the browser refused the storage').waitFor();
    expect(await panel(other).getByRole('radio').count()).toBe(0);
    expect(await countTags(stage)).toBe(before);
  });

  it('does not show an empty dashboard as if there were no data', async () => {
    const own = await stage.own('manifest.json');
    await upgrade(own);
    for (const path of ['dashboard.html#/status', 'dashboard.html#/backlog', 'popup.html']) {
      const page = await stage.own(path);
      await page
        .getByText(/refused|newer|cannot be read/i)
        .first()
        .waitFor();
      expect(await page.getByRole('button', { name: /sample data/i }).count()).toBe(0);
      await page.close();
    }
  });
});

describe('two windows', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterEach(() => stage.close());

  it('store what is saved in both at the same moment, each answer whole', async () => {
    const numbers = [1921, 1922];
    const pages: Page[] = [];
    for (const number of numbers) {
      const page = await openWindow(stage, ticketUrl(number));
      await typeAnswer(page, `+${number - 1920}..7`);
      pages.push(page);
    }
    await Promise.all(pages.map(clickSave));
    for (const page of pages) await saved(page).waitFor();
    const found = await stored(stage);
    expect(numbers.flatMap((number) => faultsOf(found, ticketKey(number), `+${number - 1920}..7`))).toEqual([]);
    const counted = found.ops.map(({ n }) => n).sort((a, b) => a - b);
    expect(counted).toEqual(counted.map((_, i) => i + 1));
  });

  it('agree on one answer when both save the same ticket at the same moment', async () => {
    const pages = [await openWindow(stage, ticketUrl(1923)), await openWindow(stage, ticketUrl(1923))];
    const texts = ['+1..3', '+2..8'];
    for (const [i, page] of pages.entries()) await typeAnswer(page, texts[i] as string);
    await Promise.all(pages.map(clickSave));
    await Promise.all(
      pages.map((page) =>
        panel(page)
          .getByRole('button', { name: /^(Edit|Undo)/ })
          .first()
          .waitFor(),
      ),
    );
    const found = await stored(stage);
    const own = found.ops.filter(({ key }) => key === ticketKey(1923)).sort((a, b) => (a.hlc < b.hlc ? -1 : 1));
    expect(own.length).toBe(2);
    const winner = own[1]?.set.answer?.effects?.[0]?.text as string;
    expect(texts).toContain(winner);
    expect(faultsOf(found, ticketKey(1923), winner)).toEqual([]);
    const shown = winner === texts[0] ? '+1 to +3' : '+2 to +8';
    for (const page of pages) await panel(page).getByText(shown).first().waitFor();
  });
});
