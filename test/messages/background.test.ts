// The background as it is wired: real messages in, real store, a browser that only takes notes.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { BUSY } from '../busy.ts';
import { browser } from '../../lib/browser.ts';
import type { Sender } from '../../lib/messages.ts';
import { speakEnglish } from '../requests/stage.ts';
import { EXAMPLES, FRAMEWORK, messageOf, type Name, PAGE, REQUEST, SENDERS, TICKET } from './examples.ts';

type Listener = (raw: unknown, sender: Sender) => Promise<Record<string, unknown>>;
const heard: Listener[] = [];
const noted = vi.hoisted(() => ({
  brought: [] as unknown[],
  opened: [] as unknown[],
  told: [] as unknown[],
  rows: [] as unknown[],
  badges: [] as unknown[],
}));
/** What the browser does before it paints a badge; a rejection is a tab that has gone. */
const paint = vi.hoisted(() => ({ first: async (): Promise<void> => {} }));

vi.mock('../../lib/browser.ts', () => ({
  browser: {
    runtime: {
      id: 'azimuthid',
      getURL: (path: string) => `chrome-extension://azimuthid${path}`,
      onMessage: { addListener: (listener: Listener) => heard.push(listener) },
      onInstalled: { addListener: () => {} },
      onStartup: { addListener: () => {} },
      getManifest: () => ({ version: '0.1.0' }),
    },
    alarms: { create: async () => {}, clear: async () => true, onAlarm: { addListener: () => {} } },
    commands: { onCommand: { addListener: () => {} } },
    scripting: {
      executeScript: async (what: unknown) => void noted.brought.push(what),
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async () => {},
      unregisterContentScripts: async () => {},
    },
    permissions: {
      contains: async () => true,
      remove: async () => true,
      onAdded: { addListener: () => {} },
      onRemoved: { addListener: () => {} },
    },
    // The log of a browser session that has begun it anew already.
    storage: {
      session: { get: async () => ({ 'log-whole': true }), set: async () => {}, remove: async () => {} },
      local: { get: async () => ({}), set: async () => {}, remove: async () => {} },
    },
    tabs: {
      get: async () => ({ id: 7, url: 'https://github.com/acme/app/issues' }),
      query: async () => [
        { id: 7, url: 'https://github.com/acme/app/issues/12' },
        { id: 8, url: 'https://github.com/ACME/app/pull/12' },
        { id: 9, url: 'https://github.com/acme/app/issues' },
      ],
      sendMessage: async (tab: number, message: { tell: string }) =>
        void (message.tell === 'rows' ? noted.rows : noted.told).push([tab, message]),
      create: async ({ url }: { url: string }) => void noted.opened.push(url),
    },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        await paint.first();
        noted.badges.push([tabId, text]);
      },
      setBadgeBackgroundColor: async () => {},
      setTitle: async () => {},
    },
  },
}));

beforeAll(async () => {
  speakEnglish();
  // An extension's origin; Node calls those of schemes it does not know "null".
  const Real = URL;
  vi.stubGlobal(
    'URL',
    class extends Real {
      override get origin() {
        return this.protocol === 'chrome-extension:' ? `chrome-extension://${this.host}` : super.origin;
      }
    },
  );
});
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  heard.length = 0;
  for (const list of Object.values(noted)) list.length = 0;
  paint.first = async () => {};
  const { default: background } = await import('../../entrypoints/background.ts');
  background.main();
});

// Badges are painted behind the answer: what is left of that belongs to this test.
afterEach(() => new Promise((done) => setTimeout(done, 30)));

const send = (raw: unknown, sender: Sender): Promise<Record<string, unknown>> => {
  const [listener] = heard;
  if (!listener) throw new Error('nobody listens');
  return listener(raw, sender);
};
const fromPage = (name: Name, more = {}) => send(messageOf(name, more), SENDERS.top);
const fromOwn = (name: Name, more = {}) => send(messageOf(name, more), SENDERS.dashboard);
const badge = (tab: number, text: string): unknown => [tab, text];
const withFramework = () => fromOwn('saveFramework', { team: 't-1', request: 'framework-1' });

