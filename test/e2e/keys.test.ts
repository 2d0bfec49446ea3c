// No key of ours reaches the host, no key of the host's fires while somebody types, and ours do nothing outside.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const TYPED = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,-+/\\?!#@%&*()[]{}<>;:\'"=_~`|^$ '];
const NAMED = [
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Tab',
  'Shift+Tab',
  'F2',
  'Shift+Backspace',
];
const CHORDS = 'kbijfzaecxvop/'.split('').flatMap((key) => [`Control+${key}`, `Meta+${key}`, `Control+Shift+${key}`]);

const heard = (page: Page): Promise<{ type: string; key: string }[]> => page.evaluate('window.__heard');
const fired = (page: Page): Promise<unknown[]> => page.evaluate('window.__shortcuts');
const forget = (page: Page): Promise<void> => page.evaluate('void ((window.__heard.length = 0), (window.__shortcuts.length = 0))');

const TICKETS = {
  'GitHub, React': ISSUE,
  'GitHub, classic': 'https://github.com/azimuth-sample/classic/issues/1842',
  'GitHub, pull request': 'https://github.com/azimuth-sample/planner/pull/1940',
  Jira: JIRA,
  'Jira, modal': 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1?selectedIssue=PLN-198',
  Linear: LINEAR,
};

describe.each(Object.entries(TICKETS))('keys on %s', (_, url) => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    page = await stage.open(url);
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).focus();
    await forget(page);
  });
  afterAll(() => stage.close());

  it('types every printable key into the box, and the page hears none', async () => {
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    for (const key of TYPED) await page.keyboard.press(key === '+' ? 'Shift+Equal' : key === ' ' ? 'Space' : key);
    const typed = await box.inputValue();
    expect(typed.length).toBeGreaterThan(80);
    expect(typed).toContain('abcdefghijklmnopqrstuvwxyz');
    expect(await heard(page)).toEqual([]);
    expect(await fired(page)).toEqual([]);
  });

  it('keeps named keys, held keys and chords from the page', async () => {
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    for (const key of [...NAMED, ...CHORDS]) {
      await box.focus();
      await page.keyboard.press(key);
    }
    await box.focus();
    for (let i = 0; i < 20; i++) await page.keyboard.down('j');
    await page.keyboard.up('j');
    expect((await heard(page)).filter(({ type }) => type.startsWith('key'))).toEqual([]);
    expect(await fired(page)).toEqual([]);
    expect(await panel(page).count()).toBe(1);
  });

  it('keeps paste, copy and cut from the page', async () => {
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    await box.fill('+2..5');
    await forget(page);
    await box.focus();
    for (const key of ['Control+a', 'Control+c', 'Control+x', 'Control+v']) await page.keyboard.press(key);
    expect(await box.inputValue()).toBe('+2..5');
    expect(await heard(page)).toEqual([]);
  });

  it('takes text from an input method, and acts on none of its keys', async () => {
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    await box.fill('');
    await box.focus();
    await forget(page);
    await stage.compose(page, 'に', '二');
    // It comes by the system's way, which no driver waits for.
    await expect.poll(() => box.inputValue()).toBe('二');
    expect(await heard(page)).toEqual([]);
    expect(await fired(page)).toEqual([]);
  });

  it('gives the focus back with Escape, and none of our keys works outside', async () => {
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    await box.fill('+2..5');
    await box.focus();
    await forget(page);
    await page.keyboard.press('Escape');
    expect(await heard(page)).toEqual([]);
    expect(await panel(page).count()).toBe(1);
    await panel(page).getByRole('status').getByText('Draft kept').waitFor();
    // Without focus it may go from the edge into its column.
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    const before = await panel(page).evaluate((element) => element.shadowRoot?.textContent);
    await page.evaluate('document.activeElement?.blur?.()');
    await page.keyboard.press('2');
    await page.waitForTimeout(100);
    expect(await panel(page).evaluate((element) => element.shadowRoot?.textContent)).toBe(before);
    expect((await heard(page)).some(({ key }) => key === '2')).toBe(true);
  });
});
