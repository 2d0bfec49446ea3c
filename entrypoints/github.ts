// How GitHub's pages are read: brought in with the panel, on its pages only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/github.css?inline';
import { githubPages } from '../lib/trackers/github.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.tracker = { pages: githubPages, css };
});
