// What hosts do to injected pages, one test a known failure; the numbers are those of the catalogue of failures
// this project keeps. Each must fail when its remedy is taken out (npm run test:removals does that).
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveBare } from '../pages/bare.ts';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from './stage.ts';

const CLASSIC = 'https://github.com/azimuth-sample/classic/issues/1842';
const MODAL = 'https://azimuth-sample.atlassian.net/jira/software/c/projects/PLN/boards/1?selectedIssue=PLN-198';
const go = (page: Page, path: string): Promise<void> => page.evaluate((to) => window.__host.navigate(to), path);
const shadowText = (page: Page): Promise<string> => panel(page).evaluate((element) => element.shadowRoot?.textContent ?? '');
const shows = (page: Page, ticket: string) => page.locator(`azimuth-panel[data-ticket="${ticket}"]`);

declare global {
  interface Window {
    __ours?: number;
    __others?: number;
    __asleep?: boolean;
    __before?: string;
    __last?: string;
    __changed?: string[];
    __places?: () => string;
  }
}

describe('survival on pages we do not own', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    const dialog = '<dialog><p>A question of the host</p><button onclick="this.parentElement.close()">Close</button></dialog>';
    stage = await setStage({ server: { extra: serveBare('github.com', '/azimuth-sample/planner/issues/5', dialog) } });
    await stage.sample();
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    expect(await page.evaluate('window.__errors ?? []')).toEqual([]);
    await page.close();
  });

  it('1: follows navigation without a page load, on all three trackers', async () => {
    page = await stage.open(ISSUE);
    await shows(page, 'github:azimuth-sample/planner#1842').waitFor();
    await go(page, '/azimuth-sample/planner/issues/1733');
    await shows(page, 'github:azimuth-sample/planner#1733').waitFor({ timeout: 3000 });
    await go(page, '/azimuth-sample/planner/issues');
    await expect.poll(() => panel(page).count()).toBe(0);
    await page.goto(JIRA);
    await shows(page, 'jira:azimuth-sample.atlassian.net/PLN-214').waitFor();
    await go(page, '/browse/PLN-198');
    await shows(page, 'jira:azimuth-sample.atlassian.net/PLN-198').waitFor({ timeout: 3000 });
    await page.goto(LINEAR);
    await shows(page, 'linear:azimuth-sample/PLN-88').waitFor();
    await go(page, '/azimuth-sample/issue/PLN-91/x');
    await shows(page, 'linear:azimuth-sample/PLN-91').waitFor({ timeout: 3000 });
    expect(await panel(page).count()).toBe(1);
  });

  it('2: an answer begun on one ticket is never stored on the next, and stays with its own', async () => {
    page = await stage.open(`${ISSUE}?lag=4000`);
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..5pp');
    await go(page, '/azimuth-sample/planner/issues/1886');
    // The address is ahead: the page still shows #1842. Whatever is drawn speaks of the new ticket, outside the old page.
    await shows(page, 'github:azimuth-sample/planner#1886').waitFor();
    expect(await panel(page).getAttribute('data-place')).toBe('dock');
    expect(await panel(page).getByRole('radio', { checked: true }).count()).toBe(0);
    await panel(page).getByRole('radio').nth(1).check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+1..2pp');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('alert').getByText('Not saved').waitFor();
    await page.locator('[data-testid="issue-title"]', { hasText: 'Checklist' }).waitFor();
    await panel(page).getByRole('button', { name: 'Try again' }).click();
    await panel(page).getByText('by Templates +1 to +2').waitFor();
    await go(page, '/azimuth-sample/planner/issues/1842');
    await shows(page, 'github:azimuth-sample/planner#1842').waitFor();
    expect(await panel(page).getByRole('textbox', { name: 'By how much?' }).inputValue()).toBe('+2..5pp');
  });

  it('2: a question whose answer comes late is not drawn on the next ticket', async () => {
    page = await stage.open(ISSUE);
    await shows(page, 'github:azimuth-sample/planner#1842').waitFor();
    // What is read next in the database, for the ticket in between, is known two seconds later.
    await (await stage.worker()).evaluate(() => {
      IDBRequest.prototype.addEventListener = function (type: string, heard: EventListener) {
        const late: EventListener = (event) => void setTimeout(() => heard.call(this, event), 2000);
        EventTarget.prototype.addEventListener.call(this, type, type === 'success' ? late : heard);
        if (type === 'success') delete (IDBRequest.prototype as Partial<IDBRequest>).addEventListener;
      };
    });
    await go(page, '/azimuth-sample/planner/issues/1733');
    await page.waitForTimeout(300);
    await go(page, '/azimuth-sample/planner/issues/1886');
    await shows(page, 'github:azimuth-sample/planner#1886').waitFor();
    await page.waitForTimeout(2500);
    expect(await panel(page).getAttribute('data-ticket')).toBe('github:azimuth-sample/planner#1886');
  });

  it.each(Object.entries({ ISSUE, CLASSIC, JIRA, MODAL, LINEAR }))(
    '3 and 4: comes back after the host wipes it, once, and what was typed is there: %s',
    async (_, url) => {
      page = await stage.open(url);
      await page.locator('azimuth-panel[data-place="column"]').waitFor();
      await panel(page).getByRole('radio').first().check();
      const box = panel(page).getByRole('textbox', { name: 'By how much?' });
      await box.fill('+2..4');
      await page.evaluate(
        'new MutationObserver(() => { window.__most = Math.max(window.__most ?? 0, document.querySelectorAll("azimuth-panel").length) }).observe(document, { childList: true, subtree: true })',
      );
      for (let i = 0; i < 3; i++) {
        await page.evaluate('window.__host.wipe()');
        await page.waitForTimeout(150);
        await page.evaluate('window.__host.rerender()');
        await page.waitForTimeout(150);
      }
      await panel(page).waitFor();
      expect(await panel(page).count()).toBe(1);
      expect(await page.evaluate('window.__most')).toBeLessThanOrEqual(1);
      expect(await panel(page).getAttribute('data-place')).toBe('column');
      expect(await box.inputValue()).toBe('+2..4');
    },
  );

  it('3: keeps the caret where it was when the host draws its column anew', async () => {
    page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().check();
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    await box.fill('');
    await box.focus();
    await page.keyboard.type('+2.');
    await page.evaluate('window.__host.wipe()');
    await page.waitForTimeout(300);
    await page.keyboard.type('.4');
    expect(await box.inputValue()).toBe('+2..4');
    expect(await page.evaluate('window.__shortcuts')).toEqual([]);
  });

  it('5: back and forward through cached pages leave one panel, and it works', async () => {
    page = await stage.open(CLASSIC);
    await shows(page, 'github:azimuth-sample/classic#1842').waitFor();
    await go(page, '/azimuth-sample/classic/issues/1733');
    await shows(page, 'github:azimuth-sample/classic#1733').waitFor();
    for (const step of ['back', 'forward', 'back'] as const) {
      await page.evaluate(`history.${step}()`);
      await page.waitForTimeout(700);
      expect(await panel(page).count()).toBe(1);
    }
    await shows(page, 'github:azimuth-sample/classic#1842').waitFor();
    await panel(page).getByRole('radio').nth(2).check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).waitFor();
  });

  it('7: can be typed in inside a host dialog that traps the focus', async () => {
    page = await stage.open(MODAL);
    await panel(page).getByRole('radio').first().check();
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    await box.fill('');
    await page.keyboard.type('+1..3');
    await page.waitForTimeout(300);
    expect(await box.inputValue()).toBe('+1..3');
    expect(await page.locator('[role="dialog"]').count()).toBe(1);
  });

  it('7: can be typed in beside a part of the host that pulls the focus back', async () => {
    page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().check();
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    await box.fill('');
    // The two ways of focus-trap libraries: what gets the focus elsewhere, and where it goes on leaving.
    await page.evaluate(() => {
      const trap = document.createElement('div');
      const inside = document.createElement('input');
      trap.append(inside);
      document.body.append(trap);
      const outside = (to: EventTarget | null): boolean => to instanceof Node && !trap.contains(to);
      document.addEventListener('focusin', (event) => outside(event.target) && inside.focus());
      trap.addEventListener('focusout', (event) => outside(event.relatedTarget) && setTimeout(() => inside.focus()));
      inside.focus();
    });
    await box.click();
    await page.keyboard.type('+1..3', { delay: 20 });
    expect(await box.inputValue()).toBe('+1..3');
  });

  it('8: a docked panel hides while a dialog of the host is open over it', async () => {
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/5');
    await page.locator('azimuth-panel[data-place="dock"]').waitFor();
    await page.evaluate('document.querySelector("dialog").showModal()');
    await expect.poll(() => panel(page).evaluate((element) => getComputedStyle(element).visibility)).toBe('hidden');
    await page.evaluate('document.querySelector("dialog").close()');
    await expect.poll(() => panel(page).evaluate((element) => getComputedStyle(element).visibility)).toBe('visible');
  });

  it.each(Object.entries({ ISSUE, CLASSIC, JIRA, MODAL, LINEAR }))(
    '9: no node of the host is moved, wrapped or marked: %s',
    async (_, url) => {
      page = await stage.context.newPage();
      await page.addInitScript(() => {
        // Where the page's own nodes stood at its last change before the panel came; and which of them went or came after that.
        const places = (): string => JSON.stringify(window.__nodes().map(({ serial, parent, previous }) => [serial, parent, previous]));
        window.__changed = [];
        new MutationObserver((records) => {
          if (!document.body || !('__nodes' in window)) return;
          if (!window.__before && document.querySelector('azimuth-panel')) window.__before = window.__last ?? '';
          if (!window.__before) return void (window.__last = places());
          const nodes = records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
          const elements = nodes.filter((node) => node instanceof Element && !node.localName.startsWith('azimuth-'));
          window.__changed?.push(...elements.map(({ nodeName }) => nodeName));
        }).observe(document, { childList: true, subtree: true });
        window.__places = places;
      });
      await page.goto(`${url}${url.includes('?') ? '&' : '?'}live=0`);
      await page.locator('azimuth-panel[data-place="column"]').waitFor();
      await page.waitForTimeout(1000);
      expect(await page.evaluate('window.__places()')).toBe(await page.evaluate('window.__before'));
      const before = await page.evaluate('JSON.stringify(window.__nodes())');
      await panel(page).getByRole('radio').first().check();
      await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..4');
      await page.evaluate('document.querySelector("azimuth-panel").remove()');
      await panel(page).waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate('JSON.stringify(window.__nodes())')).toBe(before);
      // A node that was taken out and put back to where it was has lost its focus, its scrolling, its frame.
      expect(await page.evaluate('window.__changed')).toEqual([]);
      expect(await page.evaluate('window.__hydrationErrors')).toEqual([]);
    },
  );

  it('9: nothing is put into a server-rendered page before it has woken', async () => {
    page = await stage.open(`${JIRA}?slow=2500`);
    await panel(page).waitFor();
    const place = await panel(page).getAttribute('data-place');
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    // Past the time at which the page wakes, if we were there first.
    await page.waitForTimeout(3000);
    // What it is about before how it is done: React met nothing that it did not draw.
    expect(await page.evaluate('window.__hydrationErrors')).toEqual([]);
    expect(place).toBe('dock');
    await page.goto(`${ISSUE}?slow=2500`);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    expect(await page.evaluate('window.__hydrationErrors')).toEqual([]);
  });

  it('10: a page at rest is left at rest', async () => {
    page = await stage.open(`${ISSUE}?live=0`);
    await panel(page).waitFor();
    await page.waitForTimeout(1000);
    await page.evaluate(
      'window.__ours = 0; new MutationObserver((records) => { window.__ours += records.length }).observe(document, { childList: true, subtree: true, attributes: true })',
    );
    await page.waitForTimeout(2500);
    expect(await page.evaluate('window.__ours')).toBe(0);
  });

  it('10: a host that throws the panel out again and again gets a docked one instead of a fight', async () => {
    page = await stage.open(`${ISSUE}?live=0`);
    await page.locator('azimuth-panel[data-place="column"]').waitFor();
    await page.evaluate(() => {
      const evict = (): void => document.querySelector('azimuth-panel[data-place="column"]')?.remove();
      new MutationObserver(evict).observe(document, { childList: true, subtree: true });
      evict();
    });
    await page.locator('azimuth-panel[data-place="dock"]').waitFor();
    await page.waitForTimeout(1500);
    expect(await panel(page).getAttribute('data-place')).toBe('dock');
  });

  it('13: a page from the browser cache shows the ticket of its address', async () => {
    page = await stage.context.newPage();
    // What a restored page is to a script: its address changed while it did not run and heard nothing, and then pageshow.
    await page.addInitScript(() => {
      const hush = (event: Event): void => void (window.__asleep && event.stopImmediatePropagation());
      (window as unknown as { navigation: EventTarget }).navigation.addEventListener('currententrychange', hush, true);
    });
    await page.goto(ISSUE);
    await panel(page).waitFor();
    await page.evaluate(() => {
      window.__asleep = true;
      const real = Object.getOwnPropertyDescriptor(History.prototype, 'replaceState')?.value as History['replaceState'];
      real.call(history, {}, '', '/azimuth-sample/planner/issues/1790');
    });
    await page.waitForTimeout(700);
    expect(await panel(page).getAttribute('data-ticket')).toBe('github:azimuth-sample/planner#1842');
    await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await shows(page, 'github:azimuth-sample/planner#1790').waitFor();
    expect(await panel(page).count()).toBe(1);
  });

  it('15: the host’s styles do not reach in, nor its root font size', async () => {
    page = await stage.open(ISSUE);
    await panel(page).waitFor();
    await page
      .addStyleTag({
        content:
          'html{font-size:31px!important}*{letter-spacing:9px!important;text-transform:uppercase!important}azimuth-panel{display:none!important;opacity:.1}',
      })
      .catch(() => {});
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        'html{font-size:31px!important} *{letter-spacing:9px!important;text-transform:uppercase!important;line-height:3!important}',
      );
      document.adoptedStyleSheets = [sheet];
    });
    const style = await panel(page).evaluate((element) => {
      const text = element.shadowRoot?.querySelector('.lead, .what');
      const { fontSize, letterSpacing, textTransform, lineHeight } = getComputedStyle(text as Element);
      return { fontSize, letterSpacing, textTransform, lineHeight };
    });
    expect(style).toEqual({ fontSize: '14px', letterSpacing: 'normal', textTransform: 'none', lineHeight: '20px' });
  });

  it('18: follows the host’s theme, not the system’s, and changes with it', async () => {
    page = await stage.open(`${ISSUE}?theme=dark`);
    await panel(page).waitFor();
    const theme = () => panel(page).evaluate((element) => element.shadowRoot?.firstElementChild?.className ?? '');
    await expect.poll(theme).toMatch(/\bdark\b/);
    await page.evaluate('window.__host.setTheme("light")');
    await expect.poll(theme).toMatch(/\blight\b/);
  });

  it('19: runs once, in the top frame only', async () => {
    // A page that may be framed, and whose frame names a ticket too: the stand-ins forbid both, as the trackers do.
    page = await stage.open('https://github.com/azimuth-sample/planner/issues/5');
    await panel(page).waitFor();
    await page.evaluate(() => {
      const first = document.querySelector('azimuth-panel');
      window.__others = 0;
      new MutationObserver((records) => {
        for (const node of records.flatMap(({ addedNodes }) => [...addedNodes]))
          if (node.nodeName === 'AZIMUTH-PANEL' && node !== first) window.__others = (window.__others ?? 0) + 1;
      }).observe(document, { childList: true, subtree: true });
      const frame = document.createElement('iframe');
      frame.src = '/azimuth-sample/planner/issues/5?framed';
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    });
    const worker = await stage.worker();
    await worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: 'https://github.com/azimuth-sample/planner/issues/5' });
      for (const file of ['/tracker.js', '/github.js', '/panel.js', '/tracker.js']) {
        await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? 0, allFrames: true }, files: [file] });
      }
    });
    // Longer than a panel without a column waits before it docks; where two of them fight, nothing is waited for.
    const others = await page
      .waitForFunction(() => window.__others, undefined, { timeout: 2500 })
      .then(
        () => true,
        () => false,
      );
    // The same one all the time: two that take turns also look like one at any moment.
    expect(others).toBe(false);
    expect(page.frames().length).toBe(2);
    for (const frame of page.frames()) expect(await frame.locator('azimuth-panel').count()).toBe(frame === page.mainFrame() ? 1 : 0);
    await panel(page).getByRole('radio').first().check();
    expect(await shadowText(page)).toContain('By how much?');
  });
});
