// The backlog in a real browser: sorted, filtered, grouped, selected, changed and taken back, kept under a name, by mouse and by keys.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const at = (n: number): string => `github:azimuth-sample/planner#${n}`;

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  await stage.sample();
  const own = await stage.own('manifest.json');
  const tickets = [
    { ticket: at(1790), state: 'open', labels: ['growth'], assignees: ['Kim'] },
    { ticket: at(1811), state: 'open', labels: ['growth', 'design'], assignees: ['Ana'] },
    { ticket: at(1903), state: 'open', labels: ['design'] },
    ...Array.from({ length: 14 }, (_, i) => ({
      ...{ ticket: at(3000 + i), title: `Open ${i}`, state: 'open' },
      ...(i === 3 && { status: 'In Review', labels: ['design', 'urgent'], assignees: ['Ana'] }),
    })),
  ];
  await own.evaluate((list) => chrome.runtime.sendMessage({ ask: 'seeTickets', tickets: list }), tickets);
  await own.close();
});
afterAll(() => stage.close());
beforeEach(async () => {
  page = await stage.own('dashboard.html#/backlog');
  await page.setViewportSize({ width: 1280, height: 900 });
  await drawn(15);
});
afterEach(() => page.close());

const rows = () => page.locator('.list > .row[data-key]');
const drawn = (count: number): Promise<void> => expect.poll(() => rows().count()).toBe(count);
const titles = (): Promise<string[]> => page.locator('.list > .row[data-key] .title').allTextContents();
const query = (): string => new URL(page.url()).hash.replace(/^#\/backlog\??/, '');
const efforts = (): Promise<Record<string, number | undefined>> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open('azimuth');
      open.onsuccess = () => resolve(open.result);
    });
    const all = await new Promise<{ ticket: string; effort?: number }[]>((resolve) => {
      const request = db.transaction('tags').objectStore('tags').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    return Object.fromEntries(all.map(({ ticket, effort }) => [ticket, effort]));
  });

async function violations(): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    const found = await axe.run(document);
    return found.violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  });
}

