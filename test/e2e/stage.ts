// The stage of the end-to-end tests: a real browser with the built extension on a fresh profile, and the stand-in
// trackers behind their real host names.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { startTrackers, type TrackerOptions, type Trackers } from '../../demo/server.ts';
import { findBrowser } from '../../setup/browser.ts';
import { type LaunchOptions, launchBrowser, type Launched } from '../../setup/launch.ts';

/** Another build can be named, so that one with a piece taken out can be tried. */
export const EXTENSION = process.env['AZIMUTH_EXTENSION'] ?? join(import.meta.dirname, '../../.output/chrome-mv3');
const PATIENCE_MS = 12_000;
export const ISSUE = 'https://github.com/azimuth-sample/planner/issues/1842';
export const JIRA = 'https://azimuth-sample.atlassian.net/browse/PLN-214';
export const LINEAR = 'https://linear.app/azimuth-sample/issue/PLN-88/skip-the-tour';

/** What can be asked of a stage that is set. */
export interface Stage {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly pid: number;
  readonly profileDir: string;
  readonly trackers: Trackers;
  worker(): Promise<Worker>;
  /** One of the extension's own pages in a new tab. */
  own(path: string): Promise<Page>;
  open(url: string): Promise<Page>;
  /** Loads the sample data, by the message that the button on the welcome page sends. */
  sample(): Promise<void>;
  /** Ends the browser; the profile stays. Starting again on it is what a user does after a crash. */
  restart(how: 'close' | 'kill'): Promise<Stage>;
  close(): Promise<void>;
}

type Options = Partial<Pick<LaunchOptions, 'viewport' | 'colorScheme' | 'args' | 'headless' | 'extensionDir'>> & {
  readonly server?: TrackerOptions;
  readonly profileDir?: string;
};

export async function setStage(options: Options = {}): Promise<Stage> {
  const trackers = await startTrackers(options.server);
  const profile = options.profileDir ?? mkdtempSync(join(tmpdir(), 'azimuth-test-'));
  // Without it the browser switches an unpacked extension off when it reloads itself.
  mkdirSync(join(profile, 'Default'), { recursive: true });
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
  return start(trackers, profile, options);
}

async function start(trackers: Trackers, profileDir: string, options: Options): Promise<Stage> {
  const { server, profileDir: _, args = [], ...launch } = options;
  const to = `127.0.0.1:${trackers.port}`;
  const hosts = ['github.com', '*.github.com', '*.atlassian.net', 'linear.app', ...(server?.hosts ?? [])];
  const launched: Launched = await launchBrowser({
    browser: await findBrowser(),
    extensionDir: EXTENSION,
    profileDir,
    headless: true,
    // Nothing but the stand-ins can be reached: a test talks to this machine only.
    hostMap: { ...Object.fromEntries(hosts.map((host) => [host, to])), '*': '~NOTFOUND' },
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
    ...launch,
  });
  const { context, extensionId, pid } = launched;
  context.setDefaultTimeout(PATIENCE_MS);
  const errors: string[] = [];
  context.on('weberror', (event) => errors.push(`${event.page()?.url()}: ${event.error().message}`));
  const stage: Stage = {
    context,
    extensionId,
    pid,
    profileDir,
    trackers,
    worker: launched.serviceWorker,
    own: (path) => open(context, `chrome-extension://${extensionId}/${path}`),
    open: (url) => open(context, url),
    sample: async () => {
      const page = await stage.own('manifest.json');
      await page.evaluate(() => chrome.runtime.sendMessage({ ask: 'loadSample' }));
      await page.close();
    },
    restart: async (how) => {
      if (how === 'kill') await killed(launched);
      else await launched.close();
      return start(trackers, profileDir, options);
    },
    close: async () => {
      await launched.close();
      await trackers.close();
      rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
      // Neither a page of the host nor a script of ours may have thrown, whatever the test looked at.
      if (errors.length > 0) throw new Error(`Uncaught in a page:\n${errors.join('\n')}`);
    },
  };
  return stage;
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** SIGKILL for the browser's main process; what it left behind is what a crash leaves. */
async function killed({ context, pid }: Launched): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await gone;
}

/** The panel of a page. */
export const panel = (page: Page) => page.locator('azimuth-panel');
