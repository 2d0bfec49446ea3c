// Watches panes that show a ticket the address does not name: brought in where there can be one.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchPanes } from '../lib/page/pane.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) watchPanes(globalThis.azimuth);
});
