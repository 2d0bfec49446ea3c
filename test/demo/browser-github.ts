import assert from 'node:assert/strict';
import { guests, insertGuest, until, type Check } from './check.ts';
import '../../demo/pages/probe/window.ts';

const ISSUE = 'github.com/azimuth-sample/planner/issues/1842';
const SIDEBAR = '[class*="IssueSidebar-module__sidebarContent"]';
const loaded = () => document.querySelector('react-app.loaded') !== null;
const title = () => document.querySelector('[data-testid="issue-title"]')?.textContent ?? '';

export const githubChecks: Check[] = [
  [
    'the issue page hydrates without an error and then says loaded',
    async ({ open }) => {
      const page = await open(`${ISSUE}?slow=400`);
      assert.equal(await page.evaluate(loaded), false);
      await until(page, loaded);
      assert.deepEqual(await page.evaluate(() => window.__hydrationErrors), []);
    },
  ],
  [
    'a guest inserted before hydration makes React throw the HTML away',
    async ({ open }) => {
      const page = await open(`${ISSUE}?slow=600`);
      await insertGuest(page, SIDEBAR);
      await until(page, loaded);
      assert.ok((await page.evaluate(() => window.__hydrationErrors.length)) > 0);
      assert.equal(await guests(page), 0);
    },
  ],
  [
    'a guest inserted after hydration stays through renders in place and goes with a wipe',
    async ({ open }) => {
      const page = await open(ISSUE);
      await until(page, loaded);
      const before = await page.evaluate(() => window.__nodes());
      await insertGuest(page, SIDEBAR);
      assert.deepEqual(await page.evaluate(() => window.__nodes()), before);
      await page.evaluate(() => window.__host.rerender());
      assert.equal(await guests(page), 1);
      await page.evaluate(() => window.__host.wipe());
      assert.equal(await guests(page), 0);
    },
  ],
  [
    'soft navigation changes the address before the title, and says so in order',
    async ({ open }) => {
      const page = await open(`${ISSUE}?lag=400`);
      await until(page, loaded);
      await page.evaluate(() => {
        const names: string[] = [];
        Object.assign(window, { names });
        for (const name of ['start', 'payload', 'end', 'react-done']) document.addEventListener(`soft-nav:${name}`, () => names.push(name));
      });
      const first = await page.evaluate(title);
      await page.click('a[href="/azimuth-sample/planner/issues/1733"]');
      assert.match(page.url(), /1733$/);
      assert.equal(await page.evaluate(title), first);
      await until(page, () => document.title.startsWith('Skip the tour'));
      await until(page, () => (window as unknown as { names: string[] }).names.length === 4);
      assert.deepEqual(await page.evaluate('names'), ['start', 'payload', 'end', 'react-done']);
      await page.goBack();
      await until(page, () => document.querySelector('[data-testid="issue-title"]')?.textContent?.startsWith('Ask for the first') === true);
      await page.goForward();
      await until(page, () => document.querySelector('[data-testid="issue-title"]')?.textContent?.startsWith('Skip') === true);
    },
  ],
  [
    'from the code page over the list to an issue and back, in one document',
    async ({ open }) => {
      const page = await open('github.com/azimuth-sample/planner');
      await page.evaluate(() => Object.assign(window, { same: true }));
      await page.click('.UnderlineNav-item[href$="/issues"]');
      await until(page, () => document.querySelector('react-app.loaded [data-testid="issue-pr-title-link"]') !== null);
      await page.click('[data-testid="issue-pr-title-link"]');
      await until(page, () => document.querySelector('[data-testid="issue-title"]') !== null);
      await page.goBack();
      await until(page, () => document.querySelectorAll('[data-testid="issue-pr-title-link"]').length === 25);
      await page.goBack();
      await until(page, () => document.querySelector('.code-files') !== null);
      await page.goForward();
      await until(page, () => document.querySelector('react-app.loaded [data-testid="issue-pr-title-link"]') !== null);
      assert.equal(await page.evaluate('window.same'), true);
    },
  ],
  [
    'going back on classic pages brings a guest back as an empty clone',
    async ({ open }) => {
      const page = await open('github.com/azimuth-sample/classic/issues/1842?live=0');
      await insertGuest(page, '#partial-discussion-sidebar');
      await page.click('a[href="/azimuth-sample/classic/issues/1733"]');
      await until(page, () => document.querySelector('.js-issue-title')?.textContent?.startsWith('Skip') === true);
      assert.equal(await guests(page), 0);
      await page.goBack();
      await until(page, () => document.querySelector('some-guest') !== null);
      assert.equal(await page.evaluate(() => document.querySelector('some-guest')?.shadowRoot ?? null), null);
    },
  ],
  [
    'a live update replaces what is in the classic sidebar',
    async ({ open }) => {
      const page = await open('github.com/azimuth-sample/classic/issues/1842?live=300');
      await insertGuest(page, '#partial-discussion-sidebar');
      await until(page, () => document.querySelector('some-guest') === null);
    },
  ],
  [
    'a sub-issue opens a second viewer in a side panel, and the address names it',
    async ({ open }) => {
      const page = await open(ISSUE);
      await until(page, loaded);
      await page.click('[class*="SubIssueTitle"]');
      await until(page, () => document.querySelectorAll('[data-testid="issue-viewer-container"]').length === 2);
      assert.match(page.url(), /issue=azimuth-sample%7Cplanner%7C\d+/);
      assert.equal(await page.locator('[role="dialog"][class*="SidePanel-module"]').count(), 1);
      await page.keyboard.press('Escape');
      await until(page, () => document.querySelectorAll('[data-testid="issue-viewer-container"]').length === 1);
    },
  ],
  [
    'the pull request hydrates around its Rails sidebar',
    async ({ open }) => {
      const page = await open('github.com/azimuth-sample/planner/pull/1940');
      await until(page, loaded);
      assert.deepEqual(await page.evaluate(() => window.__hydrationErrors), []);
      assert.equal(await page.locator('#pr-conversation-sidebar rails-partial #partial-discussion-sidebar').count(), 1);
    },
  ],
  [
    'the board recycles its cards and opens a pane',
    async ({ open }) => {
      const page = await open('github.com/orgs/azimuth-sample/projects/1');
      await until(page, loaded);
      await page.evaluate(() => Object.assign(window, { card: document.querySelector('[data-board-card-id="101842"]') }));
      await page.evaluate(() => document.querySelector('[data-board-column="Backlog"] > div')?.scrollTo(0, 2500));
      await until(page, () => !(window as unknown as { card: Element }).card.matches('[data-board-card-id="101842"]'));
      assert.equal(await page.evaluate('card.isConnected'), true);
      await page.locator('[data-board-column="Ready"] [data-board-card-id] h3').first().click();
      await until(page, () => document.querySelector('[role="dialog"] [data-testid="issue-title"]') !== null);
    },
  ],
  [
    'keys outside fields fire shortcuts in both phases, and a shadow input does not protect',
    async ({ open }) => {
      const page = await open(ISSUE);
      await until(page, loaded);
      await page.keyboard.press('g');
      await page.keyboard.press('i');
      assert.deepEqual(await page.evaluate(() => window.__shortcuts.map((one) => one.name)), ['go to issues', 'go to issues']);
      await page.locator('textarea').focus();
      await page.keyboard.press('c');
      assert.equal(await page.evaluate(() => window.__shortcuts.length), 2);
      await insertGuest(page, SIDEBAR);
      await page.locator('some-guest input').focus();
      await page.keyboard.press('c');
      assert.equal(await page.evaluate(() => window.__shortcuts.length), 4);
    },
  ],
];
