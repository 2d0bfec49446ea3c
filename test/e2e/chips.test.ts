// Chips on lists and boards: one in each row, right in every frame, and nothing of the host's is changed by it.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';
import { chip, chips, focusOrder, geometry, violations } from './chip-stage.ts';

const GITHUB = 'https://github.com/azimuth-sample/planner/issues';
const JIRA = 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1';
const LINEAR = 'https://linear.app/azimuth-sample/team/PLN/active';

/** The lists of the stand-in trackers: their rows, how many at least, and whether a row is a link itself. */
const LISTS = {
  'GitHub issues': { url: GITHUB, row: 'li[role="listitem"]', rows: 25 },
  'GitHub issues, classic': { url: 'https://github.com/azimuth-sample/classic/issues', row: '.js-issue-row', rows: 20 },
  'GitHub pull requests': { url: 'https://github.com/azimuth-sample/planner/pulls', row: 'ul > li[tabindex]', rows: 5 },
  'GitHub Projects board': { url: 'https://github.com/orgs/azimuth-sample/projects/1', row: '[data-board-card-id]', rows: 20 },
  'Jira backlog': { url: `${JIRA}/backlog`, row: '[data-testid*="content-container.PLN"]', rows: 30 },
  'Jira board': { url: JIRA, row: '[data-testid="platform-board-kit.ui.card.card"]', rows: 30 },
  'Jira navigator': { url: 'https://azimuth-sample.atlassian.net/issues/?jql=', row: 'tr[data-testid$="issue-row"]', rows: 50 },
  'Jira project list': {
    url: 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/list',
    row: 'tr[data-testid$="issue-row"]',
    rows: 50,
  },
  'Linear list': { url: LINEAR, row: 'a[data-list-row]', rows: 30, mark: true },
  'Linear board': { url: `${LINEAR}?layout=board`, row: 'a[data-board-item]', rows: 30, mark: true },
} as const;

