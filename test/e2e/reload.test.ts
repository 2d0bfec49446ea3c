// 11 of the catalogue: the extension is reloaded under an open page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIREFOX, ISSUE, panel, setStage, type Stage } from './stage.ts';

describe('an extension reloaded under an open ticket', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterAll(() => stage.close());

  it('keeps the draft, and it can be gone on with: after a reload, where the browser leaves the old copy alive', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..5pp 70%');
    await panel(page).getByRole('status').getByText('Draft kept').waitFor();
    await panel(page).evaluate((element) => element.setAttribute('data-mark', ''));
    const worker = await stage.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
    const box = panel(page).getByRole('textbox', { name: 'By how much?' });
    if (FIREFOX) {
      // It ends the scripts of the old copy in every page at once: the new one has to take over, without a reload.
      await expect.poll(() => page.locator('azimuth-panel[data-mark]').count(), { timeout: 20_000 }).toBe(0);
    } else {
      await panel(page).getByText('Reload to save').waitFor({ timeout: 10_000 });
      expect(await panel(page).evaluate((element) => element.shadowRoot?.textContent)).toContain('+2 to +5');
      expect(await panel(page).count()).toBe(1);
      await page.waitForTimeout(1500);
      await panel(page).getByRole('button', { name: 'Reload page' }).click();
    }
    await box.waitFor();
    expect(await panel(page).count()).toBe(1);
    expect(await box.inputValue()).toBe('+2..5pp 70%');
    // And it is alive: what is typed goes on being kept.
    await box.fill('+2..5pp 80%');
    await panel(page).getByRole('status').getByText('Draft kept').waitFor();
    await page.reload();
    expect(await box.inputValue()).toBe('+2..5pp 80%');
    await page.close();
  });

  it('brings a page without a draft back to life by itself', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/planner/issues/1811');
    await panel(page).getByText('by Collaboration').waitFor();
    const worker = await stage.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await page.waitForTimeout(3000);
    expect(await panel(page).count()).toBe(1);
    await panel(page).getByRole('button', { name: 'Edit' }).click();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('1..2');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByText('by Collaboration +1 to +2').waitFor();
    await page.close();
  });
});
