import assert from 'node:assert/strict';
import { guests, insertGuest, until, type Check } from './check.ts';
import '../../demo/pages/probe/window.ts';

const SITE = 'azimuth-sample.atlassian.net';
const BOARD = `${SITE}/jira/software/c/projects/PLN/boards/1`;
const RIGHT = '[data-testid="issue.views.issue-details.issue-layout.container-right"]';
const DIALOG = 'section[role="dialog"]';
const settled = () => document.title !== 'Jira';

export const jiraChecks: Check[] = [
  [
    'the work item hydrates without an error',
    async ({ open }) => {
      const page = await open(`${SITE}/browse/PLN-214`);
      await until(page, settled);
      assert.equal(await page.title(), '[PLN-214] Suggest a template when a project is empty - Jira');
      assert.deepEqual(await page.evaluate(() => window.__hydrationErrors), []);
    },
  ],
  [
    'a guest inserted before hydration makes React render everything again',
    async ({ open }) => {
      const page = await open(`${SITE}/browse/PLN-214?slow=600`);
      await page.evaluate((selector) => Object.assign(window, { old: document.querySelector(selector) }), RIGHT);
      await insertGuest(page, RIGHT);
      await until(page, settled);
      assert.ok((await page.evaluate(() => window.__hydrationErrors.length)) > 0);
      assert.equal(await guests(page), 0);
      assert.equal(await page.evaluate('old.isConnected'), false);
    },
  ],
  [
    'a guest beside the front end disturbs nothing',
    async ({ open }) => {
      const page = await open(`${SITE}/browse/PLN-214?slow=400`);
      await insertGuest(page, 'body');
      await until(page, settled);
      assert.deepEqual(await page.evaluate(() => window.__hydrationErrors), []);
      assert.equal(await guests(page), 1);
    },
  ],
  [
    'soft navigation: the address is ahead of the breadcrumb',
    async ({ open }) => {
      const page = await open(`${SITE}/browse/PLN-214?lag=400`);
      await until(page, settled);
      await page.click('a[href="/browse/PLN-198"] >> nth=0');
      assert.match(page.url(), /PLN-198$/);
      assert.equal(await page.locator('[data-testid$="current-issue.item"]').textContent(), 'PLN-214');
      await until(page, () => document.title.startsWith('[PLN-198]'));
      await page.goBack();
      await until(page, () => document.title.startsWith('[PLN-214]'));
    },
  ],
  [
    'a card opens the modal, which keeps the focus until Escape',
    async ({ open }) => {
      const page = await open(BOARD);
      await until(page, settled);
      await page.click('#card-PLN-198', { position: { x: 100, y: 8 } });
      await page.waitForSelector(`${DIALOG} h1`);
      assert.match(page.url(), /selectedIssue=PLN-198/);
      assert.equal(await page.locator(`${DIALOG} ${RIGHT}`).count(), 1);
      await page.evaluate(() => document.querySelector<HTMLElement>('[data-testid="search-dialog-input"]')?.focus());
      assert.equal(await page.evaluate(() => document.activeElement?.closest('section[role="dialog"]') !== null), true);
      await page.keyboard.press('Escape');
      await until(page, () => document.querySelector('section[role="dialog"]') === null);
      assert.doesNotMatch(page.url(), /selectedIssue/);
    },
  ],
  [
    'the backlog recycles 40 rows and opens a side panel without a dialog',
    async ({ open }) => {
      const page = await open(`${BOARD}/backlog`);
      await until(page, settled);
      const rows = '[data-testid^="software-backlog.card-list.card.content-container."]';
      assert.equal(await page.locator(rows).count(), 40);
      await page.evaluate((selector) => Object.assign(window, { row: document.querySelector(selector) }), rows);
      await page.evaluate(() => document.querySelector('[data-testid="software-backlog.backlog-content.scrollable"]')?.scrollTo(0, 3000));
      await until(page, () => !(window as unknown as { row: Element }).row.matches('[data-testid$="PLN-214"]'));
      assert.equal(await page.evaluate('row.isConnected'), true);
      assert.equal(await page.locator(rows).count(), 40);
      await page.locator('[data-testid$="interaction-layer.accessible-card"]:visible').nth(8).click();
      await page.waitForSelector('[data-testid="issue.views.issue-details.issue-layout.compact-layout"] h1');
      assert.equal((await page.locator('[role="dialog"]').count()) + (await page.locator(RIGHT).count()), 0);
    },
  ],
  [
    'an open shadow input protects from shortcuts, but the page hears every key',
    async ({ open }) => {
      const page = await open(`${SITE}/browse/PLN-214`);
      await until(page, settled);
      await insertGuest(page, 'body');
      await page.locator('some-guest input').focus();
      await page.keyboard.press('c');
      assert.deepEqual(await page.evaluate(() => window.__shortcuts), []);
      assert.equal(await page.evaluate(() => window.__heard.filter((one) => one.key === 'c').length), 6);
    },
  ],
];
