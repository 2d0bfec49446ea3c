// What every build with a remedy taken out must still do. A test that fails where nothing works proves nothing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ISSUE, JIRA, LINEAR, panel, setStage, type Stage } from '../e2e/stage.ts';

describe('control', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
  });
  afterAll(() => stage.close());

  it.each([ISSUE, JIRA, LINEAR])('control: asks and stores after an ordinary load of %s', async (url) => {
    const page = await stage.open(url);
    await panel(page).waitFor();
    // The page has woken: what a missing remedy did to the panel before that is the test's to see.
    await page.waitForTimeout(1000);
    await panel(page).getByRole('radio').first().check();
    await panel(page).getByRole('textbox', { name: 'By how much?' }).fill('+2..4');
    await panel(page).getByRole('button', { name: 'Save' }).click();
    await panel(page).getByRole('status').getByText('Saved', { exact: true }).waitFor();
    expect(await panel(page).count()).toBe(1);
    await page.close();
  });
});
