// Runs before the tracker script on sites of the user's own: it knows their addresses, asks the background which of
// them this page is of, and hears when access is given or taken away. The three trackers' own hosts never load it.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Site } from '../lib/model/site.ts';
import { watchSites } from '../lib/page/site.ts';
import { sitePaneAt, siteTicketAt } from '../lib/trackers/addresses.ts';

export default defineUnlistedScript(() => {
  if (window !== top || globalThis.azimuthOwn) return;
  let sites: readonly Site[] = [];
  globalThis.azimuthOwn = {
    ticketAt: (address) => siteTicketAt(address, sites),
    paneAt: (address) => sitePaneAt(address, sites),
    watch: (seat, signal) =>
      watchSites(seat, signal, (now) => {
        sites = now;
        seat.look();
      }),
  };
});
