// Finds a browser of the Chromium family, or gets one, or says what to type.
import { fileURLToPath } from 'node:url';
import { downloadedPlaces, installedPlaces, playwrightFolder } from './browserPlaces.ts';
import { type Browser, firstThatStarts, installPackage, named, type Wanted } from './candidates.ts';
import { here, type Surroundings } from './surroundings.ts';

type Found = Browser | undefined;

const DOWNLOAD_SILENCE = 60_000;

const WANTED: Wanted = {
  variable: 'AZIMUTH_BROWSER',
  names: 'Chrome, Chromium, Edge or Brave',
  objection: ({ name }) => (/firefox/i.test(name) ? 'it is Firefox, and this needs Chrome, Chromium, Edge or Brave' : undefined),
};

const playwrightCore = fileURLToPath(new URL('../node_modules/playwright-core', import.meta.url));

const installed = (how: Browser['how'], around: Surroundings) => firstThatStarts(installedPlaces(around), how, WANTED, around);

const downloaded = (around: Surroundings) =>
  firstThatStarts(downloadedPlaces(playwrightFolder(around, playwrightCore), around.platform, around.list), 'downloaded', WANTED, around);

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
  const found =
    (await named(WANTED, around)) ??
    (await installed('installed', around)) ??
    (await downloaded(around)) ??
    (await download(around)) ??
    ((await installPackage('chromium', 110, around)) ? await installed('package', around) : undefined);
  if (found) return found;
  throw new Error(
    'Found no Chrome, Chromium, Edge or Brave, and could not get one.\n' +
      `${ADVICE[around.platform] ?? 'Install one of them.'}\n` +
      'If you have one in a place of its own, set AZIMUTH_BROWSER to its path.',
  );
}
