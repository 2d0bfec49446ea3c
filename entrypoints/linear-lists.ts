// The rows of Linear's lists and boards: brought in with what draws chips, on its pages only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/chip/linear.css?inline';
import { linearLists } from '../lib/trackers/linear.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.lists = { ...linearLists, css };
});
