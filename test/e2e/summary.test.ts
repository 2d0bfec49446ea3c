// Above and below the backlog's table, in a real browser: a budget, two tickets compared and decided about, stale estimates.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';
import { violations } from './status-stage.ts';

describe('the summary of the backlog', () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await setStage();
    await stage.sample();
    page = await stage.own('dashboard.html#/backlog');
    await page.getByRole('region', { name: 'Summary', exact: true }).waitFor();
  });
  afterAll(() => stage.close());

  const toast = (text: string) => page.getByRole('status').getByText(text).waitFor();
  const undo = () => page.getByRole('button', { name: 'Undo', exact: true }).click();
  const region = (name: string) => page.getByRole('region', { name, exact: true });
  const records = () =>
    page.evaluate(async () => {
      const open = indexedDB.open('azimuth');
      const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
      const all = db.transaction('records').objectStore('records').getAll();
      const rows = await new Promise<{ key: string; record: Record<string, unknown> }[]>(
        (resolve) => (all.onsuccess = () => resolve(all.result)),
      );
      db.close();
      return rows;
    });

  it('says coverage, gaps and cost, and opens each in full', async () => {
    const summary = region('Summary');
    await summary.getByText('We choose to spend 23 points on compliance, debt and infrastructure this quarter', { exact: false }).waitFor();
    expect(await summary.getByRole('row').allTextContents()).toContainEqual(expect.stringMatching(/^Activation4.pp\d+.%$/));
    expect(await summary.getByText('100 %').count()).toBe(1);
    for (const name of ['Coverage', 'Gap to target', 'Cost of other work']) {
      await summary.getByRole('button', { name }).click();
      await region(name).waitFor();
      expect(await violations(page)).toEqual([]);
    }
    expect(page.url()).toContain('show=cost');
    await page.keyboard.press('Escape');
    await region('Cost of other work').waitFor({ state: 'detached' });
  });

  it('counts what was seen and nobody answered, and lists it', async () => {
    await page.evaluate(() =>
      chrome.runtime.sendMessage({
        ask: 'seeTickets',
        tickets: [
          { ticket: 'github:azimuth-sample/planner#2001', title: 'Never answered', state: 'open' },
          { ticket: 'github:azimuth-sample/planner#2002', title: 'Done already', state: 'done' },
        ],
      }),
    );
    await page.reload();
    await region('Summary').getByText('94 %').waitFor();
    await region('Summary').getByRole('button', { name: 'Coverage' }).click();
    await region('Coverage').getByText('Never answered').waitFor();
    expect(await region('Coverage').getByText('Done already').count()).toBe(0);
  });

  it('says what gains are corrected by while nothing that is done could be measured', async () => {
    await page.getByRole('button', { name: 'No record yet' }).click();
    const record = region('Record');
    await record
      .getByText('ranges count as 1.5 times as wide as they were typed, and gains at 0.8 of what was promised.', { exact: false })
      .waitFor();
    expect(page.url()).toContain('show=record');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await record.waitFor({ state: 'detached' });
  });

  it('keeps a budget for the quarter, refuses what is none, and takes it back', async () => {
    await region('Summary').getByRole('button', { name: 'Cost of other work' }).click();
    const budget = region('Budget for other work');
    await budget.getByText(/^No share is planned for Q\d 20\d\d yet\. So far 23 points are chosen\.$/).waitFor();
    await budget.getByLabel('Share of the quarter').fill('120');
    await budget.getByRole('button', { name: 'Save' }).click();
    await budget.getByRole('alert').getByText('A share is a number from 0 to 100.').waitFor();
    await budget.getByLabel('Share of the quarter').fill('20');
    await budget.getByLabel('All points of the quarter').fill('130');
    await budget.getByLabel('Compliance').fill('12,5');
    await budget.getByRole('button', { name: 'Save' }).click();
    await toast('is saved.');
    await budget.getByText('23 of 26 planned points are chosen; 3 are left.').waitFor();
    expect(await records()).toMatchObject([{ record: { kind: 'budget', share: 0.2, points: 130, reasons: { compliance: 0.125 } } }]);
    await undo();
    await budget.getByText('No share is planned', { exact: false }).waitFor();
    expect(await budget.getByLabel('Share of the quarter').inputValue()).toBe('');
    expect(await records()).toEqual([]);
  });

  it('compares the two tickets selected, and keeps the decision with the numbers of the day', async () => {
    await region('Summary').getByRole('button', { name: 'Gap to target' }).click();
    await region('Template adoption').getByRole('button', { name: 'Select these 2 in the table' }).click();
    const compare = region('Compare 2 tickets');
    await compare.getByText(/^#1790 gains more, by \d+ \(.+ to .+\)$/).waitFor();
    await compare.getByText(/makes the difference: #1790 brings \d+ more through it\.$/).waitFor();
    expect(await compare.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'Suggest a template when a project is empty',
      'Template previews under a second',
    ]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('s');
    await expect.poll(() => compare.getByRole('heading', { level: 3 }).first().textContent()).toBe('Template previews under a second');
    await page.keyboard.press('s');
    await expect
      .poll(() => compare.getByRole('heading', { level: 3 }).first().textContent())
      .toBe('Suggest a template when a project is empty');
    await page.keyboard.press('d');
    await expect.poll(() => compare.getByLabel('Decision', { exact: true }).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('Templates first: the quarter is about them.');
    await compare.getByLabel('Who decided').fill('Planning');
    await page.keyboard.press('Enter');
    await toast('The decision is recorded.');
    await expect.poll(() => compare.getByLabel('Decision', { exact: true }).inputValue()).toBe('');
    const [stored] = await records();
    expect(stored?.record).toMatchObject({
      ...{ kind: 'decision', who: 'Planning', words: 'Templates first: the quarter is about them.' },
      tickets: [
        {
          ticket: 'github:azimuth-sample/planner#1790',
          mean: expect.any(Number),
          low: expect.any(Number),
          high: expect.any(Number),
          effort: 5,
        },
        { ticket: 'linear:azimuth-sample/PLN-101' },
      ],
    });
    await page.getByRole('link', { name: '1 decision' }).click();
    await page.waitForURL(/#\/decisions$/);
    const log = page.getByRole('main');
    await page.getByRole('heading', { level: 1, name: 'Decisions' }).waitFor();
    expect(await page.getByRole('navigation', { name: 'Views' }).locator('[aria-current]').textContent()).toBe('Decisions');
    expect(await violations(page)).toEqual([]);
    await log.getByText('Templates first').waitFor();
    const cells = await log.getByRole('row', { name: /#1790/ }).getByRole('cell').allTextContents();
    expect(cells[0]).toMatch(/^\+\d+ /);
    expect(cells[0]).toBe(cells[1]);
    await log.getByRole('searchbox').fill('nothing like it');
    await log.getByText('No decision has', { exact: false }).waitFor();
    await log.getByRole('searchbox').fill('planning');
    await log.getByRole('button', { name: 'Remove' }).click();
    await toast('The decision was removed.');
    expect(await records()).toEqual([]);
    await undo();
    await log.getByText('Templates first').waitFor();
    expect(await records()).toMatchObject([{ key: stored?.key, record: { words: 'Templates first: the quarter is about them.' } }]);
    // An address of the log as it was before leads to it, too, and back.
    await page.goto(stage.address('dashboard.html#/backlog?show=decisions'));
    await page.waitForURL(/#\/decisions$/);
    await page.getByRole('link', { name: 'Backlog' }).click();
    await compare.getByRole('button', { name: 'Close' }).click();
    await compare.waitFor({ state: 'detached' });
  });

  it('confirms a stale estimate with one key and gives one anew, and takes either back', async () => {
    await page.getByRole('button', { name: /^\d stale estimates$/ }).click();
    const stale = region('Stale estimates');
    const item = (ticket: string) => stale.locator(`[data-stale$="${ticket}"]`);
    await item('/pln-177')
      .getByText(/^Activation has gone from .+ to .+ since$/)
      .waitFor();
    const before = await stale.locator('[data-stale]').count();
    const flag = page.locator('[data-key$="/pln-177"]').getByRole('img', { name: /^Stale: Activation has gone from / });
    await flag.waitFor();
    await item('/pln-177').focus();
    await page.keyboard.press('c');
    await toast('PLN-177 is confirmed as of today.');
    await item('/pln-177').waitFor({ state: 'detached' });
    await flag.waitFor({ state: 'detached' });
    await page.locator('[data-key$="/pln-177"]').getByText('0 d').waitFor();
    await undo();
    await item('/pln-177').waitFor();
    await page.locator('[data-key$="/pln-177"]').getByText('55 d').waitFor();
    expect(await stale.locator('[data-stale]').count()).toBe(before);
    await item('/pln-81').focus();
    await page.keyboard.press('e');
    const box = item('/pln-81').getByLabel('Effect on Completion');
    expect(await box.inputValue()).toBe('-0.4..1.1');
    await box.fill('soon');
    expect(await item('/pln-81').getByRole('button', { name: 'Save estimate' }).isDisabled()).toBe(true);
    await box.fill('+1..2');
    await page.keyboard.press('Enter');
    await toast('PLN-81 has a new estimate.');
    await page.locator('[data-key$="/pln-81"]').getByText('Completion +1 to +2 pp').waitFor();
    await undo();
    await item('/pln-81').waitFor();
    await stale.getByLabel('Old after').fill('3650');
    await stale.getByLabel('Old after').press('Enter');
    await toast('Estimates are old after');
    expect(await violations(page)).toEqual([]);
  });
});
