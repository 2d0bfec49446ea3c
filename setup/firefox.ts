// Finds Firefox, or gets it, or says what to type.
import { firefoxPlaces } from './browserPlaces.ts';
import { type Browser, firstThatStarts, installPackage, named, type Wanted } from './candidates.ts';
import { here, type Surroundings } from './surroundings.ts';

/** The manifest's strict_min_version. */
const OLDEST = 140;

const WANTED: Wanted = {
  variable: 'AZIMUTH_FIREFOX',
  names: `Firefox ${OLDEST} or newer`,
  objection: ({ name, brand, version }) => {
    if (brand !== 'firefox') return `it is ${name}, and this needs Firefox`;
    // On Windows no version can be asked for.
    return Number.parseInt(version, 10) < OLDEST ? `it is Firefox ${version}, and the extension needs ${OLDEST}` : undefined;
  },
};

const ADVICE: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'To install it, type: sudo apt-get install firefox-esr (or the like for your distribution)',
  darwin: 'Install it from https://www.mozilla.org/firefox, or type: brew install --cask firefox',
  win32: 'Install it from https://www.mozilla.org/firefox, or type: winget install Mozilla.Firefox',
};

/**
 * The Firefox to use: the one that AZIMUTH_FIREFOX names, else an installed one, else Debian's package (installed now
 * if we are root). Throws, with what to type, where AZIMUTH_FIREFOX names none or nothing helps.
 */
export async function findFirefox(given: Partial<Surroundings> = {}): Promise<Browser> {
  const around = { ...here, ...given };
  const installed = (how: Browser['how']) => firstThatStarts(firefoxPlaces(around), how, WANTED, around);
  const found =
    (await named(WANTED, around)) ??
    (await installed('installed')) ??
    ((await installPackage('firefox-esr', 80, around)) ? await installed('package') : undefined);
  if (found) return found;
  throw new Error(
    `Found no Firefox ${OLDEST} or newer, and could not get one.\n` +
      `${ADVICE[around.platform] ?? 'Install it.'}\n` +
      'If you have it in a place of its own, set AZIMUTH_FIREFOX to its path.',
  );
}
