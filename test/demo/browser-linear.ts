import assert from 'node:assert/strict';
import { guests, insertGuest, until, type Check } from './check.ts';
import '../../demo/pages/probe/window.ts';

const ISSUE = 'linear.app/azimuth-sample/issue/PLN-88/skip-the-tour';
const ONCE = [
  '[data-view-id="issue-view"]',
  '[data-restore-scroll-view="issue-view"]',
  '[aria-label="Issue title"][contenteditable][role="textbox"][aria-multiline="false"]',
  '[aria-label="Issue description"]',
  '[data-editor-id^="issue-"] .ProseMirror',
  'header a[href*="/issue/PLN-88/"]',
  'div[data-contextual-menu]:has([data-detail-button="true"])',
  'button[data-detail-button] use[href="#Project"]',
  'button[aria-label="Copy issue URL"]',
  'button[aria-label="Issue options"]',
  '[data-comment-input-editor-container]',
  '[data-history-entry-id]',
];
const booted = () => document.body.classList.contains('loaded') && document.querySelector('main') !== null;

export const linearChecks: Check[] = [
  [
    'the client boots from an empty shell and names itself by key and title',
    async ({ open }) => {
      const page = await open(`${ISSUE}?slow=300`);
      assert.equal(await page.locator('#root > *').count(), 0);
      await until(page, booted);
      assert.equal(await page.title(), 'PLN-88 Skip the tour: start from a template');
      assert.equal(await page.locator('span[role="status"]').textContent(), `Navigated to ${await page.title()}`);
    },
  ],
  [
    'the markup that extensions hold on to is there once',
    async ({ open }) => {
      const page = await open(ISSUE);
      await until(page, booted);
      for (const selector of ONCE) assert.equal(await page.locator(selector).count(), 1, selector);
      const head = page.locator('[data-details-pane-section-content]').first().locator('xpath=preceding-sibling::*[1]');
      assert.equal((await head.textContent())?.trim(), 'Properties');
    },
  ],
  [
    'remote changes rewrite the rail and now and then replace it',
    async ({ open }) => {
      const page = await open(`${ISSUE}?live=100`);
      await until(page, booted);
      await insertGuest(page, '[data-contextual-menu]:has([data-detail-button])');
      await until(page, () => document.querySelector('some-guest') === null);
    },
  ],
  [
    'without remote changes a guest in the rail stays until a wipe',
    async ({ open }) => {
      const page = await open(`${ISSUE}?live=0`);
      await until(page, booted);
      await insertGuest(page, '[data-contextual-menu]:has([data-detail-button])');
      await page.evaluate(() => window.__host.rerender());
      assert.equal(await guests(page), 1);
      await page.evaluate(() => window.__host.wipe());
      assert.equal(await guests(page), 0);
    },
  ],
  [
    'a row leads to its issue and back without a load',
    async ({ open }) => {
      const page = await open('linear.app/azimuth-sample/team/PLN/active');
      await until(page, booted);
      await page.click('a[data-list-row][href*="PLN-91"]');
      await until(page, () => document.title.startsWith('PLN-91'));
      assert.equal(await page.locator('[aria-label="Issue title"]').textContent(), 'Checklist for closing a project');
      await page.goBack();
      await until(page, () => document.querySelector('[data-list-wrapper]') !== null);
    },
  ],
  [
    'rows are recycled and share one grid',
    async ({ open }) => {
      const page = await open('linear.app/azimuth-sample/team/PLN/active');
      await until(page, booted);
      await page.evaluate(() => Object.assign(window, { row: document.querySelector('a[href*="PLN-88"]') }));
      await page.evaluate(() => document.querySelector('[data-list-container]')?.scrollTo(0, 1500));
      await until(page, () => !(window as unknown as { row: HTMLAnchorElement }).row.href.includes('PLN-88'));
      assert.equal(await page.evaluate('row.isConnected'), true);
      assert.equal(await page.evaluate('getComputedStyle(row).gridTemplateColumns.startsWith("subgrid")'), true);
    },
  ],
  [
    'the inbox opens its first item by itself, without a rail, and Backspace deletes it',
    async ({ open }) => {
      const page = await open('linear.app/azimuth-sample/inbox/priority');
      await until(page, () => document.querySelector('[data-view-id="issue-view"]') !== null);
      assert.equal(await page.locator('[data-details-pane-section-content]').count(), 0);
      assert.equal(await page.locator('header a[href*="/issue/PLN-88/"]').count(), 1);
      await page.keyboard.press('Backspace');
      await until(page, () => document.querySelector('header a[href*="/issue/PLN-91/"]') !== null);
      assert.equal(await page.locator('a[data-list-row]').count(), 11);
    },
  ],
  [
    'Space peeks over a list without changing the address',
    async ({ open }) => {
      const page = await open('linear.app/azimuth-sample/team/PLN/active');
      await until(page, booted);
      await page.keyboard.press('Space');
      await until(page, () => document.querySelector('[data-view-id="issue-view"]') !== null);
      assert.match(page.url(), /team\/PLN\/active$/);
    },
  ],
  [
    'the theme flips live, and a dialog keeps the focus',
    async ({ open }) => {
      const page = await open(ISSUE);
      await until(page, booted);
      await page.evaluate(() => window.__host.setTheme('dark'));
      assert.equal(await page.evaluate(() => document.documentElement.classList.contains('dark')), true);
      await page.evaluate(() => window.__host.openDialog());
      assert.equal(await page.evaluate(() => document.activeElement?.closest('dialog') !== null), true);
      await page.evaluate(() => window.__host.closeDialog());
      assert.equal(await page.locator('dialog').count(), 0);
    },
  ],
];
