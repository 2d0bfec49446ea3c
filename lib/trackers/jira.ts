// Jira Cloud: the full page, the modal over a board, the side panel beside a backlog.
import { type Addresses, first, type Pages, type Rung } from './tracker.ts';

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
  sleeper: (document) => document.querySelector('#jira-frontend'),
  awake: () => true,
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
