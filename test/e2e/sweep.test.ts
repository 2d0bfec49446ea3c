// A sweep of a tracker's list: one key a step, the right ticket each time, and nothing of the host's touched.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chip, geometry } from './chip-stage.ts';
import { setStage, type Stage } from './stage.ts';
import { bar, callSweep, counted, GITHUB_LIST, inTurn, JIRA_BACKLOG, LINEAR_LIST, outlined } from './sweep-stage.ts';

const said = (page: Page, end: string): Promise<string> =>
  page
    .locator(chip(end))
    .last()
    .evaluate((one) => one.shadowRoot?.textContent ?? '');
const heardKeys = async (page: Page): Promise<unknown[]> =>
  (await page.evaluate<{ type: string }[]>('window.__heard ?? []')).filter(({ type }) => type.startsWith('key'));

describe('a sweep', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1280, height: 832 } });
    await stage.sample();
  }, 60_000);
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(await page.evaluate('window.__errors ?? []')).toEqual([]);
    await page.close();
  });

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await page.keyboard.press(key);
  }
  const expectTurn = (ticket: string) => expect.poll(() => inTurn(page)).toBe(ticket);

  it.each([
    ['GitHub', GITHUB_LIST, 'li[role="listitem"]'],
    ['Jira', JIRA_BACKLOG, '[data-testid*="content-container.PLN"]'],
    ['Linear', LINEAR_LIST, 'a[data-list-row]'],
  ])('%s: answers, skips, goes back, takes back; no key reaches the host and no row is another', async (_, url, row) => {
    page = await stage.open(url);
    await page.locator('azimuth-chip').first().waitFor();
    await page.mouse.move(1, 1);
    const before = await geometry(page, row);
    const html = await page
      .locator(row)
      .first()
      .evaluate((one) => one.outerHTML.replace(/<azimuth-chip.*?<\/azimuth-chip>/g, ''));
    await callSweep(stage, page);
    await page.evaluate('window.__heard.length = 0');
    const first = await inTurn(page);
    await expect.poll(() => outlined(page)).toBe(first.replace('#', ''));
    expect(await geometry(page, row)).toEqual(before);
    expect(
      await page
        .locator(row)
        .first()
        .evaluate((one) => one.outerHTML.replace(/<azimuth-chip.*?<\/azimuth-chip>/g, '')),
    ).toBe(html);
    // An input, a size, and on.
    await press('1', 's', 'Enter');
    await expect.poll(() => inTurn(page)).not.toBe(first);
    const second = await inTurn(page);
    await expect.poll(() => said(page, first)).toMatch(/^Activation\+\d+$/);
    await expect.poll(() => outlined(page)).toBe(second.replace('#', ''));
    expect(await counted(page)).toMatch(/^2 of \d+$/);
    // Not for the North Star, with its reason by the arrows.
    await press('0', 'ArrowRight', 'ArrowRight', 'Enter');
    await expect.poll(() => inTurn(page)).not.toBe(second);
    await expect.poll(() => said(page, second)).toMatch(/debt/i);
    const third = await inTurn(page);
    // A range in one's own words; letters are letters there.
    await press('2', 't');
    await page.keyboard.type('+1..3pp', { delay: 10 });
    await press('Enter');
    await expect.poll(() => inTurn(page)).not.toBe(third);
    await expect.poll(() => said(page, third)).toMatch(/^Templates\+\d+$/);
    const fourth = await inTurn(page);
    await press('j');
    await expect.poll(() => inTurn(page)).not.toBe(fourth);
    await press('k');
    await expectTurn(fourth);
    expect(await said(page, fourth)).toBe('');
    await press('u');
    await expectTurn(third);
    await expect.poll(() => said(page, third)).toBe('');
    expect(await heardKeys(page)).toEqual([]);
    await press('Escape');
    await expect.poll(() => bar(page).count()).toBe(0);
    // Left, and gone on with where it was.
    await callSweep(stage, page);
    await expectTurn(third);
    await press('k');
    await expectTurn(third);
    await press('Escape');
    await expect.poll(() => bar(page).count()).toBe(0);
    expect(await heardKeys(page)).toEqual([]);
  });

  /** What is known of a ticket on this device. */
  const known = async (ticket: string): Promise<Record<string, unknown> | undefined> => {
    const worker = await stage.worker();
    return worker.evaluate(
      (key) =>
        new Promise<Record<string, unknown> | undefined>((resolve, reject) => {
          const opening = indexedDB.open('azimuth');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const asked = opening.result.transaction('tickets').objectStore('tickets').get(key);
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result as Record<string, unknown> | undefined);
            };
          };
        }),
      ticket,
    );
  };

  it('begins from the popup as well, goes to the next page, and ends where the list does', async () => {
    page = await stage.open(GITHUB_LIST);
    await page.locator('azimuth-chip').first().waitFor();
    const worker = await stage.worker();
    const tab = await worker.evaluate(async (url) => (await chrome.tabs.query({})).find((one) => one.url === url)?.id, page.url());
    const popup = await stage.own(`popup.html?tab=${tab}`);
    await popup.getByRole('button', { name: 'Sweep this list' }).click();
    await bar(page).locator('.option').first().waitFor();
    await popup.close();
    await page.bringToFront();
    // Past all that is open on this page.
    for (let i = 0; i < 40 && !(await bar(page).locator('.bar[data-phase="end"]').count()); i++) {
      const before = await inTurn(page);
      await press('j');
      await expect
        .poll(async () => (await bar(page).locator('.bar[data-phase="end"]').count()) > 0 || (await inTurn(page)) !== before)
        .toBe(true);
    }
    await bar(page).getByText('That was the last ticket of this page.').waitFor();
    await press('n');
    await expect.poll(() => page.url()).toContain('page=2');
    await bar(page).locator('.option').first().waitFor();
    const there = await inTurn(page);
    await expect.poll(() => outlined(page)).toBe(there.replace('#', ''));
    // Rows say who has them, and what they are called there.
    await expect.poll(() => known(`github:azimuth-sample/planner${there}`)).toMatchObject({ state: 'open', status: 'Open' });
    await page.evaluate(() => window.__host.navigate('/azimuth-sample/planner/pulls'));
    await expect.poll(() => bar(page).count()).toBe(0);
  });

  it('stores nothing for a ticket whose row is gone, and says so', async () => {
    page = await stage.open(GITHUB_LIST);
    await page.locator('azimuth-chip').first().waitFor();
    await callSweep(stage, page);
    const here = await inTurn(page);
    await press('1', 's');
    await page.evaluate((id) => document.querySelector(`li:has(a[href$="/issues/${id}"])`)?.remove(), here.slice(1));
    await press('Enter');
    await bar(page).getByRole('alert').waitFor();
    expect(await inTurn(page)).toBe(here);
    const tags = await (await stage.worker()).evaluate(
      () =>
        new Promise<{ ticket: string }[]>((resolve, reject) => {
          const opening = indexedDB.open('azimuth');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const asked = opening.result.transaction('tags').objectStore('tags').getAll();
            asked.onsuccess = () => {
              opening.result.close();
              resolve(asked.result as { ticket: string }[]);
            };
          };
        }),
      undefined,
    );
    expect(tags.length).toBeGreaterThan(10);
    expect(tags.filter(({ ticket }) => ticket.startsWith('github:') && ticket.endsWith(here))).toEqual([]);
  });

  it('is there where chips are turned off, and leaves nothing behind', async () => {
    const own = await stage.own('manifest.json');
    const prefer = (list: boolean): Promise<unknown> =>
      own.evaluate(
        (on) => chrome.runtime.sendMessage({ ask: 'prefer', change: { tracker: 'linear', surface: { name: 'list', on } } }),
        list,
      );
    await prefer(false);
    page = await stage.open(LINEAR_LIST);
    await page.locator('a[data-list-row]').first().waitFor();
    await callSweep(stage, page);
    expect(await page.locator('azimuth-chip').count()).toBe(0);
    await page.evaluate('window.__heard.length = 0');
    await press('1', 's', 'k', 'j');
    expect(await heardKeys(page)).toEqual([]);
    await press('Escape');
    await expect.poll(() => bar(page).count()).toBe(0);
    await prefer(true);
    await page.locator('azimuth-chip').first().waitFor();
    await own.close();
  });

  it('tells the background what a ticket’s page says, once somebody reaches for the form', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/1912');
    const form = page.locator('azimuth-panel');
    await form.getByRole('radio').first().check();
    await expect
      .poll(() => known('github:azimuth-sample/planner#1912'))
      .toMatchObject({ milestone: 'First week', state: 'open', labels: expect.any(Array), assignees: [expect.stringContaining('team')] });
  });
});
