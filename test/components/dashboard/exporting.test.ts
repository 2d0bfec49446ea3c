// An export on its way, with hands that only remember what they were given.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import '../popup-words.ts';
import { readEstimates } from '../../../lib/formats/json.ts';
import { SAMPLE_ID } from '../../../lib/sample/planner.ts';
import { SAMPLE_TAGS } from '../../../lib/sample/tags.ts';
import { loadSample } from '../../../lib/requests/sample.ts';
import { standingBack } from '../../../lib/state/counted.ts';
import { createExporting, type ExportChoice, type ExportedView, type Exporting, type Hands } from '../../../lib/state/exporting.ts';
import { type Db, type TagRow } from '../../../lib/store/db.ts';
import { tagsByAge } from '../../../lib/store/read.ts';
import type { Writer } from '../../../lib/store/write.ts';
import { freshStore } from './stored.ts';

let db: Db;
let writer: Writer;
let exporting: Exporting | undefined;
const files: { readonly name: string; readonly file: Blob }[] = [];

beforeEach(async () => {
  files.length = 0;
  ({ db, writer } = await freshStore());
  await loadSample(writer, '2026-11-22');
});
afterEach(() => {
  exporting?.dispose();
  vi.restoreAllMocks();
});

function made(first: Partial<ExportChoice> = {}, more: Partial<Hands> = {}): Exporting {
  exporting = createExporting(
    {
      database: async () => db,
      view: () => undefined,
      framework: () => SAMPLE_ID,
      version: '0.1.0',
      now: () => new Date('2026-11-22T12:00:00Z'),
      save: (name, file) => void files.push({ name, file }),
      copy: async (parts) => void (await Promise.all(Object.values(parts))),
      print: async () => {},
      ...more,
    },
    { sample: true, ...first },
  );
  return exporting;
}

