// The page that opens once, after installing: reads, draws, and hands on what is pressed.
import { signal } from '@preact/signals';
import { render } from 'preact';
import '../../components/page/page.css';
import '../../components/welcome/welcome.css';
import { Welcome } from '../../components/welcome/welcome.tsx';
import type { Refusal } from '../../lib/ask.ts';
import { browser } from '../../lib/browser.ts';
import type { OwnAsk } from '../../lib/messages.ts';
import { ask } from '../../lib/state/own.ts';
import { panelKeys, shortcutSettings } from '../../lib/state/shortcut.ts';
import { dayHere } from '../../lib/model/day.ts';
import { loadWelcome, type WelcomeModel } from '../../lib/state/welcome.ts';
import { keepOpen } from '../../lib/store/db.ts';
import { refusalOf } from '../../lib/store/refusal.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';

const database = keepOpen();
const read = (): Promise<WelcomeModel | Refusal> =>
  database()
    .then((db) => loadWelcome(db, dayHere(new Date())))
    .catch(refusalOf);
const model = signal<WelcomeModel | Refusal>(await read());
const again = async (): Promise<void> => {
  model.value = await read();
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
    verbs={{
      loadSample: () => write({ ask: 'loadSample' }),
      removeSample: () => write({ ask: 'removeSample' }),
      openTicket: (link) => {
        const url = /^https?:/.test(link) ? link : `https://${link}`;
        if (ticketAt(url) === undefined) return false;
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
