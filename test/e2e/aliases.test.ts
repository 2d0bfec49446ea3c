// A ticket with two addresses: answered at one, it is answered at the other, in pages that are open as well.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panel, setStage, type Stage } from './stage.ts';

const FORMER = 'https://github.com/azimuth-sample/classic/issues/1779';
const NOW = 'https://github.com/azimuth-sample/planner/issues/1779';

describe('a repository that was renamed', () => {
  let stage: Stage;
  let settings: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    settings = await stage.own('dashboard.html#/settings');
  });
  afterAll(() => stage.close());

  const answer = async (page: Page, keys: readonly string[]): Promise<void> => {
    await page.bringToFront();
    await panel(page).getByRole('radio').first().focus();
    for (const key of keys) await page.keyboard.press(key);
    await panel(page).getByRole('status').getByText('Saved').waitFor();
  };
  const said = (from: string, to: string) => async (): Promise<void> => {
    await settings.getByRole('textbox', { name: 'The other or former address' }).fill(from);
    await settings.getByRole('textbox', { name: 'Where the tickets are at home' }).fill(to);
    await settings.getByRole('button', { name: 'Same tickets' }).click();
  };

  it('shows and saves at one address what belongs to the other, and parts them again', async () => {
    const [former, now] = [await stage.open(FORMER), await stage.open(NOW)];
    await answer(former, ['1', 'ArrowRight', 'ArrowRight', 'Enter']);
    await panel(now).getByRole('radio').first().waitFor();
    await said(FORMER, NOW)();
    const row = settings.getByRole('listitem').filter({ hasText: 'azimuth-sample/classic' });
    await row.getByText('is azimuth-sample/planner').waitFor();
    // An open page hears of it.
    await panel(now).getByText('by Activation +0.2 to +0.7').waitFor();
    expect(await panel(former).getAttribute('data-ticket')).toBe('github:azimuth-sample/classic#1779');
    await now.bringToFront();
    await panel(now).getByRole('button', { name: 'Edit' }).click();
    await panel(now).getByRole('textbox', { name: 'By how much?' }).fill('2..3');
    await panel(now).getByRole('button', { name: 'Save' }).click();
    await panel(former).getByText('by Activation +2 to +3').waitFor();
    const backlog = await stage.own('dashboard.html#/backlog?find=1779');
    await expect.poll(() => backlog.getByText('#1779').count()).toBe(1);
    await backlog.close();
    await row.getByRole('button', { name: 'Part again: azimuth-sample/classic' }).click();
    await panel(former).getByText('by Activation +0.2 to +0.7').waitFor();
    await panel(now).getByText('by Activation +2 to +3').waitFor();
    await Promise.all([former.close(), now.close()]);
  });

  it('is taken back from the line that says so, and nothing that makes no sense is kept', async () => {
    await settings.bringToFront();
    await said('https://github.com/azimuth-sample/classic', 'azimuth-sample/planner')();
    const toast = settings.getByRole('status').filter({ hasText: 'Tickets of azimuth-sample/classic' });
    await toast.waitFor();
    await said('azimuth-sample/planner', 'azimuth-sample/classic')();
    await settings.getByText('The second is the first already').waitFor();
    await said('azimuth-sample/planner', 'https://github.com/azimuth-sample')();
    await settings.getByText('These are not of one kind').waitFor();
    await said('nowhere', 'https://github.com/azimuth-sample')();
    await settings.getByText('“nowhere” is no address').waitFor();
    await settings.getByRole('button', { name: 'Part again: azimuth-sample/classic' }).click();
    await settings.getByText('azimuth-sample/classic and azimuth-sample/planner are apart again.').waitFor();
    await expect.poll(() => settings.getByRole('button', { name: /^Part again/ }).count()).toBe(0);
  });
});
