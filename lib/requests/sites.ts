// The sites of the user's own: kept in the database, let in by the browser, and brought the script for tracker pages.
// Whether access is there is never stored: the browser is asked, since it can be taken away behind our back.
import type { Asks, Done } from '../ask.ts';
import { patternOf, patternsOf, type Site, siteKey, siteOf } from '../model/site.ts';
import type { Db } from '../store/db.ts';
import { sitesIn } from '../store/read.ts';
import type { Writer } from '../store/write.ts';
import { isNamedHost } from '../trackers/addresses.ts';

interface Origins {
  origins: string[];
}
interface Script {
  id: string;
  js: string[];
  matches: string[];
  runAt: 'document_start';
  persistAcrossSessions: boolean;
}

/** What is needed of the browser. */
export interface SitesBrowser {
  readonly permissions: { contains(what: Origins): Promise<boolean>; remove(what: Origins): Promise<unknown> };
  readonly scripting: {
    getRegisteredContentScripts(): Promise<readonly { readonly id: string }[]>;
    registerContentScripts(scripts: Script[]): Promise<unknown>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<unknown>;
  };
  readonly tabs: {
    query(what: { url?: string[] }): Promise<readonly { readonly id?: number | undefined }[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
}

export interface Sites {
  /** Those that the browser lets us be on now. Never throws: where nothing can be read there are none. */
  open(): Promise<readonly Site[]>;
  /** The same, as far as an address could belong to them: on the hosts known by name nothing has to be read. */
  about(address: string | undefined): Promise<readonly Site[]>;
  flavourAt(address: string | undefined): Promise<Site['flavour'] | undefined>;
  /** Whether an address is of a tracker on which the browser no longer lets us be. */
  lost(address: string | undefined): Promise<boolean>;
  /** What a page's script is to know about its own host. @param address any of that host */
  at(address: string): Promise<Asks['site']['reply']>;
  add(site: Site): Promise<Done>;
  remove(which: Pick<Site, 'origin' | 'context'>): Promise<Done>;
  /** Puts the registered scripts right, and tells the pages: after an update, at a start, when access was given or taken. */
  repair(): Promise<void>;
}

const PREFIX = 'site ';

const isOfWeb = (address = ''): address is string => /^https?:/.test(address) && URL.canParse(address);

export function keepSites(
  db: () => Promise<Db>,
  writer: Pick<Writer, 'setMeta'>,
  browser: SitesBrowser,
  scripts: readonly string[],
): Sites {
  // Nobody else writes them: read once for as long as the background runs.
  let read: Promise<readonly Site[]> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const stored = (): Promise<readonly Site[]> =>
    (read ??= db()
      .then(sitesIn)
      .catch(() => {
        read = undefined;
        return [];
      }));
  const granted = (address: string): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(address)] }).catch(() => false);

  async function open(): Promise<readonly Site[]> {
    const all = await stored();
    const may = await Promise.all(all.map(({ origin }) => granted(origin)));
    return all.filter((_, i) => may[i]);
  }

  async function keep(sites: readonly Site[]): Promise<void> {
    await writer.setMeta('sites', sites);
    read = Promise.resolve(sites);
  }

  /** One after the other: two that register the same would fail. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work, work);
    queue = done.catch(() => {});
    return done;
  }

  async function register(): Promise<void> {
    const wanted = new Map((await open()).map(({ origin }) => [PREFIX + patternOf(origin), patternOf(origin)]));
    const there = (await browser.scripting.getRegisteredContentScripts()).map(({ id }) => id).filter((id) => id.startsWith(PREFIX));
    const stale = there.filter((id) => !wanted.has(id));
    const missing = [...wanted].filter(([id]) => !there.includes(id));
    if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
    if (missing.length > 0)
      await browser.scripting.registerContentScripts(
        missing.map(([id, match]) => ({ id, js: [...scripts], matches: [match], runAt: 'document_start', persistAcrossSessions: true })),
      );
  }

  /** All tabs: which of them show a site that was lost cannot be asked any more. */
  async function tellAll(): Promise<void> {
    const tabs = await browser.tabs.query({});
    await Promise.all(
      tabs.map(({ id }) =>
        id === undefined ? undefined : browser.tabs.sendMessage(id, { tell: 'sites' }, { frameId: 0 }).catch(() => {}),
      ),
    );
  }

  const repair = (): Promise<void> =>
    inTurn(async () => {
      await register();
      await tellAll();
    });

  async function at(address: string): Promise<Asks['site']['reply']> {
    const { origin, hostname } = new URL(address);
    const sites = (await stored()).filter((site) => site.origin === origin);
    const known = sites.length > 0 || isNamedHost(hostname);
    return { state: 'site', sites, lost: known && !(await granted(address)) };
  }

  const about = async (address: string | undefined): Promise<readonly Site[]> =>
    isOfWeb(address) && !isNamedHost(new URL(address).hostname) ? open() : [];

  return {
    open,
    repair,
    at,
    about,
    flavourAt: async (address) => (isOfWeb(address) ? siteOf(new URL(address), await about(address))?.flavour : undefined),
    lost: async (address) => isOfWeb(address) && (await at(address)).lost,
    add: async (site) => {
      if (!(await granted(site.origin))) return { state: 'refused', why: 'no-access' };
      const others = (await stored()).filter((other) => siteKey(other) !== siteKey(site));
      await keep([...others, site]);
      await repair();
      return { state: 'done' };
    },
    remove: async (which) => {
      const left = (await stored()).filter((site) => siteKey(site) !== siteKey(which));
      await keep(left);
      const pattern = patternOf(which.origin);
      // Access is given back with the last site on the host.
      if (!patternsOf(left).includes(pattern)) await browser.permissions.remove({ origins: [pattern] }).catch(() => {});
      await repair();
      return { state: 'done' };
    },
  };
}
