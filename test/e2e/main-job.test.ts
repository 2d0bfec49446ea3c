// The main job: open a ticket, answer with the keyboard, and find the answer again whatever happened to the browser.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, panel, setStage, type Stage } from './stage.ts';

describe('answering a ticket', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterAll(() => stage.close());

  it('asks the question in the properties column, in the words of the framework', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).getByRole('heading', { name: 'Which input does this move, and by how much?' }).waitFor();
    expect(await panel(page).count()).toBe(1);
    expect(await panel(page).getAttribute('data-ticket')).toBe('github:azimuth-sample/planner#1842');
    expect(await panel(page).getAttribute('data-place')).toBe('column');
    const group = panel(page).getByRole('radiogroup', { name: 'Which input does this move?' });
    expect(await group.getByRole('radio').count()).toBe(5);
    await page.close();
  });

  it('stores a sized answer with five keys and shows it again after SIGKILL', async () => {
    const page = await stage.open(ISSUE);
    await panel(page).getByRole('radio').first().focus();
    // The browser's command is the first of the five keys; it only moves the focus, as done above.
    for (const key of ['1', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await panel(page).getByRole('status').getByText('Saved').waitFor();
    stage = await stage.restart('kill');
    const again = await stage.open(ISSUE);
    await panel(again).getByText('by Activation +0.2 to +0.7').waitFor();
    await again.close();
  });

  it('takes the answer back with undo, and the answer before it returns', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/planner/issues/1811');
    await panel(page).getByText('by Collaboration +0.5 to +1.6').waitFor();
    await panel(page).getByRole('button', { name: 'Edit' }).click();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('2..3');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByText('by Collaboration +2 to +3').waitFor();
    await page.keyboard.press('u');
    await panel(page).getByText('by Collaboration +0.5 to +1.6').waitFor();
    await page.reload();
    await panel(page).getByText('by Collaboration +0.5 to +1.6').waitFor();
    await page.close();
  });

  it('keeps a half-typed answer through a reload', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/planner/issues/1779');
    await panel(page).getByRole('radio').nth(1).check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..');
    await panel(page).getByRole('status').getByText('Draft kept').waitFor();
    await page.reload();
    expect(await panel(page).getByRole('textbox', { name: 'By how much?' }).inputValue()).toBe('+2..');
    await page.close();
  });

  it('takes "Not North Star work" with a reason as an equal answer', async () => {
    const page = await stage.open('https://github.com/azimuth-sample/planner/issues/1893');
    await panel(page).getByRole('radio', { name: 'Not North Star work' }).check();
    await panel(page).getByRole('button', { name: 'Compliance' }).click();
    await panel(page).getByRole('textbox', { name: 'Effort' }).fill('8');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByText('Compliance, 8 points').waitFor();
    await page.close();
  });
});
