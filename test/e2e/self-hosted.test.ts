// A Jira of somebody's own, from the press in the toolbar to access taken away: with the browser's real question for
// the permission, in a real window on a screen that nobody sees. Skipped, with the reason, where there can be none.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Display, openDisplay } from '../../setup/display.ts';
import { questions } from './question.ts';
import { FIREFOX, panel, setStage, type Stage } from './stage.ts';
import { openToolbarPopup } from './toolbar.ts';

const HOSTS = ['jira.example.org', 'ghe.example.org', 'work.example.org'];
const ISSUE = 'https://jira.example.org/jira/browse/PLN-214';
const TICKET = 'jira:jira.example.org/jira/PLN-214';
export const LOST = 'Access to jira.example.org/jira was taken away. Its tickets are kept.';

const opened = FIREFOX ? { missing: "the browser's question is answered in Chromium's window" } : await openDisplay();
if ('missing' in opened) console.warn(`Skipped: sites of the user's own, for ${opened.missing}.`);

describe.skipIf('missing' in opened)(`sites of the user's own${'missing' in opened ? ` (${opened.missing})` : ''}`, () => {
  let display: Display;
  let stage: Stage;
  let question: ReturnType<typeof questions>;
  beforeAll(async () => {
    if ('missing' in opened) return;
    ({ display } = opened);
    process.env['DISPLAY'] = display.name;
    stage = await setStage({ headless: false, args: ['--window-size=1280,900', '--window-position=0,0'], server: { hosts: HOSTS } });
    // The page that opens after installing takes the focus.
    await vi.waitFor(() => expect(stage.context.pages().map((page) => page.url())).toContain(stage.address('welcome.html')), 10_000);
    await stage.sample();
    question = questions(display);
  });
  afterAll(async () => {
    await stage?.close();
    display?.close();
  });

  /** What the browser has allowed, and which scripts it will run by itself. */
  const state = async (): Promise<{ origins: string[]; scripts: string[] }> => {
    const worker = await stage.worker();
    return worker.evaluate(async () => ({
      origins: ((await chrome.permissions.getAll()).origins ?? []).filter((origin) => origin.includes('example.org')),
      scripts: (await chrome.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
    }));
  };
  it('offers in the toolbar’s popup what it found, and changes nothing where the browser says no', async () => {
    const page = await stage.open(ISSUE);
    await page.bringToFront();
    const popup = await openToolbarPopup(stage, display);
    await expect.poll(() => popup.text()).toContain('This is Jira Data Center (jira.example.org/jira).');
    expect(await panel(page).count()).toBe(0);
    await popup.press('Ask here too');
    await question.deny();
    const again = await openToolbarPopup(stage, display);
    await expect.poll(() => again.text()).toContain('The browser did not allow it, so nothing was changed.');
    expect(await state()).toEqual({ origins: [], scripts: [] });
    expect(await panel(page).count()).toBe(0);
    await display.press('Escape');
    await page.close();
  });

  it('asks on the ticket, in its column, as soon as the browser says yes', async () => {
    const page = await stage.open(ISSUE);
    await page.bringToFront();
    const popup = await openToolbarPopup(stage, display);
    await expect.poll(() => popup.text()).toContain('Ask here too');
    await popup.press('Ask here too');
    await question.allow();
    await panel(page).waitFor();
    expect(await panel(page).getAttribute('data-ticket')).toBe(TICKET);
    await expect.poll(() => panel(page).getAttribute('data-rung')).toBe('issue-sidebar');
    expect(await state()).toEqual({ origins: ['https://jira.example.org/*'], scripts: ['https://jira.example.org/*'] });
    await panel(page)
      .getByRole('button', { name: /^Use it here/ })
      .click();
    await panel(page).getByRole('radio').first().focus();
    for (const key of ['1', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await panel(page).getByRole('status').getByText('Saved').waitFor();
    expect(await page.evaluate(() => window.__errors)).toEqual([]);
  });

  it('is there again after the browser was closed', async () => {
    stage = await stage.restart('close');
    const page = await stage.open(ISSUE);
    await panel(page).getByText('by Activation +0.1 to +0.2').waitFor();
    expect(await panel(page).count()).toBe(1);
    await page.close();
  });
});
