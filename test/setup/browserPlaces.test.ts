import { describe, expect, it } from 'vitest';
import { downloadedPlaces, installedPlaces, playwrightFolder } from '../../setup/browserPlaces.ts';
import { readVersion, readWindowsFolder } from '../../setup/browserVersion.ts';

const CHROME = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';

describe('where browsers lie', () => {
  it('on macOS: in both Applications folders', () => {
    const places = installedPlaces({ platform: 'darwin', home: '/Users/ann', env: {} });
    expect(places).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(places).toContain('/Users/ann/Applications/Brave Browser.app/Contents/MacOS/Brave Browser');
  });
  it("on Windows: in Program Files and in the user's own folder", () => {
    const env = { Path: 'C:\\bin', PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local' };
    const places = installedPlaces({ platform: 'win32', home: 'C:\\Users\\ann', env });
    expect(places.slice(0, 3)).toEqual(['C:\\bin\\google-chrome.exe', 'C:\\bin\\google-chrome-stable.exe', CHROME]);
    expect(places).toContain('C:\\Users\\ann\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe');
  });
  it("in Playwright's folder, by platform", () => {
    const folder = (platform: NodeJS.Platform, env = {}) => playwrightFolder({ platform, home: '/h', env }, '/pw');
    expect(folder('darwin')).toBe('/h/Library/Caches/ms-playwright');
    expect(folder('linux', { XDG_CACHE_HOME: '/c' })).toBe('/c/ms-playwright');
    expect(folder('linux', { PLAYWRIGHT_BROWSERS_PATH: '0' })).toBe('/pw/.local-browsers');
    const list = (name: string) =>
      name === '/f' ? ['chromium-9', 'chromium-10', 'firefox-1'] : ['chrome-mac-arm64', 'INSTALLATION_COMPLETE'];
    expect(downloadedPlaces('/f', 'darwin', list)[0]).toBe(
      '/f/chromium-10/chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    );
  });
});

describe('what a browser is', () => {
  it.each([
    ['Google Chrome 156.0.8078.79 \n', 'chrome', '156.0.8078.79'],
    ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)', 'chromium', '156.0.8078.79'],
    ['Google Chrome for Testing 159.0.8154.6', 'chromium', '159.0.8154.6'],
    ['Microsoft Edge 156.0.3 unknown', 'edge', '156.0.3'],
    ['Brave Browser 156.1.90.1', 'brave', '156.1.90.1'],
    ['Vivaldi 8.1.3', 'other', '8.1.3'],
  ])('is read from %j', (printed, brand, version) => {
    expect(readVersion(printed)).toMatchObject({ brand, version });
  });
  it('is not read from other words', () => {
    expect(readVersion('usage: browser [options]')).toBeUndefined();
    expect(readVersion('')).toBeUndefined();
  });
  it('is read on Windows from the newest folder beside it', () => {
    const neighbours = ['99.0.1.2', '156.0.8078.79', 'chrome.exe', 'SetupMetrics'];
    expect(readWindowsFolder(CHROME, neighbours)).toEqual({ name: 'Google Chrome', brand: 'chrome', version: '156.0.8078.79' });
    expect(readWindowsFolder('C:\\l\\ms-playwright\\chromium-1\\chrome-win64\\chrome.exe', []).brand).toBe('chromium');
  });
});
