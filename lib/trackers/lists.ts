// Every tracker's lists, for chips.
import { githubLists } from './github.ts';
import { jiraLists } from './jira.ts';
import { linearLists } from './linear.ts';
import type { Lists } from './tracker.ts';

const TRACKERS: readonly Lists[] = [githubLists, jiraLists, linearLists];

/** The lists of the tracker a ticket belongs to; `undefined` for an id of no known tracker. */
export const listsOf = (ticket: string): Lists | undefined => TRACKERS.find(({ id }) => ticket.startsWith(`${id}:`));
