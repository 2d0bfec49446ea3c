// One extension, four builds: the manifest of each has what its browser needs and nothing of another's, and the files are the same.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { build, ROOT } from './build.ts';

const BROWSERS = ['chrome', 'edge', 'firefox', 'safari'] as const;
const TRACKERS = ['https://github.com/*', 'https://*.atlassian.net/*', 'https://linear.app/*'];
type BrowserName = (typeof BROWSERS)[number];

const folder = (browser: BrowserName): string => join(ROOT, `.output/${browser}-mv3`);
const read = (browser: BrowserName, file: string): string => readFileSync(join(folder(browser), file), 'utf8');
const manifestOf = (browser: BrowserName): Record<string, unknown> => JSON.parse(read(browser, 'manifest.json'));
/** Without the stamps in the names: a build for another browser may differ in a byte, and its stamp with it. */
const filesOf = (browser: BrowserName): string[] =>
  readdirSync(folder(browser), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder(browser), join(entry.parentPath, entry.name)).replace(/-[\w-]{8}(\.\w+)$/, '$1'))
    .sort();
const pngWidth = (browser: BrowserName, file: string): number => readFileSync(join(folder(browser), file)).readUInt32BE(16);

beforeAll(() => BROWSERS.forEach(build));

describe.each(BROWSERS)('the build for %s', (browser) => {
  it('asks for what the README names, and no more', () => {
    const manifest = manifestOf(browser);
    const permissions = ['storage', 'scripting', 'alarms', 'activeTab'];
    expect(manifest).toMatchObject({ manifest_version: 3, permissions, host_permissions: TRACKERS });
    expect(manifest['content_scripts']).toEqual([{ matches: TRACKERS, js: ['tracker.js'], run_at: 'document_start' }]);
    expect(manifest).toMatchObject({ incognito: 'not_allowed' });
    // Nothing of ours can be loaded, and so found out, by a page.
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('runs code of its own only', () => {
    expect(manifestOf(browser)['content_security_policy']).toEqual({
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    });
  });

  it('has icons of the sizes they say', () => {
    const icons = manifestOf(browser)['icons'] as Record<string, string>;
    expect(Object.keys(icons)).toEqual(['16', '32', '48', '128']);
    for (const [size, file] of Object.entries(icons)) expect(pngWidth(browser, file)).toBe(Number(size));
  });

  it('names files that are there', () => {
    const { action, background } = manifestOf(browser) as {
      action: { default_popup: string };
      background: { service_worker?: string; scripts?: string[] };
    };
    const files = filesOf(browser);
    for (const file of [
      action.default_popup,
      background.service_worker ?? background.scripts?.[0],
      'tracker.js',
      'panel.js',
      'welcome.html',
    ])
      expect(files).toContain(file);
  });

  it('has the files of the build for Chrome', () => expect(filesOf(browser)).toEqual(filesOf('chrome')));

  it('has the words of the build for Chrome', () =>
    expect(read(browser, '_locales/en/messages.json')).toBe(read('chrome', '_locales/en/messages.json')));
});

describe('what only one browser reads', () => {
  it('is the oldest version, in its own key', () => {
    const settings = Object.fromEntries(
      BROWSERS.map((browser) => {
        const { minimum_chrome_version: chromium, browser_specific_settings: own } = manifestOf(browser);
        return [browser, { ...(chromium !== undefined && { chromium }), ...(own !== undefined && { own }) }];
      }),
    );
    expect(settings).toEqual({
      chrome: { chromium: '120' },
      edge: { chromium: '120' },
      firefox: {
        own: {
          // No data is collected: said in the manifest, where Firefox shows it at the install.
          gecko: { id: 'azimuth@azimuth.invalid', strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
        },
      },
      safari: { own: { safari: { strict_min_version: '18.0' } } },
    });
  });

  it('is the kind of background: a worker, and an event page in Firefox, which runs no worker', () => {
    const worker = { service_worker: 'background.js' };
    expect(BROWSERS.map((browser) => manifestOf(browser)['background'])).toEqual([worker, worker, { scripts: ['background.js'] }, worker]);
  });
});
