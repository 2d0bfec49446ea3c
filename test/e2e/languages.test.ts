// No word passes by _locales, and longer words have room: all of it looked at in a language nobody speaks.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accented, type Speaking, speakingCopy } from './pseudo.ts';
import { cutOff, unspoken } from './spoken-text.ts';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const VIEWS = ['status', 'backlog', 'framework', 'data', 'settings'] as const;
/** A button's name in the other language. */
let word: (name: string) => string;

describe('words 40 % longer', () => {
  let copy: Speaking;
  let stage: Stage;
  beforeAll(async () => {
    copy = speakingCopy('en', accented);
    word = (name) => copy.words[name]?.message ?? name;
    stage = await setStage({ extensionDir: copy.extensionDir });
  });
  afterAll(async () => {
    await stage.close();
    copy.remove();
  });

  /** Wide and narrow: nothing readable, nothing cut, nothing to scroll sideways. */
  async function sound(page: Page, widths: readonly number[] = [1280, 420]): Promise<void> {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const at = `${page.url().replace(/^.*?\/\/[^/]+/, '')} at ${width} px`;
      expect.soft(await unspoken(page), at).toEqual([]);
      expect.soft(await cutOff(page), at).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }

  it('before there is a framework: welcome, popup, every view, the panel', async () => {
    const welcome = await stage.own('welcome.html');
    await sound(welcome);
    await welcome.close();
    for (const view of VIEWS) {
      const page = await stage.own(`dashboard.html#/${view}`);
      await page.locator('main h1, main h2').first().waitFor();
      await sound(page);
      await page.close();
    }
    const ticket = await stage.open(ISSUE);
    await panel(ticket).getByRole('button').first().waitFor();
    expect.soft(await unspoken(ticket, 'azimuth-panel')).toEqual([]);
    const popup = await stage.own('popup.html');
    await sound(popup, [360]);
    await popup.close();
    await ticket.close();
  });

  it('with the sample: welcome, popup, every view', async () => {
    await stage.sample();
    const welcome = await stage.own('welcome.html');
    await welcome.locator('summary').evaluateAll((all) => {
      for (const one of all) (one.parentElement as HTMLDetailsElement).open = true;
    });
    await sound(welcome);
    await welcome.close();
    const popup = await stage.own('popup.html');
    await sound(popup, [360]);
    await popup.close();
    for (const view of VIEWS) {
      const page = await stage.own(`dashboard.html#/${view}`);
      await page.locator('main h1, main h2').first().waitFor();
      await sound(page);
      await page.close();
    }
  });

  // What one press opens, by the words on the button.
  it.each([
    ['status', 'statusViewTable'],
    ['status', 'statusLog'],
    ['status', 'statusRule'],
    ['backlog', 'backlogHistory'],
    ['framework', 'frameDelete'],
    ['framework', 'fileShort'],
    ['framework', 'versions'],
    ['framework', 'guide'],
    ['framework', 'frameAbout'],
    ['framework', 'frameMute'],
    ['framework', 'models'],
    ['settings', 'shellRemoveSample'],
  ] as const)('%s, after a press on %s', async (view, name) => {
    const page = await stage.own(`dashboard.html#/${view}`);
    await page.locator('main h1, main h2').first().waitFor();
    const part = word(name).replace(/\$\d.*$/s, '');
    const button = page.locator('button, summary, a').filter({ hasText: part }).or(page.getByLabel(part)).first();
    await button.click();
    await sound(page);
    await page.close();
  });

  it.each([
    ['GitHub', ISSUE],
    ['Jira', JIRA],
    ['Linear', LINEAR],
  ])('the panel on %s: asked, menu, details, answered', async (_, url) => {
    const page = await stage.open(url);
    const ours = panel(page);
    const looks = async (): Promise<void> => {
      expect.soft(await unspoken(page, 'azimuth-panel')).toEqual([]);
      expect.soft(await cutOff(page, 'azimuth-panel')).toEqual([]);
    };
    await ours.getByRole('radio').first().check();
    await ours.getByRole('textbox', { name: word('byHowMuch') }).fill('+2..5pp');
    await looks();
    await ours.getByRole('button', { name: word('more') }).click();
    await looks();
    await ours.getByRole('button', { name: word('more') }).click();
    await ours.getByText(word('details')).click();
    await looks();
    await ours.getByRole('textbox', { name: word('byHowMuch') }).fill('abc');
    await looks();
    await ours.getByRole('textbox', { name: word('byHowMuch') }).fill('+2..5pp');
    await ours.getByRole('button', { name: word('save') }).click();
    await ours.getByRole('button', { name: word('edit') }).waitFor();
    await looks();
    await page.close();
  });
});
