// The tabs that show a tracker: scripts brought into them, what they are told, and their badges.
import type { Tracker } from '../model/preferences.ts';
import { patternsOf, type Site } from '../model/site.ts';
import { type Alias, placesOf, spellingsOf } from '../model/alias.ts';
import { covers } from '../model/ticket.ts';
import { aliasesIn } from '../store/aliases.ts';
import type { Db } from '../store/db.ts';
import { isNamedAddress, mayShow, paneAt, ticketAt } from '../trackers/addresses.ts';
import { badgeOf } from './badge.ts';
import type { Sites } from './sites.ts';

export const TRACKER = '/tracker.js';
export const OWN_SITE = '/own-site.js';
const BADGE_COLOUR = '#1f5fcf';

interface Tab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
}

/** What is needed of the browser. */
export interface TabsBrowser {
  readonly tabs: {
    query(what: { url: string[] }): Promise<readonly Tab[]>;
    sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<unknown>;
  };
  readonly scripting: {
    executeScript(what: { target: { tabId: number; frameIds: number[] }; files: string[]; injectImmediately: boolean }): Promise<unknown>;
  };
  readonly action: {
    setBadgeText(what: { tabId: number; text: string }): Promise<unknown>;
    setBadgeBackgroundColor(what: { tabId: number; color: string }): Promise<unknown>;
    setTitle(what: { tabId: number; title: string }): Promise<unknown>;
  };
}

export interface Tabs {
  /** Runs scripts of ours in a tab, one after the other. A tab that closed or moved on meanwhile is no error. */
  bring(tab: number | undefined, ...files: string[]): Promise<void>;
  /** What reads a tracker's pages, and makes us look at home there. @param address of the tab */
  pagesFile(tracker: Tracker | undefined, address: string): Promise<string>;
  /** The script for tracker pages into every tab that shows one; a page that has it already does not take it twice. */
  bringTracker(): Promise<void>;
  /** Tabs on the same ticket show the new answer. */
  tellOthers(ticket: string, but: number | undefined): Promise<void>;
  /** Tabs in a place ask again, or all. @param place as claims spell it */
  tellPlace(place?: string): Promise<void>;
  /** Whether and where to ask may have changed. */
  tellLook(but?: number): Promise<void>;
  /** Lists ask anew what their rows say: of one ticket, or of all. */
  tellRows(ticket?: string): Promise<void>;
  paint(tab: number, ticket: string | undefined): Promise<void>;
  paintAll(): Promise<void>;
}

export function createTabs(open: () => Promise<Db>, sites: Pick<Sites, 'open' | 'flavourAt'>, browser: TabsBrowser): Tabs {
  const shown = (known: readonly Site[]): Promise<readonly Tab[]> => browser.tabs.query({ url: patternsOf(known) }).catch(() => []);

  /** Tells tabs that it concerns, by their address. */
  async function tell(message: object, concerns: (address: string, tab: number, known: readonly Site[]) => boolean): Promise<void> {
    const known = await sites.open();
    for (const { id, url = '' } of await shown(known))
      if (id !== undefined && concerns(url, id, known)) void browser.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => {});
  }

  /** Every id a ticket goes by: a page knows it by the address it is at. */
  const spelled = async (ticket: string): Promise<string[]> => spellingsOf(await aliases(), ticket);
  const aliases = (): Promise<readonly Alias[]> =>
    open()
      .then(aliasesIn)
      .catch(() => []);

  async function bring(tab: number | undefined, ...files: string[]): Promise<void> {
    if (tab === undefined) return;
    await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files, injectImmediately: true }).catch(() => {});
  }

  /** A badge is a courtesy: whatever stands in its way, what was asked is done and answered. */
  async function paint(tab: number, ticket: string | undefined): Promise<void> {
    try {
      const { text, title } = await badgeOf(await open(), ticket);
      await Promise.all([
        browser.action.setBadgeText({ tabId: tab, text }),
        browser.action.setBadgeBackgroundColor({ tabId: tab, color: BADGE_COLOUR }),
        browser.action.setTitle({ tabId: tab, title }),
      ]);
    } catch {
      // The tab has closed, or the store is not to be had: then the answer itself says so.
    }
  }

  return {
    bring,
    pagesFile: async (tracker = 'github', address) =>
      (await sites.flavourAt(address)) === 'data-center' ? '/jira-data-center.js' : `/${tracker}.js`,
    bringTracker: async () => {
      const tabs = await shown(await sites.open());
      await Promise.all(tabs.map(({ id, url }) => (isNamedAddress(url) ? bring(id, TRACKER) : bring(id, OWN_SITE, TRACKER))));
    },
    tellOthers: async (ticket, but) => {
      const all = await spelled(ticket);
      await tell({ tell: 'changed' }, (url, tab, known) => tab !== but && all.some(mayShow(url, known)));
    },
    tellPlace: async (place) => {
      const said = await aliases();
      const lies = (ticket: string): boolean => place === undefined || placesOf(said, ticket).some((one) => covers(place, one));
      await tell({ tell: 'changed' }, (url, _, known) => lies(ticketAt(url, known) ?? '') || paneAt(url, known) !== undefined);
    },
    tellLook: (but) => tell({ tell: 'look' }, (_, tab) => tab !== but),
    tellRows: async (ticket) => {
      for (const one of ticket === undefined ? [undefined] : await spelled(ticket)) await tell({ tell: 'rows', ticket: one }, () => true);
    },
    paint,
    paintAll: async () => {
      const known = await sites.open();
      // A pane's ticket is in no address: its tab is painted by what it asks.
      for (const { id, url = '' } of await shown(known)) if (id !== undefined && !paneAt(url, known)) void paint(id, ticketAt(url, known));
    },
  };
}
