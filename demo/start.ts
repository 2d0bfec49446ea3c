// `npm start`: the main job, on pages of our own. Builds the extension, serves stand-ins of the three trackers under
// their real names, loads the sample data and opens a ticket; without a display it plays the job itself and leaves
// pictures and the export in demo-output/.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { findBrowser } from '../setup/browser.ts';
import { displayAvailable, launchBrowser, type Launched } from '../setup/launch.ts';
import { playJob } from './play.ts';
import { startTrackers } from './server.ts';

const ROOT = join(import.meta.dirname, '..');
const EXTENSION = join(ROOT, '.output/chrome-mv3');
const HOSTS = ['github.com', '*.github.com', '*.atlassian.net', 'linear.app'];
export const FIRST_TICKET = 'https://github.com/azimuth-sample/planner/issues/1842';

const say = (line: string): void => console.log(line);

say('Building the extension …');
const build = spawnSync('wxt', ['build'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' });
if (build.status !== 0) {
  console.error(`${build.stdout}\n${build.stderr}\nThe build failed; the lines above say where.`);
  process.exit(1);
}

const headless = !displayAvailable(process.env, process.platform) || process.argv.includes('--headless');
const browser = await findBrowser();
const trackers = await startTrackers();
const profileDir = mkdtempSync(join(tmpdir(), 'azimuth-demo-'));
say(`Opening ${browser.name} ${browser.version} with a profile of its own${headless ? ', without a window' : ''} …`);
const to = `127.0.0.1:${trackers.port}`;
const launched = await launchBrowser({
  browser,
  extensionDir: EXTENSION,
  profileDir,
  headless,
  hostMap: Object.fromEntries(HOSTS.map((host) => [host, to])),
  ...(headless ? { viewport: { width: 1400, height: 900 } } : {}),
});

async function end(code: number): Promise<never> {
  await launched.close();
  await trackers.close();
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  process.exit(code);
}
process.on('SIGINT', () => void end(0));
process.on('SIGTERM', () => void end(0));

/** Presses what a newcomer presses on the welcome page. */
async function loadSample({ context, extensionId }: Launched): Promise<void> {
  // A fresh install opens it by itself, in its own time.
  const opened = (page: Page): boolean => page.url().endsWith('/welcome.html');
  const welcome =
    context.pages().find(opened) ??
    (await context.waitForEvent('page', { predicate: opened, timeout: 3000 }).catch(() => context.newPage()));
  await welcome.goto(`chrome-extension://${extensionId}/welcome.html`);
  await welcome.getByRole('button', { name: 'Try it with sample data' }).click();
  await welcome.getByRole('button', { name: 'Remove sample data' }).first().waitFor();
}

await loadSample(launched);
if (headless) {
  const fine = await playJob(launched, join(ROOT, 'demo-output'), say);
  await end(fine ? 0 : 1);
}
for (const page of launched.context.pages()) if (page.url() === 'about:blank') await page.close();
const page = await launched.context.newPage();
await page.goto(FIRST_TICKET);
await page.bringToFront();
say(`
The panel is in the right-hand column of the issue. Press 1, the right arrow, Enter: that is an answer.
The other trackers, in the same window:
  https://azimuth-sample.atlassian.net/browse/PLN-214
  https://linear.app/azimuth-sample/issue/PLN-88/skip-the-tour
These pages are stand-ins served by this machine; nothing goes out. Close the browser, or press Ctrl+C here, to end.`);
await new Promise((resolve) => launched.context.once('close', resolve));
await end(0);
