// Where browsers lie. Paths only: whether something is there, and starts, is asked elsewhere.
import { posix, win32 } from 'node:path';
import type { Surroundings } from './surroundings.ts';

export type Machine = Pick<Surroundings, 'env' | 'platform' | 'home'>;

interface Place {
  /** Names on PATH. */
  names: string[];
  linux: string[];
  /** Inside an Applications folder. */
  darwin: string;
  /** Inside a Program Files folder, or the user's own. */
  win32: string;
}

/** The Chromium family, in order of preference. */
const CHROMIUMS: Place[] = [
  {
    names: ['google-chrome', 'google-chrome-stable'],
    linux: ['/opt/google/chrome/chrome'],
    darwin: 'Google Chrome.app/Contents/MacOS/Google Chrome',
    win32: 'Google\\Chrome\\Application\\chrome.exe',
  },
  {
    names: ['chromium', 'chromium-browser'],
    linux: ['/usr/bin/chromium', '/snap/bin/chromium'],
    darwin: 'Chromium.app/Contents/MacOS/Chromium',
    win32: 'Chromium\\Application\\chrome.exe',
  },
  {
    names: ['microsoft-edge', 'microsoft-edge-stable'],
    linux: ['/opt/microsoft/msedge/msedge'],
    darwin: 'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    win32: 'Microsoft\\Edge\\Application\\msedge.exe',
  },
  {
    names: ['brave-browser', 'brave'],
    linux: ['/opt/brave.com/brave/brave'],
    darwin: 'Brave Browser.app/Contents/MacOS/Brave Browser',
    win32: 'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  },
];

/** Firefox, in order of preference. */
const FIREFOXES: Place[] = [
  {
    names: ['firefox'],
    linux: ['/usr/lib/firefox/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'],
    darwin: 'Firefox.app/Contents/MacOS/firefox',
    win32: 'Mozilla Firefox\\firefox.exe',
  },
  {
    names: ['firefox-esr'],
    linux: ['/usr/lib/firefox-esr/firefox-esr'],
    darwin: 'Firefox ESR.app/Contents/MacOS/firefox',
    win32: 'Mozilla Firefox ESR\\firefox.exe',
  },
  {
    names: ['firefox-devedition', 'firefox-developer-edition'],
    linux: ['/opt/firefox-devedition/firefox'],
    darwin: 'Firefox Developer Edition.app/Contents/MacOS/firefox',
    win32: 'Firefox Developer Edition\\firefox.exe',
  },
];

export const pathsOf = (platform: NodeJS.Platform) => (platform === 'win32' ? win32 : posix);

/** Every place where `name` may lie on PATH, in PATH's order. */
export function onPath(name: string, { env, platform }: Machine): string[] {
  const { delimiter, join } = pathsOf(platform);
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, platform === 'win32' ? `${name}.exe` : name));
}

function fixedPlaces(place: Place, { env, platform, home }: Machine): string[] {
  const { join } = pathsOf(platform);
  if (platform === 'darwin') return ['/Applications', join(home, 'Applications')].map((folder) => join(folder, place.darwin));
  if (platform !== 'win32') return place.linux;
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return folders.filter((folder) => folder !== undefined).map((folder) => join(folder, place.win32));
}

const placesOf = (places: Place[], machine: Machine): string[] => {
  const all = places.flatMap((place) => [...place.names.flatMap((name) => onPath(name, machine)), ...fixedPlaces(place, machine)]);
  return [...new Set(all)];
};

/** Where an installed Chrome, Chromium, Edge or Brave may lie, best first. */
export const installedPlaces = (machine: Machine): string[] => placesOf(CHROMIUMS, machine);

/** Where an installed Firefox may lie, best first. */
export const firefoxPlaces = (machine: Machine): string[] => placesOf(FIREFOXES, machine);

/** The folder into which Playwright downloads its browsers. */
export function playwrightFolder({ env, platform, home }: Machine, playwrightCore: string): string {
  const { join } = pathsOf(platform);
  const named = env.PLAYWRIGHT_BROWSERS_PATH;
  if (named === '0') return join(playwrightCore, '.local-browsers');
  if (named) return named;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ms-playwright');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'ms-playwright');
}

const DOWNLOADED: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'Chromium.app/Contents/MacOS/Chromium'],
  win32: ['chrome.exe'],
};

/** Where the Chromium of a Playwright download may lie, newest first: `chromium-1255/chrome-linux64/chrome`. */
export function downloadedPlaces(folder: string, platform: NodeJS.Platform, list: Surroundings['list']): string[] {
  const { join } = pathsOf(platform);
  const revision = (name: string) => Number(name.slice('chromium-'.length));
  return list(folder)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) => list(join(folder, name)).map((inner) => join(folder, name, inner)))
    .filter((inner) => pathsOf(platform).basename(inner).startsWith('chrome-'))
    .flatMap((inner) => (DOWNLOADED[platform] ?? ['chrome']).map((program) => join(inner, program)));
}
