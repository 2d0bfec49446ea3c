// The browsers that the end-to-end tests run in, each started and handled its own way: a test file does not see which.
// AZIMUTH_BROWSER_KIND=firefox chooses Firefox.
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { findBrowser } from '../../setup/browser.ts';
import { unpackedId } from '../../setup/extension.ts';
import { findFirefox } from '../../setup/firefox.ts';
import { launchFirefox } from '../../setup/firefox-launch.ts';
import { type LaunchOptions, launchBrowser } from '../../setup/launch.ts';

export const FIREFOX = process.env['AZIMUTH_BROWSER_KIND'] === 'firefox';

/** Another build can be named, so that one with a piece taken out can be tried. */
export const EXTENSION =
  process.env['AZIMUTH_EXTENSION'] ?? join(import.meta.dirname, `../../.output/${FIREFOX ? 'firefox' : 'chrome'}-mv3`);

const idOf = (dir: string): string => unpackedId(realpathSync(dir), undefined, process.platform);

/** Runs functions in the extension's background, as Playwright does in a page. */
export interface Background {
  evaluate<R>(run: () => R | Promise<R>): Promise<R>;
  evaluate<R, A>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
}

/** The extension's commands, as its manifest names them. */
export type Command = 'focus-panel' | 'sweep';

/** A browser that runs, with the extension in it. */
export interface Running {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly pid: number;
  /** Whether the extension is there at the next start on this profile, with what it was allowed. */
  readonly stays: boolean;
  worker(): Promise<Background>;
  stopBackground(): Promise<void>;
  compose(page: Page, composing: string, committed: string): Promise<void>;
  /** What the browser does when the key of a command is pressed on that page; no key event of a driver reaches its shortcuts. */
  command(name: Command, page: Page): Promise<void>;
  address(path: string): string;
  close(): Promise<void>;
}

export type RunningOptions = Required<Pick<LaunchOptions, 'profileDir' | 'headless' | 'hostMap'>> &
  Pick<LaunchOptions, 'viewport' | 'colorScheme' | 'language'> & {
    readonly extensionDir?: string;
    /** Asked of Firefox, which otherwise takes it for the session only; in Chromium it always stays. */
    readonly staying?: boolean;
    /** For the command line, of Chromium only. */
    readonly args?: string[];
  };

async function chromium({ hostMap, args = [], extensionDir = EXTENSION, ...launch }: RunningOptions): Promise<Running> {
  // Without it the browser switches an unpacked extension off when it reloads itself.
  const kept = join(launch.profileDir, 'Default/Preferences');
  if (!existsSync(kept)) {
    // What the browser has written since, permissions above all, is what a restart must find.
    mkdirSync(join(launch.profileDir, 'Default'), { recursive: true });
    const preferences = { extensions: { ui: { developer_mode: true }, pinned_extensions: [idOf(extensionDir)] } };
    writeFileSync(kept, JSON.stringify(preferences));
  }
  const { context, extensionId, pid, serviceWorker, close } = await launchBrowser({
    browser: await findBrowser(),
    extensionDir,
    // Nothing but the stand-ins can be reached: a test talks to this machine only.
    hostMap: { ...hostMap, '*': '~NOTFOUND' },
    args: ['--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
    ...launch,
  });
  const address = (path: string): string => `chrome-extension://${extensionId}/${path}`;
  return {
    ...{ context, extensionId, pid, stays: true, worker: serviceWorker, address, close },
    stopBackground: async () => {
      const page = await context.newPage();
      await page.goto(address('manifest.json'));
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await page.close();
    },
    command: async (name, page) => {
      await (await serviceWorker()).evaluate(
        async ([command, url]) => {
          const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
          (chrome.commands.onCommand as unknown as { dispatch(name: string, tab: unknown): void }).dispatch(command, tab);
        },
        [name, page.url()] as const,
      );
    },
    compose: async (page, composing, committed) => {
      const session = await context.newCDPSession(page);
      await session.send('Input.imeSetComposition', { text: composing, selectionStart: 1, selectionEnd: 1 });
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
      await session.send('Input.insertText', { text: committed });
      await session.detach();
    },
  };
}

async function firefox({ extensionDir = EXTENSION, ...launch }: RunningOptions): Promise<Running> {
  const { context, extensionId, pid, stays, background, wire, command, close } = await launchFirefox({
    browser: await findFirefox(),
    extensionDir,
    ...launch,
  });
  const evaluate = async (run: (argument: unknown) => unknown, argument?: unknown): Promise<never> =>
    (await background.evaluate(`(${run})(${JSON.stringify(argument)})`)) as never;
  return {
    ...{ context, extensionId, pid, stays, close, stopBackground: background.stop },
    worker: async () => ({ evaluate }) as Background,
    address: (path) => `moz-extension://${extensionId}/${path}`,
    command: async (name, page) => {
      await page.bringToFront();
      await command(name);
    },
    compose: async (page, composing, committed) => {
      await page.bringToFront();
      await wire.evaluate(composition(composing, committed), 'browser');
    },
  };
}

/** An input method's text, given to the window in front as the system gives it. */
const composition = (composing: string, committed: string): string => `(() => {
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const method = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!method.beginInputTransactionForTests(window)) throw new Error('The window takes no input method.');
  const key = new window.KeyboardEvent('', { key: 'Process', keyCode: 229 });
  method.setPendingCompositionString(${JSON.stringify(composing)});
  method.appendClauseToPendingComposition(${composing.length}, method.ATTR_RAW_CLAUSE);
  method.setCaretInPendingComposition(${composing.length});
  method.flushPendingComposition(key);
  method.commitCompositionWith(${JSON.stringify(committed)}, key);
})()`;

/** Starts a browser of that kind. */
export const browsers = { chromium, firefox } as const;
