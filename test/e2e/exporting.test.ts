// Each export from the page, as a user takes it, and the file read back.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEstimates } from '../../lib/formats/json.ts';
import { SAMPLE_TAGS } from '../../lib/sample/tags.ts';
import { readCsv } from '../formats/hostile.ts';
import { setStage, type Stage } from './stage.ts';

const MANY = SAMPLE_TAGS.length;
let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.sample();
});
afterAll(() => stage.close());

async function everything(): Promise<Page> {
  const page = await stage.own('dashboard.html#/data?sample=1');
  await page.getByRole('heading', { level: 2, name: 'Export' }).waitFor();
  return page;
}

const choose = (page: Page, name: RegExp): Promise<void> => page.getByRole('radio', { name }).check();

async function saved(page: Page, button = 'Save file'): Promise<Download> {
  const save = page.getByRole('button', { name: button });
  await expect.poll(() => save.getAttribute('aria-disabled')).not.toBe('true');
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  return download;
}
const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), 'utf8');

describe('everything', () => {
  let page: Page;
  beforeAll(async () => {
    page = await everything();
  });
  afterAll(() => page.close());

  it('as CSV and TSV, a row a ticket', async () => {
    await choose(page, /^CSV/);
    const csv = await saved(page);
    expect(csv.suggestedFilename()).toMatch(/^azimuth-estimates-\d{4}-\d\d-\d\d\.csv$/);
    expect(readCsv((await textOf(csv)).replace(/^\uFEFF/, '')).length).toBe(MANY + 1);
    await choose(page, /^TSV/);
    const lines = (await textOf(await saved(page))).trimEnd().split('\r\n');
    expect([lines.length, new Set(lines.map((line) => line.split('\t').length)).size]).toEqual([MANY + 1, 1]);
  });

  it('as a spreadsheet with typed cells and sums', async () => {
    await choose(page, /^Excel/);
    await page.getByRole('status').filter({ hasText: 'xlsx' }).waitFor();
    const files = unzipSync(new Uint8Array(readFileSync(await (await saved(page)).path())));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet.match(/<row /g)?.length).toBe(MANY + 1);
    expect(sheet).toMatch(/<c r="G2"><v>-?[\d.]+<\/v>/);
    expect(strFromU8(files['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain('compliance');
    expect(strFromU8(files['xl/pivotTables/pivotTable1.xml'] ?? new Uint8Array())).toContain('<dataField name="Sum of gain"');
    expect(strFromU8(files['xl/worksheets/sheet3.xml'] ?? new Uint8Array())).toContain('Grand Total');
  });

  it('as JSON that is read back', async () => {
    await choose(page, /^JSON/);
    const read = readEstimates(await textOf(await saved(page)));
    expect(read.ok && read.estimates.estimates.length).toBe(MANY);
  });

  it('as Markdown', async () => {
    await choose(page, /^Markdown/);
    expect((await textOf(await saved(page))).trimEnd().split('\n').length).toBe(MANY + 2);
  });

  it('as a report that opens on its own, loads nothing and runs nothing', async () => {
    await choose(page, /^Report/);
    const path = await (await saved(page)).path();
    const opened = await stage.context.newPage();
    const asked: string[] = [];
    opened.on('request', (request) => asked.push(request.url()));
    const said: string[] = [];
    opened.on('console', (message) => said.push(message.text()));
    // As a file with its own name: without an ending the browser would show its source.
    await opened.setContent(readFileSync(path, 'utf8'));
    expect(await opened.getByRole('heading', { level: 1 }).textContent()).toContain('North Star report');
    expect(await opened.locator('td.title').count()).toBe(MANY);
    expect(await opened.locator('body').evaluate((body) => getComputedStyle(body).fontSize)).toBe('13px');
    expect(await opened.locator('script').count()).toBe(0);
    expect([asked, said]).toEqual([[], []]);
    await opened.close();
  });

  it('as files that trackers take back, each for one place', async () => {
    await choose(page, /^Jira/);
    await page.getByRole('textbox', { name: 'NSM gain', exact: true }).fill('customfield_10050');
    const rows = readCsv(await textOf(await saved(page)));
    expect(rows[0]?.slice(0, 3)).toEqual(['Issue Key', 'Summary', 'NSM gain']);
    expect(rows.slice(1).every(([key]) => /^PLN-\d+$/.test(String(key)))).toBe(true);
    const config = JSON.parse(await textOf(await saved(page, 'Save its configuration'))) as Record<string, Record<string, unknown>>;
    expect(config['config.field.mappings']?.['NSM gain']).toMatchObject({ 'existing.custom.field': '10050' });
    expect(config['config.project']?.['project.key']).toBe('PLN');
    await choose(page, /^GitHub/);
    const script = await textOf(await saved(page));
    expect(script).toMatch(/^#!\/bin\/sh\n/);
    expect(script.match(/^item 'https:\/\/github\.com\//gm)?.length).toBeGreaterThan(3);
  });

  it('leaves the sample out unless it is asked for', async () => {
    await choose(page, /^CSV/);
    await page.getByRole('checkbox', { name: /Sample data too/ }).uncheck();
    await page.getByText('No answers to export.').waitFor();
    expect(await page.getByRole('button', { name: 'Save file' }).getAttribute('aria-disabled')).toBe('true');
  });
});

describe('a view', () => {
  it('goes out as it stands: its rows, its order, its filter', async () => {
    const page = await stage.own('dashboard.html#/backlog?sort=ticket&find=team');
    const titles = page.getByRole('row').locator('.title');
    await titles.first().waitFor();
    const shown = await titles.allTextContents();
    await page.getByRole('button', { name: 'Export' }).click();
    await choose(page, /^CSV/);
    await page.getByRole('checkbox', { name: /Sample data too/ }).check();
    const rows = readCsv((await textOf(await saved(page))).replace(/^\uFEFF/, ''));
    expect(rows.slice(1).map(([, , title]) => title)).toEqual(shown);
    expect(shown.length).toBeLessThan(MANY);
    await page.close();
  });

  it('tells the columns it shows, with the numbers it shows, and all of them where they are asked for', async () => {
    const page = await stage.own('dashboard.html#/backlog?columns=gain,next,state');
    await page.getByRole('row').locator('.title').first().waitFor();
    await page.getByRole('button', { name: 'Export' }).click();
    await choose(page, /^CSV/);
    await page.getByRole('checkbox', { name: /Sample data too/ }).check();
    const head = async () => readCsv((await textOf(await saved(page))).replace(/^\uFEFF/, ''));
    const [names = [], first = []] = await head();
    const behind = ['State', 'Status', 'Corrected gain', 'Beats next', 'Moves', 'Quarter', 'Counted', 'Counted gain'];
    expect(names.slice(names.indexOf('Sample') + 1)).toEqual(behind);
    const of = (name: string): number => {
      const cell = first[names.indexOf(name)];
      return typeof cell === 'object' ? Number(cell.bare) : Number.NaN;
    };
    expect(of('Corrected gain')).not.toBe(0);
    expect(of('Beats next')).toBeGreaterThan(0.4);
    await page.getByRole('checkbox', { name: 'Columns the view hides, too' }).check();
    const [wide = []] = await head();
    expect(wide).toContain('Assignees');
    expect(wide).toContain('Team input');
    await page.close();
  });

  it('is copied as a table and as text, and as a link', async () => {
    const page = await stage.own('dashboard.html#/backlog?sort=ticket');
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Export' }).click();
    await choose(page, /^Copy as a table/);
    await page.getByRole('checkbox', { name: /Sample data too/ }).check();
    const copy = page.getByRole('button', { name: 'Copy', exact: true });
    await expect.poll(() => copy.getAttribute('aria-disabled')).not.toBe('true');
    await copy.click();
    await page.getByText('Copied.', { exact: true }).waitFor();
    const read = (type: string): Promise<string> =>
      page.evaluate(async (one) => (await (await navigator.clipboard.read())[0]?.getType(one))?.text() ?? '', type);
    expect((await read('text/html')).match(/<tr/g)?.length).toBe(MANY + 1);
    expect((await read('text/plain')).trimEnd().split(/\r?\n/).length).toBe(MANY + 1);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText(/^Link to this view copied/).waitFor();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.close();
  });

  it('is printed as its report', async () => {
    const page = await stage.own('dashboard.html#/backlog');
    await page.getByRole('button', { name: 'Export' }).click();
    await choose(page, /^Report/);
    await page.getByRole('checkbox', { name: /Sample data too/ }).check();
    const print = page.getByRole('button', { name: 'Print' });
    await expect.poll(() => print.getAttribute('aria-disabled')).not.toBe('true');
    await print.click();
    const frame = page.frameLocator('iframe[aria-hidden]');
    // The browser's dialog may be closed at once, and the page with it: either it is seen, or it is over.
    await expect.poll(async () => (await frame.locator('td.title').count()) || (await page.locator('iframe').count()) === 0).toBeTruthy();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.close();
  });
});