describe('the table', () => {
  it('sorts by a column, says so in the address, and goes back', async () => {
    const before = await titles();
    await page.getByRole('button', { name: /^Effort/ }).click();
    await expect.poll(query).toBe('sort=effort');
    await expect.poll(titles).not.toEqual(before);
    expect(await page.getByRole('columnheader', { name: /^Effort/ }).getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('button', { name: /^Effort/ }).click();
    await expect.poll(query).toBe('sort=effort&order=desc');
    await page.goBack();
    await expect.poll(query).toBe('sort=effort');
    await page.goBack();
    await expect.poll(titles).toEqual(before);
    await page.goForward();
    await expect.poll(titles).not.toEqual(before);
  });

  it('shows the corrected gain beside the one given, and who beats the next', async () => {
    const first = rows().first();
    await first.getByText(/^\+\d+ as given$/).waitFor();
    const cells = await first.getByRole('gridcell').allTextContents();
    const [gain, given] = (/^\+(\d+)\+(\d+) as given$/.exec(cells[4] ?? '') ?? []).slice(1).map(Number);
    expect(gain).toBeLessThan(given ?? 0);
    expect(cells.some((text) => /^\d+.%$/.test(text))).toBe(true);
  });

  it('filters by facets with counts, each of which goes away by itself', async () => {
    await page.keyboard.press('f');
    const menu = page.getByRole('group', { name: 'Filter by' });
    await menu.getByLabel('Filter by').selectOption({ label: 'Label' });
    await menu.getByRole('checkbox', { name: 'growth 2' }).check();
    await drawn(2);
    await menu.getByRole('checkbox', { name: 'design 2' }).check();
    await drawn(3);
    await menu.getByLabel('Filter by').selectOption({ label: 'Assignee' });
    await menu.getByRole('checkbox', { name: 'None 1' }).check();
    await drawn(1);
    expect(decodeURIComponent(query())).toBe('assignee=\\0&label=growth,design');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('button', { name: /^Filters/ }).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Assignee: None 1, remove this filter' }).click();
    await drawn(3);
    await page.reload();
    await drawn(3);
    for (const name of ['growth', 'design']) await page.getByRole('button', { name: new RegExp(`^Label: ${name} .*remove`) }).click();
    await drawn(15);
    expect(query()).toBe('');
  });

  it('groups, with the sums of each group, and shows the columns asked for', async () => {
    await page.keyboard.press('g');
    await page.getByRole('group', { name: 'Group by' }).getByRole('button', { name: 'Assignee' }).click();
    await page.getByText('Assignee: Kim').waitFor();
    expect(await page.locator('.group-head').allTextContents()).toHaveLength(3);
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Age' }).uncheck();
    await page.getByRole('checkbox', { name: 'Assignee' }).check();
    await page.getByRole('columnheader', { name: 'Assignee' }).waitFor();
    expect(await page.getByRole('columnheader', { name: 'Age' }).count()).toBe(0);
    await drawn(15);
  });

  it('says what of an address it does not know, and keeps the rest', async () => {
    await page.goto(stage.address('dashboard.html#/backlog?sort=colour&reason=compliance'));
    await drawn(2);
    await page.getByText('left out: sort.').waitFor();
  });

  it('names what nobody answered, and how long a walk takes', async () => {
    const foot = page.locator('.group-foot');
    expect(await foot.textContent()).toMatch(/^Unanswered 1\d tickets/);
    expect(await foot.getByRole('link', { name: 'Walk them, about 3 min' }).getAttribute('href')).toBe('#/sweep');
  });

  it('puts a ticket under each of its labels, and counts it once', async () => {
    await page.goto(stage.address('dashboard.html#/backlog?group=label&label=growth,design'));
    await drawn(4);
    const heads = await page.locator('.group-head').allTextContents();
    expect(heads.map((head) => head.split(',')[0])).toEqual(['Label: design 2 tickets', 'Label: growth 2 tickets']);
    await page.getByText(/^3 of \d+ answered tickets$/).waitFor();
    await page.getByText('sums of groups do not add up', { exact: false }).waitFor();
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByText('3 selected', { exact: false }).waitFor();
  });

  it('filters by what is stale, kept in the address', async () => {
    const prefer = (oldAfter: number) =>
      page.evaluate((days) => chrome.runtime.sendMessage({ ask: 'prefer', change: { oldAfter: days } }), oldAfter);
    await prefer(14);
    try {
      await page.goto(stage.address('dashboard.html#/backlog?stale=old'));
      await page.reload();
      await rows().first().waitFor();
      const stale = await rows().count();
      expect(stale).toBeGreaterThan(0);
      expect(
        await rows()
          .getByRole('img', { name: /^Stale: / })
          .count(),
      ).toBe(stale);
      await page.getByRole('button', { name: /^Stale: Old \d+, remove this filter$/ }).click();
      await expect.poll(query).toBe('');
      await page.keyboard.press('f');
      const menu = page.getByRole('group', { name: 'Filter by' });
      await menu.getByRole('combobox').selectOption({ label: 'Stale' });
      await menu.getByRole('checkbox', { name: 'Not stale' }).check();
      await expect
        .poll(() =>
          rows()
            .getByRole('img', { name: /^Stale: / })
            .count(),
        )
        .toBe(0);
    } finally {
      await prefer(90);
    }
  });

  it.each(['', '?score=value', '?score=rice&group=input', '?label=growth'])(
    'has nothing that a reader’s software trips over at #/backlog%s',
    async (search) => {
      await page.goto(stage.address(`dashboard.html#/backlog${search}`));
      await rows().first().waitFor();
      expect(await violations()).toEqual([]);
      for (const name of ['Filters', 'Columns', 'Views']) {
        await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
        expect(await violations(), name).toEqual([]);
      }
    },
  );
});

describe('what nobody answered', () => {
  const waiting = () => page.locator('.waiting-table .list > [role="row"]');

  it('is a list of its own, with what is known of each ticket, to be searched and filtered', async () => {
    await page.getByRole('link', { name: 'Unanswered 14' }).click();
    await expect.poll(() => waiting().count()).toBe(14);
    expect(query()).toBe('show=unanswered');
    const row = page.getByRole('row', { name: /Open 3/ });
    expect(await row.getByRole('cell').allTextContents()).toEqual(['Open 3#3003', 'In Review', 'designurgent', 'Ana', '', 'Answer']);
    expect(await row.getByRole('link', { name: 'Open 3' }).getAttribute('href')).toBe(
      'https://github.com/azimuth-sample/planner/issues/3003',
    );
    expect(await violations()).toEqual([]);
    await page.getByRole('searchbox').fill('urgent');
    await expect.poll(() => waiting().count()).toBe(1);
    await page.getByText('1 of 14 unanswered tickets').waitFor();
    await page.goto(stage.address('dashboard.html#/backlog?show=unanswered&assignee=Ana'));
    await expect.poll(() => waiting().count()).toBe(1);
    await page.getByRole('button', { name: /^Assignee: Ana 1, remove/ }).click();
    await expect.poll(() => waiting().count()).toBe(14);
    await page.getByRole('link', { name: /^Answered \d+$/ }).click();
    await drawn(15);
  });

  it('is answered in a walk, one or all that are shown', async () => {
    await page.goto(stage.address('dashboard.html#/backlog?show=unanswered'));
    await page.getByRole('button', { name: 'Sweep 14, about 3 min' }).waitFor();
    await page.getByRole('button', { name: 'Answer #3003' }).click();
    await page.waitForURL(/#\/sweep$/);
    await expect.poll(() => page.locator('.walk li').count()).toBe(1);
    await page.locator('.walk li').getByText('Open 3').waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Sweep 14, about 3 min' }).click();
    await expect.poll(() => page.locator('.walk li').count()).toBe(14);
  });
});

describe('many at once', () => {
  it('are selected by keys, changed, and brought back by one undo', async () => {
    const before = await efforts();
    for (const key of ['j', 'x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key);
    await page.getByRole('status').getByText('3 selected').waitFor();
    expect(await page.locator('[aria-selected="true"]').count()).toBe(3);
    await page.getByRole('button', { name: 'Effort', exact: true }).click();
    await page.getByRole('textbox', { name: 'Effort' }).fill('21');
    await page.keyboard.press('Enter');
    await page.getByText('3 answers changed.').waitFor();
    expect(Object.values(await efforts()).filter((effort) => effort === 21)).toHaveLength(3);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('3 answers are as they were before.').waitFor();
    expect(await efforts()).toEqual(before);
  });

  it('can all be removed and all come back', async () => {
    const before = await efforts();
    await page.getByRole('checkbox', { name: 'Select all that is shown' }).check();
    await page.getByRole('button', { name: 'Remove answers' }).click();
    await page.getByText('15 answers changed.').waitFor();
    expect(await efforts()).toEqual({});
    await page.getByRole('button', { name: 'Undo' }).click();
    await drawn(15);
    await expect.poll(efforts).toEqual(before);
  });

  it('takes effects in the words of the panel, and says what is wrong with them', async () => {
    await page.keyboard.press('j');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-key') !== null)).toBe(true);
    await page.keyboard.press('e');
    const box = page.getByRole('textbox', { name: 'Effect on Activation' });
    await box.fill('5..2');
    await page.getByText('The lower end comes first: 2..5.').waitFor();
    expect(await page.getByRole('button', { name: 'Set' }).isDisabled()).toBe(true);
    await box.fill('2..5 60%');
    await page.keyboard.press('Enter');
    await page.getByText('1 answers changed.').waitFor();
    await rows().getByText('Activation +2 to +5').first().waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('1 answers are as they were before.').waitFor();
  });
});

describe('views', () => {
  it('are kept under a name, gone to, renamed, removed and brought back', async () => {
    await page.goto(stage.address('dashboard.html#/backlog?score=wsjf&label=growth'));
    await drawn(2);
    await page.getByRole('button', { name: 'Views' }).click();
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('Growth first');
    await page.keyboard.press('Enter');
    await page.getByText('The view “Growth first” is saved.').waitFor();
    await page.goto(stage.address('dashboard.html#/backlog'));
    await drawn(15);
    await page.getByRole('button', { name: 'Growth first', exact: true }).click();
    await drawn(2);
    expect(query()).toBe('score=wsjf&label=growth');
    await page.goBack();
    await drawn(15);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Rename Growth first' }).click();
    await page.getByRole('textbox', { name: 'Name of this view' }).fill('Growth');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Remove Growth', exact: true }).click();
    await page.getByText('The view “Growth” was removed.').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Growth', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    // A press elsewhere has closed the list.
    await expect.poll(() => page.getByRole('group', { name: 'Views' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Views', exact: true }).click();
    await page.getByRole('button', { name: 'Growth', exact: true }).waitFor();
  });

  it('draw value against effort, where a dot names its ticket and a press selects it', async () => {
    await page.getByLabel('Way of scoring').selectOption({ label: 'Value and effort' });
    const dot = page.getByRole('option', { name: /^#1790 / });
    await dot.hover();
    await page
      .locator('figcaption')
      .getByText(/^#1790 .*(Quick win|Big bet)$/)
      .waitFor();
    await dot.click();
    await page.getByRole('status').getByText('1 selected').waitFor();
    expect(await page.locator('.list > .row[aria-selected="true"]').getByText('#1790').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('2 selected').waitFor();
  });

  it('tell all their keys', async () => {
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    for (const what of ['Select the ticket', 'Filters', 'Groups', 'Set effects of what is selected'])
      await dialog.getByText(what, { exact: true }).waitFor();
  });
});
