// The toolbar's popup: reads once, draws once, and hands on what is pressed. `?tab=ID` stands in for the active tab.
import { batch, signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page/page.css';
import '../../components/chart/chart.css';
import '../../components/status/verdict.css';
import '../../components/status/log-form.css';
import '../../components/popup/popup.css';
import { Popup } from '../../components/popup/popup.tsx';
import type { Refusal } from '../../lib/ask.ts';
import { browser } from '../../lib/browser.ts';
import { markLanguage } from '../../lib/say.ts';
import type { SyncLine } from '../../lib/phrases/sync.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import { panelKeys, shortcutSettings } from '../../lib/state/shortcut.ts';
import { dayHere } from '../../lib/model/day.ts';
import { addFound, requestAccess, type SiteHere, siteIn } from '../../lib/state/sites.ts';
import { withPane } from '../../lib/state/pane-ticket.ts';
import { isListAt } from '../../lib/trackers/listed.ts';
import { readSyncLine } from '../../lib/state/sync-line.ts';
import { loadPopup, type PopupModel } from '../../lib/state/tab.ts';
import { keepOpen } from '../../lib/store/db.ts';
import { sitesIn } from '../../lib/store/read.ts';
import { refusalOf } from '../../lib/store/refusal.ts';

const asked = new URLSearchParams(location.search).get('tab');
const database = keepOpen();
const [tab] = asked
  ? [await browser.tabs.get(Number(asked)).catch(() => undefined)]
  : await browser.tabs.query({ active: true, currentWindow: true });
let chosen: string | undefined;

const read = (): Promise<PopupModel | Refusal> =>
  database()
    .then(async (db) => loadPopup(db, await withPane(tab ?? {}, await sitesIn(db)), dayHere(new Date()), chosen))
    .catch(refusalOf);
const readSite = (): Promise<SiteHere | undefined> =>
  database()
    .then(sitesIn)
    .catch(() => [])
    .then((sites) => siteIn(tab ?? {}, sites));
const readSync = (): Promise<SyncLine | undefined> => readSyncLine(database(), Date.now());
const [firstModel, firstSite, firstSync] = await Promise.all([read(), readSite(), readSync()]);
const model = signal<PopupModel | Refusal>(firstModel);
const site = signal(firstSite);
const sync = signal(firstSync);
const again = async (): Promise<void> => {
  const [nextModel, nextSite, nextSync] = await Promise.all([read(), readSite(), readSync()]);
  batch(() => {
    model.value = nextModel;
    site.value = nextSite;
    sync.value = nextSync;
  });
};
/** What was asked of the browser changes what there is to say. */
const andAgain = async (given: Promise<boolean>): Promise<boolean> => {
  if (await given) await again();
  return given;
};
// In a tab of its own, as tests open it, the page stays.
const leave = (): void => {
  if (!asked) window.close();
};
const shown = () => (typeof model.value === 'string' ? undefined : model.value.status);

const known = await database()
  .then(sitesIn)
  .catch(() => []);
/** The tab, where its address is one of a list. */
const listTab = isListAt(tab?.url, known) ? tab?.id : undefined;
const settings = shortcutSettings();

markLanguage(document.documentElement);
render(
  <Popup
    model={model}
    site={site}
    sync={sync}
    unbound={(await panelKeys()) === ''}
    verbs={{
      log: async (metric, value, date) => {
        const status = shown();
        if (!status) return { state: 'refused', why: 'failed' };
        const request = newRequest();
        const reading = { framework: status.framework.id, metric, date, value, source: 'typed' as const };
        const done = await ask({ ask: 'logReading', request, team: status.team, reading });
        if (done.state === 'refused') return done;
        await again();
        return { state: 'done', op: request };
      },
      undo: async (op) => {
        const done = await ask({ ask: 'undoOperation', request: newRequest(), team: shown()?.team ?? '', op });
        await again();
        return done.state === 'refused' ? done.why : undefined;
      },
      focusPanel: async () => {
        const heard = await browser.tabs.sendMessage(tab?.id ?? -1, { tell: 'focus' }, { frameId: 0 }).then(
          () => true,
          () => false,
        );
        if (heard) leave();
        return heard;
      },
      reloadTab: () => void browser.tabs.reload(tab?.id).then(leave),
      sweep: listTab === undefined ? undefined : () => void ask({ ask: 'sweep', tab: listTab }).then(leave),
      allow: (place) => void ask({ ask: 'allowHere', place }).then(again),
      addSite: (found) => andAgain(addFound(found)),
      allowSite: ({ pattern }) => andAgain(requestAccess(pattern)),
      choose: (framework) => {
        chosen = framework;
        void again();
      },
      retry: () => void again(),
      leave,
      openShortcuts: settings && (() => void settings().then(leave)),
    }}
  />,
  document.getElementById('popup') ?? document.body,
);
