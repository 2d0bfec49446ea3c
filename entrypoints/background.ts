// The background: the only writer of the database. It takes messages, hands them to what does the work, and
// brings the panel into pages. It may be stopped at any moment and holds nothing that the database does not.
import { defineBackground } from 'wxt/utils/define-background';
import type { Refusal } from '../lib/ask.ts';
import { browser } from '../lib/browser.ts';
import { admit, type Message, type Sender } from '../lib/messages.ts';
import { dayHere } from '../lib/model/day.ts';
import { patternsOf, type Site } from '../lib/model/site.ts';
import { covers, placeOf, ticketKey } from '../lib/model/ticket.ts';
import { badgeOf } from '../lib/requests/badge.ts';
import { chipsWanted, chipValues } from '../lib/requests/chips.ts';
import { claimPlace, logReading, saveFramework, setNeverHere } from '../lib/requests/framework.ts';
import { ask, question } from '../lib/requests/question.ts';
import { importReadings, undoImport } from '../lib/requests/readings.ts';
import { loadSample, removeSample } from '../lib/requests/sample.ts';
import { keepSites } from '../lib/requests/sites.ts';
import { heedSites } from '../lib/requests/site-events.ts';
import { saveTag, undoOperation } from '../lib/requests/tags.ts';
import { keepOpen } from '../lib/store/db.ts';
import { refusalOf } from '../lib/store/refusal.ts';
import { claimants } from '../lib/store/read.ts';
import { keepLogWhole } from '../lib/store/renew.ts';
import { createWriter } from '../lib/store/write.ts';
import { isNamedAddress, ticketAt } from '../lib/trackers/addresses.ts';

const PANEL = '/panel.js';
const TRACKER = '/tracker.js';
const OWN_SITE = '/own-site.js';
const DATA_CENTER = '/jira-data-center.js';
const MEANING = '/meaning.js';
const CHIPS = '/chips.js';
const EDITOR = '/editor.js';
const LOG_WHOLE = 'log-whole';
const done = { state: 'done' } as const;
/** After these another ticket may be asked about, or answered, than before: badges are painted anew. */
const REPAINTING: ReadonlySet<Message['ask']> = new Set([
  ...(['save', 'undo', 'claim', 'never'] as const),
  ...(['saveFramework', 'removeFramework', 'undoOperation', 'removeTag', 'loadSample', 'removeSample', 'allowHere'] as const),
]);
/** After these any row of any list may say something else. What answers one ticket tells of that ticket by itself. */
const RETELLING: ReadonlySet<Message['ask']> = new Set([
  ...(['claim', 'never', 'saveFramework', 'removeFramework', 'logReading', 'importReadings', 'undoImport'] as const),
  ...(['undoOperation', 'removeTag', 'loadSample', 'removeSample', 'allowHere'] as const),
]);

