// How Linear's pages are read: brought in with the panel, on its pages only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/linear.css?inline';
import { linearPages } from '../lib/trackers/linear.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.tracker = { pages: linearPages, css };
});
