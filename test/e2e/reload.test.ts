// 11 of the catalogue: the extension is reloaded under an open page.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, panel, setStage, type Stage } from './stage.ts';

describe('an extension reloaded under an open ticket', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterAll(() => stage.close());

  it('keeps the draft on screen, says what to do, and has it after the reload', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..5pp 70%');
    await panel(page).getByRole('status').getByText('Draft kept').waitFor();
    const worker = await stage.worker();
    await worker.evaluate(() => chrome.runtime.reload()).catch(() => {});
    await panel(page).getByText('Reload to save').waitFor({ timeout: 10_000 });
    expect(await panel(page).evaluate((element) => element.shadowRoot?.textContent)).toContain('+2 to +5');
    expect(await panel(page).count()).toBe(1);
    await page.waitForTimeout(1500);
    await panel(page).getByRole('button', { name: 'Reload page' }).click();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).waitFor();
    expect(await panel(page).getByRole('textbox', { name: 'By how much?' }).inputValue()).toBe('+2..5pp 70%');
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