export default defineBackground(() => {
  const open = keepOpen();
  const log = keepLogWhole({
    known: async () => (await browser.storage.session.get(LOG_WHOLE))[LOG_WHOLE] === true,
    learn: async (known) => browser.storage.session.set({ [LOG_WHOLE]: known }),
  });
  // Begun now, so that it is over before the first save; where it is refused, the save is what says so.
  log.ready().catch(() => {});
  const writer = createWriter(async () => {
    await log.ready();
    return open();
  });
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('')).origin };

  const sites = keepSites(open, writer, browser, [OWN_SITE, TRACKER]);
  heedSites(sites, browser, bringTracker);

  async function answer(message: Message, tab: number | undefined, sender: Sender): Promise<unknown> {
    if (message.ask === 'site') return sites.at(sender.url ?? '');
    const db = await open();
    const today = dayHere(new Date());
    switch (message.ask) {
      case 'question': {
        const reply = await question(db, message.ticket, today);
        if (tab !== undefined && !message.row) {
          if (reply.state !== 'never' && !message.drawn) void bring(tab, ...(await panelFiles(sender)));
          void paintBadge(tab, message.ticket);
        }
        return reply;
      }
      case 'save': {
        // A page speaks for its own ticket only, and under a framework that asks about it.
        const framework = (await claimants(db, message.ticket)).find((row) => row.team === message.team);
        if (!framework) return { state: 'refused', why: 'not-allowed' };
        await saveTag(db, writer, message);
        const { tag } = await ask(db, message.ticket, today, framework);
        void tellOthers(message.ticket, message.row ? undefined : tab);
        void tellRows(message.ticket);
        return { state: 'saved', tag };
      }
      case 'undo':
        await undoOperation(db, writer, message);
        void tellOthers(message.ticket, message.row ? undefined : tab);
        void tellRows(message.ticket);
        return question(db, message.ticket, today);
      case 'meaning':
        await bring(tab, MEANING);
        return done;
      case 'rows':
        if (await chipsWanted(db)) await bring(tab, CHIPS);
        return done;
      case 'chips':
        return { state: 'chips', values: await chipValues(db, message.tickets, today) };
      case 'editor':
        await bring(tab, EDITOR);
        return done;
      case 'draft':
        await writer.keepDraft(message.ticket, message.draft);
        return done;
      case 'claim':
        await claimPlace(db, writer, message);
        return question(db, message.ticket, today);
      case 'never':
        await setNeverHere(db, writer, placeOf(message.ticket), true);
        return done;
      case 'left':
        if (tab !== undefined) void paintBadge(tab, undefined);
        return done;
      case 'open':
        await openPage(message.page);
        return done;
      case 'saveFramework':
        return { ...done, count: Number(await saveFramework(db, writer, message)) };
      case 'removeFramework':
        await writer.write([{ request: message.request, team: message.team, kind: 'framework', key: message.id, set: { deleted: true } }]);
        return done;
      case 'logReading':
        await logReading(writer, message);
        return done;
      case 'importReadings': {
        const count = await importReadings(db, writer, message);
        return count === undefined ? { state: 'refused', why: 'not-allowed' } : { ...done, count };
      }
      case 'undoImport':
        return { ...done, count: await undoImport(db, writer, message) };
      case 'undoOperation':
        await undoOperation(db, writer, message);
        return done;
      case 'removeTag':
        await writer.write([
          { request: message.request, team: message.team, kind: 'tag', key: message.ticket.toLowerCase(), set: { deleted: true } },
        ]);
        return done;
      case 'loadSample':
        await loadSample(writer, today);
        return done;
      case 'removeSample':
        await removeSample(writer);
        return done;
      case 'allowHere':
        await setNeverHere(db, writer, message.place, false);
        void tell((ticket) => covers(message.place, placeOf(ticket)));
        return done;
      case 'addSite': {
        const added = await sites.add(message.site);
        if (added.state === 'done') await bringTracker();
        return added;
      }
      case 'removeSite':
        return sites.remove(message);
    }
  }

  const refuse = (why: Refusal) => ({ state: 'refused' as const, why });

  browser.runtime.onMessage.addListener(async (raw: unknown, sender: Sender) => {
    const admitted = admit(raw, sender, own, await sites.about(sender.tab?.url));
    if (!admitted.ok) return refuse(admitted.why === 'wrong-ticket' && (await sites.lost(sender.url)) ? 'no-access' : admitted.why);
    const { message, tab } = admitted;
    const answered = answer(message, tab, sender);
    if (REPAINTING.has(message.ask)) answered.then(paintBadges, () => {});
    if (RETELLING.has(message.ask))
      answered.then(
        () => tellRows(),
        () => {},
      );
    return answered.catch((error: unknown) => {
      console.error('Azimuth could not do this:', message.ask, error);
      // Even the refusal has to be drawn: silence would look like "no ticket".
      if (message.ask === 'question' && !message.drawn && !message.row) void panelFiles(sender).then((files) => bring(tab, ...files));
      const why = refusalOf(error);
      if (why !== 'failed') void log.doubt();
      return refuse(why);
    });
  });

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openPage('welcome');
    // What the popup draws from may be of an older version's shape. Until it is made, the popup reads everything.
    else void writer.mend().catch(() => {});
    // Pages that were open before keep no script, or one whose extension is gone: bring the present one.
    void sites.repair().then(bringTracker);
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'focus-panel' && tab?.id !== undefined)
      void browser.tabs.sendMessage(tab.id, { tell: 'focus' }, { frameId: 0 }).catch(() => {});
  });

  /** Tabs on tickets it concerns ask again. */
  async function tell(concerns: (ticket: string, tab: number | undefined) => boolean): Promise<void> {
    const known = await sites.open();
    for (const { id, url } of await trackerTabs(known)) {
      const ticket = ticketAt(url ?? '', known);
      if (id === undefined || ticket === undefined || !concerns(ticket, id)) continue;
      void browser.tabs.sendMessage(id, { tell: 'changed' }, { frameId: 0 }).catch(() => {});
    }
  }

  /** Other tabs on the same ticket show the new answer. */
  const tellOthers = (ticket: string, but: number | undefined): Promise<void> =>
    tell((other, tab) => tab !== but && ticketKey(other) === ticketKey(ticket));

  /** Lists in every tab ask anew what their rows say: of one ticket, or of all. */
  async function tellRows(ticket?: string): Promise<void> {
    for (const { id } of await trackerTabs(await sites.open()))
      if (id !== undefined) void browser.tabs.sendMessage(id, { tell: 'rows', ticket }, { frameId: 0 }).catch(() => {});
  }

  async function bring(tab: number | undefined, ...files: string[]): Promise<void> {
    if (tab === undefined) return;
    // A tab that closed or moved on meanwhile is no error.
    await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files, injectImmediately: true }).catch(() => {});
  }

  /** The panel, and before it what reads the pages of a tracker that the panel does not hold. */
  async function panelFiles({ tab }: Sender): Promise<string[]> {
    return (await sites.flavourAt(tab?.url)) === 'data-center' ? [DATA_CENTER, PANEL] : [PANEL];
  }

  async function openPage(page: 'welcome' | 'framework' | 'status' | 'settings'): Promise<void> {
    await browser.tabs.create({ url: browser.runtime.getURL(page === 'welcome' ? '/welcome.html' : `/dashboard.html#/${page}`) });
  }

  /** A badge is a courtesy: whatever stands in its way, what was asked is done and answered. */
  async function paintBadge(tab: number, ticket: string | undefined): Promise<void> {
    try {
      const { text, title } = await badgeOf(await open(), ticket);
      await Promise.all([
        browser.action.setBadgeText({ tabId: tab, text }),
        browser.action.setBadgeBackgroundColor({ tabId: tab, color: '#1f5fcf' }),
        browser.action.setTitle({ tabId: tab, title }),
      ]);
    } catch {
      // The tab has closed, or the store is not to be had: then the answer itself says so.
    }
  }

  async function paintBadges(): Promise<void> {
    const known = await sites.open();
    for (const { id, url } of await trackerTabs(known)) if (id !== undefined) void paintBadge(id, ticketAt(url ?? '', known));
  }

  const trackerTabs = (
    known: readonly Site[],
  ): Promise<readonly { readonly id?: number | undefined; readonly url?: string | undefined }[]> =>
    browser.tabs.query({ url: patternsOf(known) }).catch(() => []);

  /** The script for tracker pages into every tab that shows one; a page that has it already does not take it twice. */
  async function bringTracker(): Promise<void> {
    const tabs = await trackerTabs(await sites.open());
    await Promise.all(tabs.map(({ id, url }) => (isNamedAddress(url) ? bring(id, TRACKER) : bring(id, OWN_SITE, TRACKER))));
  }
});
