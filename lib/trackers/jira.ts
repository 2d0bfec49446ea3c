// Jira Cloud: the full page, the modal over a board, the side panel beside a backlog, the split navigator.
import {
  type Addresses,
  afterIt,
  allDrawn,
  beforeIt,
  first,
  inLineAfter,
  inLineAtEnd,
  type Lists,
  onTopOf,
  overEndOf,
  overTailOf,
  type Pages,
  type Place,
  ranked,
  type ReadPane,
  type Spot,
} from './tracker.ts';

const KEY = '[A-Z][A-Z0-9_]+-\\d+';
const ON_PATH = /* @__PURE__ */ new RegExp(`/(?:browse|issues|queues/custom/\\d+)/(${KEY})/?$`, 'i');
const WHOLE = /* @__PURE__ */ new RegExp(`^${KEY}$`, 'i');

export const jiraAddresses: Addresses = {
  id: 'jira',
  hosts: (host) => host.endsWith('.atlassian.net'),
  ticket: ({ hostname, pathname, searchParams }, host = hostname) => {
    const selected = searchParams.get('selectedIssue') ?? '';
    const key = WHOLE.test(selected) ? selected : ON_PATH.exec(pathname)?.[1];
    return key && `jira:${host}/${key.toUpperCase()}`;
  },
  // The navigator's split view shows its first item without naming it.
  pane: ({ hostname, pathname }, host = hostname) => (/\/issues\/?$/.test(pathname) ? `jira:${host}/` : undefined),
};

// Without templates outside of functions: a bundler keeps those where it keeps nothing else of this file.
const byTestId = (id: string): string => `[data-testid="${id}"]`;
const BREADCRUMB = /* @__PURE__ */ byTestId('issue.views.issue-base.foundation.breadcrumbs.current-issue.item');
/** In the order of trust: the anchor that has lived for years, and what is left of it without its name. */
const CRUMBS = [BREADCRUMB, '#jira-issue-header a[aria-current="page"]', 'a[aria-current="page"][target="_blank"][href*="/browse/"]'];
const STATUS = /* @__PURE__ */ byTestId('issue.views.issue-base.context.status-and-approvals-wrapper.status-and-approval');
const SPOTLIGHT = /* @__PURE__ */ byTestId('ref-spotlight-target-status-and-approval-spotlight');
const DETAILS = '[data-testid^="issue.views.issue-base.context"][data-testid*="details-group"]';
const FOOTNOTE = /* @__PURE__ */ byTestId('issue.views.issue-details.issue-layout.sections.footnote');
const COLUMN = /* @__PURE__ */ byTestId('issue.views.issue-details.issue-layout.container-right');
const COMPACT = /* @__PURE__ */ byTestId('issue.views.issue-details.issue-layout.compact-layout');
const QUICK_ADD = /* @__PURE__ */ byTestId('issue.views.issue-base.foundation.quick-add.quick-add-container');
const SUMMARY_BOX = /* @__PURE__ */ byTestId('issue-field-summary.ui.issue-field-summary-inline-edit--container');
const SUMMARY = 'h1[data-testid="issue.views.issue-base.foundation.summary.heading"]';
const DIALOG = '[role="dialog"]';
/** A heading of the page's own: descriptions have headings too. */
const ANY_HEADING = 'h1:not(.ak-renderer-document *, .ProseMirror *)';

const crumb = (scope: ParentNode): Element | undefined => first(scope, CRUMBS);
const keyOf = (link: Element | undefined): string | undefined => ON_PATH.exec(link?.getAttribute('href') ?? '')?.[1]?.toUpperCase();
const keyIn = (scope: ParentNode): string | undefined => keyOf(crumb(scope));

const nextTo =
  (put: (it: Element | undefined) => Spot | undefined, ...path: string[]) =>
  (scope: ParentNode) =>
    put(scope.querySelector(path.join(' ')) ?? undefined);

/** On top of the column that holds the fields: the largest part around a field's heading without the summary in it. */
function aroundFields(scope: ParentNode): Spot | undefined {
  const [summary] = allDrawn(scope, ANY_HEADING);
  const [field] = allDrawn(
    scope,
    '.jira-issue-field-heading-field-wrapper, [data-component-selector="jira-issue-field-heading-field-heading-title"]',
  );
  if (!summary || !field) return undefined;
  let column = field;
  while (column.parentElement && column.parentElement !== scope && !column.parentElement.contains(summary)) column = column.parentElement;
  while (column.childElementCount === 1 && column.firstElementChild && column !== field) column = column.firstElementChild;
  return onTopOf(column);
}

