// GitHub: issues in the React viewer, issues in the classic pages, pull requests.
import { type Addresses, first, type Pages, type Rung, type Spot } from './tracker.ts';

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
  // The React element gets this class once its app has mounted; classic pages have no such element.
  sleeper: (document) => document.querySelector('react-app:not(.loaded)'),
  awake: () => true,
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
