// A framework carried to another device in a file, with its readings: the same numbers there, and a way back.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';
import { violations } from './status-stage.ts';

/** What Status says in its list and its verdict. */
async function numbers(page: Page): Promise<string> {
  await page.evaluate(() => (location.hash = '#/status'));
  await page.getByRole('heading', { level: 1, name: 'Status' }).waitFor();
  await page.getByText('New team activation').first().waitFor();
  return (await page.locator('main').innerText()).replace(/^Sample.*\n+/m, '').replace(/\n+/g, '\n');
}

describe('a framework in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'azimuth-file-'));
  const file = join(folder, 'planner.azimuth.json');
  let there: string;
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    const first = await setStage();
    await first.sample();
    const from = await first.own('dashboard.html#/framework');
    await from.getByRole('button', { name: 'File', exact: true }).click();
    const [download] = await Promise.all([from.waitForEvent('download'), from.getByRole('button', { name: 'Save as a file' }).click()]);
    await download.saveAs(file);
    await from.getByRole('button', { name: 'Cancel' }).click();
    there = await numbers(from);
    await first.close();
    stage = await setStage();
    page = await stage.own('dashboard.html#/framework?framework=new');
  });
  afterAll(async () => {
    await stage.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (): Promise<void> => {
    await page.evaluate(() => (location.hash = '#/framework'));
    await page.getByRole('button', { name: 'File', exact: true }).click();
    await page.getByLabel('Open a file').setInputFiles(file);
  };

  it('shows the same numbers on another device', async () => {
    await open();
    const box = page.getByRole('checkbox', { name: /^and \d+ readings of \d metrics/ });
    expect(await box.isChecked()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Begin from it' }).click();
    await page.getByText(/^\d+ readings of the file stored\.$/).waitFor();
    await expect.poll(() => numbers(page)).toBe(there);
  });

  it('stores nothing twice, and one correction as a correction', async () => {
    await open();
    await page.getByRole('button', { name: 'Put it in place of this one' }).click();
    await page.getByText('All readings of the file were stored already.').waitFor();
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"value": 6840(?=.*"source")/, '"value": 6911'));
    await open();
    await page.getByRole('button', { name: 'Put it in place of this one' }).click();
    await page.getByText('1 reading of the file stored.').waitFor();
    await expect.poll(() => numbers(page)).toContain('6,911');
  });

  it('takes back what it stored, and only that', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('"value": 6911', '"value": 6922'));
    await open();
    await page.getByRole('button', { name: 'Put it in place of this one' }).click();
    await page.getByText('1 reading of the file stored.').waitFor();
    await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
    await page.getByText('The readings of the file were taken back.').waitFor();
    await expect.poll(() => numbers(page)).toContain('6,911');
  });

  it('leaves them in the file where the file is undone before it is stored', async () => {
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"value": 6922', '"value": 6933').replace('"owner": "Growth"', '"owner": "Sales"'),
    );
    await open();
    await page.getByRole('button', { name: 'Put it in place of this one' }).click();
    await page.getByText('The readings of the file are stored once the framework is.').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('The readings stay in the file.').waitFor();
    await expect.poll(() => numbers(page)).toContain('6,911');
  });

  it('leaves them in the file where that is wished', async () => {
    const own = await setStage();
    const fresh = await own.own('dashboard.html#/framework?framework=new');
    await fresh.getByRole('button', { name: 'File', exact: true }).click();
    await fresh.getByLabel('Open a file').setInputFiles(file);
    await fresh.getByRole('checkbox', { name: /readings of/ }).uncheck();
    await fresh.getByRole('button', { name: 'Begin from it' }).click();
    await fresh.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await fresh.evaluate(() => (location.hash = '#/status'));
    await fresh.getByText('New team activation').first().waitFor();
    expect(await fresh.getByText('6,840').count()).toBe(0);
    await own.close();
  });
});
