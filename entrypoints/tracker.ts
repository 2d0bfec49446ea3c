// The one script on every page of a tracker. Guards our keys, knows which ticket the address names, and asks the
// background about it; the panel is brought in by the background when there is something to draw.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchAddress } from '../lib/page/address.ts';
import { guardKeys } from '../lib/page/keys.ts';
import { drawLine } from '../lib/page/notice.ts';
import { seekRows } from '../lib/page/rows.ts';
import { alive, api } from '../lib/page/runtime.ts';
import type { Seat } from '../lib/page/seat.ts';
import { noteStirs } from '../lib/page/stir.ts';
import { namedPaneAt, namedTicketAt } from '../lib/trackers/addresses.ts';

const PATIENCE_MS = 1500;
const UNANSWERED_MS = 4000;

export default defineUnlistedScript(() => {
  // Top frame only, and once: the manifest and an injection after install may both bring this script.
  if (window !== top || globalThis.azimuth) return;
  // An older copy's panel with something typed in it: it says how to keep that, and must not be taken away.
  // Where the browser ended that copy with its extension (Firefox does), nobody answers, and the kept draft is shown anew.
  const older = document.querySelector(':is(azimuth-panel,azimuth-editor)[data-draft]');
  if (older?.dispatchEvent(new Event('alive', { cancelable: true })) === false) return;

  // On a site of the user's own another script came before this one, and knows its addresses.
  const own = globalThis.azimuthOwn;
  const ticketAt = own?.ticketAt ?? namedTicketAt;
  const paneAt = own?.paneAt ?? namedPaneAt;
  const life = new AbortController();
  let leave = new AbortController();
  let ticket: string | undefined;
  let watching = false;

  const seat: Seat = {
    stay: undefined,
    stirred: [],
    ticketAt,
    look,
    line: drawLine,
    alive,
    ask: async (ask) => {
      // A worker that is stopped with a message in hand may never answer it, nor say so.
      const send = () => Promise.race([api.runtime.sendMessage(ask), new Promise<never>((_, reject) => setTimeout(reject, UNANSWERED_MS))]);
      return send().catch((dropped: unknown) => {
        if (!alive()) throw dropped;
        return send();
      });
    },
  };
  globalThis.azimuth = seat;
  const seek = seekRows(seat, life.signal);

  function look(): void {
    if (!alive()) return life.abort();
    const named = ticketAt(location.href);
    seek(named !== undefined);
    const within = named ? undefined : paneAt(location.href);
    const now = named ?? (within && seat.pane?.(within));
    // A pane may show what the address does not name: what reads panes is brought in where there can be one.
    if (within && !watching) {
      watching = true;
      seat.ask({ ask: 'pane' }).catch(() => (watching = false));
    }
    if (now === ticket) return;
    const left = ticket;
    ticket = now;
    leave.abort();
    leave = new AbortController();
    seat.stay = undefined;
    seat.onStay?.(undefined);
    if (now && !seat.onStay) noteStirs(seat.stirred, leave.signal);
    if (now) void arrive(now, named ? 'address' : 'pane', leave);
    else if (left) seat.ask({ ask: 'left' }).catch(() => {});
  }

  async function arrive(here: string, by: 'address' | 'pane', leaving: AbortController): Promise<void> {
    const { signal } = leaving;
    const again = (): void => void arrive(here, by, leaving);
    // It goes when the ticket is left, or on another try.
    const waiting = setTimeout(drawLine, PATIENCE_MS, ['noAnswer'], 'again', signal, again, here);
    try {
      const reply = await seat.ask({ ask: 'question', ticket: here, drawn: Boolean(seat.onStay) });
      if (signal.aborted) return;
      clearTimeout(waiting);
      seat.stay = { ticket: here, by, reply, signal, close: () => leaving.abort() };
      seat.onStay?.(seat.stay);
    } catch {
      // The notice comes when the time is up; it says so and offers another try.
    }
    signal.addEventListener('abort', () => clearTimeout(waiting));
  }

  guardKeys(
    (node) => node !== null && (node === seat.element || Boolean(seat.rows?.owns(node))),
    (event) => (seat.rows && event.composedPath().some(seat.rows.owns) ? seat.rows : seat).onEvent?.(event),
    life.signal,
  );
  const again = (): void => {
    ticket = undefined;
    look();
  };
  // "Ask here again", said elsewhere: where nothing was to be asked no panel is there to hear of it.
  const heard = ({ tell }: { tell?: string }): void => {
    if (tell === 'rows' || tell === 'look') seek(ticket !== undefined, true);
    if (tell !== 'changed' && tell !== 'look') return;
    watching &&= seat.pane !== undefined;
    const { state } = seat.stay?.reply ?? {};
    if (!seat.stay || state === 'never' || state === 'off' || leave.signal.aborted) again();
  };
  api.runtime.onMessage.addListener(heard);
  own?.watch(seat, life.signal);
  // Whatever was said while the page lay in the browser's cache did not reach it.
  watchAddress((event) => ((event as PageTransitionEvent | undefined)?.persisted ? again() : look()), life.signal);
  look();
});
