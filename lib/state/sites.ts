// The sites tickets are asked about, as the extension's own pages show and change them. Whether the browser lets us
// be there is asked each time; asking it for more works only in the press itself, before anything is awaited.
import { browser } from '../browser.ts';
import { ASKED, NAMED_PATTERNS, patternOf, type Site, siteKey, siteName, siteOf } from '../model/site.ts';
import { detectSite } from '../trackers/detect.ts';
import { isNamedHost } from '../trackers/addresses.ts';
import { openBehind } from './behind.ts';
import type { Tab } from './tab.ts';
import { ask } from './own.ts';

/** What the browser is to be asked for, and what it is called. */
export interface Access {
  readonly name: string;
  readonly pattern: string;
}

export interface SiteRow extends Access {
  /** Absent for the three trackers known by name. */
  readonly site?: Site;
  readonly allowed: boolean;
}

const allowed = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] }).catch(() => false);

const rowOf = async (access: Access, site?: Site): Promise<SiteRow> => ({
  ...access,
  ...(site && { site }),
  allowed: await allowed(access.pattern),
});

const accessOf = (site: Site): Access => ({ name: siteName(site), pattern: patternOf(site.origin) });

/** Every site, those known by name first. */
export const siteRows = (sites: readonly Site[]): Promise<SiteRow[]> =>
  Promise.all([
    ...NAMED_PATTERNS.map((pattern) => rowOf({ pattern, name: pattern.replace(/^https:\/\/|\/\*$/g, '') })),
    ...sites.toSorted((a, b) => (siteName(a) < siteName(b) ? -1 : 1)).map((site) => rowOf(accessOf(site), site)),
  ]);

/** What the popup has to say about the site in the tab; nothing where all is well or nothing is known. */
export type SiteHere =
  /** `denied`: the browser was asked, and said no. */
  { readonly state: 'offer'; readonly site: Site; readonly denied: boolean } | ({ readonly state: 'lost' } & Access);

/** Looks at the tab: its address, and where that is of no site yet, at the marks of its page. */
export async function siteIn(tab: Tab, sites: readonly Site[]): Promise<SiteHere | undefined> {
  const url = tab.url !== undefined && URL.canParse(tab.url) ? new URL(tab.url) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const site = siteOf(url, sites);
  if (site || isNamedHost(url.hostname)) {
    const access = site ? accessOf(site) : { name: url.hostname, pattern: NAMED_PATTERNS.find((one) => covers(one, url)) ?? '' };
    return (await allowed(access.pattern)) ? undefined : { state: 'lost', ...access };
  }
  const found = await detectIn(tab.id);
  // What a page says of where it stands is not taken from it.
  return found?.origin === url.origin ? { state: 'offer', site: found, denied: await wasDenied(found) } : undefined;
}

/** Whether the browser said no when this was asked for last; the popup it had shut says so now, once. */
async function wasDenied(site: Site): Promise<boolean> {
  const asked = (await browser.storage.session.get(ASKED))[ASKED] as Site | undefined;
  if (asked === undefined) return false;
  await browser.storage.session.remove(ASKED);
  return siteKey(asked) === siteKey(site);
}

/** Whether a pattern of those known by name is of an address. */
const covers = (pattern: string, { hostname }: URL): boolean => {
  const host = pattern.replace(/^https:\/\/|\/\*$/g, '');
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
};

async function detectIn(tab: number | undefined): Promise<Site | undefined> {
  if (tab === undefined) return undefined;
  const looked = await browser.scripting.executeScript({ target: { tabId: tab }, func: detectSite }).catch(() => []);
  return (looked[0]?.result as Site | null | undefined) ?? undefined;
}

/**
 * Asks the browser for access; call it in the press itself. The popup may not live to hear the answer: the
 * background goes on by what is left for it.
 * @returns whether it was given
 */
export async function requestAccess(pattern: string, site?: Site): Promise<boolean> {
  if (site) void browser.storage.session.set({ [ASKED]: site });
  const given = await browser.permissions.request({ origins: [pattern] }).catch(() => false);
  if (!given) void browser.storage.session.remove(ASKED);
  return given;
}

export type Added = { readonly state: 'added'; readonly site: Site } | { readonly state: 'denied' | 'neither' | 'failed' };

/** A site the popup found: access, then added. */
export async function addFound(site: Site): Promise<boolean> {
  if (!(await requestAccess(patternOf(site.origin), site))) return false;
  return (await ask({ ask: 'addSite', site })).state === 'done';
}

/** An address somebody typed, as one that can be asked for; `undefined` for what is none. */
export function typedAddress(text: string): URL | undefined {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = trimmed !== '' && URL.canParse(address) ? new URL(address) : undefined;
  const sound = url && /^https?:$/.test(url.protocol) && /^(\[[\da-f:.]+\]|[\w-]+(\.[\w-]+)*)$/i.test(url.hostname);
  return sound ? new URL(url.pathname + url.search, url.origin) : undefined;
}

/** A site by its address: access, then a look at a page of it. Where that says nothing, access is given back. */
export async function addTyped(url: URL, looking: () => void): Promise<Added> {
  const pattern = patternOf(url.href);
  // Both begun in the press, where alone access can be asked for.
  const before = allowed(pattern);
  if (!(await requestAccess(pattern))) return { state: 'denied' };
  looking();
  const site = await detectAt(url, pattern);
  if (!site) {
    if (!(await before)) await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
    return { state: 'neither' };
  }
  return (await ask({ ask: 'addSite', site })).state === 'done' ? { state: 'added', site } : { state: 'failed' };
}

/** Looks at pages of a site that are open; where there is none that tells, at one opened for it and shut again. */
async function detectAt(url: URL, pattern: string): Promise<Site | undefined> {
  const under = (found: Site | undefined): Site | undefined => (found?.origin === url.origin ? found : undefined);
  for (const tab of await browser.tabs.query({ url: pattern })) {
    const found = under(await detectIn(tab.id));
    if (found && siteOf(url, [found])) return found;
  }
  const tab = await openBehind(browser.tabs, url.href);
  try {
    return under(await detectIn(tab));
  } finally {
    if (tab !== undefined) await browser.tabs.remove(tab).catch(() => {});
  }
}
