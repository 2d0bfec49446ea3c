// The ticket on screen, where the address does not name it or names two: side panes, sub-issues, modals, inbox and peek.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from './stage.ts';

const GITHUB = 'https://github.com';
const BOARD = `${GITHUB}/orgs/azimuth-sample/projects/1`;
const ISSUE = '/azimuth-sample/planner/issues/1842';
const JIRA = 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1';
const LINEAR = 'https://linear.app/azimuth-sample';
const pane = (number: number): string => `issue=${encodeURIComponent(`azimuth-sample|planner|${number}`)}`;
const go = (page: Page, path: string): Promise<void> => page.evaluate((to) => window.__host.navigate(to), path);
const shows = (page: Page, ticket: string) => page.locator(`azimuth-panel[data-ticket="${ticket}"]`);
const github = (number: number): string => `github:azimuth-sample/planner#${number}`;
const linear = (number: number): string => `linear:azimuth-sample/PLN-${number}`;

/** The number in the heading of the viewer that the panel stands in. */
const hostNumber = (page: Page): Promise<string | undefined> =>
  panel(page).evaluate((element) => {
    const viewer = element.closest('[data-testid="issue-viewer-container"]');
    return viewer?.querySelector('h1 > span')?.textContent ?? undefined;
  });

const answer = async (page: Page): Promise<void> => {
  await panel(page).getByRole('radio').first().check();
  await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+1..2pp');
  await panel(page).getByRole('button', { name: 'Save' }).click();
  await panel(page).getByRole('status').getByText('Saved').waitFor();
};

