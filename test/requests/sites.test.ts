// Sites of the user's own in the background: what is stored, what the browser is asked, and what is put right.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Site } from '../../lib/model/site.ts';
import { keepSites, type Sites, type SitesBrowser } from '../../lib/requests/sites.ts';
import { heedSites } from '../../lib/requests/site-events.ts';
import { freshStore, type Store } from '../store/open.ts';

const JIRA: Site = { origin: 'https://jira.example.org', context: '/jira', tracker: 'jira', flavour: 'data-center' };
const OTHER: Site = { ...JIRA, context: '/other' };
const PATTERN = 'https://jira.example.org/*';
const PAGE = 'https://jira.example.org/jira/browse/PLN-1';

interface Fake {
  readonly allowed: Set<string>;
  readonly scripts: Map<string, readonly string[]>;
  readonly told: number[];
  readonly browser: SitesBrowser;
}

function fake(): Fake {
  const [allowed, scripts, told] = [new Set<string>(), new Map<string, readonly string[]>(), [] as number[]];
  const browser: SitesBrowser = {
    permissions: {
      contains: async ({ origins }) => origins.every((one) => allowed.has(one)),
      remove: async ({ origins }) => origins.map((one) => allowed.delete(one)),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...scripts.keys()].map((id) => ({ id })),
      registerContentScripts: async (added) => {
        for (const { id, js } of added) {
          if (scripts.has(id)) throw new Error(`Duplicate script ID '${id}'`);
          scripts.set(id, js);
        }
      },
      unregisterContentScripts: async ({ ids }) => ids.map((id) => scripts.delete(id)),
    },
    tabs: { query: async () => [{ id: 1 }, {}], sendMessage: async (tab) => void told.push(tab) },
  };
  return { allowed, scripts, told, browser };
}

let store: Store;
let world: Fake;
let sites: Sites;
const again = (): Sites => keepSites(async () => store.db, store.writer, world.browser, ['/own-site.js', '/tracker.js']);
beforeEach(async () => {
  store = await freshStore();
  world = fake();
  sites = again();
});

describe('a site', () => {
  it('is not added where the browser does not allow it', async () => {
    expect(await sites.add(JIRA)).toEqual({ state: 'refused', why: 'no-access' });
    expect([await sites.open(), world.scripts.size]).toEqual([[], 0]);
  });

  it('is stored, registered once, and known to the next background', async () => {
    world.allowed.add(PATTERN);
    await Promise.all([sites.add(JIRA), sites.add(JIRA), sites.repair()]);
    expect([...world.scripts]).toEqual([[`site ${PATTERN}`, ['/own-site.js', '/tracker.js']]]);
    expect(await again().open()).toEqual([JIRA]);
    expect(world.told).toContain(1);
  });

  it('shares its host’s permission with another, which goes with the last', async () => {
    world.allowed.add(PATTERN);
    await sites.add(JIRA);
    await sites.add(OTHER);
    await sites.remove(JIRA);
    expect([world.allowed.has(PATTERN), world.scripts.size, await sites.open()]).toEqual([true, 1, [OTHER]]);
    await sites.remove(OTHER);
    expect([world.allowed.has(PATTERN), world.scripts.size, await sites.open()]).toEqual([false, 0, []]);
  });

  it('that was taken away is kept, said to be lost, and put right when access is back', async () => {
    world.allowed.add(PATTERN);
    await sites.add(JIRA);
    world.allowed.delete(PATTERN);
    await sites.repair();
    expect(world.scripts.size).toBe(0);
    expect(await sites.at(PAGE)).toEqual({ state: 'site', sites: [JIRA], lost: true });
    expect([await sites.about(PAGE), await sites.lost(PAGE), await sites.flavourAt(PAGE)]).toEqual([[], true, undefined]);
    world.allowed.add(PATTERN);
    await sites.repair();
    expect(world.scripts.size).toBe(1);
    expect([await sites.about(PAGE), await sites.lost(PAGE), await sites.flavourAt(PAGE)]).toEqual([[JIRA], false, 'data-center']);
  });

  it('whose script was dropped, as by an update, gets it again; what is not ours stays', async () => {
    world.allowed.add(PATTERN);
    await sites.add(JIRA);
    world.scripts.clear();
    world.scripts.set('somebody else’s', []);
    await sites.repair();
    expect([...world.scripts.keys()]).toEqual(['somebody else’s', `site ${PATTERN}`]);
  });

  it('is none where nothing can be read, and is read again later', async () => {
    world.allowed.add(PATTERN);
    await sites.add(JIRA);
    let broken = true;
    const late = keepSites(() => (broken ? Promise.reject(new Error('no')) : Promise.resolve(store.db)), store.writer, world.browser, []);
    expect(await late.open()).toEqual([]);
    broken = false;
    expect(await late.open()).toEqual([JIRA]);
  });

  it('is neither asked for nor lost on what is no page of the web, or no tracker', async () => {
    for (const address of [undefined, '', 'about:blank', 'chrome://extensions', 'https://example.com/'])
      expect([await sites.about(address), await sites.lost(address)]).toEqual([[], false]);
    // The browser may take away what the manifest asks for as well.
    expect(await sites.lost('https://github.com/acme/app/issues/1')).toBe(true);
  });
});

describe('what the browser tells', () => {
  const listeners: Record<'added' | 'removed' | 'startup', () => void> = { added: () => {}, removed: () => {}, startup: () => {} };
  const hear = (name: keyof typeof listeners) => ({ addListener: (listener: () => void) => void (listeners[name] = listener) });
  const session = new Map<string, unknown>();
  let brought = 0;
  beforeEach(() => {
    session.clear();
    brought = 0;
    heedSites(
      sites,
      {
        permissions: { onAdded: hear('added'), onRemoved: hear('removed') },
        runtime: { onStartup: hear('startup') },
        storage: { session: { get: async () => Object.fromEntries(session), remove: async (key) => void session.delete(key) } },
      },
      async () => void brought++,
    );
  });
  const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

  it('adds the site whose popup did not live to hear the answer', async () => {
    session.set('site-asked', JIRA);
    world.allowed.add(PATTERN);
    listeners.added();
    await settled();
    expect([await sites.open(), brought, session.size]).toEqual([[JIRA], 1, 0]);
  });

  it.each([
    ['another host', 'https://other.example.org/*'],
    ['nothing', ''],
  ])('adds none when access was given to %s', async (_, given) => {
    session.set('site-asked', JIRA);
    world.allowed.add(given);
    listeners.added();
    await settled();
    expect(await sites.open()).toEqual([]);
  });

  it('takes no site out of what is none', async () => {
    session.set('site-asked', { ...JIRA, origin: 'javascript:alert(1)' });
    world.allowed.add(PATTERN);
    listeners.added();
    await settled();
    expect(await sites.open()).toEqual([]);
  });

  it('puts the scripts right at a start', async () => {
    world.allowed.add(PATTERN);
    await sites.add(JIRA);
    world.scripts.clear();
    listeners.startup();
    await settled();
    expect(world.scripts.size).toBe(1);
    world.allowed.clear();
    listeners.removed();
    await settled();
    expect(world.scripts.size).toBe(0);
  });
});
