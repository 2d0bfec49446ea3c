// Starts Firefox with the extension in it, on a profile of its own, with chosen hosts led to servers of ours.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, firefox } from 'playwright-core';
import type { Browser } from './candidates.ts';
import { extensionAt } from './extension.ts';
import { insideOf } from './firefox-inside.ts';
import { install } from './firefox-install.ts';
import { type Wire, wireOf } from './firefox-wire.ts';
import { startHostProxy } from './host-proxy.ts';
import { refuseUsersProfile } from './profile.ts';
import { here } from './surroundings.ts';

export interface FirefoxOptions {
  browser: Browser;
  /** The unpacked extension, such as `.output/firefox-mv3`; none starts the browser alone. */
  extensionDir?: string;
  /** A new folder, or one from an earlier launch; the caller removes it. */
  profileDir: string;
  headless: boolean;
  /** `{ 'github.com': '127.0.0.1:8443' }`: HTTPS to the host goes to the server, whose certificate is not asked for. Nothing else is reached. */
  hostMap?: Record<string, string>;
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark' | 'no-preference';
  /** Of the browser's own words, and so of the extension's: `de`. */
  language?: string;
  preferences?: Record<string, string | number | boolean>;
  /** Whether the extension is to be there at the next start on this profile, where the browser takes one that is not signed. */
  staying?: boolean;
}

export interface LaunchedFirefox {
  context: BrowserContext;
  /** The host of the extension's own pages. */
  extensionId: string;
  /** The browser's main process, for tests that kill it. */
  pid: number;
  /** Whether the extension outlives the session. */
  stays: boolean;
  /** The extension's background page, woken where it sleeps. */
  background: {
    evaluate(expression: string): Promise<unknown>;
    /** Puts the page to sleep, as the browser does after half a minute without work. */
    stop(): Promise<void>;
  };
  /** Raises one of the extension's commands in the window in front: no key of a driver reaches the browser's own shortcuts. */
  command(name: string): Promise<void>;
  wire: Wire;
  /** Ends the browser; does nothing where it has ended already. */
  close(): Promise<void>;
}

/** Firefox gives each install an address of its own by chance, unless one is laid down. */
const HOST = '5d1f9c1e-6a0b-4c8e-9a57-6b1d0f6f7a2c';
/** Names for the extension's pages that are in no tab. */
export const VIEW = { background: 'azimuth-background', popup: 'azimuth-popup' } as const;

const preferencesFor = (id: string, proxyPort: number): Record<string, string | number | boolean> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [id]: HOST }),
  // What is installed for a session goes with it, and would take its database along.
  'extensions.webextensions.keepStorageOnUninstall': true,
  'extensions.webextensions.keepUuidOnUninstall': true,
  'xpinstall.signatures.required': false,
  // A test puts the background to sleep when it wants to.
  'extensions.background.idle.timeout': 600_000,
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': proxyPort,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': proxyPort,
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'intl.locale.requested': 'en-US',
  // Read by the page and then by a driver's own world, `ariaLabelledByElements` ends the process of the page (Firefox 153).
  'accessibility.ARIAElementReflection.enabled': false,
  // A page of the extension that is JSON is a page of the extension.
  'devtools.jsonview.enabled': false,
});

function explained(error: unknown, { name, path }: Browser): Error {
  return new Error(`${name} (${path}) did not start.\nTo take another Firefox, set AZIMUTH_FIREFOX to its path.`, { cause: error });
}

/** Firefox takes a language only where it has words of its own in it: now it has. It is read as the extension starts. */
const speak = (language: string): string => `(() => {
  Services.locale.availableLocales = ['en-US', ${JSON.stringify(language)}];
  Services.locale.requestedLocales = [${JSON.stringify(language)}];
})()`;

/** Lets commands name the background page, and the popup while it is open, as if they were tabs: they are in none. */
const nameViews = (extension: string): string => `(() => {
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const real = NavigableManager.getBrowsingContextById;
  const names = ${JSON.stringify(VIEW)};
  NavigableManager.getBrowsingContextById = function (id) {
    const view = Object.values(names).includes(id) && [...${extension}.views].find(({ viewType }) => names[viewType] === id);
    return view ? view.xulBrowser?.browsingContext : real.call(this, id);
  };
})()`;

/** Throws with what to do where there is no extension, or a profile that is the user's own. */
export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const { browser, profileDir, headless, hostMap = {}, viewport, colorScheme, language } = options;
  const dir = options.extensionDir && extensionAt(options.extensionDir);
  refuseUsersProfile(profileDir, here);
  const manifest = dir && JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8'));
  const id: string = manifest?.browser_specific_settings?.gecko?.id ?? '';
  const proxy = await startHostProxy(hostMap);
  const context = await firefox
    .launchPersistentContext(profileDir, {
      channel: 'moz-firefox',
      executablePath: browser.path,
      headless,
      ignoreHTTPSErrors: true,
      args: ['--remote-allow-system-access'],
      viewport: viewport === undefined ? (headless ? { width: 1280, height: 800 } : null) : viewport,
      ...(colorScheme && { colorScheme }),
      firefoxUserPrefs: { ...preferencesFor(id, proxy.port), ...options.preferences },
    })
    .catch(async (error: unknown) => {
      await proxy.close();
      throw explained(error, browser);
    });
  context.once('close', () => void proxy.close());
  const wire = wireOf(context);
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension`;
  const inBrowser = (expression: string): Promise<unknown> => wire.evaluate(expression, 'browser');
  if (language) await inBrowser(speak(language));
  const stays = Boolean(dir && (await install(wire, id, dir, options.staying ?? false)));
  if (dir) await inBrowser(nameViews(extension));
  return {
    context,
    extensionId: HOST,
    pid: insideOf(context).options.browserProcess.process?.pid ?? 0,
    wire,
    stays,
    background: {
      evaluate: async (expression) => {
        await inBrowser(`${extension}.wakeupBackground()`);
        return wire.evaluate(expression, { context: VIEW.background });
      },
      stop: async () => {
        await inBrowser(`${extension}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`);
      },
    },
    command: async (name) => void (await inBrowser(`${extension}.shortcuts.onCommand(${JSON.stringify(name)})`)),
    close: () => context.close(),
  };
}
