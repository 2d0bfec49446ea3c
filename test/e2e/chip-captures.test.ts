// Pages of the trackers that nobody here wrote: exactly the chips that belong there. Skipped, visibly, where the folder
// with the pages is missing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chips } from './chip-stage.ts';
import { setStage, type Stage } from './stage.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/captures');
const THERE = existsSync(join(FOLDER, 'pages.json'));
const CLOUD = 'example-site.atlassian.net';

interface Capture {
  readonly url: string;
  readonly file: string;
  readonly chips?: readonly string[];
  readonly rows?: number;
  readonly selfHosted?: string;
}
const ALL: Capture[] = THERE ? JSON.parse(readFileSync(join(FOLDER, 'pages.json'), 'utf8')) : [];
/** A page of a host that takes a permission of its own is served as if it were of one that needs none. */
const moved = (text: string): string => text.replaceAll(/https:\/\/jira\.example\.org\/jira/g, `https://${CLOUD}`);
const PAGES = ALL.map((page) => ({ ...page, url: moved(page.url) }));

function bodyOf(file: string): string {
  const saved = moved(readFileSync(join(FOLDER, file), 'utf8'));
  return /<body/i.test(saved) ? saved : `<!doctype html><html><head><meta charset="utf-8"></head><body>${saved}</body></html>`;
}

describe.skipIf(!THERE)('chips on saved pages of the trackers', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({
      viewport: { width: 1400, height: 1000 },
      server: {
        extra: (host, url) => {
          const here = `https://${host}${url.pathname}${url.search}`;
          const page = PAGES.find((one) => new URL(one.url).href === new URL(here).href);
          return page && { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: bodyOf(page.file) };
        },
      },
    });
    const own = await stage.own('manifest.json');
    await own.evaluate(async (cloud) => {
      const metric = { id: 'teams', name: 'Teams', role: 'north-star', kind: 'count', unit: 'teams', direction: 'up' };
      const owners = ['kepano', 'HiromiShikata', 'OctoLinker', 'person-1', 'temporalio', 'owner', 'example-org'];
      const claims = [...owners.map((owner) => `github:${owner}`), `jira:${cloud}`, 'linear:acme'];
      const framework = {
        id: 'all',
        name: 'All',
        version: 1,
        claims,
        metrics: [metric, { ...metric, id: 'input', name: 'Input', role: 'input' }],
      };
      await chrome.runtime.sendMessage({ ask: 'saveFramework', request: 'all-places-0001', framework });
    }, CLOUD);
    await own.close();
  });
  afterAll(() => stage.close());

  it.each(PAGES.map((page) => [page.file, page] as const))('%s', async (_, { url, chips: wanted = [], rows }) => {
    const page = await stage.open(url);
    const expected = wanted.map((id) => id.toLowerCase());
    const found = (): Promise<string[]> => chips(page).evaluateAll((all) => all.map((one) => one.dataset['ticket']?.toLowerCase() ?? ''));
    if (rows === undefined) await expect.poll(async () => (await found()).toSorted()).toEqual(expected.toSorted());
    else await expect.poll(async () => (await found()).length).toBe(rows);
    // Nothing comes later, either.
    await page.waitForTimeout(600);
    expect((await found()).length).toBe(rows ?? expected.length);
    expect(new Set(await found()).size).toBe(rows ?? expected.length);
    const drawn = await chips(page).evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().width > 0).length);
    expect(drawn).toBe(rows ?? expected.length);
    await page.close();
  });
});
