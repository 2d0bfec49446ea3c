// GitHub: issues in the React viewer, issues in the classic pages, pull requests, and the viewer in a side pane.
import {
  type Addresses,
  afterIt,
  allDrawn,
  beforeIt,
  drawn,
  inLineAfter,
  inLineAtEnd,
  type Lists,
  onTopOf,
  overEndOf,
  type Pages,
  type Place,
  ranked,
  type Spot,
} from './tracker.ts';

// First path segments that are GitHub's own and never an owner.
const RESERVED = /^(orgs|users|settings|search|notifications|apps|enterprises|organizations|gist|stafftools)$/i;
const IN_PROJECT = /^\/+(?:(?:orgs|users)\/+)?[\w-]+(?:\/+[\w.-]+)?\/+projects\/+\d/;

export const githubAddresses: Addresses = {
  id: 'github',
  hosts: (host) => host === 'github.com',
  ticket: ({ pathname, searchParams }, host) => {
    let [, owner, repo, kind, number] = /^\/+([\w-]+)\/+([\w.-]+)\/+(issues|pull)\/+([1-9]\d*)\/*$/.exec(pathname) ?? [];
    // A pane over a project, or over an issue, says in the query what it shows; the query goes when it is closed.
    if (kind === 'issues' || (searchParams.get('pane') === 'issue' && IN_PROJECT.test(pathname))) {
      const pane = /^([\w-]+)\|([\w.-]+)\|([1-9]\d*)$/.exec(searchParams.get('issue') ?? '');
      if (pane) [, owner, repo, number] = pane;
    }
    return owner && !RESERVED.test(owner) ? `github:${host ? `${host}/` : ''}${owner}/${repo}#${number}` : undefined;
  },
};

const VIEWER = '[data-testid="issue-viewer-container"]';
/** Pane and dialog: what is in one of them is not the page's own. */
const PANE = '[class*="SidePanel-module"], [role="dialog"]';
const TITLES = [
  '[data-testid="issue-title"]',
  'h1[data-component="PH_Title"] .markdown-title',
  '#partial-discussion-header h1.gh-header-title .js-issue-title',
  'h1 bdi',
];
const NUMBERS = [
  'h1[data-component="PH_Title"] > span',
  '[data-testid="issue-header"] h1 > span',
  '.gh-header-title .f1-light',
  'h1 > span',
];

/** What belongs to a scope: what is in it, but not in a pane that lies over it, nor in what people wrote. */
const belongs = (scope: ParentNode) => (element: Element) => {
  const pane = element.closest(PANE);
  return (!pane || pane.contains(scope as Node)) && !element.closest('.markdown-body');
};
function own(scope: ParentNode, selectors: readonly string[]): Element | undefined {
  for (const selector of selectors) {
    const found = [...scope.querySelectorAll(selector)].find(belongs(scope));
    if (found) return found;
  }
  return undefined;
}

const numberIn = (scope: ParentNode): string | undefined => /^\s*#(\d+)/.exec(own(scope, NUMBERS)?.textContent ?? '')?.[1];

/** The viewer in the pane that the address speaks of; an empty piece of page while there is none. */
function inPane(document: Document, number: string | undefined): ParentNode {
  const panes = allDrawn(document, PANE).filter((pane) => pane.querySelector(TITLES.join()));
  const viewer = [...allDrawn(document, VIEWER), ...panes].filter((part) => numberIn(part) === number).at(-1);
  // The innermost pane and not the layer around it: a layer can hold more than one.
  return viewer ?? panes.at(-1) ?? document.createDocumentFragment();
}

const SECTIONS = 'h2, h3, .discussion-sidebar-heading';

/** Before the section headed "Assignees", the first that every layout has; else on top of the column. */
function inSidebar(sidebar: Element | undefined): Spot | undefined {
  if (!sidebar) return undefined;
  const assignees = [...sidebar.querySelectorAll(SECTIONS)].find((heading) => /^\s*Assignees/.test(heading.textContent ?? ''));
  let section: Element | null | undefined = assignees;
  while (section && section.parentElement !== sidebar) section = section.parentElement;
  return section ? { parent: sidebar, before: section } : onTopOf(sidebar);
}

const sidebar = (selector: string) => (scope: ParentNode) => inSidebar(allDrawn(scope, selector).find(belongs(scope)));

/** The column that holds several sections of a kind. */
const around = (selector: string) => (scope: ParentNode) => {
  const [one, other] = allDrawn(scope, selector).filter(belongs(scope));
  let column = other && one?.parentElement;
  while (column && !column.contains(other ?? null)) column = column.parentElement;
  return inSidebar(column ?? undefined);
};

/** The column around the heading "Assignees", where every named container has gone. */
function aroundAssignees(scope: ParentNode): Spot | undefined {
  const heading = [...scope.querySelectorAll(SECTIONS)].find(
    (element) => element.textContent?.trim() === 'Assignees' && belongs(scope)(element),
  );
  let section = heading?.parentElement;
  // Up to the element whose parent also holds the next section's heading: that parent is the column.
  while (section?.parentElement && section.parentElement.querySelectorAll(SECTIONS).length < 2) section = section.parentElement;
  return section?.parentElement ? { parent: section.parentElement, before: section } : undefined;
}

const sleep: Pick<Pages, 'sleeper' | 'awake'> = {
  // The React element gets this class once its app has mounted; classic pages have no such element.
  sleeper: (document) => document.querySelector('react-app:not(.loaded)'),
  awake: () => true,
};
const PLACES: readonly Place[] = [
  ['sidebar-content', '2026-11', sidebar('[class*="IssueSidebar-module__sidebarContent"]')],
  ['metadata-pane', '2026-03', sidebar('[data-testid="issue-viewer-metadata-pane"]')],
  ['metadata-container', '2026-04', sidebar('[data-testid="issue-viewer-metadata-container"]')],
  ['discussion-sidebar', '2026-03', sidebar('#partial-discussion-sidebar')],
  ['section-test-ids', '2026-11', around('[data-testid^="sidebar-"][data-testid$="-section"]')],
  ['section-classes', '2026-11', around('[class*="Section-module__SectionContainer"]')],
  ['discussion-items', '2026-03', around('.discussion-sidebar-item')],
  ['assignees-heading', '2026-11', aroundAssignees],
];

/** The last element of a page that says a word and nothing else, outside of what people wrote. */
const saying = (scope: ParentNode, word: string): Element | undefined =>
  [...scope.querySelectorAll('h2, h3, h4, summary, button, div, span')].findLast(
    (element) => element.textContent?.trim() === word && drawn(element) && belongs(scope)(element),
  );

/** The column as what holds the words that head its first two sections, whatever they are written in. */
function aroundWords(scope: ParentNode): Spot | undefined {
  const [assignees, labels] = ['Assignees', 'Labels'].map((word) => saying(scope, word));
  let section = labels && assignees;
  while (section?.parentElement && !section.parentElement.contains(labels ?? null)) section = section.parentElement;
  return section?.contains(labels ?? null) ? undefined : beforeIt(section);
}

/** Only likely: tried where none of the others was there, when the page had its time. */
export const githubMore: readonly Place[] = [
  ['pull-sidebar', '2026-03', sidebar('#pr-conversation-sidebar')],
  ['section-words', '2026-03', aroundWords],
  ['after-metadata', '2025-07', (scope) => afterIt(allDrawn(scope, '[data-testid="issue-metadata-fixed"]').find(belongs(scope)))],
];

const pages = (): Pages => ({
  id: 'github',
  scope: (document, ticket) => {
    const { pathname, search } = document.location;
    const here = pathname
      .toLowerCase()
      .replace(/^\/+|\/+$/g, '')
      .replace(/\/(issues|pull)\/(?=\d+$)/, '#');
    if (/[?&]issue=/.test(search) && !ticket.toLowerCase().endsWith(here)) return inPane(document, /\d+$/.exec(ticket)?.[0]);
    return [...document.querySelectorAll(VIEWER)].find((viewer) => drawn(viewer) && belongs(document)(viewer)) ?? document;
  },
  shows: (scope, ticket) => {
    // The title's own number. Its repository is not shown there, so only the number can contradict.
    const number = numberIn(scope);
    return number && ticket.replace(/#\d+$/, `#${number}`);
  },
  heading: (scope) => own(scope, TITLES),
  title: (scope, document) =>
    own(scope, TITLES)?.textContent?.trim() || document.title.replace(/( by \S+ · Pull Request| · Issue) #\d+ · .*$/, ''),
  ...sleep,
  rungs: /* @__PURE__ */ ranked(PLACES),
  // turbo:render does not fire between two React views, and soft-nav:react-done only there.
  events: ['turbo:render', 'soft-nav:react-done'],
});
// Made in a function: of a bare one a bundler keeps parts where nothing asks for it.
export const githubPages = /* @__PURE__ */ pages();

const TITLE = '[data-listview-item-title-container]';
const LISTED =
  /^\/+(?:issues|pulls|search|(?:orgs|users)\/[^/]+\/projects|[\w-]+\/[\w.-]+\/(?:issues|pulls|labels|milestones?|projects))(?:\/|$)/;

const lists = (): Lists => ({
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
});
// Made in a function: of a bare one a bundler keeps parts where nothing asks for it.
export const githubLists = /* @__PURE__ */ lists();
