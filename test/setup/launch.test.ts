// A real browser with a small extension in it, loaded in both ways. Where there is no browser, nothing is tested.
import { createServer, type Server } from 'node:https';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import selfsigned from 'selfsigned';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import { findBrowser } from '../../setup/browser.ts';
import type { Browser } from '../../setup/candidates.ts';
import { unpackedId, wayIn } from '../../setup/extension.ts';
import { displayAvailable, hostFlags, launchBrowser } from '../../setup/launch.ts';
import { refuseUsersProfile } from '../../setup/profile.ts';
import { here } from '../../setup/surroundings.ts';

const refusing: typeof here.run = async (command, args, options) => {
  if (args[0] === '--version') return here.run(command, args, options);
  return { code: 1, stdout: '', stderr: 'this test installs nothing', wentSilent: false };
};
const installed = await findBrowser({ run: refusing, log: () => {} }).catch(() => undefined);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'azimuth-launch-')));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe.skipIf(!installed)('launchBrowser', { timeout: 60_000 }, () => {
  const browser = installed as Browser;
  const extensionDir = join(folder, 'extension');
  let server: Server;
  let address: string;

  beforeAll(async () => {
    mkdirSync(extensionDir);
    const manifest = {
      manifest_version: 3,
      name: 'Small',
      version: '1',
      background: { service_worker: 'worker.js' },
      content_scripts: [{ matches: ['https://tracker.example/*'], js: ['page.js'] }],
    };
    writeFileSync(join(extensionDir, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(extensionDir, 'worker.js'), 'self.answer = 42;');
    writeFileSync(join(extensionDir, 'page.js'), 'document.title = "seen by the extension";');
    const { private: key, cert } = await selfsigned.generate([{ name: 'commonName', value: 'tracker.example' }]);
    server = createServer({ key, cert }, (_, answer) => answer.setHeader('content-type', 'text/html').end('<title>a page</title>'));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server?.close());

  // Any Chromium also has the way that Chrome and Edge need, so that it is tested without them.
  it.each(['chromium', 'chrome'] as const)('loads the extension as it does into %s', async (brand) => {
    const as = { ...browser, brand, version: '156' };
    const hostMap = { 'tracker.example': address };
    const launched = await launchBrowser({ browser: as, extensionDir, profileDir: join(folder, brand), headless: true, hostMap });
    const worker = await launched.serviceWorker();
    expect(worker.url()).toBe(`chrome-extension://${launched.extensionId}/worker.js`);
    expect(await worker.evaluate('self.answer')).toBe(42);
    const page = await launched.context.newPage();
    await page.goto('https://tracker.example/');
    // A content script may run after the page has loaded.
    await expect.poll(() => page.title(), BUSY).toBe('seen by the extension');

    process.kill(launched.pid, 'SIGKILL');
    await new Promise((done) => launched.context.once('close', done));
    await launched.close();
    await vi.waitFor(() => expect(() => process.kill(launched.pid, 0)).toThrow('ESRCH'), BUSY);
  });

  it('starts again on the profile of a killed browser, with the same id', async () => {
    const profileDir = join(folder, 'chromium');
    const launched = await launchBrowser({ browser: { ...browser, brand: 'chromium' }, extensionDir, profileDir, headless: true });
    expect(launched.extensionId).toBe(unpackedId(extensionDir, undefined, process.platform));
    await launched.close();
    await launched.close();
  });

  it('says when there is no extension, and when the browser does not start', async () => {
    const none = { browser, extensionDir: join(folder, 'nowhere'), profileDir: join(folder, 'p'), headless: true };
    await expect(launchBrowser(none)).rejects.toThrow(/^There is no extension in .*nowhere/);
    const broken = { ...none, extensionDir, browser: { ...browser, name: 'Broken', path: '/bin/false' } };
    await expect(launchBrowser(broken)).rejects.toThrow(/^Broken \(\/bin\/false\) did not start/);
  });
});

describe('the way in', () => {
  it.each([
    ['chromium', '156.0.1', 'flag'],
    ['brave', '156.0.1', 'flag'],
    ['chrome', '136.0.1', 'flag'],
    ['chrome', '137.0.1', 'protocol'],
    ['edge', '156.0.1', 'protocol'],
    ['chrome', '', 'protocol'],
  ] as const)('into %s %s is the %s', (brand, version, way) => {
    expect(wayIn({ brand, version })).toBe(way);
  });
});

describe('hosts', () => {
  it('are led elsewhere, with HTTPS meant where no port is named', () => {
    const [rules] = hostFlags({ 'github.com': '127.0.0.1:8443', 'a.test:80': '127.0.0.1:80', '*': '~NOTFOUND' });
    expect(rules).toBe('--host-resolver-rules=MAP github.com:443 127.0.0.1:8443, MAP a.test:80 127.0.0.1:80, MAP * ~NOTFOUND');
  });
  it('keep their certificates checked when none is led elsewhere', () => expect(hostFlags({})).toEqual([]));
});

describe('a display', () => {
  it('is an X or Wayland one on Linux, and taken for granted elsewhere', () => {
    expect(displayAvailable({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(displayAvailable({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(displayAvailable({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(displayAvailable({}, 'darwin')).toBe(true);
  });
});

describe("the user's own profile", () => {
  const machine = { platform: 'linux' as const, home: join(folder, 'home'), env: {} };
  const check = (path: string) => () => refuseUsersProfile(path, machine);

  it('is refused, inside, outside and through a link', () => {
    const profiles = join(machine.home, '.config/chromium');
    mkdirSync(profiles, { recursive: true });
    symlinkSync(profiles, join(folder, 'link'));
    for (const path of [profiles, join(profiles, 'Default'), machine.home, join(folder, 'link', 'Profile 1')]) {
      expect(check(path)).toThrow('is where a browser keeps your own profile');
    }
  });
  it('is not taken for one that only begins like it', () => {
    expect(check(join(machine.home, '.config/chromium-azimuth'))).not.toThrow();
    expect(check(join(machine.home, '..chromium'))).not.toThrow();
    expect(check(join(folder, 'profile'))).not.toThrow();
  });
  it('is not the folder that tests use', () => expect(() => refuseUsersProfile(join(homedir(), '.cache/azimuth'), here)).not.toThrow());
});
