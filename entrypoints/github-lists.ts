// The rows of GitHub's lists and boards: brought in with what draws chips, on its pages only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/chip/github.css?inline';
import { githubLists } from '../lib/trackers/github.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.lists = { ...githubLists, css };
});
