// The main job, played: one ticket on each tracker answered with the keyboard, popup and dashboard looked at, the
// answers exported. Leaves pictures and the export, and says what happened.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Launched } from '../setup/launch.ts';

const TICKETS = [
  {
    name: 'github',
    url: 'https://github.com/azimuth-sample/planner/issues/1842',
    keys: ['1', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'],
  },
  { name: 'jira', url: 'https://azimuth-sample.atlassian.net/browse/PLN-214', keys: ['2', '+', '1', '.', '.', '3', 'Enter'] },
  {
    name: 'linear',
    url: 'https://linear.app/azimuth-sample/issue/PLN-88/skip-the-tour?live=0',
    keys: ['1', 'ArrowRight', 'ArrowRight', 'Enter'],
  },
] as const;

/**
 * Plays it. @param folder where the pictures and the export go, emptied first @param say prints a line
 * @returns whether everything happened as it should
 */
export async function playJob({ context, extensionId }: Launched, folder: string, say: (line: string) => void): Promise<boolean> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = (path: string): string => `chrome-extension://${extensionId}/${path}`;
  const page = await context.newPage();
  const shoot = (name: string): Promise<unknown> => page.screenshot({ path: join(folder, `${name}.png`) });
  let fine = true;
  const step = async (what: string, act: () => Promise<string>): Promise<void> => {
    try {
      say(`  ok    ${what}: ${await act()}`);
    } catch (error) {
      fine = false;
      say(`  FAIL  ${what}: ${String(error).split('\n')[0]}`);
    }
  };
  page.setDefaultTimeout(15_000);
  say('Playing the main job:');

  for (const { name, url, keys } of TICKETS) {
    await step(`answer a ${name} ticket with ${keys.length + 1} keys`, async () => {
      await page.goto(url);
      const panel = page.locator('azimuth-panel[data-place="column"]');
      await panel.getByRole('radio').first().focus();
      for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
      await panel.getByRole('button', { name: 'Save' }).waitFor();
      await shoot(`${name}-asking`);
      await page.keyboard.press('Enter');
      await panel.getByRole('status').getByText('Saved').waitFor();
      await shoot(`${name}-saved`);
      return (await panel.locator('.what').textContent()) ?? '';
    });
  }
  await step('open the popup', async () => {
    await page.goto(own('popup.html'));
    await page.getByText('Are we winning?').waitFor();
    await page.setViewportSize({ width: 360, height: 600 });
    await shoot('popup');
    await page.setViewportSize({ width: 1400, height: 900 });
    return (
      (await page
        .getByText(/^(Winning|Close|Losing|Unknown)$/)
        .first()
        .textContent()) ?? ''
    );
  });
  for (const view of ['status', 'backlog', 'framework', 'data', 'settings']) {
    await step(`open the dashboard, ${view}`, async () => {
      await page.goto(own(`dashboard.html#/${view}`));
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(300);
      await shoot(`dashboard-${view}`);
      return (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    });
  }
  for (const kind of ['CSV', 'JSON']) await step(`export as ${kind}`, () => exportAs(page, own('dashboard.html#/data'), kind, folder));
  say(`Pictures and exports are in ${folder}.`);
  return fine;
}

async function exportAs(page: Page, url: string, kind: string, folder: string): Promise<string> {
  await page.goto(url);
  await page.reload();
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await page.getByRole('checkbox', { name: /sample/i }).check();
  const save = page.getByRole('button', { name: 'Save file' });
  await save.and(page.locator(':enabled')).waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  const text = readFileSync(file, 'utf8');
  const rows = kind === 'CSV' ? text.trim().split('\r\n').length - 1 : (JSON.parse(text).estimates as unknown[]).length;
  if (!text.includes('azimuth-sample/planner#1842')) throw new Error('The ticket answered a moment ago is not in the export.');
  return `${rows} tickets in ${download.suggestedFilename()}`;
}
