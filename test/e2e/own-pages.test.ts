// The extension's own pages and its toolbar button, as a newcomer meets them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations as `rule: elements`; evaluated in place, since a host's policy lets no script tag in. */
async function violations(page: Page, within?: string): Promise<string[]> {
  // Half-way through a fade colours are not what they will be.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(AXE);
  return page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const found = await axe.run(selector ? { include: [[selector]] } : document);
    return found.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  }, within);
}

const badge = async (stage: Stage, url: string): Promise<string> =>
  (await stage.worker()).evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
    return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, url);

describe('the first minutes', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('says on a ticket that there is no North Star yet, in one line', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).getByText('No North Star yet').waitFor();
    expect(await panel(page).evaluate((element) => element.getBoundingClientRect().height)).toBeLessThan(120);
    expect(await violations(page, 'azimuth-panel')).toEqual([]);
    await page.close();
  });

  it('has the key that leads to the panel bound', async () => {
    const commands = await (await stage.worker()).evaluate(() => chrome.commands.getAll());
    expect(commands.find(({ name }) => name === 'focus-panel')?.shortcut).toBe('Alt+Shift+S');
    expect(commands.find(({ name }) => name === 'sweep')?.shortcut).toBe('Alt+Shift+L');
  });

  it('brings the focus to the panel when the key is pressed, and into the page again with Escape', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).waitFor();
    await stage.command('focus-panel', page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('azimuth-panel');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('body');
    await page.close();
  });

  it('loads the sample data at one press, marked as such', async () => {
    const page = await stage.own('welcome.html');
    await page.getByRole('button', { name: 'Try it with sample data' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Try it with sample data' }).click();
    await page.getByRole('button', { name: 'Remove sample data' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.close();
    const ticket = await stage.open(ISSUE);
    await panel(ticket).getByText('sample', { exact: true }).waitFor();
    await ticket.close();
  });

  it('asks only where a framework claims the place; use-here and never-here are one press', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/unknown/issues/1');
    await panel(page).getByText('Not in your framework. Use it here?').waitFor();
    expect(await panel(page).getByRole('radio').count()).toBe(0);
    await panel(page).getByRole('button', { name: 'Use it here: Planner' }).click();
    await panel(page).getByRole('radio').first().waitFor();
    await page.goto('https://github.com/azimuth-sample/another/issues/1');
    await panel(page).getByRole('button', { name: 'Never here' }).click();
    await expect.poll(() => panel(page).count()).toBe(0);
    await page.reload();
    await page.waitForTimeout(800);
    expect(await panel(page).count()).toBe(0);
    await page.close();
  });

  it('brings the panel back into open tabs of a place that is asked about again', async () => {
    const url = 'https://github.com/azimuth-sample/planner/issues/1912';
    const pressed = await stage.open(url);
    const other = await stage.open('https://github.com/azimuth-sample/planner/issues/1893');
    await pressed.bringToFront();
    await panel(pressed).getByRole('button', { name: 'More' }).click();
    await panel(pressed)
      .getByRole('button', { name: /^Never ask/ })
      .click();
    await expect.poll(() => panel(pressed).count()).toBe(0);
    await other.reload();
    await other.waitForTimeout(500);
    expect(await panel(other).count()).toBe(0);
    const settings = await stage.own('dashboard.html#/settings');
    await settings.getByRole('button', { name: 'Ask here again: github:azimuth-sample/planner' }).click();
    for (const page of [pressed, other]) {
      await panel(page).getByRole('radio').first().waitFor({ state: 'attached' });
      expect(await panel(page).count()).toBe(1);
      await page.close();
    }
    await settings.close();
  });

  it.each([
    ['GitHub', ISSUE],
    ['Jira', JIRA],
    ['Linear', LINEAR],
  ])('has no accessibility fault in the panel on %s, asking, in trouble and answered, in light and dark', async (_, url) => {
    for (const theme of ['light', 'dark']) {
      const page = await stage.open(`${url}?theme=${theme}&live=0`);
      await page.locator('azimuth-panel[data-place="column"]').waitFor();
      const edit = panel(page).getByRole('button', { name: 'Edit' });
      if (await edit.count()) await edit.click();
      await panel(page).getByRole('radio').first().check();
      await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('200pp');
      expect(await violations(page, 'azimuth-panel')).toEqual([]);
      await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..4');
      await panel(page).getByRole('button', { name: 'Details' }).click();
      expect(await violations(page, 'azimuth-panel')).toEqual([]);
      await panel(page).getByRole('button', { name: 'Save' }).click();
      await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
      expect(await violations(page, 'azimuth-panel')).toEqual([]);
      await page.close();
    }
  });

  it('walks through the panel by Tab, in reading order, and out again', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/planner/issues/1912');
    await panel(page).getByRole('radio').first().focus();
    await page.keyboard.press('1');
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const inside = document.activeElement?.shadowRoot?.activeElement;
        return inside ? (inside.getAttribute('aria-label') ?? inside.id ?? '') || (inside.textContent ?? '').trim() : 'page';
      });
    expect(await focused()).toBe('amount');
    await page.keyboard.type('2..4');
    const order: string[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press('Tab');
      order.push((await focused()).replace(/\s+/g, ' '));
    }
    expect(order.slice(0, 3)).toEqual(['Save ⏎', 'Add another input', 'Details']);
    expect(order[3]).toBe('page');
    await page.close();
  });

  it('shows on the toolbar button whether the ticket is answered, also after soft navigation and in a second window', async () => {
    const page = await stage.open(`${ISSUE}?live=0`);
    await panel(page).waitFor();
    await expect.poll(() => badge(stage, page.url())).toBe('✓');
    await page.evaluate(() => window.__host.navigate('/azimuth-sample/planner/issues/1918'));
    await page.locator('azimuth-panel[data-ticket$="#1918"]').waitFor();
    await expect.poll(() => badge(stage, page.url())).toBe('');
    const [second] = await Promise.all([
      stage.context.waitForEvent('page'),
      (await stage.worker()).evaluate((url) => chrome.windows.create({ url }), 'https://github.com/azimuth-sample/planner/issues/1811'),
    ]);
    await panel(second).waitFor();
    await expect.poll(() => badge(stage, second.url())).toBe('✓');
    await second.evaluate(() => window.__host.navigate('/azimuth-sample/planner/issues'));
    await expect.poll(() => badge(stage, second.url())).toBe('');
    await second.close();
    await page.close();
  });

  it('says in the popup how the North Star does, logs a reading, and shows the ticket of the tab', async () => {
    const ticket = await stage.open('https://github.com/azimuth-sample/planner/issues/1811');
    await panel(ticket).waitFor();
    const tab = await (await stage.worker()).evaluate(async () => (await chrome.tabs.query({ url: '*://github.com/*/1811' }))[0]?.id);
    const popup = await stage.own(`popup.html?tab=${tab}`);
    await popup.getByText('Winning').first().waitFor();
    await popup.getByText('Mention a teammate from any task comment').waitFor();
    expect(await violations(popup)).toEqual([]);
    await popup.getByText('New team activation').click();
    const value = popup.getByRole('textbox').first();
    await value.fill('33,5');
    await popup.keyboard.press('Enter');
    await popup.getByText('33.5').first().waitFor();
    await popup.close();
    await ticket.reload();
    await panel(ticket).getByRole('button', { name: 'Edit' }).click();
    await panel(ticket).getByText('33.5').first().waitFor();
    await ticket.close();
  });

  it.each(['status', 'backlog', 'decisions', 'sweep', 'framework', 'data', 'team', 'settings'])(
    'opens the dashboard at #/%s, without an accessibility fault',
    async (view) => {
      const page = await stage.own(`dashboard.html#/${view}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it.each(['status', 'backlog', 'decisions', 'sweep', 'framework', 'data', 'team', 'settings'])(
    'fits the dashboard at #/%s into a narrow window',
    async (view) => {
      await stage.sample();
      const page = await stage.own(`dashboard.html#/${view}`);
      for (const width of [420, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.evaluate(() => innerWidth)).toBe(width);
        // Nothing runs out at the side, whether a scrollbar takes room or not.
        const overhang = (): Promise<number> =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overhang).toBe(0);
      }
      await page.close();
    },
  );
});
