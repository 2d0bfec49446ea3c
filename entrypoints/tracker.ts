// The one script on every page of a tracker. Guards our keys, knows which ticket the address names, and asks the
// background about it; the panel is brought in by the background when there is something to draw.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchAddress } from '../lib/page/address.ts';
import { guardKeys } from '../lib/page/keys.ts';
import { drawNotice } from '../lib/page/notice.ts';
import { alive, api } from '../lib/page/runtime.ts';
import type { Seat } from '../lib/page/seat.ts';
import { ticketAt } from '../lib/trackers/addresses.ts';

const PATIENCE_MS = 1500;

export default defineUnlistedScript(() => {
  // Top frame only, and once: the manifest and an injection after install may both bring this script.
  if (window !== top || globalThis.azimuth) return;

  const life = new AbortController();
  let leave = new AbortController();
  let ticket: string | undefined;

  const seat: Seat = {
    stay: undefined,
    look,
    alive,
    ask: async (ask) => {
      const send = () => api.runtime.sendMessage(ask);
      return send().catch((dropped: unknown) => {
        if (!alive()) throw dropped;
        return send();
      });
    },
  };
  globalThis.azimuth = seat;

  function look(): void {
    if (!alive()) return life.abort();
    const now = ticketAt(location.href);
    if (now === ticket) return;
    const left = ticket;
    ticket = now;
    leave.abort();
    leave = new AbortController();
    seat.stay = undefined;
    seat.onStay?.(undefined);
    if (now) void arrive(now, leave.signal);
    else if (left) seat.ask({ ask: 'left' }).catch(() => {});
  }

  async function arrive(here: string, signal: AbortSignal): Promise<void> {
    const waiting = setTimeout(drawNotice, PATIENCE_MS, here, signal, () => void arrive(here, signal));
    try {
      const reply = await seat.ask({ ask: 'question', ticket: here, drawn: Boolean(seat.onStay) });
      if (signal.aborted) return;
      clearTimeout(waiting);
      seat.stay = { ticket: here, reply, signal };
      seat.onStay?.(seat.stay);
    } catch {
      // The notice comes when the time is up; it says so and offers another try.
    }
    signal.addEventListener('abort', () => clearTimeout(waiting));
  }

  guardKeys((node) => node !== null && node === seat.element, (event) => seat.onKey?.(event), life.signal);
  watchAddress(look, life.signal);
  look();
});
