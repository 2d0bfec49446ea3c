// Which sites of the user's own this page may belong to, and whether the browser still lets us be here.
import type { Asks } from '../ask.ts';
import { type Site, siteName } from '../model/site.ts';
import { alive, api } from './runtime.ts';
import type { Seat } from './seat.ts';

/**
 * Calls back with the sites on this page's host, at once and whenever the background says that access was given or
 * taken away. Where it was taken away there are none, and a line says so.
 * @param signal ends the listening
 */
export function watchSites(seat: Pick<Seat, 'ask' | 'line'>, signal: AbortSignal, changed: (sites: readonly Site[]) => void): void {
  let line = new AbortController();
  const ask = async (): Promise<void> => {
    const { sites, lost }: Asks['site']['reply'] = await seat.ask({ ask: 'site' });
    line.abort();
    line = new AbortController();
    changed(lost ? [] : sites);
    if (lost) sayLost(seat, sites[0], line.signal);
  };
  const heard = (message: { tell?: string }): void => {
    if (message.tell === 'sites') void ask().catch(() => {});
  };
  api.runtime.onMessage.addListener(heard);
  signal.addEventListener('abort', () => {
    line.abort();
    if (alive()) api.runtime.onMessage.removeListener(heard);
  });
  // Where the background does not answer there is nothing to draw: nobody knows yet whether this is a tracker.
  void ask().catch(() => {});
}

function sayLost(seat: Pick<Seat, 'ask' | 'line'>, site: Site | undefined, signal: AbortSignal): void {
  const name = site ? siteName(site) : location.host;
  seat.line(['siteLost', name], 'popupSettings', signal, () => void seat.ask({ ask: 'open', page: 'settings' }).catch(() => {}));
}
