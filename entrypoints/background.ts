// The background: the only writer of the database. It takes messages, hands them to what does the work, and
// brings the panel into pages. It may be stopped at any moment and holds nothing that the database does not.
import { defineBackground } from 'wxt/utils/define-background';
import type { Refusal } from '../lib/ask.ts';
import { browser } from '../lib/browser.ts';
import { admit, mayShow, type Message, type Sender } from '../lib/messages.ts';
import { dayHere } from '../lib/model/day.ts';
import { trackerOf, wanted } from '../lib/model/preferences.ts';
import { covers, placeOf } from '../lib/model/ticket.ts';
import { badgeOf } from '../lib/requests/badge.ts';
import { claimPlace, logReading, saveFramework, setNeverHere } from '../lib/requests/framework.ts';
import { noteVisit } from '../lib/requests/health.ts';
import { questionHere, savePreferences, stand } from '../lib/requests/preferences.ts';
import { ask, question } from '../lib/requests/question.ts';
import { importReadings, undoImport } from '../lib/requests/readings.ts';
import { loadSample, removeSample } from '../lib/requests/sample.ts';
import { saveTag, undoOperation } from '../lib/requests/tags.ts';
import { keepOpen } from '../lib/store/db.ts';
import { refusalOf } from '../lib/store/refusal.ts';
import { claimants, preferencesOf } from '../lib/store/read.ts';
import { keepLogWhole } from '../lib/store/renew.ts';
import { createWriter } from '../lib/store/write.ts';
import { paneAt, ticketAt } from '../lib/trackers/addresses.ts';

const TRACKERS = ['https://github.com/*', 'https://*.atlassian.net/*', 'https://linear.app/*'];
const PANEL = '/panel.js';
const TRACKER = '/tracker.js';
const MEANING = '/meaning.js';
const PANE = '/pane.js';
const DOCK = '/dock.js';
/** What a tracker's pages are read by. */
const pagesFile = (ticket: string): string => `/${trackerOf(ticket)}.js`;
const LOG_WHOLE = 'log-whole';
const done = { state: 'done' } as const;
/** After these another ticket may be asked about, or answered, than before: badges are painted anew. */
const REPAINTING: ReadonlySet<Message['ask']> = new Set([
  ...(['save', 'undo', 'claim', 'never'] as const),
  ...(['saveFramework', 'removeFramework', 'undoOperation', 'removeTag', 'loadSample', 'removeSample', 'allowHere'] as const),
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

  async function answer(message: Message, tab: number | undefined, address: string): Promise<unknown> {
    const db = await open();
    const today = dayHere(new Date());
    switch (message.ask) {
      case 'question': {
        const reply = await questionHere(db, message.ticket, address, today);
        if (tab !== undefined) {
          if (reply.state !== 'never' && reply.state !== 'off' && !message.drawn) void bring(tab, pagesFile(message.ticket), PANEL);
          void paintBadge(tab, reply.state === 'off' ? undefined : message.ticket);
        }
        return reply;
      }
      case 'save': {
        // A page speaks for its own ticket only, and under a framework that asks about it.
        const framework = (await claimants(db, message.ticket)).find((row) => row.team === message.team);
        if (!framework) return { state: 'refused', why: 'not-allowed' };
        await saveTag(db, writer, message);
        const { tag } = await ask(db, message.ticket, today, framework);
        void tellOthers(message.ticket, tab);
        return { state: 'saved', tag };
      }
      case 'undo':
        await undoOperation(db, writer, message);
        void tellOthers(message.ticket, tab);
        return question(db, message.ticket, today);
      case 'meaning':
        await bring(tab, MEANING);
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
      case 'pane': {
        const within = paneAt(address);
        if (!within || !wanted(await preferencesOf(db), trackerOf(within), 'pane')) return { state: 'refused', why: 'not-allowed' };
        await bring(tab, PANE);
        return done;
      }
      case 'dock':
        await bring(tab, DOCK);
        return done;
      case 'stand':
        await stand(db, writer, message);
        void tell('look', (_, id) => id !== tab);
        return done;
      case 'health':
        await noteVisit(db, writer, message.ticket, address, message.visit, today);
        return done;
      case 'savePreferences':
        await savePreferences(writer, message.preferences);
        void tell('look', () => true);
        return done;
      case 'left':
        if (tab !== undefined) void paintBadge(tab, undefined);
        return done;
      case 'open':
        await openPage(message.page);
        return done;
      case 'saveFramework':
        await saveFramework(db, writer, message);
        return done;
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
        void tell('changed', (url) => covers(message.place, placeOf(ticketAt(url) ?? '')) || paneAt(url) !== undefined);
        return done;
    }
  }

  browser.runtime.onMessage.addListener((raw: unknown, sender: Sender) => {
    const admitted = admit(raw, sender, own);
    const refuse = (why: Refusal) => ({ state: 'refused' as const, why });
    if (!admitted.ok) return Promise.resolve(refuse(admitted.why));
    const { message, tab, address = '' } = admitted;
    const answered = answer(message, tab, address);
    if (REPAINTING.has(message.ask))
      answered.then(
        () => {
          void paintBadges();
          // A pane's ticket is in no address: its tab is painted by what it asked.
          if (tab !== undefined && 'ticket' in message && paneAt(address)) void paintBadge(tab, message.ticket);
        },
        () => {},
      );
    return answered.catch((error: unknown) => {
      console.error('Azimuth could not do this:', message.ask, error);
      // Even the refusal has to be drawn: silence would look like "no ticket".
      if (message.ask === 'question' && !message.drawn) void bring(tab, pagesFile(message.ticket), PANEL);
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
    void browser.tabs.query({ url: TRACKERS }).then((tabs) => Promise.all(tabs.map((tab) => bring(tab.id, TRACKER))));
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'focus-panel' && tab?.id !== undefined)
      void browser.tabs.sendMessage(tab.id, { tell: 'focus' }, { frameId: 0 }).catch(() => {});
  });

  /** Tabs it concerns, by their address, ask again: `changed` for the answer, `look` for whether and where to ask. */
  async function tell(what: 'changed' | 'look', concerns: (address: string, tab: number) => boolean): Promise<void> {
    for (const { id, url = '' } of await trackerTabs())
      if (id !== undefined && concerns(url, id)) void browser.tabs.sendMessage(id, { tell: what }, { frameId: 0 }).catch(() => {});
  }

  /** Other tabs that may show the same ticket show the new answer. */
  const tellOthers = (ticket: string, but: number | undefined): Promise<void> =>
    tell('changed', (url, tab) => tab !== but && mayShow(url, ticket));

  async function bring(tab: number | undefined, ...files: string[]): Promise<void> {
    if (tab === undefined) return;
    // A tab that closed or moved on meanwhile is no error.
    await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files, injectImmediately: true }).catch(() => {});
  }

  async function openPage(page: 'welcome' | 'framework' | 'status'): Promise<void> {
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
    for (const { id, url = '' } of await trackerTabs()) if (id !== undefined && !paneAt(url)) void paintBadge(id, ticketAt(url));
  }

  const trackerTabs = (): Promise<readonly { readonly id?: number | undefined; readonly url?: string | undefined }[]> =>
    browser.tabs.query({ url: TRACKERS }).catch(() => []);
});
