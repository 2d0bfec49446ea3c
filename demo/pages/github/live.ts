import { evictGuests } from '../guest.ts';
import { openedSwitches } from '../switches.ts';

const EVERY_MS = 5000;
const SIDEBAR = '#partial-discussion-sidebar.js-updatable-content';
const SEARCHES = 'input[data-hotkey]';

/** What GitHub's socket channels do to Rails parts of a page: the server's HTML again, over whatever is there. */
export function startLiveUpdates(): void {
  const every = openedSwitches().live ?? EVERY_MS;
  if (every > 0) setInterval(update, every);
  window.addEventListener('stand-in:shortcut', (event) => {
    if ((event as CustomEvent<string>).detail !== 'search') return;
    document.querySelector<HTMLInputElement>(SEARCHES)?.focus();
  });
}

async function update(): Promise<void> {
  const sidebar = document.querySelector(SIDEBAR);
  if (!sidebar) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector(SIDEBAR);
  if (fresh && sidebar.isConnected) sidebar.innerHTML = fresh.innerHTML;
}

/** The same in one tick, and with a new sidebar and list: everything a guest may hold on to is gone. */
export function wipeClassic(): void {
  for (const part of document.querySelectorAll(`${SIDEBAR}, .js-navigation-container`)) {
    const fresh = part.cloneNode(true) as Element;
    evictGuests(fresh);
    part.replaceWith(fresh);
  }
}
