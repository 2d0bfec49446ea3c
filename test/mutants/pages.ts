// The pages that are mutated: our stand-ins of the trackers, and the saved pages where the folder with them is there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handler } from '../../demo/pages/answer.ts';
import { ticketAt } from '../../lib/trackers/addresses.ts';

export interface HostPage {
  readonly name: string;
  readonly url: string;
  readonly ticket: string;
  /** Whether React keeps it. */
  readonly living: boolean;
  readonly column: string;
  readonly within?: string;
}

/** Where the saved pages are, if they are. */
export const FOLDER = join(import.meta.dirname, '../../../shared/captures');

export interface Saved {
  readonly url: string;
  readonly file: string;
  readonly ticket: string | null;
  readonly place?: 'column' | 'dock';
  /** The tickets of its rows. */
  readonly chips?: readonly string[];
  /** How many rows it has, where they are too many to be named. */
  readonly rows?: number;
}
export const SAVED: readonly Saved[] = existsSync(join(FOLDER, 'pages.json'))
  ? (JSON.parse(readFileSync(join(FOLDER, 'pages.json'), 'utf8')) as Saved[])
  : [];

/** By tracker: what only the properties column has, each element judged by itself. */
const COLUMNS: Readonly<Record<string, string>> = {
  github:
    '[class*="IssueSidebar-module__sidebarContent"], [data-testid="issue-viewer-metadata-pane"], [data-testid="issue-viewer-metadata-container"], #partial-discussion-sidebar, [data-testid^="sidebar-"][data-testid$="-section"]',
  jira: '[data-testid="issue.views.issue-details.issue-layout.container-right"], [data-testid="issue.views.issue-details.issue-layout.compact-layout"], .jira-issue-field-heading-field-wrapper',
  linear: '[data-details-pane-section-content="true"]',
};
const columnOf = (ticket: string): string => COLUMNS[ticket.split(':')[0] ?? ''] ?? 'none';

const DIALOG = '[role="dialog"]';
export const JIRA = 'https://azimuth-sample.atlassian.net';
const LIVING: readonly (readonly [name: string, url: string, within?: string])[] = [
  ['GitHub issue', 'https://github.com/azimuth-sample/planner/issues/1842'],
  ['GitHub classic issue', 'https://github.com/azimuth-sample/classic/issues/1842'],
  ['GitHub pull request', 'https://github.com/azimuth-sample/planner/pull/1940'],
  [
    'GitHub Projects pane',
    'https://github.com/orgs/azimuth-sample/projects/1?pane=issue&itemId=1&issue=azimuth-sample%7Cplanner%7C1842',
    '[class*="SidePanel-module__container"]',
  ],
  ['Jira page', `${JIRA}/browse/PLN-214`],
  ['Jira modal', `${JIRA}/jira/software/c/projects/PLN/boards/1?selectedIssue=PLN-221`, DIALOG],
  [
    'Jira side panel',
    `${JIRA}/jira/software/c/projects/PLN/boards/1/backlog?selectedIssue=PLN-221`,
    '[data-testid="issue.views.issue-details.issue-layout.compact-layout"]',
  ],
  ['Linear issue', 'https://linear.app/azimuth-sample/issue/PLN-88/x'],
];

/** Nothing arrives from elsewhere while a page is looked at, but what the mutator does. */
export const still = (url: string): string => `${url}${url.includes('?') ? '&' : '?'}live=0`;

/** Every page with a ticket that has a place in a column. */
export const PAGES: readonly HostPage[] = [
  ...LIVING.map(([name, url, within]) => {
    const ticket = ticketAt(url) ?? '';
    return { name, url: still(url), ticket, living: true, column: columnOf(ticket), ...(within ? { within } : {}) };
  }),
  ...SAVED.flatMap(({ url, file, ticket, place }) =>
    ticket && place === 'column' ? [{ name: file.replace(/\.html$/, ''), url, ticket, living: false, column: columnOf(ticket) }] : [],
  ),
];

/** Serves the saved pages under their own addresses; a fragment gets an empty document around it. */
export const serveSaved: Handler = (host, url) => {
  const page = SAVED.find((one) => {
    const its = new URL(one.url);
    return its.hostname === host && its.pathname + its.search === url.pathname + url.search;
  });
  if (!page) return undefined;
  const html = readFileSync(join(FOLDER, page.file), 'utf8');
  const body = /<body/i.test(html) ? html : `<!doctype html><html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
};