describe('the background', () => {
  it.each(Object.keys(EXAMPLES) as Name[])('answers %s or refuses it, and never keeps silent', async (name) => {
    expect(await fromPage(name)).toHaveProperty('state');
    expect(await fromOwn(name)).toHaveProperty('state');
  });

  it('refuses what the rights table refuses, and says why', async () => {
    expect(await send(messageOf('saveFramework'), SENDERS.top)).toEqual({ state: 'refused', why: 'not-allowed' });
    expect(await send(messageOf('save'), SENDERS.other)).toEqual({ state: 'refused', why: 'wrong-ticket' });
    expect(await fromPage('save', { answer: {} })).toEqual({ state: 'refused', why: 'invalid' });
    expect(await fromOwn('saveFramework', { framework: {} })).toEqual({ state: 'refused', why: 'invalid' });
  });

  it('goes from question to save to undo, and marks the tabs', async () => {
    await withFramework();
    expect(await fromPage('question')).toMatchObject({ state: 'ask', team: 't-1' });
    expect(noted.brought).toEqual([{ target: { tabId: 7, frameIds: [0] }, files: ['/github.js', '/panel.js'], injectImmediately: true }]);
    const saved = await fromPage('save', { note: 'n' });
    expect(saved).toMatchObject({ state: 'saved', tag: { note: 'n', op: REQUEST } });
    await vi.waitFor(() => expect(noted.badges.slice(-3).toSorted()).toEqual([badge(7, '✓'), badge(8, '✓'), badge(9, '')]), BUSY);
    await vi.waitFor(() => expect(noted.told).toEqual([[8, { tell: 'changed' }]]), BUSY);
    const undone = await fromPage('undo', { request: 'undo-0001', op: REQUEST });
    expect(undone).toMatchObject({ state: 'ask' });
    expect(undone).not.toHaveProperty('tag');
  });

  it('brings the panel only where it is not drawn and not unwanted', async () => {
    await withFramework();
    await fromPage('question', { drawn: true });
    expect(noted.brought).toEqual([]);
    await fromPage('never');
    expect(await fromPage('question')).toMatchObject({ state: 'never' });
    expect(noted.brought).toEqual([]);
    await fromOwn('allowHere', { place: 'github:acme/app' });
    expect(await fromPage('question')).toMatchObject({ state: 'ask' });
  });

  it('brings nothing where a tracker or this kind of page is turned off, and tells the open tabs', async () => {
    await withFramework();
    await fromOwn('prefer', { change: { tracker: 'github', surface: { name: 'page', on: false } } });
    await expect.poll(() => noted.told).toEqual([7, 8, 9].map((tab) => [tab, { tell: 'look' }]));
    expect(await fromPage('question')).toEqual({ state: 'off' });
    expect(noted.brought).toEqual([]);
    await fromOwn('prefer', { change: { tracker: 'github', surface: { name: 'page', on: true } } });
    expect(await fromPage('question')).toMatchObject({ state: 'ask', standing: { dock: false } });
    await fromPage('stand', { dock: true, at: { x: 0, y: 0.5 } });
    expect(await fromPage('question', { drawn: true })).toMatchObject({ standing: { dock: true, at: { x: 0, y: 0.5 } } });
  });

  it('brings what reads panes only where one can be, and only while panes are wanted', async () => {
    const inbox = { ...SENDERS.top, tab: { id: 7, url: 'https://linear.app/acme/inbox/priority' } };
    expect(await fromPage('pane')).toEqual({ state: 'refused', why: 'not-allowed' });
    expect(await send(messageOf('pane'), inbox)).toEqual({ state: 'done' });
    expect(noted.brought).toMatchObject([{ files: ['/pane.js'] }]);
    await fromOwn('prefer', { change: { tracker: 'linear', surface: { name: 'pane', on: false } } });
    expect(await send(messageOf('pane'), inbox)).toEqual({ state: 'refused', why: 'not-allowed' });
    expect(noted.brought).toHaveLength(1);
  });

  it('claims, drafts, and opens pages', async () => {
    await fromOwn('saveFramework', { framework: { ...FRAMEWORK, claims: [] } });
    expect(await fromPage('question')).toMatchObject({ state: 'unclaimed', framework: { id: 'planner' } });
    expect(await fromPage('claim', { request: 'claim-0001' })).toMatchObject({ state: 'ask' });
    expect(await fromPage('draft', { draft: 'typed' })).toEqual({ state: 'done' });
    expect(await fromPage('question')).toMatchObject({ draft: 'typed' });
    await fromPage('open', { page: 'welcome' });
    await fromPage('open', { page: 'status' });
    expect(noted.opened).toEqual(['chrome-extension://azimuthid/welcome.html', 'chrome-extension://azimuthid/dashboard.html#/status']);
  });

  it('says what the browser said when it could not store, and still draws the panel', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    expect(await fromPage('question')).toEqual({ state: 'refused', why: 'disk-full' });
    await vi.waitFor(() => expect(noted.brought).toHaveLength(1), BUSY);
    vi.restoreAllMocks();
    expect(await fromPage('question')).toEqual({ state: 'no-framework', standing: { dock: false } });
  });

  it.each<[Name, (name: Name) => Promise<unknown>]>([
    ['save', fromPage],
    ['undo', fromPage],
    ['question', fromPage],
    ['left', fromPage],
    ['removeTag', fromOwn],
    ['loadSample', fromOwn],
  ])('answers %s though no badge can be painted, nor ever is', async (name, from) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await withFramework();
    for (const broken of [() => Promise.reject(new Error('No tab with id: 7.')), () => new Promise<void>(() => {})]) {
      paint.first = broken;
      expect(await from(name)).not.toMatchObject({ state: 'refused' });
      vi.spyOn(browser.tabs, 'query').mockImplementation(broken as () => Promise<never>);
      expect(await from(name)).not.toMatchObject({ state: 'refused' });
      vi.restoreAllMocks();
    }
  });

  it.each<[Name, (name: Name) => Promise<unknown>]>([
    ['claim', fromPage],
    ['never', fromPage],
    ['saveFramework', fromOwn],
    ['removeFramework', fromOwn],
    ['undoOperation', fromOwn],
    ['removeTag', fromOwn],
    ['removeSample', fromOwn],
    ['allowHere', fromOwn],
  ])('paints the badges after %s', async (name, from) => {
    await from(name);
    await vi.waitFor(() => expect(noted.badges.map((one) => (one as [number])[0]).toSorted()).toEqual([7, 8, 9]), BUSY);
  });

  it('tells the tabs of a place that it is asked about again, and no others', async () => {
    await fromPage('never');
    await fromOwn('allowHere', { place: 'github:acme/other' });
    await fromOwn('allowHere', { place: 'github:acme/app' });
    await vi.waitFor(() => expect(noted.told).toEqual([7, 8].map((tab) => [tab, { tell: 'changed' }])), BUSY);
  });

  it('brings chips where a framework could ask, and their editor when it is asked for', async () => {
    await send(messageOf('rows'), SENDERS.list);
    expect(noted.brought).toEqual([]);
    await withFramework();
    await send(messageOf('rows'), SENDERS.list);
    await send(messageOf('shapes'), SENDERS.list);
    await send(messageOf('editor'), SENDERS.list);
    expect(noted.brought.map((one) => (one as { files: string[] }).files)).toEqual([
      ['/github-lists.js', '/chips.js'],
      ['/shapes.js'],
      ['/github.js', '/editor.js'],
    ]);
    const open = { kind: 'open', label: '', mean: '', spoken: 'North Star: no answer. Answer' };
    expect(await send(messageOf('chips'), SENDERS.list)).toEqual({ state: 'chips', values: [open, null] });
  });

  it('brings a sweep where one is called for, and again where it went for the next page of its list', async () => {
    await withFramework();
    const files = (): unknown[] => noted.brought.map((one) => (one as { files: string[] }).files);
    const sweep = ['/github.js', '/github-lists.js', '/sweep.js'];
    await fromOwn('sweep');
    expect(files()).toEqual([sweep]);
    const at = messageOf('sweepAt', { ticket: 'github:acme/app#4' });
    await send(at, SENDERS.list);
    expect(await send(messageOf('sweepFrom'), SENDERS.list)).toEqual({ state: 'sweep', ticket: 'github:acme/app#4' });
    await send(messageOf('rows'), SENDERS.list);
    expect(files()).toEqual([sweep, ['/github-lists.js', '/chips.js']]);
    await send({ ...at, onward: true }, SENDERS.list);
    await send(messageOf('rows'), SENDERS.list);
    expect(files().slice(2)).toEqual([['/github-lists.js', '/chips.js'], sweep]);
    // One tab's page is no other's.
    await send(messageOf('rows'), { ...SENDERS.list, tab: { id: 8, url: 'https://github.com/acme/app/issues?page=2' } });
    expect(files()).toHaveLength(5);
  });

  it('answers a row without drawing a panel or a badge for it, and tells every list and the ticket itself', async () => {
    await withFramework();
    expect(await send(messageOf('question', { row: true }), SENDERS.list)).toMatchObject({ state: 'ask' });
    await new Promise((done) => setTimeout(done, 30));
    expect(noted.brought).toEqual([]);
    for (const list of Object.values(noted)) list.length = 0;
    expect(await send(messageOf('save', { row: true }), SENDERS.list)).toMatchObject({ state: 'saved' });
    await vi.waitFor(() => expect(noted.rows).toEqual([7, 8, 9].map((tab) => [tab, { tell: 'rows', ticket: TICKET }])), BUSY);
    // The tab the row was answered in can show the ticket's panel as well.
    await vi.waitFor(() => expect(noted.told).toEqual([7, 8].map((tab) => [tab, { tell: 'changed' }])), BUSY);
  });

  it.each<[Name, (name: Name) => Promise<unknown>]>([
    ['claim', fromPage],
    ['never', fromPage],
    ['saveFramework', fromOwn],
    ['logReading', fromOwn],
    ['importReadings', fromOwn],
    ['removeTag', fromOwn],
    ['loadSample', fromOwn],
    ['allowHere', fromOwn],
  ])('has every list ask anew after %s', async (name, from) => {
    await withFramework();
    noted.rows.length = 0;
    await from(name);
    await vi.waitFor(() => expect(noted.rows.slice(-3)).toEqual([7, 8, 9].map((tab) => [tab, { tell: 'rows', ticket: undefined }])), BUSY);
  });

  // An undo of a page is checked for its team only: any operation whose id is known can be taken back from any ticket.
  it('lets a page undo nothing but an answer of its own ticket', async () => {
    await withFramework();
    await fromPage('save');
    const elsewhere = { ...SENDERS.top, tab: { id: 8, url: `${PAGE}3` } };
    await send(messageOf('undo', { ticket: `${TICKET}3`, op: REQUEST, request: 'undo-0001' }), elsewhere);
    expect(await fromPage('question')).toHaveProperty('tag');
    await fromPage('undo', { op: 'framework-1', request: 'undo-0002' });
    expect(await fromPage('question')).toMatchObject({ state: 'ask' });
  });

  it('says that access was taken away where the browser no longer tells the address, and stores nothing', async () => {
    await withFramework();
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
    expect(await send(messageOf('save'), SENDERS.blind)).toEqual({ state: 'refused', why: 'no-access' });
    expect(await send(messageOf('site'), SENDERS.blind)).toEqual({ state: 'site', sites: [], lost: true });
    vi.restoreAllMocks();
    expect(await send(messageOf('save'), SENDERS.blind)).toEqual({ state: 'refused', why: 'wrong-ticket' });
    expect(await send(messageOf('site'), SENDERS.blind)).toEqual({ state: 'site', sites: [], lost: false });
    expect(await fromPage('question')).not.toHaveProperty('tag');
  });

  it('lets a page of a site of the user’s own speak of its ticket, once it was added, and has its pages read their way', async () => {
    const url = 'https://jira.example.org/jira/browse/PLN-1';
    const there: Sender = { ...SENDERS.top, url, tab: { id: 7, url } };
    const ticket = 'jira:jira.example.org/jira/PLN-1';
    expect(await send(messageOf('question', { ticket }), there)).toEqual({ state: 'refused', why: 'wrong-ticket' });
    expect(await fromOwn('addSite')).toEqual({ state: 'done' });
    noted.brought.length = 0;
    expect(await send(messageOf('question', { ticket }), there)).toEqual({ state: 'no-framework', standing: { dock: false } });
    await expect.poll(() => noted.brought).toMatchObject([{ files: ['/jira-data-center.js', '/panel.js'] }]);
    expect(await fromOwn('removeSite')).toEqual({ state: 'done' });
    expect(await send(messageOf('question', { ticket }), there)).toEqual({ state: 'refused', why: 'wrong-ticket' });
  });

  it('lets a page save only under a team that asks about its ticket', async () => {
    await withFramework();
    expect(await fromPage('save', { team: 'somebody-else' })).toMatchObject({ state: 'refused' });
  });
});
