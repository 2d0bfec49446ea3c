// Where each tracker's pages say what of a ticket. Found nothing, nothing is known: none of it is needed for anything but to sort and filter by.
import type { FactMarks } from './read-facts.ts';

const ISSUE = 'a[href*="/issues/"]';

const github: FactMarks = {
  none: /^(none( yet)?|no (one.*|labels|milestone|type|parent.*|branches.*))$/i,
  done: /^(closed|merged|closed as completed|done)/i,
  dropped: /not planned|duplicate|closed without/i,
  page: {
    status: [
      { at: '[data-testid="header-state"]', seen: '2026-11' },
      { at: '[class*="StateLabel"]', seen: '2026-11' },
      { at: '.gh-header-meta .State', seen: '2024-04' },
    ],
    type: [{ at: '[data-testid="issue-type-container"]', seen: '2026-11' }],
    assignees: [
      { at: '.sidebar-assignee [data-assignee-name]', attribute: 'data-assignee-name', seen: '2026-03' },
      { at: '[data-testid="sidebar-assignees-section"] img[alt]', attribute: 'alt', part: /^@?(.*)/, seen: '2026-11' },
      { at: '.js-issue-assignees a.assignee', seen: '2026-03' },
    ],
    labels: [
      { at: '.js-issue-labels .IssueLabel[data-name]', attribute: 'data-name', seen: '2026-03' },
      { at: '[data-testid="issue-labels"] [class*="TokenTextContainer"]', seen: '2026-11' },
    ],
    milestone: [
      { at: '.discussion-sidebar-item a[href*="/milestone/"]', seen: '2026-03' },
      { heading: /^Milestone/, at: 'a, span', seen: '2026-11' },
    ],
    parent: [{ at: '[data-testid*="parent-issue"] a[href*="/issues/"], a[data-testid*="parent-issue"]', seen: '2025-07' }],
    closes: [
      { at: '[data-testid="sidebar-development-section"] a[href*="/issues/"]', seen: '2025-07' },
      { at: `.discussion-sidebar-item form[aria-label="Link issues"] ${ISSUE}`, seen: '2026-03' },
      { at: '.markdown-body .issue-keyword + a.issue-link', seen: '2026-03' },
    ],
  },
  row: {
    status: [{ at: '[data-testid="list-row-state-icon"] .sr-only', part: /^Status: (.*?)\.?\s*$/, seen: '2026-11' }],
    assignees: [{ at: '[data-testid="list-row-assignees"] img[alt]', attribute: 'alt', part: /^@?(.*)/, seen: '2026-11' }],
    labels: [
      { at: '.IssueLabel[data-name]', attribute: 'data-name', seen: '2024-04' },
      { at: '[data-listview-component="trailing-badge"] [class*="TokenTextContainer"]', seen: '2026-11' },
      { at: '[data-listview-component="trailing-badge"]', seen: '2026-11' },
    ],
    milestone: [{ at: 'a[href*="/milestone/"]', seen: '2026-11' }],
  },
};

const FIELD = '[data-component-selector="jira-issue-field-inline-edit-read-view-container"]';
const jira: FactMarks = {
  none: /^(none|unassigned|add .*|–|-|keine?|nicht zugewiesen)$/i,
  done: /^(done|closed|resolved|released|fertig|erledigt|geschlossen)$/i,
  dropped: /won.?t do|declined|abandoned|rejected|cancell?ed|obsolete/i,
  page: {
    status: [
      { at: '[data-testid="issue-field-status.ui.status-view.status-button.status-button"] > span', seen: '2026-08' },
      { at: '[data-testid^="issue.fields.status.common.ui.status-lozenge"]', seen: '2026-08' },
      { at: '#status-val', seen: '2024-06' },
    ],
    type: [
      { at: '[data-testid$="issue-type.button"] img[alt]', attribute: 'alt', seen: '2026-08' },
      { at: '#type-val', seen: '2024-06' },
    ],
    assignees: [
      { at: `[data-testid="issue.views.field.user.assignee"] ${FIELD}`, seen: '2026-08' },
      { at: '#assignee-val', seen: '2024-06' },
    ],
    labels: [
      { at: `[data-testid$="select-inline-edit.labels"] ${FIELD} > *`, seen: '2026-08' },
      { at: '#wrap-labels .lozenge', seen: '2024-06' },
    ],
    milestone: [
      { at: `[data-testid^="issue.views.issue-base.context.sprint."] ${FIELD}`, seen: '2026-08' },
      { heading: /^(Sprint|Fix versions?)$/, seen: '2026-08' },
      { at: '#fixVersions-field, #fixfor-val', seen: '2024-06' },
    ],
    priority: [
      { at: `[data-testid*="priority.priority-field"] ${FIELD}`, seen: '2026-08' },
      { at: '#priority-val', seen: '2024-06' },
    ],
    points: [{ heading: /^Story points?( estimate)?$/i, seen: '2026-08' }],
    parent: [
      { heading: /^(Parent|Epic Link|Übergeordnet)/, at: 'a[href*="/browse/"]', seen: '2026-08' },
      { at: '#parent_issue_summary', seen: '2024-06' },
    ],
  },
  row: {
    status: [
      { at: '[data-testid^="issue.fields.status.common.ui.status-lozenge"]', seen: '2026-08' },
      { at: 'td.status', seen: '2024-06' },
    ],
    type: [{ at: 'img[data-vc="common-components-async-icon"][alt], td.issuetype img[alt]', attribute: 'alt', seen: '2026-08' }],
    assignees: [
      { at: '[data-testid$="assignee-field"] img[alt]', attribute: 'alt', part: /^(?:Assignee: )?(.*)/, seen: '2026-08' },
      { at: 'td.assignee', seen: '2024-06' },
    ],
    points: [{ at: '[data-testid$="estimate-field-wrapper"]', seen: '2026-08' }],
    priority: [{ at: '[data-testid*="priority"] img[alt], td.priority img[alt]', attribute: 'alt', seen: '2026-08' }],
  },
};

const linear: FactMarks = {
  none: /^(no (assignee|priority|labels|estimate|cycle|status)|add labels?|assign|set .*)$/i,
  done: /^(done|completed?|released|merged)$/i,
  dropped: /cancell?ed|duplicate|won.?t/i,
  page: {
    status: [{ at: 'button[data-detail-button] svg[aria-label]:not([aria-label$="riority"])', attribute: 'aria-label', seen: '2026-08' }],
    priority: [
      {
        at: 'button[data-detail-button] svg[aria-label$="riority"]',
        attribute: 'aria-label',
        part: /^(.*?)(?: Priority)?$/i,
        seen: '2026-08',
      },
    ],
    milestone: [{ at: 'button[data-detail-button] > span:last-child', part: /^(Cycle \S+)/, seen: '2026-08' }],
  },
  row: {
    status: [{ at: '[data-menu-open] svg[aria-label]:not([aria-label$="riority"])', attribute: 'aria-label', seen: '2026-08' }],
    priority: [{ at: 'svg[aria-label$="riority"]', attribute: 'aria-label', part: /^(.*?)(?: Priority)?$/i, seen: '2026-08' }],
    assignees: [{ at: 'img[alt]:not([alt=""])', attribute: 'alt', part: /^(?:Avatar (?:for|of) )?(.*)/, seen: '2026-08' }],
  },
};

export const FACT_MARKS: Readonly<Record<'github' | 'jira' | 'linear', FactMarks>> = { github, jira, linear };
