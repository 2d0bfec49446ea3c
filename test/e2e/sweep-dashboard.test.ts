// Sweeping away from the trackers: over pasted tickets, over each tracker's own export, over what waits for an answer.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';

const EXPORTS = {
  'Jira.csv': [
    'Summary,Issue key,Issue id,Issue Type,Status,Priority,Resolution,Assignee,Labels,Labels,Sprint,Status Category',
    '"=HYPERLINK(""https://evil.example"",""x"")",PLN-9001,1,Story,To Do,High,,Team A,one,two,Sprint 3,To Do',
    '<img src=x onerror=alert(1)>,PLN-9002,2,Bug,In Progress,Low,,,,,,In Progress',
    'Over and done,PLN-9003,3,Bug,Done,Low,Done,,,,,Done',
    'Plain,PLN-9004,4,Task,To Do,Low,,,,,,To Do',
  ].join('\r\n'),
  'Linear.csv': [
    '"ID","Team","Title","Status","Estimate","Priority","Assignee","Labels","Cycle Number","Canceled"',
    '"PLN-9101","Planner","First","Todo","3","High","","","",""',
    '"PLN-9102","Planner","Second","Todo","","","","","",""',
    '"PLN-9103","Planner","Gone","Canceled","","","","","","2026-11-01"',
    '"PLN-9104","Planner","Third","Todo","","","","","",""',
  ].join('\n'),
  'GitHub.tsv': [
    'Title\tURL\tAssignees\tStatus\tLabels',
    'One\thttps://github.com/azimuth-sample/planner/issues/9201\t\tTodo\tbug',
    'A draft of a project\t\t\tTodo\t',
    'Two\thttps://github.com/azimuth-sample/planner/issues/9202\t\tTodo\t',
    'Three\thttps://github.com/azimuth-sample/planner/issues/9203\t\tTodo\t',
  ].join('\n'),
};

describe('a sweep on the dashboard', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage({ viewport: { width: 1280, height: 832 } });
    await stage.sample();
  }, 60_000);
  afterAll(() => stage.close());
  afterEach(() => page.close());

  const count = () => page.locator('.bar .top > b');
  const title = () => page.locator('.bar .title');
  /** Its question stands: before, Enter saves nothing. */
  const asks = async (place: string): Promise<void> => {
    await expect.poll(() => count().textContent()).toBe(place);
    await page.locator('.bar .option').first().waitFor();
  };
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const stored = (): Promise<Record<string, unknown>[]> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('azimuth');
          opening.onerror = reject;
          opening.onsuccess = () => {
            const db = opening.result;
            const asked = db.transaction('tags').objectStore('tags').getAll();
            asked.onsuccess = () => {
              db.close();
              resolve(asked.result);
            };
          };
        }),
    );

  it.each(Object.entries(EXPORTS))('%s: its open tickets, one key a step, stored under their own ids', async (name, text) => {
    page = await stage.own('dashboard.html#/sweep');
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await asks('1 of 3');
    await press('1', 's', 'Enter');
    await asks('2 of 3');
    await press('0', 'd', 'Enter');
    await asks('3 of 3');
    await press('u');
    await asks('2 of 3');
    await press('2', 't');
    await page.keyboard.type('+1..2pp');
    await press('Enter');
    await asks('3 of 3');
    await press('j');
    await page.getByText('That was the last ticket here.').waitFor();
    const ours = (await stored()).filter(
      ({ ticket }) => /9[012]0\d$/.test(String(ticket)) && String(ticket).startsWith(`${name.split('.')[0]}:`.toLowerCase()),
    );
    expect(ours.map(({ shown }) => String(shown).replace(/^.*[-#]/, ''))).toHaveLength(2);
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await press('Escape');
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    // The third is known from the file, and waits.
    await page.getByText(/tickets seen on this device wait/).waitFor();
  });

  it('reads links and keys out of any text, and asks of which site keys are', async () => {
    page = await stage.own('dashboard.html#/sweep');
    const box = page.getByRole('textbox');
    await box.fill('nothing of ours');
    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('alert').getByText('No ticket was found').waitFor();
    await box.fill('Elsewhere https://github.com/else/where/issues/3');
    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('alert').getByText('None of these 1 tickets').waitFor();
    await box.fill('PLN-9301 By its key\nPLN-9302 Another');
    await page.getByRole('button', { name: 'Begin' }).first().click();
    await page.getByRole('combobox').selectOption({ label: 'azimuth-sample' });
    await page.getByRole('button', { name: 'Begin' }).last().click();
    await expect.poll(() => title().textContent()).toBe('By its keyPLN-9301');
    await press('j', 'k', '1');
    // Single letters go to the box while a range is typed.
    await press('t');
    await page.keyboard.type('jku');
    await press('Escape', 'Escape');
    await expect.poll(() => page.locator('.bar').count()).toBe(0);
  });
});
