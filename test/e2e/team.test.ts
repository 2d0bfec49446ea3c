// A team of two: two browsers with a profile each, and the endpoint as it is run. What one answers the other sees, once it has
// answered too. The built extension with the endpoint's host allowed from the start: a headless browser draws no question.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { migrate } from '../../server/migrations/migrate.ts';
import { type Serving, serve } from '../../server/serve.ts';
import { SETTINGS } from '../../server/settings.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { inviteAdmin } from '../../server/team/invite.ts';
import { createTeam } from '../../server/team/team.ts';
import { sampleFramework } from '../../lib/sample/planner.ts';
import { browsers, EXTENSION, FIREFOX, type Running } from './browsers.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = process.env['AZIMUTH_SHOTS'];
const HOST = 'localhost';
const TICKET = 'github:acme/app#7';

async function violations(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(root: unknown): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };
    };
    return (await axe.run(document)).violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
  });
}

async function shoot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(SHOTS, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 420, height: 800 });
  await page.screenshot({ path: join(SHOTS, `${name}-narrow.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
}

describe.skipIf(FIREFOX)('a team of two', () => {
  const dir = mkdtempSync(join(tmpdir(), 'azimuth-team-'));
  let store: Store;
  let serving: Serving;
  let team: string;
  let ada: Running;
  let bo: Running;

  beforeAll(async () => {
    cpSync(EXTENSION, join(dir, 'extension'), { recursive: true });
    const manifest = join(dir, 'extension/manifest.json');
    const read = JSON.parse(readFileSync(manifest, 'utf8')) as { host_permissions: string[] };
    writeFileSync(manifest, JSON.stringify({ ...read, host_permissions: [...read.host_permissions, `http://${HOST}/*`] }));
    store = openSqlite(join(dir, 'team.sqlite'));
    await migrate(store);
    team = await createTeam(store, 'Planner team', Date.now());
    const app = createApp({ store, settings: SETTINGS, now: Date.now, report: () => {} });
    serving = await serve(app, { host: '127.0.0.1', port: 0, tls: undefined });
    const { port } = new URL(serving.origin);
    const launch = (name: string): Promise<Running> =>
      browsers.chromium({
        ...{ headless: true, profileDir: join(dir, name), extensionDir: join(dir, 'extension') },
        hostMap: { [`${HOST}:${port}`]: `127.0.0.1:${port}` },
      });
    [ada, bo] = await Promise.all([launch('ada'), launch('bo')]);
  });
  afterAll(async () => {
    await Promise.all([ada?.close(), bo?.close()]);
    await serving?.stop();
    await store?.close();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  });

  const view = async ({ context, address }: Running, hash: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(address(`dashboard.html#/${hash}`));
    return page;
  };
  const ask = (page: Page, message: object): Promise<unknown> => page.evaluate((one) => chrome.runtime.sendMessage(one), message);
  const linkOf = (invite: string): string => `http://${HOST}:${new URL(serving.origin).port}/join#${invite}`;
  const join_ = async (page: Page, link: string, name: string): Promise<void> => {
    await page.getByLabel('Invite link').fill(link);
    await page.getByLabel('Your name').fill(name);
    await page.getByRole('button', { name: 'Join the team' }).click();
    await page.getByText('Joined Planner team.').waitFor();
  };
  const answer = async (page: Page, request: string, low: number, high: number): Promise<void> => {
    const homes = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const open = indexedDB.open('azimuth');
          open.onsuccess = () => {
            const get = open.result.transaction('meta').objectStore('meta').get('identity');
            get.onsuccess = () => {
              open.result.close();
              resolve((get.result as { team: string }).team);
            };
          };
        }),
    );
    const effects = [{ input: 'activation', low, high, chance: 1, text: `+${low}..${high}` }];
    const tags = [
      { ticket: TICKET, title: 'Ask for the first project', answer: { kind: 'effects', effects, framework: 'ours', version: 1 } },
    ];
    expect(await ask(page, { ask: 'saveTags', request, team: homes, tags })).toMatchObject({ state: 'done' });
  };

  it('joins by a link, and says so on every page', async () => {
    const page = await view(ada, 'team');
    await page.getByRole('heading', { name: 'Team', level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shoot(page, 'team-outside');
    const { sample: _, ...framework } = { ...sampleFramework('2026-11-22'), id: 'ours', name: 'Ours', claims: ['github:acme'] };
    expect(await ask(page, { ask: 'saveFramework', request: 'request-frame-1', framework })).toMatchObject({ state: 'done' });
    await answer(page, 'request-answer-ada', 1, 3);
    const { invite } = await inviteAdmin(store, team, Date.now(), SETTINGS);
    await page.reload();
    await page.getByText('One answer made here so far is sent').waitFor();
    await join_(page, linkOf(invite), 'Ada');
    await page.locator('.rail .sync-line', { hasText: 'Synced' }).waitFor();
    await page.getByText('acme/app#7').waitFor();
    await page.getByRole('heading', { name: 'Invites' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await shoot(page, 'team-joined');
    await page.close();
  });

  it('lets somebody in by a link made there, who sees no answer before giving one', async () => {
    const page = await view(ada, 'team');
    await page.getByRole('button', { name: 'Make an invite link' }).click();
    const link = await page.getByRole('textbox', { name: 'Invite link, shown this once' }).inputValue();
    await page.getByRole('checkbox', { name: /Hide others/ }).click();
    await page.getByText('Stored for the team.').waitFor();
    const theirs = await view(bo, 'team');
    await join_(theirs, link, 'Bo');
    await theirs.locator('.rail .sync-line', { hasText: 'Synced' }).waitFor();
    expect((await theirs.getByRole('combobox', { name: /Role of/ }).count()) === 0).toBe(true);
    await theirs.goto(bo.address('dashboard.html#/backlog'));
    await theirs.getByText('One ticket has answers of teammates. They show once you have answered.').waitFor();
    expect(await theirs.getByText('Ask for the first project').count()).toBe(0);
    await answer(theirs, 'request-answer-bo', 3, 7);
    await theirs.reload();
    await theirs.getByRole('button', { name: 'History of #7' }).click();
    await theirs.getByText(/^Team of 2: \+/).waitFor();
    await theirs.getByText('Ada', { exact: true }).waitFor();
    await shoot(theirs, 'team-backlog');
    expect(await violations(theirs)).toEqual([]);
    await page.close();
    await theirs.close();
  });

  it('shows in one browser what was answered in the other', async () => {
    const page = await view(ada, 'team');
    await page.getByRole('button', { name: 'Sync now' }).click();
    await page.locator('.rail .sync-line', { hasText: 'Synced' }).waitFor();
    await page.goto(ada.address('dashboard.html#/backlog'));
    await page.reload();
    await page.getByRole('button', { name: 'History of #7' }).click();
    await page.getByText(/^Team of 2: \+/).waitFor();
    await page.getByText('Bo', { exact: true }).waitFor();
    await page.close();
  });

  it('leaves, and keeps the data', async () => {
    const page = await view(bo, 'team');
    await page.getByRole('button', { name: 'Leave the team' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave the team' }).click();
    await page.getByText('You left Planner team. Your data is still here.').waitFor();
    await page.locator('.rail .sync-line', { hasText: 'On this device' }).waitFor();
    await page.getByLabel('Invite link').waitFor();
    await page.close();
  });
});
