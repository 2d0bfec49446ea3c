// The editor of a row: it answers for the row it was opened for, or for none.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chip, chips, editor, pressCommand } from './chip-stage.ts';
import { setStage, type Stage } from './stage.ts';

const GITHUB = 'https://github.com/azimuth-sample/planner/issues';
const BACKLOG = 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1/backlog';
const LINEAR = 'https://linear.app/azimuth-sample/team/PLN/active';
const shown = (page: Page, end: string): Promise<string> =>
  page
    .locator(chip(end))
    .last()
    .evaluate((one) => one.shadowRoot?.textContent ?? '');

describe('the editor of a row', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1280, height: 900 } });
    await stage.sample();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(await page.evaluate('window.__errors ?? []')).toEqual([]);
    await page.close();
  });

  async function open(url: string, end: string): Promise<void> {
    page = await stage.open(url);
    await page.locator(chip(end)).last().click();
    await editor(page).getByRole('radio').first().waitFor();
  }

  it.each([
    ['GitHub', GITHUB, '#1918'],
    ['Jira', BACKLOG, 'PLN-226'],
    ['Linear', LINEAR, 'PLN-91'],
  ])('%s: a press opens it, keys answer, every list of every tab shows it', async (_, url, end) => {
    const other = await stage.open(url);
    await other.locator(chip(end)).last().waitFor();
    await open(url, end);
    expect(page.url()).toBe(url);
    expect(await editor(page).getAttribute('data-ticket')).toMatch(new RegExp(`${end}$`));
    await page.evaluate('window.__heard.length = 0');
    for (const key of ['1', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await editor(page).getByRole('status').getByText('Saved').waitFor();
    expect((await page.evaluate<{ type: string }[]>('window.__heard')).filter(({ type }) => type.startsWith('key'))).toEqual([]);
    await expect.poll(() => shown(page, end)).toMatch(/^Activation\+\d+$/);
    await expect.poll(() => shown(other, end)).toMatch(/^Activation\+\d+$/);
    expect(await other.locator('azimuth-panel').count()).toBe(0);
    await page.keyboard.press('u');
    await expect.poll(() => shown(page, end)).toBe('');
    await other.close();
  });

  it('arrows lead from chip to chip, Enter opens, Escape goes back to the page, and Tab finds none of them', async () => {
    await open(GITHUB, '#1886');
    const focused = (): Promise<string | null> =>
      page.evaluate(() => {
        const at = document.activeElement;
        return at?.localName === 'azimuth-chip' && at.shadowRoot?.activeElement ? at.getAttribute('data-ticket') : null;
      });
    const order = await chips(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-ticket')));
    const at = order.findLastIndex((one) => one?.endsWith('#1886'));
    // The extension's own key, pressed again inside the question: to its chip.
    await expect.poll(() => editor(page).evaluate((one) => one.shadowRoot?.activeElement?.localName)).toBe('input');
    await page.evaluate('window.__heard.length = 0');
    await pressCommand(stage, page);
    await expect.poll(focused).toBe(order[at]);
    expect(await editor(page).count()).toBe(0);
    for (const [key, to] of [
      ['ArrowDown', at + 1],
      ['ArrowDown', at + 2],
      ['ArrowUp', at + 1],
      ['Home', 0],
      ['ArrowUp', 0],
      ['End', order.length - 1],
      ['ArrowDown', order.length - 1],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await focused()]).toEqual([key, order[to]]);
    }
    expect((await page.evaluate<{ type: string }[]>('window.__heard')).filter(({ type }) => type.startsWith('key'))).toEqual([]);
    await page.keyboard.press('Enter');
    await editor(page).getByRole('radio').first().waitFor();
    expect(await editor(page).getAttribute('data-ticket')).toBe(order.at(-1));
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe(order.at(-1));
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
    expect(await chips(page).evaluateAll((all) => all.every((one) => one.shadowRoot?.querySelector('button')?.tabIndex === -1))).toBe(true);
  });

  it('who rests on a chip sees its range as a bar, with zero on it', async () => {
    page = await stage.open(GITHUB);
    const answered = page.locator('azimuth-chip[data-kind="effects"]').first();
    await answered.hover();
    const bar = page.locator('azimuth-tip .bar');
    await bar.waitFor();
    const [left, right, zero, mean] = await bar.evaluate((svg) => {
      const at = (one: Element | null | undefined, side: 'left' | 'right'): number => one?.getBoundingClientRect()[side] ?? Number.NaN;
      const rects = [...svg.querySelectorAll('rect')];
      const fills = rects.filter((one) => one.classList.contains('fill'));
      return [at(fills[0], 'left'), at(fills.at(-1), 'right'), at(svg.querySelector('.ring'), 'left'), at(rects.at(-1), 'left')];
    });
    expect([left, mean, right]).toEqual([left, mean, right].toSorted((a = 0, b = 0) => a - b));
    const box = await bar.boundingBox();
    expect([(zero ?? 0) > (box?.x ?? 0) - 1, (zero ?? 0) < (box?.x ?? 0) + (box?.width ?? 0)]).toEqual([true, true]);
  });

  it('keeps the ticket under the title of its row', async () => {
    await open(BACKLOG, 'PLN-233');
    for (const key of ['1', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await editor(page).getByRole('status').getByText('Saved').waitFor();
    const backlog = await stage.own('dashboard.html#/backlog');
    await backlog.getByText('Weekly digest of overdue steps').first().waitFor();
    await backlog.close();
  });

  it('closes on Escape and on a press outside, keeps what was typed, and gives the focus back', async () => {
    page = await stage.open(GITHUB);
    const link = page.locator('li a[data-testid="issue-pr-title-link"]').nth(3);
    await page.locator(chip('#1842')).first().waitFor();
    await link.focus();
    await page.locator(chip('#1842')).first().click();
    await editor(page).getByRole('radio').first().check();
    await editor(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..5pp');
    await page.keyboard.press('Escape');
    await expect.poll(() => editor(page).count()).toBe(0);
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.locator(chip('#1842')).first().click();
    await expect.poll(() => editor(page).getByRole('textbox', { name: 'By how much?' }).inputValue()).toBe('+2..5pp');
    await page.mouse.click(640, 20);
    await expect.poll(() => editor(page).count()).toBe(0);
    expect(page.url()).toBe(GITHUB);
    await page.goto(`${GITHUB}/1842`);
    await expect.poll(() => page.locator('azimuth-panel').getByRole('textbox', { name: 'By how much?' }).inputValue()).toBe('+2..5pp');
  });

  it('stores nothing once no row of the page is that of its ticket, and keeps what was typed', async () => {
    await open(BACKLOG, 'PLN-236');
    await editor(page).getByRole('radio').first().check();
    await editor(page).getByRole('textbox', { name: 'By how much?' }).fill('+1..2pp');
    const scroll = (to: number): Promise<void> =>
      page.evaluate(
        (top) => void (document.querySelector('[data-testid="software-backlog.backlog-content.scrollable"]')!.scrollTop = top),
        to,
      );
    await scroll(3500);
    await expect.poll(() => page.locator(chip('PLN-236')).count()).toBe(0);
    await editor(page).getByRole('button', { name: 'Save' }).click();
    await editor(page).getByRole('alert').getByText('Not saved').waitFor();
    await scroll(0);
    await page.locator(chip('PLN-236')).waitFor();
    await editor(page).getByRole('button', { name: 'Try again' }).click();
    await editor(page).getByText('by Activation +1 to +2').waitFor();
    await expect.poll(() => shown(page, 'PLN-236')).toMatch(/^Activation/);
    await expect.poll(() => page.locator('azimuth-chip[data-kind="effects"]').count()).toBe(5);
  });

  it('stays in view and off its own row, wherever the chip is', async () => {
    page = await stage.open(GITHUB);
    await page.setViewportSize({ width: 900, height: 620 });
    for (const end of ['#1842', '#1886', '#1918']) {
      const one = page.locator('li').locator(chip(end));
      await one.scrollIntoViewIfNeeded();
      await one.click();
      await editor(page).getByRole('radio').nth(1).check();
      await expect
        .poll(() =>
          editor(page).evaluate((element) => {
            const { left, top, right, bottom } = element.getBoundingClientRect();
            return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
          }),
        )
        .toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => editor(page).count()).toBe(0);
    }
  });

  it('opens by the key for the row in focus, the one under the pointer, or the first that is open', async () => {
    page = await stage.open(GITHUB);
    await page.locator('li').locator(chip('#1733')).waitFor();
    await page.mouse.move(2, 2);
    await pressCommand(stage, page);
    await expect.poll(() => editor(page).getAttribute('data-ticket')).toMatch(/#1918$/);
    await page.keyboard.press('Escape');
    await page.locator('li', { hasText: '#1912' }).hover();
    await pressCommand(stage, page);
    await expect.poll(() => editor(page).getAttribute('data-ticket')).toMatch(/#1912$/);
    await page.keyboard.press('Escape');
    await page.locator('li', { hasText: '#1733' }).first().focus();
    await pressCommand(stage, page);
    await expect.poll(() => editor(page).getAttribute('data-ticket')).toMatch(/#1733$/);
  });

  it('is let in by the background for rows of the page’s own site only', async () => {
    page = await stage.open(GITHUB);
    await chips(page).first().waitFor();
    const ask = async (ticket: string): Promise<unknown> => {
      const worker = await stage.worker();
      return worker.evaluate(
        async ([url, asked]) => {
          const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url);
          const [result] = await chrome.scripting.executeScript({
            target: { tabId: tab?.id ?? -1 },
            func: (id: string) => chrome.runtime.sendMessage({ ask: 'chips', tickets: [id] }),
            args: [asked ?? ''],
          });
          return (result?.result as { why?: string } | undefined)?.why ?? 'let in';
        },
        [page.url(), ticket],
      );
    };
    expect(await ask('github:azimuth-sample/planner#1')).toBe('let in');
    expect(await ask('linear:azimuth-sample/PLN-1')).toBe('wrong-ticket');
    expect(await ask('github:ghe.example.com/azimuth-sample/planner#1')).toBe('wrong-ticket');
  });
});
