// The background: the only writer of the database. It takes messages, hands them to what does the work, and
// brings the panel into pages. It may be stopped at any moment and holds nothing that the database does not.
import { defineBackground } from 'wxt/utils/define-background';
import type { Refusal } from '../lib/ask.ts';
import { browser } from '../lib/browser.ts';
import { type Admitted, admit, type Message, type Sender } from '../lib/messages.ts';
import { dayHere } from '../lib/model/day.ts';
import { type Tracker, trackerOf, wanted } from '../lib/model/preferences.ts';
import type { Site } from '../lib/model/site.ts';
import { placeOf } from '../lib/model/ticket.ts';
import { REPAINTING, RETELLING, WRITING } from '../lib/requests/after.ts';
import { addAlias, meant, removeAlias } from '../lib/requests/aliases.ts';
import { chipsWanted, chipValues } from '../lib/requests/chips.ts';
import { claimPlace, setNeverHere } from '../lib/requests/framework.ts';
import { noteVisit } from '../lib/requests/health.ts';
import { isKeep, keep } from '../lib/requests/keep.ts';
import { prefer, questionHere, stand } from '../lib/requests/preferences.ts';
import { ask, question } from '../lib/requests/question.ts';
import { heedSites } from '../lib/requests/site-events.ts';
import { keepSites } from '../lib/requests/sites.ts';
import { goesOn, leftAt, noteSweep, seePage } from '../lib/requests/sweep.ts';
import { createTabs, OWN_SITE, TRACKER } from '../lib/requests/tabs.ts';
import { createSync } from '../lib/requests/sync.ts';
import { isOfTeam, ofTeam } from '../lib/requests/team.ts';
import { saveTag, undoOperation } from '../lib/requests/tags.ts';
import { type Db, keepOpen } from '../lib/store/db.ts';
import { refusalOf } from '../lib/store/refusal.ts';
import { claimants, preferencesOf } from '../lib/store/read.ts';
import { keepLogWhole } from '../lib/store/renew.ts';
import { createWriter } from '../lib/store/write.ts';
import { paneAt, trackerAt } from '../lib/trackers/addresses.ts';

