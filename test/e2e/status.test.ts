// The Status page and the popup as people meet them: with nothing, a little and a lot in them; by keyboard and on paper.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';
import { crowded, pagesIn, refuseStorage, store, violations } from './status-stage.ts';

const PICTURES = process.env['AZIMUTH_PICTURES'] ?? join(tmpdir(), 'azimuth-pictures');
const PLANNER = 'framework=sample-planner';
mkdirSync(PICTURES, { recursive: true });

/** Light and dark, wide and narrow; without a fault, and nothing running out at the side. */
async function picture(page: Page, name: string, widths: readonly number[] = [1280, 420]): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page), `${name} ${width} ${colorScheme}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${name} ${width}`).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(PICTURES, `${name}-${width}-${colorScheme}.png`), fullPage: true });
    }
  }
}

describe('Status and the popup with little in them', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('say what to do where there is nothing yet', async () => {
    const page = await stage.own('dashboard.html#/status');
    await page
      .getByRole('heading', { level: 1 })
      .or(page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    await picture(page, 'status-none');
    await page.close();
    const popup = await stage.own('popup.html');
    await popup.getByText('No North Star yet').waitFor();
    await picture(popup, 'popup-none', [360]);
    await popup.close();
  });

  it('say what they can with a framework and no readings, and where outcomes and guardrails come from', async () => {
    const bare = crowded.metrics.slice(0, 3).map(({ baseline: _b, target: _t, stretch: _s, sensitivity: _w, ...metric }) => metric);
    await store(stage, { ...crowded, id: 'bare', name: 'Bare', claims: [], metrics: bare }, []);
    const page = await stage.own('dashboard.html#/status?framework=bare');
    await page.getByText('No guardrails yet').waitFor();
    expect(await page.getByRole('link', { name: 'Add one in the framework' }).count()).toBe(2);
    await picture(page, 'status-bare');
    await page.getByRole('link', { name: 'Add one in the framework' }).first().click();
    await expect.poll(() => page.url()).toContain('#/framework');
    await page.close();
    const popup = await stage.own('popup.html');
    await popup.getByText('No reading yet').first().waitFor();
    await picture(popup, 'popup-bare', [360]);
    await popup.close();
  });

  it('say so where the browser refuses its storage', async () => {
    const page = await stage.own('manifest.json');
    await refuseStorage(page);
    await page.goto(stage.address('dashboard.html#/status'));
    await page.getByRole('alert').first().waitFor();
    await picture(page, 'status-refused');
    await page.goto(stage.address('popup.html'));
    await page.getByRole('alert').first().waitFor();
    await picture(page, 'popup-refused', [360]);
    await page.close();
  });
});

describe('Status and the popup', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    await store(stage, crowded);
  });
  afterAll(() => stage.close());

  it('show the sample', async () => {
    const page = await stage.own(`dashboard.html#/status?${PLANNER}`);
    await page.getByText('Winning', { exact: true }).waitFor();
    // Requirement 46, with its range; 57; 55.
    await page.getByText(/If Activation goes from 32.% to 36.%, we expect weekly active teams to change by about/).waitFor();
    await page.getByText(/Weakest: Collaboration.*Most leverage: Activation/).waitFor();
    await page.getByText(/d, stale/).waitFor();
    await picture(page, 'status-sample');
    // The rule stays within its box, whatever the numbers beside it do with theirs.
    await page.getByRole('button', { name: 'Rule', exact: true }).click();
    expect(await page.locator('.rules').evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0);
    await page.close();
  });

  it('lead along a chart by keyboard, telling each reading', async () => {
    const page = await stage.own(`dashboard.html#/status?${PLANNER}`);
    const chart = page.getByRole('slider', { name: /^Weekly active teams completing projects/ });
    await chart.focus();
    const told = (): Promise<string | null> => chart.getAttribute('aria-valuetext');
    const last = await told();
    expect(last).toMatch(/6,840, \d+ ahead of pace, /);
    await page.keyboard.press('ArrowLeft');
    expect(await told()).not.toBe(last);
    expect(await page.locator('.readout').textContent()).toBe(await told());
    await page.keyboard.press('Home');
    expect(await chart.getAttribute('aria-valuenow')).toBe('1');
    await page.keyboard.press('End');
    expect(await told()).toBe(last);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(PICTURES, 'status-walk.png') });
    await page.keyboard.press('Tab');
    await expect.poll(() => page.locator('.readout').count()).toBe(0);
    // With the pointer too.
    await chart.hover();
    await page.locator('.readout').waitFor();
    // And the same as a table.
    await page.getByRole('button', { name: 'View as table', exact: true }).click();
    await page
      .getByRole('region', { name: /^Readings of/ })
      .getByRole('row')
      .nth(3)
      .waitFor();
    await page.close();
  });

  it('hold six inputs with long names, flag a broken guardrail and count it into nothing', async () => {
    const page = await stage.own('dashboard.html#/status?framework=crowded');
    await page.getByText('Guardrail broken: Support contacts per hundred teams is 13.1, its limit 12.').waitFor();
    await page.getByText(/1\.1 past the limit/).waitFor();
    await page.getByText(/Outside the limits before: .*/).waitFor();
    await page.getByText('Winning', { exact: true }).waitFor();
    await picture(page, 'status-crowded');
    await page.close();
    const popup = await stage.own('popup.html');
    await popup.getByRole('combobox', { name: 'Framework' }).selectOption('crowded');
    await popup.getByText('Guardrail broken').waitFor();
    await picture(popup, 'popup-crowded', [360]);
    await popup.close();
  });

  it.each(['sample-planner', 'crowded'])('print %s on one page, without what is for the screen only', async (framework) => {
    const page = await stage.own(`dashboard.html#/status?framework=${framework}`);
    await page.getByText('Winning', { exact: true }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    const pdf = await page.pdf({ preferCSSPageSize: true, path: join(PICTURES, `print-${framework}.pdf`) });
    expect(pagesIn(pdf)).toBe(1);
    await page.setViewportSize({ width: 718, height: 1047 });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Log a reading' }).first().isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  it('draw the popup from the row that is kept: what is in the readings besides does not matter', async () => {
    const page = await stage.own('manifest.json');
    await page.evaluate(async () => {
      const asked = indexedDB.open('azimuth');
      await new Promise((resolve) => (asked.onsuccess = resolve));
      const tx = asked.result.transaction('readings', 'readwrite');
      // Behind the writer's back, as nothing of ours does it.
      tx.objectStore('readings').clear();
      await new Promise((resolve) => (tx.oncomplete = resolve));
      asked.result.close();
    });
    await page.close();
    const popup = await stage.own('popup.html');
    await popup.getByRole('combobox', { name: 'Framework' }).selectOption('sample-planner');
    await popup.getByText('6,840').first().waitFor();
    await picture(popup, 'popup-sample', [360]);
    await popup.getByText('New team activation').click();
    await popup.getByRole('textbox').first().fill('33,5');
    await popup.keyboard.press('Enter');
    await popup.getByText('33.5').first().waitFor();
    await popup.close();
  });
});
