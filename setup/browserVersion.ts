// What a browser is, in its own words: "Google Chrome 156.0.8078.79", "Chromium 156.0 built on Debian GNU/Linux 12".

export type Brand = 'chrome' | 'chromium' | 'edge' | 'brave' | 'firefox' | 'other';

export interface Identity {
  name: string;
  brand: Brand;
  version: string;
}

/** Chrome for Testing comes before Chrome: it is what Google builds for tools, and takes extensions as Chromium does. */
const BRANDS: [RegExp, Brand][] = [
  [/for testing|chromium|headless ?shell/i, 'chromium'],
  [/edge/i, 'edge'],
  [/brave/i, 'brave'],
  [/firefox/i, 'firefox'],
  [/chrome/i, 'chrome'],
];

const brandOf = (words: string): Brand => BRANDS.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';

/** Reads what `--version` prints; `undefined` when that names no version. */
export function readVersion(printed: string): Identity | undefined {
  const [, name, version] = /^\s*(\S.*?)\s+v?(\d+\.\d[\d.]*)/m.exec(printed) ?? [];
  return name && version ? { name, brand: brandOf(name), version } : undefined;
}

const WINDOWS_NAMES: Record<Brand, string> = {
  chrome: 'Google Chrome',
  chromium: 'Chromium',
  edge: 'Microsoft Edge',
  brave: 'Brave Browser',
  firefox: 'Mozilla Firefox',
  other: 'Browser',
};

/**
 * On Windows `--version` opens a window and prints nothing, but the program lies beside a folder named after its
 * version (in a Playwright download, after nothing: then the version is unknown and stays empty).
 */
export function readWindowsFolder(path: string, neighbours: string[]): Identity {
  const byNumber = (a: string, b: string) => Number.parseInt(b, 10) - Number.parseInt(a, 10);
  const [version = ''] = neighbours.filter((name) => /^\d+(\.\d+){3}$/.test(name)).sort(byNumber);
  const brand = brandOf(path.includes('ms-playwright') ? 'chromium' : path.replace(/\\chrome\.exe$/i, ''));
  return { name: WINDOWS_NAMES[brand], brand, version };
}
