// Starts a browser with the extension in it, on a profile of its own, with chosen hosts led to servers of ours.
import { chromium, type BrowserContext, type Worker } from 'playwright-core';
import type { Browser } from './candidates.ts';
import { extensionAt, extensionFlags, loadExtension, wayIn } from './extension.ts';
import { refuseUsersProfile } from './profile.ts';
import { here } from './surroundings.ts';

export interface LaunchOptions {
  browser: Browser;
  /** The unpacked extension, such as `.output/chrome-mv3`. */
  extensionDir: string;
  /** A new folder, or one from an earlier launch; the caller removes it. */
  profileDir: string;
  headless: boolean;
  /** `{ 'github.com': '127.0.0.1:8443' }`: HTTPS to the host goes to the server, whose certificate is not asked for. */
  hostMap?: Record<string, string>;
  args?: string[];
  /** `null`: as large as the window. Default: 1280 by 800 when headless, else `null`. */
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark' | 'no-preference';
  /** Of the browser's own words, and so of the extension's: `de`. Default: the system's. */
  language?: string;
}

export interface Launched {
  context: BrowserContext;
  extensionId: string;
  /** The browser's main process, for tests that kill it. */
  pid: number;
  /** The extension's service worker, as soon as it runs. Playwright attached, it does not idle out. */
  serviceWorker(): Promise<Worker>;
  /** Ends the browser; does nothing where it has ended already. */
  close(): Promise<void>;
}

const WORKER_TIMEOUT = 15_000;

/** Whether a window can be shown. */
export function displayAvailable(env: Record<string, string | undefined>, platform: NodeJS.Platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** A host without a port means HTTPS; `*` means every host, and its target may be `~NOTFOUND`. The first match counts. */
export function hostFlags(hostMap: Record<string, string> = {}): string[] {
  const hosts = Object.entries(hostMap);
  if (hosts.length === 0) return [];
  const rules = hosts.map(([host, to]) => `MAP ${host === '*' || host.includes(':') ? host : `${host}:443`} ${to}`);
  // QUIC asks for the certificate of the real host.
  return [`--host-resolver-rules=${rules.join(', ')}`, '--ignore-certificate-errors', '--disable-quic'];
}

/** The protocol knows it on every platform; Playwright names no process for a browser with a profile. */
async function mainProcess(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('The browser does not say which process it is.');
  return main.id;
}

const sandboxFailed = (error: unknown) => /sandboxing failed|no usable sandbox/i.test(String(error));

function explained(error: unknown, { name, path }: Browser): Error {
  const hint = sandboxFailed(error)
    ? 'Its sandbox cannot start here, as in many containers. To go without it, set AZIMUTH_NO_SANDBOX=1.'
    : 'To take another browser, set AZIMUTH_BROWSER to its path.';
  return new Error(`${name} (${path}) did not start.\n${hint}`, { cause: error });
}

/** Starts it with its sandbox where it can have one. Headless it sees only our own pages, and may go without. */
async function start(options: LaunchOptions, args: string[], without: string[]): Promise<BrowserContext> {
  const { browser, profileDir, headless, viewport, colorScheme, language } = options;
  const attempt = (chromiumSandbox: boolean) =>
    chromium.launchPersistentContext(profileDir, {
      executablePath: browser.path,
      headless,
      chromiumSandbox,
      args,
      ignoreDefaultArgs: without,
      viewport: viewport === undefined ? (headless ? { width: 1280, height: 800 } : null) : viewport,
      ...(colorScheme && { colorScheme }),
      // On Linux the environment says it.
      ...(language && { env: { ...here.env, LANGUAGE: language } }),
    });
  // Chromium refuses its sandbox to root.
  const sandbox = here.uid !== 0 && !here.env.AZIMUTH_NO_SANDBOX;
  try {
    return await attempt(sandbox).catch((error) => {
      if (!sandbox || !headless || !sandboxFailed(error)) throw error;
      here.log(`${browser.name} cannot start its sandbox here; going without, for our own pages only`);
      return attempt(false);
    });
  } catch (error) {
    throw explained(error, browser);
  }
}

/** Throws with what to do where there is no extension, no display, or a profile that is the user's own. */
export async function launchBrowser(options: LaunchOptions): Promise<Launched> {
  const { browser, headless, hostMap, language, args = [] } = options;
  const dir = extensionAt(options.extensionDir);
  refuseUsersProfile(options.profileDir, here);
  if (!headless && !displayAvailable(here.env, here.platform)) {
    throw new Error('There is no display for a browser window.\nWithout one, put xvfb-run -a before the command.');
  }
  const way = wayIn(browser);
  const flags = extensionFlags(way, dir);
  const allArgs = [
    ...(headless ? ['--disable-gpu'] : []),
    ...flags.args,
    ...hostFlags(hostMap),
    ...(language ? [`--lang=${language}`] : []),
    ...args,
  ];
  const context = await start(options, allArgs, flags.without);
  try {
    const extensionId = await loadExtension(context, way, dir);
    const serviceWorker = () => workerOf(context, extensionId);
    await serviceWorker();
    return { context, extensionId, pid: await mainProcess(context), serviceWorker, close: () => context.close() };
  } catch (error) {
    await context.close();
    throw error;
  }
}

async function workerOf(context: BrowserContext, extensionId: string): Promise<Worker> {
  const ours = (worker: Worker) => new URL(worker.url()).host === extensionId;
  const running = context.serviceWorkers().find(ours);
  if (running) return running;
  return context.waitForEvent('serviceworker', { predicate: ours, timeout: WORKER_TIMEOUT }).catch((cause) => {
    throw new Error('The browser runs, but the extension in it does not.\nTo see why, open chrome://extensions in it.', { cause });
  });
}
