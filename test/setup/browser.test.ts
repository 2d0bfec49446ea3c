// The choice of a browser, with small shell scripts standing in for browsers, Playwright and apt-get.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser } from '../../setup/browser.ts';
import { here, type Surroundings } from '../../setup/surroundings.ts';

const CHROMIUM = 'echo "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"';

describe.skipIf(process.platform === 'win32')('findBrowser', () => {
  let root: string;
  let said: string[];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'azimuth-browser-'));
    said = [];
  });
  afterEach(() => rmSync(root, { recursive: true }));

  /** An executable shell script in the little machine. */
  function standIn(path: string, script: string, mode = 0o755): string {
    const full = join(root, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, `#!/bin/sh\n${script}\n`);
    chmodSync(full, mode);
    return full;
  }
  /** A machine that has only what lies in `root`; its Node is a script that cannot download. */
  function machine(more: Partial<Surroundings> = {}, env: Record<string, string> = {}): Partial<Surroundings> {
    const mine = (path: string) => path.startsWith(root);
    return {
      env: { PATH: join(root, 'bin'), ...env },
      platform: 'linux',
      home: join(root, 'home'),
      uid: 1000,
      node: standIn('node', 'echo "getaddrinfo ENOTFOUND" >&2; exit 1'),
      exists: (path) => mine(path) && here.exists(path),
      executable: (path) => mine(path) && here.executable(path),
      run: (command, args, options) => here.run(command, args, { ...options, silence: Math.min(options.silence, 1_500) }),
      log: (line) => said.push(line),
      ...more,
    };
  }

  describe('named by AZIMUTH_BROWSER', () => {
    const find = (path: string) => findBrowser(machine({}, { AZIMUTH_BROWSER: path }));

    it('is taken before any other', async () => {
      standIn('bin/google-chrome', 'echo "Google Chrome 156.0.1.2"');
      const path = standIn('mine/brave', 'echo "Brave Browser 156.1.90.1"');
      const brave = { path, name: 'Brave Browser', brand: 'brave', version: '156.1.90.1', how: 'named' };
      expect(await find(path)).toEqual(brave);
    });
    it.each([
      ['there is no such file', undefined],
      ['--version failed: cannot open display', 'echo "cannot open display" >&2; exit 1'],
      ['it did not answer --version', 'exec sleep 20'],
      ['--version named no version', 'true'],
      ['it is Firefox', 'echo "Mozilla Firefox 153.7.0esr"'],
    ])('is refused when %s', async (words, script) => {
      const path = script ? standIn('mine/browser', script) : join(root, 'mine/browser');
      await expect(find(path)).rejects.toThrow(`AZIMUTH_BROWSER is ${path}, but ${words}`);
    });
    it('is refused when it is not executable', async () => {
      await expect(find(standIn('mine/browser', CHROMIUM, 0o644))).rejects.toThrow('it is not an executable file');
    });
  });

  describe('installed', () => {
    it('is looked for in the order Chrome, Chromium, Edge, Brave', async () => {
      standIn('bin/brave-browser', 'echo "Brave Browser 156.1.90.1"');
      expect(await findBrowser(machine())).toMatchObject({ brand: 'brave', how: 'installed' });
      standIn('bin/microsoft-edge', 'echo "Microsoft Edge 156.0.3"');
      expect(await findBrowser(machine())).toMatchObject({ brand: 'edge' });
      standIn('bin/chromium', CHROMIUM);
      expect(await findBrowser(machine())).toMatchObject({ brand: 'chromium', version: '156.0.8078.79' });
      standIn('bin/google-chrome', 'echo "Google Chrome 156.0.8078.79"');
      expect(await findBrowser(machine())).toMatchObject({ brand: 'chrome', name: 'Google Chrome' });
      expect(said).toEqual([]);
    });
    it('is passed over, with a word, when it fails or hangs', async () => {
      const broken = standIn('bin/google-chrome', 'echo "libnss3.so: cannot open" >&2; exit 127');
      const hanging = standIn('bin/google-chrome-stable', 'exec sleep 20');
      standIn('bin/chromium', CHROMIUM);
      expect(await findBrowser(machine())).toMatchObject({ brand: 'chromium' });
      expect(said[0]).toBe(`Passing over ${broken}: --version failed: libnss3.so: cannot open`);
      expect(said[1]).toMatch(`Passing over ${hanging}: it did not answer --version`);
    });
  });

  describe("Playwright's", () => {
    const forTesting = 'echo "Google Chrome for Testing 159.0.8154.6"';

    it('newest download is used, and counts as Chromium', async () => {
      standIn('home/.cache/ms-playwright/chromium-999/chrome-linux/chrome', 'echo "Chromium 120.0.1"');
      standIn('home/.cache/ms-playwright/chromium-1255/chrome-linux64/chrome', forTesting);
      standIn('home/.cache/ms-playwright/chromium_headless_shell-1255/chrome-linux/headless_shell', 'exit 1');
      expect(await findBrowser(machine())).toMatchObject({ brand: 'chromium', version: '159.0.8154.6', how: 'downloaded' });
    });
    it('folder may be elsewhere', async () => {
      const path = standIn('elsewhere/chromium-1255/chrome-linux64/chrome', forTesting);
      const env = { PLAYWRIGHT_BROWSERS_PATH: join(root, 'elsewhere') };
      expect(await findBrowser(machine({}, env))).toMatchObject({ path, how: 'downloaded' });
    });
    it('download is made where the network allows', async () => {
      const folder = join(root, 'home/.cache/ms-playwright/chromium-1255/chrome-linux64');
      const node = standIn(
        'node-online',
        `case "$*" in *"playwright-core/cli.js install --no-shell chromium") ;; *) exit 1;; esac
         mkdir -p ${folder} && printf '#!/bin/sh\\n${forTesting}\\n' > ${folder}/chrome && chmod +x ${folder}/chrome`,
      );
      expect(await findBrowser(machine({ node }))).toMatchObject({ path: join(folder, 'chrome'), how: 'downloaded' });
    });
    it('download is given up when it says nothing', async () => {
      const node = standIn('node-hanging', 'exec sleep 20');
      await expect(findBrowser(machine({ node }))).rejects.toThrow('could not get one');
      expect(said.join()).toContain('The download did not work');
    });
  });

  describe("Debian's package", () => {
    const apt = (last: string) => `echo "$DEBIAN_FRONTEND $*" >> ${root}/apt.log; case "$*" in *update) exit 100;; esac\n${last}`;

    it('is installed as root, even if the lists cannot be updated', async () => {
      const made = `printf '#!/bin/sh\\n%s\\n' '${CHROMIUM}' > ${root}/bin/chromium; chmod +x ${root}/bin/chromium`;
      standIn('bin/apt-get', apt(made));
      expect(await findBrowser(machine({ uid: 0 }))).toMatchObject({ path: join(root, 'bin/chromium'), how: 'package' });
      expect(readFileSync(join(root, 'apt.log'), 'utf8').trim().split('\n')).toEqual([
        expect.stringMatching(/^noninteractive .* update$/),
        expect.stringMatching(/^noninteractive .* install -y --no-install-recommends chromium$/),
      ]);
    });
    it('says what apt-get said when it fails', async () => {
      standIn('bin/apt-get', apt('echo "E: Unable to locate package chromium" >&2; exit 100'));
      await expect(findBrowser(machine({ uid: 0 }))).rejects.toThrow('could not get one');
      expect(said.at(-1)).toBe('apt-get could not install it: E: Unable to locate package chromium');
    });
    it('is left alone by an ordinary user, who is told what to type', async () => {
      standIn('bin/apt-get', apt('exit 0'));
      await expect(findBrowser(machine())).rejects.toThrow('type: sudo apt-get install chromium');
      expect(here.exists(join(root, 'apt.log'))).toBe(false);
    });
  });
});
