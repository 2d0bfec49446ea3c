// Answers imported, in a real browser: a file of ours, and sheets of other tools; what would change is shown first, all of it can be
// taken back, and a long one can be stopped.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['SHOTS'];

/** Violations of accessibility, and a picture of it in light and dark where somebody wants to look. */
async function faults(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  if (SHOTS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${SHOTS}/${name}-${colorScheme}.png`, fullPage: true });
    }
    const wide = page.viewportSize();
    await page.setViewportSize({ width: 400, height: 900 });
    await page.screenshot({ path: `${SHOTS}/${name}-narrow.png`, fullPage: true });
    if (wide) await page.setViewportSize(wide);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  });
}

/** The answers that are stored, read the way the extension's pages read. */
const tags = (page: Page): Promise<{ shown: string; at: string; note?: string; effort?: number; answer: unknown; title: string }[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('azimuth');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const asked = open.result.transaction('tags').objectStore('tags').getAll();
          asked.onsuccess = () => {
            open.result.close();
            resolve(asked.result);
          };
        };
      }),
  );

const begin = async (stage: Stage): Promise<Page> => {
  const page = await stage.own('dashboard.html#/data');
  await page.getByRole('textbox', { name: 'Paste rows from a spreadsheet' }).waitFor();
  return page;
};
const choose = (page: Page, name: string, text: string): Promise<void> =>
  page.setInputFiles('input[type=file]', { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const says = (page: Page, text: string | RegExp): Promise<void> => page.getByRole('status').getByText(text).waitFor({ state: 'attached' });

const estimate = (n: number, more: object = {}) => ({
  ...{
    ticket: `jira:other.atlassian.net/OUT-${n}`,
    title: `Out ${n}`,
    at: '2026-05-01T10:00:00.000Z',
    person: 'me',
    note: 'because',
    effort: 3,
  },
  answer: { kind: 'not-north-star', reason: 'debt', framework: 'sample-planner', version: 1 },
  ...more,
});
const fileOf = (framework: string, estimates: readonly { answer: object }[]): string =>
  JSON.stringify({
    ...{ format: 'azimuth-estimates/v1', generator: { name: 'Azimuth', version: '1' }, exportedAt: '2026-11-22T00:00:00.000Z' },
    frameworks: [],
    estimates: estimates.map((one) => ({ ...one, answer: { ...one.answer, framework } })),
  });

describe('answers from a file', () => {
  let stage: Stage;
  let framework = '';
  beforeAll(async () => {
    stage = await setStage({ colorScheme: 'light' });
    await stage.sample();
    const page = await begin(stage);
    framework = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const open = indexedDB.open('azimuth');
          open.onsuccess = () => {
            const asked = open.result.transaction('frameworks').objectStore('frameworks').getAll();
            asked.onsuccess = () => {
              open.result.close();
              resolve((asked.result[0] as { id: string }).id);
            };
          };
        }),
    );
    await page.close();
  });
  afterAll(() => stage.close());

  it('of ours are shown before they are stored, keep their days, and are taken back after a reload', async () => {
    const page = await begin(stage);
    const before = await tags(page);
    expect(await faults(page, 'begin')).toEqual([]);
    const text = fileOf(framework, [estimate(1), estimate(2), estimate(2), estimate(3, { ticket: 'OUT-3' })]);
    await choose(page, 'answers.json', text);
    await says(page, '2 new, 0 changed, 0 stored already, 2 not read');
    await page.getByText('“OUT-3” names no ticket of GitHub, Jira or Linear.').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save these rows as a file')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('names no ticket');
    expect(await faults(page, 'json-check')).toEqual([]);
    expect(await tags(page)).toHaveLength(before.length);
    await press(page, 'Import 2 answers');
    await says(page, '2 answers imported.');
    expect(await faults(page, 'json-stored')).toEqual([]);
    const mine = (await tags(page)).find(({ shown }) => shown === 'jira:other.atlassian.net/OUT-1');
    expect(mine).toMatchObject({ at: '2026-05-01T10:00:00.000Z', note: 'because', effort: 3, title: 'Out 1' });
    await press(page, 'Import more');
    await choose(page, 'answers.json', text);
    await says(page, '0 new, 0 changed, 2 stored already, 2 not read');
    await page.reload();
    const row = page.getByRole('list', { name: 'Earlier imports' }).getByRole('listitem').filter({ hasText: 'answers.json' });
    await row.getByText('2 answers').waitFor();
    expect(await faults(page, 'earlier')).toEqual([]);
    await row.getByRole('button', { name: /^Undo the import: answers\.json, / }).click();
    await row.getByText('Taken back. Every answer is as it was.').waitFor();
    expect(await tags(page)).toEqual(before);
    await page.close();
  });

  it('of a framework that is not here are kept out, and put under one that is where somebody says so', async () => {
    const page = await begin(stage);
    await choose(page, 'other.json', fileOf('elsewhere', [estimate(11)]));
    await page.getByText('It belongs to the framework “elsewhere”, which is not here.').waitFor();
    expect(await faults(page, 'json-elsewhere')).toEqual([]);
    await page.getByLabel('Where the answers of elsewhere go').selectOption(framework);
    await says(page, '1 new, 0 changed, 0 stored already, 0 not read');
    await page.close();
  });

  it('with decisions, a budget and a view come back together, and are taken back together after a reload', async () => {
    const page = await begin(stage);
    const kinds = (): Promise<string[]> =>
      page.evaluate(
        () =>
          new Promise((resolve) => {
            const open = indexedDB.open('azimuth');
            open.onsuccess = () => {
              const asked = open.result.transaction('records').objectStore('records').getAll();
              asked.onsuccess = () => {
                open.result.close();
                resolve((asked.result as { record: { kind: string } }[]).map(({ record }) => record.kind));
              };
            };
          }),
      );
    const before = await kinds();
    const of = { framework };
    const at = '2026-05-02T09:00:00.000Z';
    const text = JSON.stringify({
      ...(JSON.parse(fileOf(framework, [estimate(31), estimate(32)])) as object),
      decisions: [
        {
          ...of,
          kind: 'decision',
          version: 1,
          words: 'Invites first',
          who: 'Ada',
          at,
          tickets: [{ ticket: 'linear:acme/PLN-1', title: 'T' }],
        },
      ],
      budgets: [{ ...of, kind: 'budget', quarter: '2031-Q1', share: 0.2 }],
      views: [{ ...of, kind: 'view', name: 'What Ada works on', query: 'assignee=Ada' }],
    });
    await choose(page, 'whole.json', text);
    await says(page, '5 new, 0 changed, 0 stored already, 0 not read');
    await page.getByRole('region', { name: 'Decisions, budgets and views' }).getByText('What Ada works on').waitFor();
    expect(await faults(page, 'whole-check')).toEqual([]);
    expect(await kinds()).toEqual(before);
    await press(page, 'Import 5 entries');
    await says(page, '5 entries imported.');
    expect(await faults(page, 'whole-stored')).toEqual([]);
    expect((await kinds()).toSorted()).toEqual([...before, 'budget', 'decision', 'view'].toSorted());
    await press(page, 'Import more');
    await choose(page, 'whole.json', text);
    await says(page, '0 new, 0 changed, 5 stored already, 0 not read');
    await page.reload();
    const row = page.getByRole('list', { name: 'Earlier imports' }).getByRole('listitem').filter({ hasText: 'whole.json' });
    await row.getByText('5 entries').waitFor();
    await row.getByRole('button', { name: /^Undo the import: whole\.json, / }).click();
    await row.getByText('Taken back. Everything is as it was.').waitFor();
    expect(await kinds()).toEqual(before);
    await page.close();
  });

  it('go out as CSV and TSV and come back as they were, by their own columns', async () => {
    const page = await begin(stage);
    await choose(page, 'two.json', fileOf(framework, [estimate(41), estimate(42, { title: '=1+1', note: 'a, "b"' })]));
    await press(page, 'Import 2 answers');
    await says(page, '2 answers imported.');
    const stored = await tags(page);
    for (const [name, format] of [
      ['back.csv', /^CSV/],
      ['back.tsv', /^TSV/],
    ] as const) {
      await page.reload();
      await page.getByRole('radio', { name: format }).check();
      await page.getByRole('searchbox').fill('OUT-4');
      await page.getByRole('status').filter({ hasText: '2 answered tickets' }).waitFor();
      expect(await faults(page, `export-${name}`)).toEqual([]);
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save file')]);
      const text = readFileSync(await download.path(), 'utf8');
      await choose(page, name, text);
      await says(page, '0 new, 0 changed, 2 stored already, 0 not read');
      await press(page, 'Start over');
      const row = page.getByRole('list', { name: 'Earlier imports' }).getByRole('button', { name: /^Undo the import: (two|back)\./ });
      await row.first().click();
      await expect.poll(async () => (await tags(page)).some(({ shown }) => shown.includes('OUT-4'))).toBe(false);
      await choose(page, name, text);
      await says(page, '2 new, 0 changed, 0 stored already, 0 not read');
      await page.getByText(/^Read as a table of Azimuth’s own/).waitFor();
      expect(await faults(page, `own-${name}`)).toEqual([]);
      await press(page, 'Import 2 answers');
      await says(page, '2 answers imported.');
      expect((await tags(page)).map(({ shown, at, note, effort, title, answer }) => [shown, at, note, effort, title, answer])).toEqual(
        stored.map(({ shown, at, note, effort, title, answer }) => [shown, at, note, effort, title, answer]),
      );
    }
    await press(page, 'Undo');
    await says(page, 'Taken back. Every answer is as it was.');
    await page.close();
  });

  it('as a RICE sheet: a class of impact is a range that is shown, changed and then stored', async () => {
    const page = await begin(stage);
    await page
      .getByRole('textbox', { name: 'Paste rows from a spreadsheet' })
      .fill(
        'Feature\tTicket\tReach\tImpact\tConfidence\tEffort\nTour\tPLN-901\t500\t3\t80%\t2,5\nHelp\tPLN-902\t90\t0.5\t50%\t1\nMail\t\t9\t1\t50%\t1',
      );
    await press(page, 'Continue');
    await page.getByText('Read as a RICE sheet.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Import answers');
    expect(await page.getByRole('button', { name: 'See what changes' }).getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel('All rows move').selectOption({ index: 1 });
    const where = page.getByRole('textbox', { name: /^Keys like PLN-901 are at/ });
    await where.fill('https://azimuth-sample.atlassian.net/jira/boards');
    await page.getByText('PLN-901 is jira:azimuth-sample.atlassian.net/PLN-901').waitFor();
    const massive = page.getByRole('textbox', { name: /^Impact 3 on/ });
    expect(await massive.inputValue()).not.toBe('');
    await massive.fill('6..2');
    await page.getByText('A range cannot be read.').waitFor();
    expect(await faults(page, 'rice-question')).toEqual([]);
    await massive.fill('+1..4pp');
    await expect.poll(() => page.getByRole('button', { name: 'See what changes' }).getAttribute('aria-disabled')).toBe('false');
    expect(await faults(page, 'rice-columns')).toEqual([]);
    await press(page, 'See what changes');
    await says(page, '2 new, 0 changed, 0 stored already, 1 not read');
    await page.getByText('The row names no ticket.').waitFor();
    expect(await faults(page, 'rice-check')).toEqual([]);
    await press(page, 'Import 2 answers');
    await says(page, '2 answers imported.');
    const tour = (await tags(page)).find(({ title }) => title === 'Tour');
    expect(tour).toMatchObject({ shown: 'jira:azimuth-sample.atlassian.net/PLN-901', effort: 2.5 });
    expect(tour?.answer).toMatchObject({ effects: [{ low: 1, high: 4, chance: 0.8, text: '+1..4pp' }] });
    await press(page, 'Undo');
    await says(page, 'Taken back. Every answer is as it was.');
    expect((await tags(page)).some(({ title }) => title === 'Tour')).toBe(false);
    await page.close();
  });

  it('as exports of Jira Product Discovery and Productboard', async () => {
    const page = await begin(stage);
    await choose(page, 'ideas.csv', 'Key,Summary,Impact,Confidence,Effort,Insights\nPLN-911,Skip the tour,5,4,3,2\nPLN-912,Invite,1,2,1,0');
    await page.getByText('Read as an export of Jira Product Discovery.').waitFor();
    await page.getByLabel('All rows move').selectOption({ index: 1 });
    // The sample is asked about in Jira and in Linear: where keys are is not guessed.
    await page.getByRole('textbox', { name: /^Keys like PLN-911 are at/ }).fill('azimuth-sample.atlassian.net');
    expect(await page.getByRole('textbox', { name: '4 %' }).inputValue()).toBe('80');
    expect(await faults(page, 'discovery-columns')).toEqual([]);
    await press(page, 'See what changes');
    await press(page, 'Import 2 answers');
    await says(page, '2 answers imported.');
    await press(page, 'Import more');
    await choose(
      page,
      'features.csv',
      'Feature name;Status;Priority;Effort;Jira;Productboard URL\nTour;Planned;High;3;https://azimuth-sample.atlassian.net/browse/PLN-921;https://acme.productboard.com/1\n=1+1;New;Low;1;"PLN-922, PLN-923";https://acme.productboard.com/2',
    );
    await page.getByText('Read as an export of Productboard.').waitFor();
    await page.getByLabel('All rows move').selectOption({ index: 1 });
    expect(await faults(page, 'productboard-columns')).toEqual([]);
    await press(page, 'See what changes');
    await page.getByText('“PLN-922, PLN-923” names several tickets.').waitFor();
    await press(page, 'Import 1 answer');
    await says(page, '1 answer imported.');
    await press(page, 'Undo');
    await says(page, 'Taken back. Every answer is as it was.');
    await page.close();
  });

  it('of thousands can be stopped in the middle, gone on with, and taken back', async () => {
    const page = await begin(stage);
    const before = (await tags(page)).length;
    await choose(
      page,
      'many.json',
      fileOf(
        framework,
        Array.from({ length: 6000 }, (_, i) => estimate(i + 1)),
      ),
    );
    await press(page, /^Import 6,000 answers/);
    await press(page, 'Stop');
    await page.getByRole('button', { name: 'Store the rest' }).waitFor();
    expect(await faults(page, 'stopped')).toEqual([]);
    const stopped = (await tags(page)).length - before;
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(6000);
    expect(stopped % 500).toBe(0);
    await press(page, 'Store the rest');
    await says(page, '6,000 answers imported.');
    expect(await tags(page)).toHaveLength(before + 6000);
    await press(page, 'Undo');
    await page.getByRole('status').getByText('Taken back. Every answer is as it was.').waitFor({ state: 'attached', timeout: 60_000 });
    expect(await tags(page)).toHaveLength(before);
    await page.close();
  });

  it('too large, too deep or not ours are refused with what to do, and nothing is changed', async () => {
    const page = await begin(stage);
    const before = (await tags(page)).length;
    await choose(page, 'framework.json', '{"format":"azimuth-framework/v1"}');
    await page.getByText('It is a framework. Open it under Framework.').waitFor();
    expect(await faults(page, 'refused')).toEqual([]);
    await choose(page, 'deep.json', `{"format":"azimuth-estimates/v1","estimates":[${'['.repeat(30)}${']'.repeat(30)}]}`);
    await page.getByText(/nested deeper than 8 levels/).waitFor();
    await choose(page, 'large.json', ' '.repeat(25_000_001));
    await page.getByText('It is larger than 25 MB. Split it, or leave out columns.').waitFor();
    await choose(page, 'rows.csv', `Ticket,Impact\n${'PLN-1,3\n'.repeat(200_002)}`);
    await page.getByText('It has more than 200,000 rows. Split it.').waitFor();
    expect(await tags(page)).toHaveLength(before);
    await page.close();
  });
});