const PANEL = '/panel.js';
const MEANING = '/meaning.js';
const PANE = '/pane.js';
const DOCK = '/dock.js';
const CHIPS = '/chips.js';
const EDITOR = '/editor.js';
const SHAPES = '/shapes.js';
const SWEEP = '/sweep.js';
const LOG_WHOLE = 'log-whole';
const done = { state: 'done' } as const;
/** A message that was let in. `page`: the address of the page it came from, as it was when that was loaded. */
type Let = Extract<Admitted, { ok: true }> & { readonly page?: string | undefined };

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
  const tabs = createTabs(open, sites, browser);
  heedSites(sites, browser, tabs.bringTracker);
  const sync = createSync(open, writer, browser, () => {
    void tabs.paintAll();
    void tabs.tellRows();
  });

  async function answer({ message: said, tab, address = '', page = '' }: Let, known: readonly Site[]): Promise<unknown> {
    if (said.ask === 'site') return sites.at(page);
    if (isOfTeam(said)) return ofTeam(open, sync, said);
    const db = await open();
    const message = await meant(db, said);
    const today = dayHere(new Date());
    if (isKeep(message)) return keep(db, writer, message, today);
    switch (message.ask) {
      case 'question': {
        if (message.row) return question(db, message.ticket, today);
        const reply = await questionHere(db, message.ticket, address, known, today);
        if (tab !== undefined) {
          if (reply.state !== 'never' && reply.state !== 'off' && !message.drawn) void bringPanel(tab, message.ticket, address);
          void tabs.paint(tab, reply.state === 'off' ? undefined : message.ticket);
        }
        return reply;
      }
      case 'save': {
        // A page speaks for its own ticket only, and under a framework that asks about it.
        const framework = (await claimants(db, message.ticket)).find((row) => row.team === message.team);
        if (!framework) return { state: 'refused', why: 'not-allowed' };
        await saveTag(db, writer, message);
        const { tag } = await ask(db, message.ticket, today, framework);
        void tabs.tellOthers(message.ticket, message.row ? undefined : tab);
        void tabs.tellRows(message.ticket);
        return { state: 'saved', tag };
      }
      case 'undo':
        await undoOperation(db, writer, message);
        void tabs.tellOthers(message.ticket, message.row ? undefined : tab);
        void tabs.tellRows(message.ticket);
        return question(db, message.ticket, today);
      case 'meaning':
        await tabs.bring(tab, MEANING);
        return done;
      case 'rows':
        await bringChips(db, tab, trackerAt(address, known));
        if (await goesOn(db, tab, address)) await bringSweep(tab, address, known);
        return done;
      case 'chips':
        if (!message.asked && !(await chipsWanted(db, trackerAt(address, known))))
          return { state: 'chips', values: message.tickets.map(() => null) };
        return { state: 'chips', values: await chipValues(db, message.tickets, today) };
      case 'editor':
        await tabs.bring(tab, await tabs.pagesFile(trackerAt(address, known), address), EDITOR);
        return done;
      case 'shapes':
        await tabs.bring(tab, SHAPES);
        return done;
      case 'sweep':
        await sweepIn(await browser.tabs.get(message.tab));
        return done;
      case 'sweepFrom':
        return leftAt(db, address);
      case 'sweepAt':
        await noteSweep(db, writer, { ...message, address, tab });
        return done;
      case 'seen':
        await seePage(db, writer, message.facts);
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
        const within = paneAt(address, known);
        if (!within || !wanted(await preferencesOf(db), trackerOf(within), 'pane')) return { state: 'refused', why: 'not-allowed' };
        await tabs.bring(tab, PANE);
        return done;
      }
      case 'dock':
        await tabs.bring(tab, DOCK);
        return done;
      case 'stand':
        await stand(writer, message);
        void tabs.tellLook(tab);
        return done;
      case 'health':
        await noteVisit(writer, message, { address, sites: known, day: today });
        return done;
      case 'prefer':
        await prefer(writer, message.change);
        void tabs.tellLook();
        return done;
      case 'left':
        if (tab !== undefined) void tabs.paint(tab, undefined);
        return done;
      case 'open':
        await openPage(message.page);
        return done;
      case 'allowHere':
        await setNeverHere(db, writer, message.place, false);
        void tabs.tellPlace(message.place);
        return done;
      case 'addSite': {
        const added = await sites.add(message.site);
        if (added.state === 'done') await tabs.bringTracker();
        return added;
      }
      case 'removeSite':
        return sites.remove(message);
      case 'addAlias':
        if (!(await addAlias(writer, message))) return { state: 'refused', why: 'invalid' };
        void tabs.tellPlace();
        return done;
      case 'removeAlias':
        await removeAlias(writer, message.from);
        void tabs.tellPlace();
        return done;
    }
  }

  async function bringChips(db: Db, tab: number | undefined, tracker: Tracker | undefined): Promise<void> {
    if (await chipsWanted(db, tracker)) await tabs.bring(tab, `/${tracker}-lists.js`, CHIPS);
  }

  /** A sweep of the list in a tab, with all it is drawn with. */
  async function bringSweep(tab: number | undefined, address: string, known: readonly Site[]): Promise<void> {
    const tracker = trackerAt(address, known);
    if (tracker) await tabs.bring(tab, await tabs.pagesFile(tracker, address), `/${tracker}-lists.js`, SWEEP);
  }
  const sweepIn = async ({ id, url = '' }: { id?: number | undefined; url?: string | undefined }): Promise<void> =>
    bringSweep(id, url, await sites.about(url));

  const refuse = (why: Refusal) => ({ state: 'refused' as const, why });

  const bringPanel = async (tab: number | undefined, ticket: string, address: string): Promise<void> =>
    tabs.bring(tab, await tabs.pagesFile(trackerOf(ticket), address), PANEL);

  browser.runtime.onMessage.addListener(async (raw: unknown, sender: Sender) => {
    const known = await sites.about(sender.tab?.url);
    const admitted = admit(raw, sender, own, known);
    if (!admitted.ok) return refuse(admitted.why === 'wrong-ticket' && (await sites.lost(sender.url)) ? 'no-access' : admitted.why);
    const { message, tab, address = '' } = admitted;
    const answered = answer({ ...admitted, page: sender.url }, known);
    const behind = (asks: ReadonlySet<Message['ask']>, work: () => void): void => {
      if (asks.has(message.ask)) answered.then(work, () => {});
    };
    behind(WRITING, sync.saved);
    behind(REPAINTING, () => {
      void tabs.paintAll();
      // A pane's ticket is in no address: its tab is painted by what it asked.
      if (tab !== undefined && 'ticket' in message && paneAt(address, known)) void tabs.paint(tab, message.ticket);
    });
    behind(RETELLING, () => void tabs.tellRows());
    return answered.catch((error: unknown) => {
      console.error('Azimuth could not do this:', message.ask, error);
      // Even the refusal has to be drawn: silence would look like "no ticket".
      if (message.ask === 'question' && !message.drawn && !message.row) void bringPanel(tab, message.ticket, address);
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
    void sites.repair().then(tabs.bringTracker);
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'sweep' && tab) void sweepIn(tab);
    if (command === 'focus-panel' && tab?.id !== undefined)
      void browser.tabs.sendMessage(tab.id, { tell: 'focus' }, { frameId: 0 }).catch(() => {});
  });

  async function openPage(page: 'welcome' | 'framework' | 'status' | 'settings'): Promise<void> {
    await browser.tabs.create({ url: browser.runtime.getURL(page === 'welcome' ? '/welcome.html' : `/dashboard.html#/${page}`) });
  }
});
