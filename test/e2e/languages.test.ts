// No word passes by _locales, and longer words have room: all of it looked at in a language nobody speaks.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accented, mirrored, type Speaking, speakingCopy } from './pseudo.ts';
import { cutOff, misplacedSigns, unspoken } from './spoken-text.ts';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const VIEWS = ['status', 'backlog', 'decisions', 'framework', 'data', 'team', 'settings'] as const;
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
    await ours.getByRole('textbox', { name: word('byHowMuch') }).fill('?');
    await looks();
    await ours.getByRole('textbox', { name: word('byHowMuch') }).fill('+2..5pp');
    await ours.getByRole('button', { name: word('save') }).click();
    await ours.getByRole('button', { name: word('undo') }).waitFor();
    await looks();
    await page.close();
  });

  // What one press opens, by the words on the button. A framework that was deleted is asked about no more, so this comes last.
  it.each([
    ['status', 'statusViewTable'],
    ['status', 'statusLog'],
    ['status', 'statusRule'],
    ['backlog', 'backlogHistoryOf'],
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
});

describe('words from right to left', () => {
  let copy: Speaking;
  let stage: Stage;
  beforeAll(async () => {
    copy = speakingCopy('he', mirrored, { language: 'he', direction: 'rtl' });
    word = (name) => copy.words[name]?.message ?? name;
    stage = await setStage({ extensionDir: copy.extensionDir, language: 'he' });
    await stage.sample();
  });
  afterAll(async () => {
    await stage.close();
    copy.remove();
  });

  /** Where elements stand from left to right, px. */
  const lefts = (page: Page, ...selectors: string[]): Promise<number[]> =>
    page.evaluate((all) => all.map((one) => document.querySelector(one)?.getBoundingClientRect().left ?? Number.NaN), selectors);

  it.each(['welcome.html', 'popup.html', ...VIEWS.map((view) => `dashboard.html#/${view}`)])(
    '%s is marked as such, and fits',
    async (path) => {
      const page = await stage.own(path);
      await page.locator('h1, h2').first().waitFor();
      expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['he', 'rtl']);
      if (path === 'popup.html') await page.setViewportSize({ width: 360, height: 640 });
      expect(await unspoken(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await page.close();
    },
  );

  it('signs stand before their numbers', async () => {
    const page = await stage.own('dashboard.html#/backlog');
    await page.getByRole('row').nth(2).waitFor();
    const ticket = await stage.open(ISSUE);
    await panel(ticket).getByRole('radio').first().check();
    await panel(ticket).locator('.joined').waitFor();
    expect([await misplacedSigns(page), await misplacedSigns(ticket, 'azimuth-panel')]).toEqual([[], []]);
    await page.close();
    await ticket.close();
  });

  it('the rail stands at the right, and charts run to the right all the same', async () => {
    const page = await stage.own('dashboard.html#/status');
    await page.locator('svg.trend text').first().waitFor();
    const [rail = 0, main = 0] = await lefts(page, '.rail', 'main');
    expect(rail).toBeGreaterThan(main);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('svg.trend') ?? document.body).direction)).toBe('ltr');
    await page.close();
  });

  it('edges of the tree end at their nodes, and arrows go where they point', async () => {
    const page = await stage.own('dashboard.html#/framework');
    const nodes = page.locator('.tree .inputs [data-node]');
    await nodes.first().waitFor();
    const [first, second] = [await nodes.nth(0).boundingBox(), await nodes.nth(1).boundingBox()];
    expect(first?.x).toBeGreaterThan(second?.x ?? 0);
    const gaps = await page.evaluate(() => {
      const middle = (one: Element): number => one.getBoundingClientRect().left + one.getBoundingClientRect().width / 2;
      const middles = [...document.querySelectorAll('.tree .inputs [data-node]')].map(middle);
      const labels = [...document.querySelectorAll('.tree .edges .edge-label')].map(middle);
      return [labels.length - middles.length, ...labels.map((label) => Math.min(...middles.map((at) => Math.abs(at - label))))];
    });
    // Between columns there is a gap of 12 px, of which the lines know nothing.
    expect(Math.max(...gaps)).toBeLessThan(8);
    await nodes.nth(0).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await nodes.nth(1).evaluate((node) => node === document.activeElement)).toBe(true);
    await page.close();
  });

  it('the panel runs as its words do, whatever the host does', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().check();
    const way = await panel(page).evaluate((element) => {
      const surface = element.shadowRoot?.querySelector<HTMLElement>('.az');
      const [row, name] = [surface?.querySelector('.row'), surface?.querySelector('.row .name')].map((one) => one?.getBoundingClientRect());
      return {
        host: getComputedStyle(document.body).direction,
        lang: surface?.lang,
        dir: surface?.dir,
        gap: (row?.right ?? 0) - (name?.right ?? 0),
      };
    });
    expect(way).toMatchObject({ host: 'ltr', lang: 'he', dir: 'rtl' });
    expect(way.gap).toBeLessThan(48);
    // Sizes stand from right to left, so the arrow to the left leads to the next.
    const size = panel(page).locator('.joined [aria-pressed="true"]');
    await panel(page)
      .getByRole('textbox', { name: word('byHowMuch') })
      .focus();
    await page.keyboard.press('ArrowLeft');
    await size.waitFor();
    const at = (await size.boundingBox())?.x ?? 0;
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await size.boundingBox())?.x ?? 0).toBeLessThan(at);
    await page.close();
  });
});

describe('German', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ language: 'de' });
    await stage.sample();
  });
  afterAll(() => stage.close());

  it('says words, numbers and days in one language, on pages of ours and of the host', async () => {
    const page = await stage.own('dashboard.html#/status');
    await page.getByText('Liegt vorn', { exact: true }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(['de', 'ltr']);
    await page.getByText('6.840').first().waitFor();
    await page.close();
    const ticket = await stage.open(ISSUE);
    await panel(ticket).getByRole('radio').first().check();
    await panel(ticket).getByRole('textbox', { name: 'Um wie viel?' }).fill('+2,5 bis 5pp');
    const text = async (): Promise<string> =>
      (await panel(ticket).evaluate((element) => element.shadowRoot?.textContent ?? '')).replaceAll(/[\u202f\u00a0]/g, ' ');
    await expect.poll(text).toContain('+2,5 bis +5 pp bei Activation, also etwa');
    await ticket.close();
  });

  it.each(['popup.html', 'welcome.html', ...VIEWS.map((view) => `dashboard.html#/${view}`)])('fits: %s', async (path) => {
    const page = await stage.own(path);
    await page.locator('h1, h2').first().waitFor();
    for (const width of path === 'popup.html' ? [360] : [1280, 420]) {
      await page.setViewportSize({ width, height: 900 });
      // A chart is drawn anew for the width it has.
      await expect.poll(() => cutOff(page), { message: `${width} px` }).toEqual([]);
    }
    await page.close();
  });
});