describe('chips in the rows of every list', () => {
  let stage: Stage;
  let page: Page;
  const before: Record<string, { shape: unknown; faults: string[]; tabs: string[] }> = {};
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1280, height: 900 } });
    // Without a framework there are no chips: how the host looks by itself.
    for (const [name, { url, row, rows }] of Object.entries(LISTS)) {
      page = await stage.open(url);
      await page
        .locator(row)
        .nth(rows - 1)
        .waitFor({ state: 'attached' });
      await page.waitForLoadState('load');
      before[name] = { shape: await geometry(page, row), faults: await violations(page), tabs: await focusOrder(page) };
      expect(await chips(page).count()).toBe(0);
      await page.close();
    }
    await stage.sample();
  }, 180_000);
  afterAll(() => stage.close());
  afterEach(() => page.close());

  it.each(Object.entries(LISTS))('%s: one each, and no row, column, tab stop or fault is another', async (name, list) => {
    page = await stage.open(list.url);
    await expect.poll(() => chips(page).count()).toBeGreaterThanOrEqual(list.rows);
    // The rest of a long list comes a few at a time: it is looked at once it stands.
    for (let before = -1, now = 0; now !== before; ) {
      before = now;
      await page.waitForTimeout(250);
      now = await chips(page).count();
    }
    const rows = await page.locator(list.row).evaluateAll((all) =>
      all
        .filter((row) => row.matches('a') || row.querySelector('a[href]'))
        .map((row) => ({
          // Pinned ones and cards are counted by themselves.
          chips: row.querySelectorAll('azimuth-chip').length,
          seen: [...row.querySelectorAll('azimuth-chip')].every((one) => {
            const [box, around] = [one.getBoundingClientRect(), row.getBoundingClientRect()];
            return box.width > 0 && box.left >= around.left - 1 && box.right <= around.right + 1;
          }),
        })),
    );
    expect(rows.every((row) => row.seen)).toBe(true);
    expect(new Set(rows.filter((row) => row.chips !== 1).map((row) => row.chips))).toEqual(
      // Rows of groups are no tickets.
      list.url.startsWith(LINEAR) ? expect.anything() : new Set(),
    );
    expect(await geometry(page, list.row)).toEqual(before[name]?.shape);
    expect(await focusOrder(page)).toEqual(before[name]?.tabs);
    expect(await violations(page)).toEqual(before[name]?.faults);
    const inside = await chips(page).evaluateAll((all) => all.filter((one) => one.closest('a') && one.shadowRoot?.querySelector('button')));
    expect(inside).toEqual([]);
    expect(await page.locator('[class*="azimuth"], [data-azimuth]').count()).toBe(0);
    // Whatever is scrolled, a chip goes with its row: read at once, before the host hears of it and draws other rows.
    const drifted = await page.locator(list.row).evaluateAll((all) => {
      const ours = all.flatMap((row) => row.querySelector('azimuth-chip') ?? []);
      const place = (chip: Element): number =>
        chip.getBoundingClientRect().top - (all.find((row) => row.contains(chip))?.getBoundingClientRect().top ?? 0);
      const stood = ours.map(place);
      for (const part of document.querySelectorAll('*')) part.scrollTop += 40;
      return ours.map((chip, i) => place(chip) - (stood[i] ?? 0)).filter((px) => Math.abs(px) > 1);
    });
    expect(drifted).toEqual([]);
  });

  it('says what is answered, in words and by name', async () => {
    page = await stage.open(GITHUB);
    const answered = page.locator('li').locator(chip('#1903'));
    await answered.waitFor();
    expect(await answered.evaluate((one) => one.shadowRoot?.textContent)).toBe('Activation+60');
    await answered.getByRole('button', { name: /^North Star: Activation, \+60 weekly active teams\. Edit$/ }).waitFor();
    await page.locator('li').locator(chip('#1842')).getByRole('button', { name: 'North Star: no answer. Answer' }).waitFor();
    const two = page.locator('li').locator(chip('#1733'));
    expect(await two.evaluate((one) => one.shadowRoot?.textContent)).toMatch(/^2 inputs\+\d+$/);
    expect(
      await page
        .locator('li')
        .locator(chip('#1877'))
        .evaluate((one) => one.shadowRoot?.textContent),
    ).toBe('Compliance');
    await answered.hover();
    await page.locator('azimuth-tip').getByText('by Activation').waitFor();
    await page.mouse.move(5, 5);
    await expect.poll(() => page.locator('azimuth-tip').count()).toBe(0);
  });

  it.each([
    ['Jira backlog', `${JIRA}/backlog`, '[data-testid="software-backlog.backlog-content.scrollable"]'],
    ['Linear list', LINEAR, '[data-list-container]'],
  ])('%s: a row that is recycled is right in the frame in which it is', async (_, url, scroller) => {
    page = await stage.open(url);
    await expect.poll(() => chips(page).count()).toBeGreaterThan(25);
    const wrong = await page.evaluate(async (selector) => {
      const found: string[] = [];
      const box = document.querySelector(selector) as Element;
      let shown = 0;
      const check = (): void => {
        for (const one of document.querySelectorAll<HTMLElement>('azimuth-chip')) {
          const row = one.closest('[data-testid*="content-container."], a[data-list-row]');
          const link = row?.matches('a') ? row : row?.querySelector('a[href*="/browse/"]');
          const key = /\/(?:browse|issue)\/([A-Z]+-\d+)/.exec(link?.getAttribute('href') ?? '')?.[1] ?? '-';
          shown++;
          if (!one.dataset['ticket']?.endsWith(`/${key}`)) found.push(`${one.dataset['ticket']} in the row of ${key}`);
        }
      };
      for (let i = 0; i < 60; i++) {
        box.scrollTop += i < 40 ? 90 : -140;
        // After the host's scroll handler and before the next frame: a task of its own, then what is painted.
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        check();
      }
      return { found, shown };
    }, scroller);
    expect(wrong.found).toEqual([]);
    expect(wrong.shown).toBeGreaterThan(500);
    await expect.poll(() => chips(page).count()).toBeGreaterThan(25);
    expect(await page.locator('azimuth-chip[data-kind="blank"]').count()).toBe(0);
  });

  it('leaves links and cards to the host', async () => {
    page = await stage.open(LINEAR);
    await page.locator(chip('PLN-91')).waitFor();
    await page.locator('a[data-list-row]', { hasText: 'Checklist for closing' }).click({ position: { x: 160, y: 20 } });
    await expect.poll(() => page.url()).toContain('/issue/PLN-91/');
    await page.goto('https://github.com/orgs/azimuth-sample/projects/1');
    const card = page.locator('[data-board-card-id]').first();
    await card.locator('azimuth-chip').waitFor();
    await page.evaluate('window.__drags = []; document.addEventListener("dragstart", () => window.__drags.push(1))');
    const drag = async (x: number, y: number): Promise<void> => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 40, y + 40, { steps: 8 });
      await page.mouse.up();
    };
    const box = (await card.locator('azimuth-chip').boundingBox())!;
    await drag(box.x + box.width / 2, box.y + box.height / 2);
    expect(await page.evaluate('window.__drags.length')).toBe(0);
    // Let go over the card, the press is a click on the card, which opens its pane; that can take its time.
    const pane = page.locator('[role="dialog"]');
    await pane.waitFor();
    const paneGone = async (): Promise<number> => {
      await page.keyboard.press('Escape');
      return pane.count();
    };
    await expect.poll(paneGone).toBe(0);
    const title = (await card.locator('ul').boundingBox())!;
    await drag(title.x + title.width - 4, title.y + title.height - 2);
    await expect.poll(() => page.evaluate('window.__drags.length')).toBe(1);
  });

  it('comes back after the host has thrown it out or drawn the list anew, without a second one', async () => {
    page = await stage.open(GITHUB);
    await expect.poll(() => chips(page).count()).toBe(27);
    for (const how of ['evict', 'wipe'] as const) {
      await page.evaluate((what) => window.__host[what](), how);
      await expect.poll(() => chips(page).count()).toBe(27);
    }
    await page.evaluate(() => window.__host.navigate('/azimuth-sample/planner/issues?page=2'));
    await page.locator('li', { hasText: '#1921' }).locator('azimuth-chip').first().waitFor();
    await page.evaluate(() => history.back());
    await expect.poll(() => chips(page).count()).toBe(27);
    expect(await page.evaluate('window.__errors ?? []')).toEqual([]);
  });

  it('comes back in a list so long that all its chips together went more often than one may', async () => {
    page = await stage.open(LISTS['Jira navigator'].url);
    await expect.poll(() => chips(page).count()).toBe(50);
    for (let i = 0; i < 3; i++) {
      await page.evaluate(() => window.__host.evict());
      await expect.poll(() => chips(page).count()).toBe(50);
    }
  });

  it('stands in the sub-issues of a ticket, and nowhere in its text', async () => {
    page = await stage.open(`${GITHUB}/1842`);
    await expect.poll(() => chips(page).count()).toBe(2);
    expect(await page.locator('[class*="SubIssueRow"] azimuth-chip').count()).toBe(2);
  });

  it('18: wears colours of its own where those of the host cannot be read, and the host’s again where they can', async () => {
    page = await stage.open(GITHUB);
    const answered = page.locator('li').locator(chip('#1903'));
    await answered.waitFor();
    const face = (): Promise<string> => answered.evaluate((one) => one.shadowRoot?.querySelector('.chip')?.className ?? '');
    const pale = (colour: string): Promise<void> =>
      page.evaluate((to) => {
        for (const name of ['--fgColor-default', '--fgColor-muted', '--fgColor-accent', '--fgColor-link'])
          document.documentElement.style.setProperty(name, to);
      }, colour);
    expect(await face()).toMatch(/\bgithub\b(?!.*\bown\b)/);
    await pale('#f4f4f4');
    await expect.poll(face).toMatch(/\bown\b/);
    await pale('');
    await expect.poll(face).not.toMatch(/\bown\b/);
  });

  it('is not there where no framework asks', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner');
    await page.waitForLoadState('load');
    await page.waitForTimeout(500);
    expect(await chips(page).count()).toBe(0);
  });
});
