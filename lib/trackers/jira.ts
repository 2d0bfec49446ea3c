// Jira Cloud: the full page, the modal over a board, the side panel beside a backlog.
import { type Addresses, first, inLineAfter, inLineAtEnd, type Lists, overEndOf, type Pages, type Rung } from './tracker.ts';

const KEY = '[A-Z][A-Z0-9_]+-\\d+';
const ON_PATH = new RegExp(`/(?:browse|issues|queues/custom/\\d+)/(${KEY})/?$`, 'i');
const WHOLE = new RegExp(`^${KEY}$`, 'i');

export const jiraAddresses: Addresses = {
  hosts: (host) => host.endsWith('.atlassian.net'),
  ticket: ({ hostname, pathname, searchParams }, host = hostname) => {
    const selected = searchParams.get('selectedIssue') ?? '';
    const key = WHOLE.test(selected) ? selected : ON_PATH.exec(pathname)?.[1];
    return key && `jira:${host}/${key.toUpperCase()}`;
  },
};

const ISSUE = 'issue.views.issue-details.issue-layout';
const byTestId = (id: string): string => `[data-testid="${id}"]`;
const BREADCRUMB = byTestId('issue.views.issue-base.foundation.breadcrumbs.current-issue.item');
const STATUS = byTestId('issue.views.issue-base.context.status-and-approvals-wrapper.status-and-approval');

const after = (name: string, seen: string, selector: string): Rung => ({
  name,
  seen,
  find: (scope) => {
    const anchor = scope.querySelector(selector);
    return anchor?.parentElement ? { parent: anchor.parentElement, before: anchor.nextElementSibling } : undefined;
  },
});

const before = (name: string, seen: string, selector: string): Rung => ({
  name,
  seen,
  find: (scope) => {
    const anchor = scope.querySelector(selector);
    return anchor?.parentElement ? { parent: anchor.parentElement, before: anchor } : undefined;
  },
});

const COLUMN = byTestId(`${ISSUE}.container-right`);
const COMPACT = byTestId(`${ISSUE}.compact-layout`);

const sleep: Pick<Pages, 'sleeper' | 'awake'> = {
  sleeper: (document) => document.querySelector('#jira-frontend'),
  awake: () => true,
};

export const jiraPages: Pages = {
  id: 'jira',
  // Two issue views can be open at once, a modal over a split view: the topmost dialog with a breadcrumb counts.
  scope: (document) =>
    [...document.querySelectorAll('[role="dialog"]')].reverse().find((dialog) => dialog.querySelector(BREADCRUMB)) ?? document,
  shows: (scope, ticket) => {
    const path = scope.querySelector(BREADCRUMB)?.getAttribute('href');
    const key = ON_PATH.exec(path ?? '')?.[1]?.toUpperCase();
    return key && ticket.replace(/[^/]+$/, key);
  },
  title: (scope, document) => {
    const writing = scope.querySelector<HTMLTextAreaElement>(
      `textarea${byTestId('issue.views.issue-base.foundation.summary.heading.writeable')}`,
    );
    const heading = first(scope, [`h1${byTestId('issue.views.issue-base.foundation.summary.heading')}`]);
    return (writing?.value ?? heading?.textContent)?.trim() || document.title.replace(/^\[[^\]]+\]\s*/, '').replace(/ - [^-]*$/, '');
  },
  ...sleep,
  rungs: [
    after('after-status', '2026-08', `${COLUMN} ${STATUS}`),
    after('after-status-spotlight', '2026-08', `${COLUMN} ${byTestId('ref-spotlight-target-status-and-approval-spotlight')}`),
    before('before-details', '2026-04', `${COLUMN} [data-testid^="issue.views.issue-base.context"][data-testid*="details-group"]`),
    before('before-footnote', '2026-04', `${COLUMN} ${byTestId(`${ISSUE}.sections.footnote`)}`),
    {
      name: 'column-top',
      seen: '2026-08',
      find: (scope) => {
        const column = scope.querySelector(COLUMN);
        return column ? { parent: column, before: column.firstElementChild } : undefined;
      },
    },
    after('compact-quick-add', '2026-02', `${COMPACT} ${byTestId('issue.views.issue-base.foundation.quick-add.quick-add-container')}`),
    after('compact-summary', '2026-02', `${COMPACT} ${byTestId('issue-field-summary.ui.issue-field-summary-inline-edit--container')}`),
  ],
  events: [],
};

