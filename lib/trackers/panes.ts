// Every tracker whose panes show tickets that the address does not name.
import { jiraPane } from './jira.ts';
import { linearPane } from './linear.ts';
import type { ReadPane } from './tracker.ts';

/** @param within what the ids of such tickets begin with: it begins with the tracker's name */
export const paneIn: ReadPane = (document, within) => (within.startsWith('jira:') ? jiraPane : linearPane)(document, within);
