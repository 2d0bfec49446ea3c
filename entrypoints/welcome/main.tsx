// The page that opens once, after installing: reads, draws, and hands on what is pressed.
import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page/page.css';
import '../../components/framework/models.css';
import '../../components/welcome/welcome.css';
import { Welcome } from '../../components/welcome/welcome.tsx';
import type { Refusal } from '../../lib/ask.ts';
import { browser } from '../../lib/browser.ts';
import type { OwnAsk } from '../../lib/messages.ts';
import { markLanguage, say } from '../../lib/say.ts';
import { claimsFrom } from '../../lib/state/claim-text.ts';
import { valueMessages } from '../../lib/state/first-values.ts';
import { fromModel } from '../../lib/state/from-model.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import { TEMPLATES } from '../../lib/templates/templates.ts';
import { readSyncLine } from '../../lib/state/sync-line.ts';
import { panelKeys, shortcutSettings } from '../../lib/state/shortcut.ts';
import { patternsOf, type Site } from '../../lib/model/site.ts';
import { dayHere } from '../../lib/model/day.ts';
import { loadWelcome, type WelcomeModel } from '../../lib/state/welcome.ts';
import { keepOpen } from '../../lib/store/db.ts';
import { sitesIn } from '../../lib/store/read.ts';
import { refusalOf } from '../../lib/store/refusal.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';

markLanguage(document.documentElement);
document.title = say('welcomeTitle');

const database = keepOpen();
const sites = (): Promise<readonly Site[]> =>
  database()
    .then(sitesIn)
    .catch(() => []);
/** Pages of the trackers in open tabs: what the extension may read the address of, the one looked at last first. */
const addresses = async (): Promise<string[]> => {
  const tabs = await browser.tabs.query({ url: patternsOf(await sites()) });
  return tabs.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0)).flatMap(({ url }) => url ?? []);
};
const read = (): Promise<WelcomeModel | Refusal> =>
  database()
    .then(async (db) => loadWelcome(db, dayHere(new Date()), await addresses()))
    .catch(refusalOf);
let known = await sites();
const model = signal<WelcomeModel | Refusal>(await read());
const again = async (): Promise<void> => {
  [known, model.value] = await Promise.all([sites(), read()]);
};
const write = async (message: OwnAsk): Promise<Refusal | undefined> => {
  const done = await ask(message);
  await again();
  return done.state === 'refused' ? done.why : undefined;
};
const settings = shortcutSettings();

render(
  <Welcome
    model={model}
    keys={await panelKeys()}
    sync={await readSyncLine(database(), Date.now())}
    verbs={{
      loadSample: () => write({ ask: 'loadSample' }),
      removeSample: () => write({ ask: 'removeSample' }),
      begin: async (id, place) => {
        const { claims, problems } = claimsFrom(place, await sites());
        const template = TEMPLATES.find((one) => one.id === id);
        if (problems.length > 0 || !template) return 'place';
        const mark = crypto.randomUUID().slice(0, 4);
        const framework = fromModel(template, dayHere(new Date()), mark, claims, say('modelsFrom', template.name));
        return write({ ask: 'saveFramework', request: newRequest(), framework });
      },
      values: async (typed) => {
        // The framework as it is now: it may have been changed in another window since this page was drawn.
        await again();
        const status = typeof model.value === 'string' ? undefined : model.value.status;
        for (const message of status ? valueMessages(status, typed, dayHere(new Date()), newRequest) : []) {
          const done = await ask(message);
          if (done.state === 'refused') return done.why;
        }
        await again();
        return undefined;
      },
      openTicket: (link) => {
        const url = /^https?:/.test(link) ? link : `https://${link}`;
        if (ticketAt(url, known) === undefined) return false;
        void browser.tabs.create({ url });
        return true;
      },
      retry: () => void again(),
      openShortcuts: settings && (() => void settings()),
    }}
  />,
  document.getElementById('welcome') ?? document.body,
);

// What another page does meanwhile shows when this one is looked at again.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void again();
});
