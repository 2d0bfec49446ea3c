// How Jira's pages are read: brought in with the panel, on its pages only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/jira.css?inline';
import { jiraPages } from '../lib/trackers/jira.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.tracker = { pages: jiraPages, css };
});