describe('panes', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1400, height: 900 } });
    await stage.sample();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(await page.evaluate('window.__errors ?? []')).toEqual([]);
    await page.close();
  });

  it('a Projects pane: the panel stands in the pane, follows it from item to item, and leaves with it', async () => {
    page = await stage.open(BOARD);
    await page.waitForTimeout(500);
    expect(await panel(page).count()).toBe(0);
    for (const number of [1842, 1886]) {
      await go(page, `/orgs/azimuth-sample/projects/1?pane=issue&itemId=${number + 100_000}&${pane(number)}`);
      await shows(page, github(number)).waitFor();
      await page.locator('[role="dialog"] azimuth-panel[data-place="column"]').waitFor();
      await expect.poll(() => hostNumber(page)).toBe(`#${number}`);
      expect(await panel(page).count()).toBe(1);
    }
    await answer(page);
    await page.getByRole('button', { name: 'Close panel' }).click();
    await expect.poll(() => panel(page).count()).toBe(0);
  });

  it('a Projects pane of a draft, or of the project itself, shows nothing', async () => {
    for (const query of ['pane=issue&itemId=7', 'pane=info', `pane=info&${pane(1842)}`]) {
      page = await stage.open(`${BOARD}?${query}`);
      // Longer than a panel without a place waits before it docks.
      await page.waitForTimeout(1800);
      expect(await panel(page).count()).toBe(0);
      if (query !== `pane=info&${pane(1842)}`) await page.close();
    }
  });

  it('a sub-issue over an issue: its own viewer has the panel, and closing it gives the panel back', async () => {
    page = await stage.open(GITHUB + ISSUE);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    expect(await hostNumber(page)).toBe('#1842');
    await go(page, `${ISSUE}?${pane(1790)}`);
    await shows(page, github(1790)).waitFor();
    await expect.poll(() => hostNumber(page)).toBe('#1790');
    expect(await panel(page).evaluate((element) => element.closest('[role="dialog"]') !== null)).toBe(true);
    await page.getByRole('button', { name: 'Close panel' }).click();
    await shows(page, github(1842)).waitFor();
    await expect.poll(() => hostNumber(page)).toBe('#1842');
    expect(await panel(page).count()).toBe(1);
  });

  it('a sub-issue in the address from the start: never a moment in the viewer of the other', async () => {
    page = await stage.context.newPage();
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { __stood: seen });
      new MutationObserver(() => {
        const element = document.querySelector('azimuth-panel[data-place="column"]');
        const heading = element?.closest('[data-testid="issue-viewer-container"]')?.querySelector('h1 > span');
        if (element) seen.push(`${(element as HTMLElement).dataset['ticket']} in ${heading?.textContent}`);
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(`${GITHUB}${ISSUE}?${pane(1790)}`);
    await page.locator('[role="dialog"] azimuth-panel[data-place="column"]').waitFor();
    const stood = new Set(await page.evaluate<string[]>('window.__stood'));
    expect([...stood]).toEqual([`${github(1790)} in #1790`]);
  });

  it.each([
    ['a modal over the board', JIRA, 'after-status', ['PLN-198', 'PLN-301']],
    ['the side panel beside the backlog', `${JIRA}/backlog`, 'compact-quick-add', ['PLN-221', 'PLN-214']],
  ])('Jira: %s', async (_, list, rung, keys) => {
    page = await stage.open(list);
    await page.waitForTimeout(500);
    expect(await panel(page).count()).toBe(0);
    for (const key of keys) {
      await go(page, `${new URL(list).pathname}?selectedIssue=${key}`);
      await shows(page, `jira:azimuth-sample.atlassian.net/${key}`).waitFor();
      await expect.poll(() => panel(page).getAttribute('data-rung')).toBe(rung);
      expect(await panel(page).count()).toBe(1);
    }
    await answer(page);
    await go(page, new URL(list).pathname);
    await expect.poll(() => panel(page).count()).toBe(0);
  });

  it('Linear’s inbox: nothing until an item opens by itself, then its ticket; another item, and its ticket', async () => {
    page = await stage.open(`${LINEAR}/inbox/priority`);
    await shows(page, linear(88)).waitFor();
    expect(await panel(page).getAttribute('data-place')).toBe('dock');
    expect(await panel(page).getAttribute('data-rung')).toBe('edge');
    await page.locator('[data-list-row]').nth(2).click();
    await shows(page, linear(94)).waitFor();
    await answer(page);
    // The inbox is emptied: nothing is on screen any more.
    await page.locator('h2', { hasText: 'Activity' }).click();
    await page.keyboard.press('Backspace');
    await shows(page, linear(88)).waitFor();
    await expect
      .poll(async () => {
        await page.keyboard.press('Backspace');
        return panel(page).count();
      })
      .toBe(0);
  });

  it('Jira’s split view: the item that is open, named by the address or not, and a chip on every other', async () => {
    const jira = (number: number): string => `jira:azimuth-sample.atlassian.net/PLN-${number}`;
    page = await stage.open('https://azimuth-sample.atlassian.net/issues/?jql=project%20%3D%20PLN&layout=split');
    const opened = await page.locator('[data-testid$="breadcrumbs.current-issue.item"]').innerText();
    await shows(page, jira(Number(/\d+/.exec(opened)?.[0]))).waitFor();
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    const cards = page.locator('[data-testid$="card-list.card.list-item"]');
    await expect.poll(() => cards.locator('azimuth-chip').count()).toBe(await cards.count());
    // A card that is a link holds nothing one could tab to.
    expect(await cards.locator('azimuth-chip').first().locator('button').count()).toBe(0);
    await cards.filter({ hasText: 'PLN-177' }).locator('a').click();
    await shows(page, jira(177)).waitFor();
    expect(new URL(page.url()).pathname).toBe('/issues/PLN-177');
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    expect(await panel(page).count()).toBe(1);
  });

  it('Linear’s inbox in a narrow window: the panel leaves its rows free, or is folded to its head', async () => {
    page = await stage.open(`${LINEAR}/inbox/priority`);
    await page.setViewportSize({ width: 760, height: 420 });
    await page.locator('azimuth-panel[data-rung="edge"]').waitFor();
    await expect.poll(() => panel(page).getByRole('button', { name: 'Unfold' }).count()).toBe(1);
    expect((await panel(page).boundingBox())?.height).toBeLessThan(60);
    // The extension's own key opens it.
    await stage.command('focus-panel', page);
    await panel(page).getByRole('radio').first().waitFor();
    await page.setViewportSize({ width: 1400, height: 900 });
  });

  it('the popup says what the pane shows', async () => {
    page = await stage.open(`${LINEAR}/inbox/priority`);
    await panel(page).waitFor();
    const id = await page.evaluate(() => document.querySelector('azimuth-panel')?.getAttribute('data-ticket') ?? '');
    const worker = await stage.worker();
    const tab = await worker.evaluate(async () => (await chrome.tabs.query({ url: 'https://linear.app/*' })).at(-1)?.id);
    const popup = await stage.own(`popup.html?tab=${tab}`);
    await popup.locator('section.tab header').getByText(id.replace(/^.*\//, '')).waitFor();
    await popup.close();
  });

  it('Linear’s inbox: the panel covers no control of the pane’s header', async () => {
    page = await stage.open(`${LINEAR}/inbox/priority`);
    await shows(page, linear(88)).waitFor();
    await panel(page).getByRole('radio').first().waitFor();
    for (const name of ['Snooze notification', 'Delete notification', 'Submit comment']) {
      const control = page.getByRole('button', { name });
      const free = await control.evaluate((button) => {
        const { left, top, width, height } = button.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        // What is scrolled out of the window is covered by nothing of ours.
        return at?.localName !== 'azimuth-panel';
      });
      expect(free, name).toBe(true);
    }
  });

  it('Linear’s peek over a list: its ticket while it is open', async () => {
    page = await stage.open(`${LINEAR}/team/PLN/active`);
    await page.locator('[data-list-key^="ITEM_"]').nth(1).hover();
    await page.keyboard.press('Space');
    await page.locator('[data-view-id="issue-view"]').waitFor();
    const key = await page.locator('[data-view-id="issue-view"]').evaluate((view) => {
      const link = view.parentElement?.querySelector('header a[href*="/issue/"]');
      return /PLN-\d+/.exec(link?.getAttribute('href') ?? '')?.[0];
    });
    await shows(page, `linear:azimuth-sample/${key}`).waitFor();
    expect(await panel(page).getAttribute('data-place')).toBe('dock');
    await answer(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel(page).count()).toBe(0);
  });

  it('Linear’s peek: the pane’s link changes between reading and saving, and nothing is stored on the wrong ticket', async () => {
    page = await stage.open(`${LINEAR}/inbox/priority`);
    await shows(page, linear(88)).waitFor();
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+1..2pp');
    // In one go: the host moves on in the very moment of the press.
    await page.evaluate(() => {
      addEventListener(
        'pointerdown',
        () => document.querySelector('header a[href*="/issue/"]')?.setAttribute('href', '/azimuth-sample/issue/PLN-205/x'),
        { capture: true, once: true },
      );
    });
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await shows(page, linear(205)).waitFor();
    const db = await stage.own('dashboard.html#/backlog');
    await db.waitForTimeout(500);
    expect(await db.evaluate(readTickets)).not.toContain('linear:azimuth-sample/pln-205');
    await db.close();
  });

  it('a script of the page that asks about what its tab does not show is refused', async () => {
    page = await stage.open(`${LINEAR}/inbox/priority`);
    await shows(page, linear(88)).waitFor();
    const worker = await stage.worker();
    const asked = (ticket: string): Promise<unknown> =>
      worker.evaluate(async (asking) => {
        const [tab] = await chrome.tabs.query({ url: 'https://linear.app/*' });
        const [{ result } = { result: undefined }] = await chrome.scripting.executeScript({
          target: { tabId: tab?.id ?? 0 },
          args: [asking],
          func: (one: string) => chrome.runtime.sendMessage({ ask: 'question', ticket: one, drawn: true }),
        });
        return (result as { state?: string; why?: string } | undefined)?.why ?? 'let in';
      }, ticket);
    expect(await asked('linear:azimuth-sample/PLN-91')).toBe('let in');
    for (const other of ['linear:other/PLN-91', 'github:azimuth-sample/planner#1842', 'jira:azimuth-sample.atlassian.net/PLN-214'])
      expect(await asked(other), other).toBe('wrong-ticket');
    await go(page, '/azimuth-sample/issue/PLN-88/x');
    await shows(page, linear(88)).waitFor();
    expect(await asked('linear:azimuth-sample/PLN-91')).toBe('wrong-ticket');
  });
});

/** The tickets that have an answer, in the extension's own page. */
const readTickets = (): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const open = indexedDB.open('azimuth');
    open.onerror = () => reject(open.error ?? new Error('The database did not open.'));
    open.onsuccess = () => {
      const all = open.result.transaction('tags').objectStore('tags').getAllKeys();
      all.onsuccess = () => {
        open.result.close();
        resolve((all.result as [string, string, string][]).map(([, ticket]) => ticket));
      };
    };
  });