describe('an export', () => {
  it('shows first what the file will hold, its size and its first rows', async () => {
    const one = made({ format: 'csv' });
    await one.look();
    expect(one.preview.value).toMatchObject({ count: SAMPLE_TAGS.length, samples: 0, file: 'azimuth-estimates-2026-11-22.csv' });
    expect(one.preview.value?.rows.length).toBe(6);
    await one.save();
    // The size was told from the first rows; here it is of all of them.
    expect(Math.abs((files[0]?.file.size ?? 0) - (one.preview.value?.size ?? 0))).toBeLessThan(10);
    expect(one.said.value).toContain('azimuth-estimates-2026-11-22.csv');
    expect(one.failed.value).toBeUndefined();
  });

  it('writes a view in its order, or everything', async () => {
    const tags = (await tagsByAge(db)).slice(3, 6);
    const view: ExportedView = { name: 'Mine', tags: tags.map((tag) => [tag]) };
    const one = made({ format: 'json', scope: 'view' }, { view: () => view });
    const titles = async (): Promise<string[]> => {
      await one.save();
      const read = readEstimates((await files.at(-1)?.file.text()) ?? '');
      return read.ok ? read.estimates.estimates.map(({ title }) => title) : [];
    };
    expect(await titles()).toEqual(tags.map(({ title }) => title));
    one.choice.value = { ...one.choice.value, scope: 'all' };
    expect((await titles()).length).toBe(SAMPLE_TAGS.length);
  });

  it('writes a report with the status of the framework looked at, and names the view', async () => {
    const one = made({ format: 'report', scope: 'view' }, { view: () => ({ name: 'My <view>', tags: [] }) });
    await one.save();
    const text = (await files[0]?.file.text()) ?? '';
    expect(text).toContain('My &lt;view&gt;');
    expect(text).toContain('Weekly active teams completing projects');
    expect(files[0]?.name).toBe('azimuth-report-2026-11-22.html');
  });

  it('says clearly when the database or the clipboard refuses, and can be tried again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const refused = made({ format: 'csv' }, { database: () => Promise.reject(new Error('gone')) });
    await refused.save();
    expect(refused.failed.value).toBeTruthy();
    expect(refused.progress.value).toBeUndefined();
    const copying = made({ format: 'rich' }, { copy: () => Promise.reject(new Error('not allowed')) });
    await copying.copy();
    // What took too long is ready for the next press; a browser that refuses that as well refuses.
    expect(copying.failed.value).toMatch(/press Copy again/);
    await copying.copy();
    expect(copying.failed.value).toMatch(/clipboard/);
    expect(copying.said.value).toBeUndefined();
    copying.choice.value = { ...copying.choice.value, format: 'csv' };
    expect(copying.failed.value).toBeUndefined();
    await copying.save();
    expect(files.length).toBe(1);
  });

  it('copies a table as HTML and as text', async () => {
    let parts: Readonly<Record<string, Promise<Blob>>> = {};
    const one = made({ format: 'rich' }, { copy: async (given) => void (await Promise.all(Object.values((parts = given)))) });
    await one.copy();
    expect(await (await parts['text/html'])?.text()).toMatch(/^<meta charset="utf-8"><table /);
    expect((await (await parts['text/plain'])?.text())?.split('\r\n').length).toBe(SAMPLE_TAGS.length + 2);
    expect(one.said.value).toBeTruthy();
  });

  it('copies at once what was made before, where the browser lets only the next press copy', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const ways = [Promise.reject(new Error('too late')), Promise.resolve()];
    ways[0]?.catch(() => {});
    const given: string[] = [];
    const one = made(
      { format: 'rich' },
      {
        copy: async (parts) => {
          given.push((await (await parts['text/plain'])?.text()) ?? '');
          await ways.shift();
        },
      },
    );
    await one.copy();
    expect(one.failed.value).toMatch(/press Copy again/);
    await one.copy();
    expect(one.said.value).toBe('Copied.');
    expect(given[1]).toBe(given[0]);
    expect(given[0]?.length).toBeGreaterThan(1000);
  });

  it('is called off: nothing is saved, and nothing is said to have failed', async () => {
    const one = made({ format: 'csv' }, { database: async () => (queueMicrotask(() => one.cancel()), db) });
    await one.save();
    expect([files, one.failed.value, one.said.value, one.progress.value]).toEqual([[], undefined, undefined, undefined]);
  });

  it('saves the configuration that goes with a Jira file', async () => {
    const one = made({ format: 'jira', fields: { 'NSM gain': '10050' } });
    await one.look();
    await one.saveCompanion();
    expect(files[0]?.name).toBe('azimuth-jira-configuration-2026-11-22.txt');
    expect(JSON.parse((await files[0]?.file.text()) ?? '')['config.project']['project.key']).toBe('PLN');
    expect(one.preview.value?.sites.map(({ site }) => site)).toEqual(['jira:azimuth-sample.atlassian.net/pln']);
  });
});

describe('what stands back in sums', () => {
  it('is a ticket with an answered part, also further down, and a pull request beside its answered issue', async () => {
    const [template] = (await tagsByAge(db)) as [TagRow];
    const put = (ticket: string) => db.put('tags', { ...template, ticket, shown: ticket });
    const seen = '2026-11-22T00:00:00.000Z';
    for (const ticket of ['github:a/b#1', 'github:a/b#3', 'github:a/b#4', 'github:a/b#5', 'github:a/b#6']) await put(ticket);
    await db.put('tickets', { key: 'github:a/b#2', ticket: 'github:a/b#2', parent: 'github:A/B#1', seen });
    await db.put('tickets', { key: 'github:a/b#3', ticket: 'github:a/b#3', parent: 'github:a/b#2', seen });
    await db.put('tickets', { key: 'github:a/b#4', ticket: 'github:a/b#4', closes: ['github:A/b#5'], seen });
    await db.put('tickets', { key: 'github:a/b#6', ticket: 'github:a/b#6', parent: 'github:a/b#6', seen });
    expect([...(await standingBack(db))].toSorted()).toEqual(['github:a/b#1', 'github:a/b#2', 'github:a/b#4']);
  });
});
