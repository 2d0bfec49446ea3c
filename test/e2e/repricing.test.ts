// A number that changed because the framework did: said in its row, its history and its panel, and no longer once it is changed back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, panel, setStage, type Stage } from './stage.ts';
import { violations } from './status-stage.ts';

describe('a framework that changes', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    const ticket = await stage.open(ISSUE);
    await panel(ticket).getByRole('radio').first().focus();
    await ticket.keyboard.press('1');
    await ticket.keyboard.type('+2..5');
    await ticket.keyboard.press('Enter');
    await panel(ticket).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await ticket.close();
    page = await stage.own('dashboard.html#/framework');
  });
  afterAll(() => stage.close());

  const saved = () => page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
  const go = (view: string) => page.evaluate((hash) => (location.hash = hash), `#/${view}`);
  const row = () => page.locator('[data-key$="#1842"]');
  const said = async (): Promise<string> => {
    const ticket = await stage.open(ISSUE);
    await panel(ticket).getByRole('button', { name: 'Edit' }).waitFor();
    const text = await panel(ticket).evaluate((element) => element.shadowRoot?.textContent ?? '');
    await ticket.close();
    return text;
  };

  it('says what a number was, and why it is another', async () => {
    expect(await said()).not.toContain('when you answered');
    await page.getByRole('button', { name: /^Activation/ }).click();
    await page.getByLabel(/^Sensitivity/).fill('100');
    await page.getByLabel('What changed and why?').fill('Measured in the October cohort');
    await saved();
    await go('backlog');
    await row().getByText('was +210 under version 1').waitFor();
    await row().getByRole('button', { name: 'History of #1842' }).click();
    const account = page.getByText(/^\+350 now, \+210 under version 1 of /);
    await account.waitFor();
    expect(await account.textContent()).toContain(
      'The framework changed: Activation is worth 100 instead of 45 to 75. Reason given: “Measured in the October cohort”',
    );
    expect(await violations(page)).toEqual([]);
    expect(await said()).toContain('+210 when you answered; the framework has changed since.');
  });

  it('says nothing more once it is changed back', async () => {
    await go('framework');
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await saved();
    await go('backlog');
    await row().waitFor();
    await expect.poll(() => page.getByText(/under version 1/).count()).toBe(0);
    expect(await said()).not.toContain('when you answered');
  });
});
