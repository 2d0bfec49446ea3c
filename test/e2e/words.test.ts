// What is typed badly is said clearly, nothing is lost, and nothing is stored.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, panel, setStage, type Stage } from './stage.ts';

const BAD = [
  ['abc', '"abc" is not a number'],
  ['+5..2', 'The lower end comes first: 2..5'],
  ['200pp', 'more than New team activation can move'],
  ['1e999', 'is too large'],
  ['5..5', 'A range needs two different ends'],
  ['0', 'Zero moves nothing'],
  ['2..5 700%', 'A chance lies between 1% and 100%'],
  ['+2..5 teams', 'not'],
] as const;

const GOOD = [
  ['+2..5pp', '+2 to +5 pp on Activation, so about'],
  ['32 -> 36', 'on Activation, so about'],
  ['2,5..5', '+2.5 to +5 pp on Activation'],
  ['+2..5pp 70%', '+2 to +5 pp, 70 % likely on Activation'],
  ['-3..-1', '−3 to −1 pp on Activation, so about −'],
  ['x1.1', 'on Activation, so about'],
] as const;

describe('typed effects', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().check();
  });
  afterAll(() => stage.close());

  // Narrow and ordinary spaces look alike to whoever writes the expectation.
  const text = async (): Promise<string> =>
    (await panel(page).evaluate((element) => element.shadowRoot?.textContent ?? '')).replaceAll(/[\u202f\u00a0]/g, ' ');
  const fill = (typed: string): Promise<void> => panel(page).getByRole('textbox', { name: 'By how much?' }).fill(typed);

  it.each(BAD)('%s: %s', async (typed, said) => {
    await fill(typed);
    await expect.poll(text).toContain(said);
    expect(await panel(page).getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(50);
    expect(await panel(page).getByRole('textbox', { name: 'By how much?' }).inputValue()).toBe(typed);
  });

  it.each(GOOD)('%s: %s', async (typed, said) => {
    await fill(typed);
    await expect.poll(text).toContain(said);
    expect(await panel(page).getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).toBe('false');
  });

  it('adds further inputs with their own sign, and says the net', async () => {
    await fill('+2..5');
    await panel(page).getByRole('button', { name: 'Add another input' }).click();
    await panel(page).getByRole('combobox', { name: 'Another input' }).selectOption({ label: 'Collaboration' });
    await panel(page).getByRole('textbox', { name: 'Effect on Collaboration events' }).fill('-0.9..-0.3 90%');
    await expect.poll(text).toContain('together about');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(await text()).toContain('Collaboration −0.9 to −0.3');
  });
});
