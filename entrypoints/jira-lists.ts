// The rows of Jira's lists and boards: brought in with what draws chips, on its pages only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/chip/jira.css?inline';
import { jiraLists } from '../lib/trackers/jira.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.lists = { ...jiraLists, css };
});
