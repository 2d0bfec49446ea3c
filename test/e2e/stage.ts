// The stage of the end-to-end tests: a real browser with the built extension on a fresh profile, and the stand-in
// trackers behind their real host names.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startTrackers, type TrackerOptions, type Trackers } from '../../demo/server.ts';
import { type Background, browsers, type Command, FIREFOX, type Running, type RunningOptions } from './browsers.ts';

export { EXTENSION, FIREFOX } from './browsers.ts';

const PATIENCE_MS = 12_000;
const WELCOME_MS = 8000;
/**
 * Whether something was thrown. Firefox counts among a page's errors also what it could not load, and a saved page asks
 * for much that is not here; a script of ours that could not be loaded counts all the same.
 */
export const thrown = ({ name, message }: Error): boolean =>
  !FIREFOX || /(Error|Exception|uncaught exception)$/.test(name) || message.includes('moz-extension:');
export const ISSUE = 'https://github.com/azimuth-sample/planner/issues/1842';
export const JIRA = 'https://azimuth-sample.atlassian.net/browse/PLN-214';
export const LINEAR = 'https://linear.app/azimuth-sample/issue/PLN-88/skip-the-tour';

/** What can be asked of a stage that is set. */
export interface Stage {
  readonly context: BrowserContext;
  /** The host of the extension's own pages. */
  readonly extensionId: string;
  readonly pid: number;
  /** Whether the extension outlives a restart, with what it was allowed. */
  readonly stays: boolean;
  readonly profileDir: string;
  readonly trackers: Trackers;
  /** Where the extension's background runs: a worker, or Firefox's event page. */
  worker(): Promise<Background>;
  /** Ends the background as the browser does when it has nothing to do, whatever it is doing. */
  stopBackground(): Promise<void>;
  /** Text from an input method: shown as it is composed, then committed. */
  compose(page: Page, composing: string, committed: string): Promise<void>;
  /** What the browser does when the key of a command is pressed on that page. */
  command(name: Command, page: Page): Promise<void>;
  /** The full address of one of the extension's own pages. */
  address(path: string): string;
  /** One of the extension's own pages in a new tab. */
  own(path: string): Promise<Page>;
  open(url: string): Promise<Page>;
  /** Loads the sample data, by the message that the button on the welcome page sends. */
  sample(): Promise<void>;
  /** Ends the browser; the profile stays. Starting again on it is what a user does after a crash. */
  restart(how: 'close' | 'kill'): Promise<Stage>;
  close(): Promise<void>;
}

type Options = Partial<Omit<RunningOptions, 'profileDir' | 'hostMap'>> & {
  readonly server?: TrackerOptions;
  readonly profileDir?: string;
};

export async function setStage(options: Options = {}): Promise<Stage> {
  const trackers = await startTrackers(options.server);
  return start(trackers, options.profileDir ?? mkdtempSync(join(tmpdir(), 'azimuth-test-')), options);
}

async function start(trackers: Trackers, profileDir: string, options: Options): Promise<Stage> {
  const { server, profileDir: _, ...launch } = options;
  const to = `127.0.0.1:${trackers.port}`;
  const hosts = ['github.com', '*.github.com', '*.atlassian.net', 'linear.app', ...(server?.hosts ?? [])];
  const hostMap = Object.fromEntries(hosts.map((host) => [host, to]));
  const running: Running = await browsers[FIREFOX ? 'firefox' : 'chromium']({ headless: true, profileDir, hostMap, ...launch });
  const { context } = running;
  context.setDefaultTimeout(PATIENCE_MS);
  // Where it does not stay each start is an installation.
  if (!running.stays || !options.profileDir) await welcomed(running);
  const errors: string[] = [];
  context.on('weberror', (event) => {
    const error = event.error();
    if (thrown(error)) errors.push(`${event.page()?.url()}: ${error.message}`);
  });
  const stage: Stage = {
    ...running,
    profileDir,
    trackers,
    own: (path) => open(context, running.address(path)),
    open: (url) => open(context, url),
    sample: async () => {
      const page = await stage.own('manifest.json');
      await page.evaluate(() => chrome.runtime.sendMessage({ ask: 'loadSample' }));
      await page.close();
    },
    restart: async (how) => {
      if (how === 'kill') await killed(running);
      else await running.close();
      return start(trackers, profileDir, { ...options, profileDir });
    },
    close: async () => {
      await running.close();
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

/** The page that opens after installing takes the focus: it is waited for, so that it takes it from no page of a test's. */
async function welcomed({ context, address }: Running): Promise<void> {
  const end = Date.now() + WELCOME_MS;
  const there = (): boolean => context.pages().some((page) => page.url() === address('welcome.html'));
  while (!there() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** SIGKILL for the browser's main process; what it left behind is what a crash leaves. */
async function killed({ context, pid }: Running): Promise<void> {
  const gone = new Promise((resolve) => context.once('close', resolve));
  process.kill(pid, 'SIGKILL');
  await gone;
}

/** The panel of a page. */
export const panel = (page: Page) => page.locator('azimuth-panel');
