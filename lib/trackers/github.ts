// GitHub: issues in the React viewer, issues in the classic pages, pull requests.
import { type Addresses, first, inLineAfter, inLineAtEnd, type Lists, overEndOf, type Pages, type Rung, type Spot } from './tracker.ts';

// First path segments that are GitHub's own and never an owner.
const RESERVED = /^(orgs|users|settings|search|notifications|apps|enterprises|organizations|gist|stafftools)$/i;

export const githubAddresses: Addresses = {
  hosts: (host) => host === 'github.com',
  ticket: ({ pathname }, host) => {
    const [, owner, repo, number] = /^\/+([\w-]+)\/+([\w.-]+)\/+(?:issues|pull)\/+([1-9]\d*)\/*$/.exec(pathname) ?? [];
    return owner && !RESERVED.test(owner) ? `github:${host ? `${host}/` : ''}${owner}/${repo}#${number}` : undefined;
  },
};

/** Before the section headed "Assignees", the first that every layout has; else on top of the column. */
function inSidebar(sidebar: Element | null | undefined): Spot | undefined {
  if (!sidebar) return undefined;
  const assignees = [...sidebar.querySelectorAll('h2, h3, .discussion-sidebar-heading')].find((heading) =>
    /^\s*Assignees/.test(heading.textContent ?? ''),
  );
  let section: Element | null | undefined = assignees;
  while (section && section.parentElement !== sidebar) section = section.parentElement;
  return { parent: sidebar, before: section ?? sidebar.firstElementChild };
}

const sidebarRung = (name: string, seen: string, selector: string): Rung => ({
  name,
  seen,
  // Pages keep hidden twins of a sidebar: the one that is drawn counts.
  find: (scope) => inSidebar([...scope.querySelectorAll(selector)].find((element) => element.getClientRects().length > 0)),
});

/** The column around the heading "Assignees", where every named container has gone. */
function aroundAssignees(scope: ParentNode): Spot | undefined {
  const heading = [...scope.querySelectorAll('h2, h3')].find(
    (element) => element.textContent?.trim() === 'Assignees' && !element.closest('[role="dialog"], .markdown-body'),
  );
  let section = heading?.parentElement;
  // Up to the element whose parent also holds the next section's heading: that parent is the column.
  while (section?.parentElement && section.parentElement.querySelectorAll('h2, h3').length < 2) section = section.parentElement;
  return section?.parentElement ? { parent: section.parentElement, before: section } : undefined;
}

const sleep: Pick<Pages, 'sleeper' | 'awake'> = {
  // The React element gets this class once its app has mounted; classic pages have no such element.
  sleeper: (document) => document.querySelector('react-app:not(.loaded)'),
  awake: () => true,
};

export const githubPages: Pages = {
  id: 'github',
  scope: (document) => document,
  shows: (scope, ticket) => {
    // The title's own number. Its repository is not shown there, so only the number can contradict.
    const shown = first(scope, [
      'h1[data-component="PH_Title"] > span',
      '[data-testid="issue-header"] h1 > span',
      '.gh-header-title .f1-light',
    ]);
    const number = /^\s*#(\d+)/.exec(shown?.textContent ?? '')?.[1];
    return number && ticket.replace(/#\d+$/, `#${number}`);
  },
  title: (scope, document) =>
    first(scope, [
      '[data-testid="issue-title"]',
      'h1[data-component="PH_Title"] .markdown-title',
      '#partial-discussion-header h1.gh-header-title .js-issue-title',
    ])?.textContent?.trim() || document.title.replace(/( by \S+ · Pull Request| · Issue) #\d+ · .*$/, ''),
  ...sleep,
  rungs: [
    sidebarRung('sidebar-content', '2026-11', '[class*="IssueSidebar-module__sidebarContent"]'),
    sidebarRung('metadata-pane', '2026-03', '[data-testid="issue-viewer-metadata-pane"]'),
    sidebarRung('metadata-container', '2026-04', '[data-testid="issue-viewer-metadata-container"]'),
    sidebarRung('discussion-sidebar', '2026-03', '#partial-discussion-sidebar'),
    { name: 'assignees-heading', seen: '2026-11', find: aroundAssignees },
  ],
  // turbo:render does not fire between two React views, and soft-nav:react-done only there.
  events: ['turbo:render', 'soft-nav:react-done'],
};

const TITLE = '[data-listview-item-title-container]';
const LISTED =
  /^\/+(?:issues|pulls|search|(?:orgs|users)\/[^/]+\/projects|[\w-]+\/[\w.-]+\/(?:issues|pulls|labels|milestones?|projects))(?:\/|$)/;

export const githubLists: Lists = {
  id: 'github',
  ...sleep,
  listed: ({ pathname }) => LISTED.test(pathname),
  selected: '[aria-selected="true"], .navigation-focus',
  kinds: [
    {
      name: 'list-view',
      seen: '2026-11',
      link: `${TITLE} a[href]`,
      row: 'li, [role="listitem"]',
      places: (row, link) => [
        inLineAtEnd(link.closest('h1, h2, h3, h4, h5, h6') ?? link.parentElement),
        inLineAtEnd(row.querySelector('[data-testid="list-row-repo-name-and-number"]')?.parentElement),
      ],
    },
    {
      name: 'pinned',
      seen: '2026-04',
      link: 'a[class*="PinnedIssue-module__Link"][href]',
      row: '[class*="PinnedIssues-module__container"] > *',
      places: (_, link) => [inLineAtEnd(link.nextElementSibling), inLineAfter(link)],
    },
    {
      name: 'classic',
      seen: '2024-04',
      link: '.js-issue-row a.markdown-title[href], .js-issue-row a[id$="_link"][href]',
      row: '.js-issue-row',
      places: (row, link) => [inLineAfter(link), inLineAtEnd(row.querySelector('.opened-by'))],
    },
    {
      name: 'project-card',
      seen: '2026-11',
      link: '[data-board-card-id] a[href]',
      row: '[data-board-card-id]',
      places: (row) => [inLineAfter(row.querySelector('[id^="board-card-header-title-"]'))],
    },
    {
      name: 'project-table',
      seen: '2026-08',
      link: '#memex-project-view-root [role="gridcell"] a[href]',
      row: '[role="row"]',
      places: (row, link) => [inLineAfter(link), overEndOf(link.closest('[role="gridcell"]'), row)],
    },
    {
      name: 'sub-issues',
      seen: '2026-08',
      link: 'a[class*="SubIssueTitle"][href]',
      row: '[class*="SubIssueRow"], li, [role="row"], [role="treeitem"], [role="listitem"]',
      places: (row, link) => [inLineAfter(link), overEndOf(link, row)],
    },
  ],
};
