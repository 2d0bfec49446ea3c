// How the pages of Jira Data Center are read: brought in with the panel, on its sites only.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import css from '../components/panel/jira.css?inline';
import { jiraDataCenterPages } from '../lib/trackers/jira-data-center.ts';

export default defineUnlistedScript(() => {
  if (globalThis.azimuth) globalThis.azimuth.tracker = { pages: jiraDataCenterPages, css };
});
