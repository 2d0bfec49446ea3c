// The choice of a Firefox, with small shell scripts standing in for browsers and apt-get.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firefoxPlaces } from '../../setup/browserPlaces.ts';
import { findFirefox } from '../../setup/firefox.ts';
import { here, type Surroundings } from '../../setup/surroundings.ts';

const FIREFOX = 'echo "Mozilla Firefox 153.7.0esr"';

describe.skipIf(process.platform === 'win32')('findFirefox', () => {
  let root: string;
  let said: string[];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'azimuth-firefox-'));
    said = [];
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** An executable shell script in the little machine. */
  function standIn(path: string, script: string): string {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, `#!/bin/sh\n${script}\n`);
    chmodSync(full, 0o755);
    return full;
  }
  const find = (more: Partial<Surroundings> = {}, env: Record<string, string> = {}) => {
    const mine = (path: string) => path.startsWith(root);
    return findFirefox({
      env: { PATH: join(root, 'bin'), ...env },
      platform: 'linux',
      home: join(root, 'home'),
      uid: 1000,
      exists: (path) => mine(path) && here.exists(path),
      executable: (path) => mine(path) && here.executable(path),
      log: (line) => said.push(line),
      ...more,
    });
  };

  it('takes the one that AZIMUTH_FIREFOX names before any other', async () => {
    standIn('bin/firefox', FIREFOX);
    const path = standIn('mine/firefox', 'echo "Mozilla Firefox 160.0"');
    expect(await find({}, { AZIMUTH_FIREFOX: path })).toEqual({
      ...{ path, name: 'Mozilla Firefox', brand: 'firefox', version: '160.0', how: 'named' },
    });
  });
  it.each([
    ['it is Chromium, and this needs Firefox', 'echo "Chromium 156.0.8078.79"'],
    ['it is Firefox 128.3.0, and the extension needs 140', 'echo "Mozilla Firefox 128.3.0esr"'],
    ['--version failed: no display', 'echo "no display" >&2; exit 1'],
  ])('refuses one named, with the reason: %s', async (words, script) => {
    const path = standIn('mine/firefox', script);
    await expect(find({}, { AZIMUTH_FIREFOX: path })).rejects.toThrow(`AZIMUTH_FIREFOX is ${path}, but ${words}`);
  });
  it('looks for an installed one, and passes over what is too old', async () => {
    const old = standIn('bin/firefox', 'echo "Mozilla Firefox 128.3.0"');
    standIn('bin/firefox-esr', FIREFOX);
    expect(await find()).toMatchObject({ path: join(root, 'bin/firefox-esr'), version: '153.7.0', how: 'installed' });
    expect(said).toEqual([`Passing over ${old}: it is Firefox 128.3.0, and the extension needs 140`]);
  });
  it("installs Debian's package as root", async () => {
    const made = `printf '#!/bin/sh\\n%s\\n' '${FIREFOX}' > ${root}/bin/firefox-esr; chmod +x ${root}/bin/firefox-esr`;
    standIn('bin/apt-get', `echo "$*" >> ${root}/apt.log\n${made}`);
    expect(await find({ uid: 0 })).toMatchObject({ brand: 'firefox', how: 'package' });
    expect(readFileSync(join(root, 'apt.log'), 'utf8')).toMatch(/install -y --no-install-recommends firefox-esr\n$/);
  });
  it('says what to type where there is none', async () => {
    standIn('bin/apt-get', 'exit 0');
    await expect(find()).rejects.toThrow('type: sudo apt-get install firefox-esr');
    await expect(find({ platform: 'darwin' })).rejects.toThrow('type: brew install --cask firefox');
  });
});

describe('where Firefox lies', () => {
  it('on macOS, on Windows and on Linux', () => {
    expect(firefoxPlaces({ platform: 'darwin', home: '/Users/ann', env: {} })).toContain(
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    );
    const env = { PROGRAMFILES: 'C:\\Program Files' };
    expect(firefoxPlaces({ platform: 'win32', home: 'C:\\Users\\ann', env })).toContain('C:\\Program Files\\Mozilla Firefox\\firefox.exe');
    expect(firefoxPlaces({ platform: 'linux', home: '/h', env: { PATH: '/usr/bin' } })).toContain('/usr/bin/firefox-esr');
  });
});
