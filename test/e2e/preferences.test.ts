// What the user turns off is off at once, in open tabs too; where the panel was put it stays; page health can be read and copied.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIREFOX, ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const box = (page: Page) => panel(page).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);

describe('preferences and page health', () => {
  let stage: Stage;
  let settings: Page;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1200, height: 800 } });
    await stage.sample();
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    settings = await stage.own('dashboard.html#/settings');
  });
  afterAll(() => stage.close());

  /** What the script on every page has had brought in, by its marks in our own world of the page. */
  const brought = async (page: Page): Promise<string[]> => {
    const worker = await stage.worker();
    return worker.evaluate(async (address) => {
      const [tab] = await chrome.tabs.query({ url: address });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: () =>
          Object.keys(globalThis.azimuth ?? { missing: true }).filter((key) => /^(missing|tracker|onStay|element|pane|dock)$/.test(key)),
      });
      return (answer?.result as string[] | undefined) ?? ['no answer'];
    }, page.url());
  };

  const group = (tracker: string) => settings.getByRole('group', { name: tracker });

  it('a tracker turned off and on again: the panel goes and comes in the open tab, and nothing else runs there', async () => {
    const page = await stage.open(LINEAR);
    await panel(page).waitFor();
    await group('Linear').getByLabel('Linear').uncheck();
    await expect.poll(() => panel(page).count()).toBe(0);
    await page.reload();
    await page.waitForTimeout(1800);
    expect(await panel(page).count()).toBe(0);
    expect(await brought(page)).toEqual([]);
    await group('Linear').getByLabel('Linear').check();
    await panel(page).waitFor();
    await page.close();
  });

  it('a surface turned off: panes are quiet, and the ticket’s own page is not', async () => {
    await group('Jira').getByLabel('Panes and inbox').uncheck();
    const modal = await stage.open('https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1?selectedIssue=PLN-214');
    const full = await stage.open(JIRA);
    await panel(full).waitFor();
    await modal.waitForTimeout(1000);
    expect(await panel(modal).count()).toBe(0);
    await group('Jira').getByLabel('Panes and inbox').check();
    await panel(modal).waitFor();
    await Promise.all([modal.close(), full.close()]);
  });

  it('moved to the corner from its menu, dragged, moved by keys, and remembered; then back into the page', async () => {
    const page = await stage.open(ISSUE);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await panel(page).getByRole('button', { name: 'More' }).click();
    await panel(page).getByRole('button', { name: 'Move to the corner' }).click();
    await page.locator('azimuth-panel[data-place="dock"][data-rung="chosen"]').waitFor();
    const grip = panel(page).getByRole('button', { name: /^Move with/ });
    await grip.waitFor();
    const before = await box(page);
    expect(Math.round(before.right)).toBeGreaterThan(1150);
    // By the pointer: up and to the left, and beyond the window's edge.
    const head = await panel(page).locator('.head h2').boundingBox();
    await page.mouse.move((head?.x ?? 0) + 5, (head?.y ?? 0) + 5);
    await page.mouse.down();
    await page.mouse.move(400, 300, { steps: 4 });
    // The driver of Firefox moves no pointer out of the window; its very corner takes the panel beyond the edges as well.
    const [x, y] = FIREFOX ? [0, 0] : [-200, -200];
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => [Math.round((await box(page)).left), Math.round((await box(page)).top)]).toEqual([16, 16]);
    // By keys, from its handle.
    await grip.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect.poll(async () => (await box(page)).left).toBeGreaterThan(40);
    await page.keyboard.press('Shift+ArrowDown');
    const moved = await box(page);
    expect(Math.round(moved.bottom)).toBe(800 - 16);
    expect(await page.evaluate('window.__shortcuts')).toEqual([]);
    await page.setViewportSize({ width: 700, height: 500 });
    const small = await box(page);
    expect(small.left >= 0 && small.right <= 700 && small.top >= 0 && small.bottom <= 500).toBe(true);
    await page.setViewportSize({ width: 1200, height: 800 });
    await page.reload();
    await page.locator('azimuth-panel[data-place="dock"][data-at]').waitFor();
    await expect.poll(async () => Math.round((await box(page)).left)).toBe(Math.round(moved.left));
    await panel(page).getByRole('button', { name: 'More' }).click();
    await panel(page).getByRole('button', { name: 'Back into the page' }).click();
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.close();
  });

  it('the corner chosen in Settings: an open tab follows, with what is typed in it', async () => {
    const page = await stage.open(ISSUE);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await panel(page).getByRole('radio').first().check();
    const amount = panel(page).getByRole('textbox', { name: 'By how much?' });
    await amount.fill('+2..4');
    await settings.reload();
    await group('GitHub').getByLabel('Panel in the corner').check();
    await page.locator('azimuth-panel[data-place="dock"]').waitFor();
    expect(await amount.inputValue()).toBe('+2..4');
    await group('GitHub').getByLabel('Panel in the corner').uncheck();
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    expect(await amount.inputValue()).toBe('+2..4');
    await page.close();
  });

  it('13: what was turned off while a page lay in the browser’s cache is off when it comes back', async () => {
    const page = await stage.open(LINEAR);
    await panel(page).waitFor();
    // What a page in the cache misses is being told: so this is stored behind everybody's back.
    const store = (preferences: object): Promise<void> => settings.evaluate(putPreferences, preferences);
    await store({ linear: { off: true } });
    await page.waitForTimeout(500);
    expect(await panel(page).count()).toBe(1);
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect.poll(() => panel(page).count()).toBe(0);
    await store({});
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await panel(page).waitFor();
    await page.close();
  });

  it('page health: what served and what failed, in the docked panel and in Settings, without the ticket', async () => {
    const page = await stage.open(ISSUE);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.close();
    const bare = await stage.open('https://linear.app/azimuth-sample/inbox/priority');
    await panel(bare).waitFor();
    await panel(bare).getByText('Page health').waitFor();
    await panel(bare).getByText('Page health').click();
    await panel(bare).getByText('from the pane’s own link').waitFor();
    await panel(bare).getByRole('button', { name: 'Copy report' }).click();
    const own = await bare.evaluate(() => navigator.clipboard.readText());
    expect(own).toContain('linear/pane');
    expect(own).not.toMatch(/PLN|azimuth-sample|linear\.app/);
    await bare.waitForTimeout(2800);
    await settings.reload();
    const health = settings.locator('section', { has: settings.getByRole('heading', { name: 'Page health' }) });
    await health.getByText('GitHub, Ticket pages').waitFor();
    await health.getByText('In the page, at “sidebar-content”').first().waitFor();
    await health.getByText('Linear, Panes and inbox').waitFor();
    expect(await health.innerText()).not.toMatch(/PLN-|#\d|azimuth-sample/);
    await health.getByRole('button', { name: 'Copy report' }).click();
    await settings.getByText('Report copied.').waitFor();
    const report = await settings.evaluate(() => navigator.clipboard.readText());
    expect(report).toMatch(/^Azimuth \d+\.\d+.*\nbrowser: (Chrome|Firefox) \d+\n/);
    expect(report).toContain('place: column, sidebar-content (2026-11)');
    expect(report).not.toMatch(/PLN|#\d|azimuth-sample|https?:/);
    await bare.close();
  });
});

/** Writes preferences into the database, in the extension's own page. */
const putPreferences = (preferences: object): Promise<void> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open('azimuth');
    open.onerror = () => reject(open.error ?? new Error('The database did not open.'));
    open.onsuccess = () => {
      const put = open.result.transaction('meta', 'readwrite').objectStore('meta').put(preferences, 'preferences');
      put.onsuccess = () => {
        open.result.close();
        resolve();
      };
    };
  });