/** Under the summary, in what one column there is. */
function underSummary(scope: ParentNode): Spot | undefined {
  const [summary] = allDrawn(scope, ANY_HEADING);
  let block = summary;
  // What holds the summary alone is its own box, a form in some layouts: the panel must not stand in it.
  while (block?.parentElement && block.parentElement !== scope && (block.parentElement.childElementCount < 3 || block.closest('form'))) {
    if (block.parentElement === document.body) return undefined;
    block = block.parentElement;
  }
  return afterIt(block);
}

const PLACES: readonly Place[] = [
  ['after-status', '2026-08', nextTo(afterIt, COLUMN, STATUS)],
  ['after-status-spotlight', '2026-08', nextTo(afterIt, COLUMN, SPOTLIGHT)],
  ['before-details', '2026-04', nextTo(beforeIt, COLUMN, DETAILS)],
  ['before-footnote', '2026-04', nextTo(beforeIt, COLUMN, FOOTNOTE)],
  ['column-top', '2026-08', nextTo(onTopOf, COLUMN)],
  ['compact-quick-add', '2026-02', nextTo(afterIt, COMPACT, QUICK_ADD)],
  ['compact-summary', '2026-02', nextTo(afterIt, COMPACT, SUMMARY_BOX)],
  ['status-anywhere', '2026-08', nextTo(afterIt, STATUS)],
];

export const jiraPane: ReadPane = (document, within) => {
  const key = keyOf(allDrawn(document, CRUMBS.join()).at(-1));
  return key && within + key;
};

/** Only likely: tried where none of the others was there, when the page had its time. */
export const jiraMore: readonly Place[] = [
  ['around-fields', '2026-08', aroundFields],
  ['under-summary', '2026-08', underSummary],
];

const sleep: Pick<Pages, 'sleeper' | 'awake'> = {
  sleeper: (document) => document.querySelector('#jira-frontend'),
  awake: () => true,
};

const pages = (): Pages => ({
  id: 'jira',
  // Two issue views can be open at once, a modal over a split view: the topmost dialog with the ticket's link counts.
  scope: (document, ticket) => {
    const key = ticket.slice(ticket.lastIndexOf('/') + 1).toUpperCase();
    const dialogs = [...document.querySelectorAll(DIALOG)].reverse();
    const compact = [...document.querySelectorAll(COMPACT)];
    return (
      [...dialogs, ...compact].find((part) => keyIn(part) === key) ??
      dialogs.find(crumb) ??
      // Where the breadcrumb has lost its name: the dialog that has a heading and a link to this ticket.
      dialogs.find(
        (part) => part.querySelector(ANY_HEADING) && [...part.querySelectorAll('a[href]')].some((link) => keyOf(link) === key),
      ) ??
      // Over a board or a backlog nothing else is this ticket's: its part is not there yet, or away for a moment.
      (/[?&]selectedIssue=/.test(document.URL) && keyIn(document) !== key ? document.createDocumentFragment() : document)
    );
  },
  shows: (scope, ticket) => {
    const key = keyIn(scope);
    return key && ticket.replace(/[^/]+$/, key);
  },
  heading: (scope) => first(scope, [SUMMARY, ANY_HEADING]),
  title: (scope, document) => {
    const writing = scope.querySelector<HTMLTextAreaElement>(
      `textarea${byTestId('issue.views.issue-base.foundation.summary.heading.writeable')}`,
    );
    const heading = first(scope, [SUMMARY]);
    return (writing?.value ?? heading?.textContent)?.trim() || document.title.replace(/^\[[^\]]+\]\s*/, '').replace(/ - [^-]*$/, '');
  },
  ...sleep,
  rungs: /* @__PURE__ */ ranked(PLACES),
  events: [],
});
// Made in a function: of a bare one a bundler keeps parts where nothing asks for it.
export const jiraPages = /* @__PURE__ */ pages();

const BROWSE = 'a[href*="/browse/"]';
const byLeaf = (leaf: string): string => `[data-testid$="${leaf}"]`;
const summaryOf =
  (leaf: string) =>
  (row: Element): Element | null =>
    row.querySelector(byLeaf(leaf));
const BACKLOG_ROW = '[data-testid*="card-list.card.content-container."]';

/** The views of Cloud, then those of Data Center. A box in the key's cell would shift every row, so none goes there. */
const lists = (): Lists => ({
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
      places: (row, link) => {
        const summary = summaryOf('card-list.card.summary')(row);
        // Where the card has no room of its own: beside the title's last word, else over it.
        const beside = summary ? ({ parent: summary, before: null, lie: 'beside' } as const) : undefined;
        return [inLineAfter(summary), inLineAfter(link), inLineAtEnd(row), beside, overTailOf(summary)];
      },
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
});
// Made in a function: of a bare one a bundler keeps parts where nothing asks for it.
export const jiraLists = /* @__PURE__ */ lists();
