// Finds a browser of the Chromium family, or gets one, or says what to type.
import { fileURLToPath } from 'node:url';
import { downloadedPlaces, installedPlaces, onPath, pathsOf, playwrightFolder } from './browserPlaces.ts';
import { type Identity, readVersion, readWindowsFolder } from './browserVersion.ts';
import { here, type Ran, type Surroundings } from './surroundings.ts';

export interface Browser extends Identity {
  path: string;
  /** Named by AZIMUTH_BROWSER, found installed, in Playwright's cache, or installed by us as Debian's package. */
  how: 'named' | 'installed' | 'downloaded' | 'package';
}

type Found = Browser | undefined;

const VERSION_SILENCE = 10_000;
const DOWNLOAD_SILENCE = 60_000;
const PACKAGE_SILENCE = 600_000;

const playwrightCore = fileURLToPath(new URL('../node_modules/playwright-core', import.meta.url));

const lastLine = ({ stderr, stdout }: Ran) => (stderr.trim() || stdout.trim()).split('\n').at(-1) ?? '';

/** Asks the program at `path` what it is; words for the user where it does not answer. */
async function identify(path: string, around: Surroundings): Promise<Identity | string> {
  if (!around.exists(path)) return 'there is no such file';
  if (!around.executable(path)) return 'it is not an executable file';
  if (around.platform === 'win32') return readWindowsFolder(path, around.list(pathsOf('win32').dirname(path)));
  const ran = await around.run(path, ['--version'], { silence: VERSION_SILENCE });
  if (ran.wentSilent) return `it did not answer --version within ${VERSION_SILENCE / 1000} s`;
  if (ran.code !== 0) return `--version failed: ${lastLine(ran) || `exit code ${ran.code}`}`;
  const identity = readVersion(ran.stdout);
  if (!identity) return '--version named no version';
  return /firefox/i.test(identity.name) ? 'it is Firefox, and this needs Chrome, Chromium, Edge or Brave' : identity;
}

/** The first of `places` that starts. One that is there and does not start is mentioned and passed over. */
async function firstThatStarts(places: string[], how: Browser['how'], around: Surroundings): Promise<Found> {
  for (const path of places.filter(around.exists)) {
    const identity = await identify(path, around);
    if (typeof identity !== 'string') return { path, how, ...identity };
    around.log(`Passing over ${path}: ${identity}`);
  }
  return undefined;
}

async function named(path: string, around: Surroundings): Promise<Browser> {
  const identity = await identify(path, around);
  if (typeof identity !== 'string') return { path, how: 'named', ...identity };
  throw new Error(
    `AZIMUTH_BROWSER is ${path}, but ${identity}.\n` +
      'Set it to the path of Chrome, Chromium, Edge or Brave, or unset it to have one looked for.',
  );
}

const downloaded = (around: Surroundings) =>
  firstThatStarts(downloadedPlaces(playwrightFolder(around, playwrightCore), around.platform, around.list), 'downloaded', around);

async function download(around: Surroundings): Promise<Found> {
  around.log("No browser found. Downloading Playwright's Chromium (about 180 MB, once)");
  const ran = await around.run(around.node, [`${playwrightCore}/cli.js`, 'install', '--no-shell', 'chromium'], {
    silence: DOWNLOAD_SILENCE,
    // It tries five times; where the network swallows everything, that shall not take minutes.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
  });
  if (ran.code === 0) return downloaded(around);
  around.log('The download did not work (no way to cdn.playwright.dev?). Going on without it.');
  return undefined;
}

async function debianPackage(around: Surroundings): Promise<Found> {
  const aptGet = onPath('apt-get', around).find(around.executable);
  if (around.uid !== 0 || !aptGet) return undefined;
  around.log("Installing Debian's package chromium (about 110 MB, once)");
  const options = { silence: PACKAGE_SILENCE, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...args: string[]) => around.run(aptGet, ['-o', 'DPkg::Lock::Timeout=120', ...args], options);
  // A failed update need not matter: the lists on the machine may do.
  await apt('update');
  const ran = await apt('install', '-y', '--no-install-recommends', 'chromium');
  if (ran.code === 0) return firstThatStarts(installedPlaces(around), 'package', around);
  around.log(`apt-get could not install it: ${lastLine(ran)}`);
  return undefined;
}

const ADVICE: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'To install one, type: sudo apt-get install chromium (or the like for your distribution)',
  darwin: 'Install Chrome from https://www.google.com/chrome, or type: brew install --cask chromium',
  win32: 'Install Chrome from https://www.google.com/chrome',
};

/**
 * The browser to use: the one that AZIMUTH_BROWSER names, else an installed one, else Playwright's download (made now
 * if the network allows), else Debian's package (installed now if we are root). Throws, with what to type, where
 * AZIMUTH_BROWSER names none or nothing helps.
 */
export async function findBrowser(given: Partial<Surroundings> = {}): Promise<Browser> {
  const around = { ...here, ...given };
  if (around.env.AZIMUTH_BROWSER) return named(around.env.AZIMUTH_BROWSER, around);
  const found =
    (await firstThatStarts(installedPlaces(around), 'installed', around)) ??
    (await downloaded(around)) ??
    (await download(around)) ??
    (await debianPackage(around));
  if (found) return found;
  throw new Error(
    'Found no Chrome, Chromium, Edge or Brave, and could not get one.\n' +
      `${ADVICE[around.platform] ?? 'Install one of them.'}\n` +
      'If you have one in a place of its own, set AZIMUTH_BROWSER to its path.',
  );
}