const BROWSE = 'a[href*="/browse/"]';
const byLeaf = (leaf: string): string => `[data-testid$="${leaf}"]`;
const summaryOf =
  (leaf: string) =>
  (row: Element): Element | null =>
    row.querySelector(byLeaf(leaf));
const BACKLOG_ROW = '[data-testid*="card-list.card.content-container."]';

/** The views of Cloud, then those of Data Center. A box in the key's cell would shift every row, so none goes there. */
export const jiraLists: Lists = {
  id: 'jira',
  ...sleep,
  listed: ({ pathname }) => !/\/(settings|admin|plugins)\//.test(pathname),
  selected: '[aria-selected="true"], .ghx-selected, .focused',
  kinds: [
    {
      name: 'backlog',
      seen: '2026-08',
      link: `${BACKLOG_ROW} ${BROWSE}, ${byLeaf('card-contents.accessible-card-key')} ${BROWSE}`,
      row: `${BACKLOG_ROW}, ${byLeaf('card-contents.accessible-card-key')}:not(${BACKLOG_ROW} *)`,
      title: summaryOf('summary-field-static.content'),
      places: (row) => [overEndOf(summaryOf('summary-field-static.content')(row) ?? row, row)],
    },
    {
      name: 'card',
      seen: '2026-08',
      link: `[data-testid="platform-board-kit.ui.card.card"] ${BROWSE}`,
      row: '[data-testid="platform-board-kit.ui.card.card"]',
      title: summaryOf('single-line-text.container.box'),
      places: (row, link) => [
        inLineAfter(row.querySelector('[data-testid="platform-card.common.ui.key.key"]')),
        inLineAtEnd(row.querySelector(byLeaf('card-content.footer'))),
        inLineAfter(link),
      ],
    },
    {
      name: 'table',
      seen: '2026-08',
      link: `a${byLeaf('issue-key.issue-key-cell')}`,
      row: `tr${byLeaf('issue-row')}, ${byLeaf('issue-row.merged-cell')}:not(tr *)`,
      title: summaryOf('issue-summary.issue-summary-cell'),
      places: (row, link) => [overEndOf(link.closest('td, [role="gridcell"]') ?? link, row)],
    },
    {
      name: 'split',
      seen: '2026-08',
      link: `${byLeaf('card-list.card.list-item')} ${BROWSE}`,
      row: byLeaf('card-list.card.list-item'),
      title: summaryOf('card-list.card.summary'),
      places: (row, link) => [inLineAfter(row.querySelector(byLeaf('card-list.card.summary'))), inLineAfter(link), inLineAtEnd(row)],
    },
    {
      name: 'linked',
      seen: '2026-08',
      link: `[data-testid="issue-line-card.card-container"] ${BROWSE}`,
      row: '[data-testid="issue-line-card.card-container"]',
      title: summaryOf('inline-read.link-item'),
      places: (row, link) => [overEndOf(summaryOf('inline-read.link-item')(row) ?? link, row)],
    },
    {
      name: 'dc-backlog',
      seen: '2024-06',
      link: `.ghx-issue-compact .ghx-key ${BROWSE}`,
      row: '.ghx-issue-compact',
      title: (row) => row.querySelector('.ghx-summary'),
      places: (row, link) => {
        const end = row.querySelector('.ghx-end');
        return [end?.parentElement ? { parent: end.parentElement, before: end, lie: 'line' } : undefined, overEndOf(link, row)];
      },
    },
    {
      name: 'dc-card',
      seen: '2024-06',
      link: `.ghx-issue .ghx-key ${BROWSE}`,
      row: '.ghx-issue',
      title: (row) => row.querySelector('.ghx-summary'),
      places: (row, link) => [inLineAtEnd(row.querySelector('.ghx-card-footer')), inLineAfter(link)],
    },
    {
      name: 'dc-table',
      seen: '2024-06',
      link: `.issuerow ${BROWSE}`,
      row: '.issuerow',
      title: (row) => row.querySelector('td.summary'),
      places: (row, link) => [
        inLineAfter(row.querySelector(`.summary ${BROWSE}`) ?? link),
        overEndOf(row.querySelector('td.summary'), row),
      ],
    },
    {
      name: 'dc-split',
      seen: '2024-06',
      link: `.issue-list ${BROWSE}`,
      row: '.issue-list > li',
      title: (row) => row.querySelector('.issue-link-summary'),
      places: (row, link) => [inLineAfter(row.querySelector('.issue-link-key')), inLineAfter(link)],
    },
  ],
};
