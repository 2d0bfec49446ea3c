// What a script of the host's page can do in our open root, tried in a real browser: nothing is chosen, typed, sent
// or stored but by a person.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, panel, setStage, type Stage } from './stage.ts';

/** Writes into the panel's controls as scripts that fill forms do, and says what is in them at once. */
const forge = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('azimuth-panel')?.shadowRoot as ShadowRoot;
    const controls = [...root.querySelectorAll<HTMLInputElement>('input, textarea')];
    for (const control of controls) {
      if (control.type === 'radio') control.checked = true;
      else control.value = '900..1000';
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
      control.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true, composed: true }));
      control.click();
    }
    for (const button of root.querySelectorAll('button')) button.click();
    root.querySelector('form')?.requestSubmit();
    root.querySelector('form')?.reset();
    return controls.map(({ type, checked, value }) => (type === 'radio' ? String(checked) : value));
  });

describe('a script of the page', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    page = await stage.open(`${ISSUE}?live=0`);
    await panel(page).getByRole('radio').first().waitFor();
  });
  afterAll(() => stage.close());
  const text = async (): Promise<string> =>
    (await panel(page).evaluate((element) => element.shadowRoot?.textContent ?? '')).replaceAll(/[\u202f\u00a0]/g, ' ');

  it('leaves a form that nobody has touched as it is, and stores no draft', async () => {
    const before = await text();
    expect(await forge(page)).toEqual(['false', 'false', 'false', 'false', 'false']);
    await page.waitForTimeout(200);
    expect(await text()).toBe(before);
    await page.reload();
    await panel(page).getByRole('radio').first().waitFor();
    expect(await panel(page).getByRole('radio', { checked: true }).count()).toBe(0);
  });

  it('changes nothing that a person typed: it is shown again, and it is what is stored', async () => {
    await panel(page).getByRole('radio').nth(2).check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+1..2');
    await panel(page).getByRole('button', { name: 'Add another input' }).click();
    await panel(page).getByRole('combobox', { name: 'Another input' }).selectOption({ label: 'Completion' });
    await panel(page).getByRole('textbox', { name: 'Effect on Project completion' }).fill('0.5..1');
    await panel(page).getByRole('button', { name: 'Details' }).click();
    await panel(page).getByRole('textbox', { name: 'Note' }).fill('mine');
    await panel(page).getByText('together about').waitFor();
    const held = ['false', 'false', 'true', 'false', 'false', '+1..2', '0.5..1', '', 'mine'];
    expect(await forge(page)).toEqual(held);
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(await text()).toMatch(/by Collaboration \+1 to \+2 events, Completion \+0\.5 to \+1/);
  });
});
