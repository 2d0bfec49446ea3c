// Linear: the issue page, the inbox and the peek. Class names change with every deploy; data attributes and English labels last longer.
import {
  type Addresses,
  afterIt,
  allDrawn,
  first,
  inLineAfter,
  type Lists,
  overEndOf,
  overTailOf,
  type Pages,
  type Place,
  ranked,
  type ReadPane,
  type Spot,
} from './tracker.ts';

const NO_WORKSPACE = /^(login|join|logout|auth|connect)$/;

const ticketIn = ({ pathname }: URL): string | undefined => {
  const [, workspace, key] = /^\/([\w-]+)\/issue\/([a-z][a-z0-9]*-\d+)(?:\/|$)/i.exec(pathname) ?? [];
  return key && `linear:${workspace}/${key.toUpperCase()}`;
};

export const linearAddresses: Addresses = {
  id: 'linear',
  hosts: (host) => host === 'linear.app',
  ticket: ticketIn,
  // The inbox, and the peek over any list: the address stays the list's.
  pane: ({ pathname }) => {
    const [, workspace, room] = /^\/([\w-]+)\/([\w-]+)/.exec(pathname) ?? [];
    return workspace && !NO_WORKSPACE.test(workspace) && room !== 'settings' && room !== 'issue' ? `linear:${workspace}/` : undefined;
  },
};

const VIEW = ['[data-view-id="issue-view"]', '[data-restore-scroll-view="issue-view"]'];
const TITLES = ['[aria-label="Issue title"]', '[role="textbox"][aria-multiline="false"]'];
const LINK = 'a[href*="/issue/"]';
const SECTION = '[data-details-pane-section-content="true"]';
const DETAIL = 'button[data-detail-button="true"]';
/** A row of a list or a card of a board: a link as well, but to what is not on screen. */
const ROW = '[data-list-row], [data-list-key], [data-board-item]';

/** The workspace's part of an id and the key, from a link's address; `undefined` for links elsewhere. */
const idOf = (link: Element | undefined): string | undefined => {
  const [, workspace, key] =
    /^(?:https:\/\/linear\.app)?\/([\w-]+)\/issue\/([a-z][a-z0-9]*-\d+)(?:[/?#]|$)/i.exec(link?.getAttribute('href') ?? '') ?? [];
  return key && `linear:${workspace}/${key.toUpperCase()}`;
};

/** An issue on screen: its view, and the links in its header, its parents' first, its own last. */
interface Shown {
  readonly view: Element;
  readonly frame: Element;
  readonly ids: readonly string[];
}

const says = (link: Element, title: Element): boolean => {
  const text = title.textContent?.trim();
  return Boolean(text && link.textContent?.includes(text));
};

/** The views on screen, each with the smallest part of the page around it that also holds a header that links to it. */
function onScreen(document: Document): Shown[] {
  const views = allDrawn(document, VIEW.join());
  const parts = views.length > 0 ? views : allDrawn(document, TITLES.join());
  return parts.flatMap((view) => {
    const title = first(view, TITLES) ?? view;
    for (let frame = view.parentElement; frame; frame = frame.parentElement) {
      const links = [...frame.querySelectorAll(LINK)].filter((link) => !view.contains(link) && !link.closest(ROW));
      // Outside of a header a link has to say the title as well: it could be any.
      const own = links.filter((link) => link.closest('header') || says(link, title));
      const ids = own.flatMap((link) => idOf(link) ?? []);
      if (ids.length > 0) return [{ view, frame, ids }];
    }
    return [];
  });
}

/** The rail has no attribute of its own: it is what holds several sections. The panel follows the first, "Properties". */
function afterProperties(scope: ParentNode): Spot | undefined {
  const [content, another] = scope.querySelectorAll(SECTION);
  let section: Element | null | undefined = another ? content : content?.parentElement;
  const isRail = (element: Element): boolean => !another || element.contains(another);
  while (section?.parentElement && !isRail(section.parentElement)) section = section.parentElement;
  return section?.parentElement ? { parent: section.parentElement, before: section.nextElementSibling } : undefined;
}

/** Where the sections have lost their mark: after the one that holds the first property button. */
const afterButton = (selector: string) => (scope: ParentNode) => afterIt(scope.querySelector(selector)?.closest('section') ?? undefined);

/** What stands beside the view and holds sections: the rail by where it is. */
function besideView(scope: ParentNode): Spot | undefined {
  const view = first(scope, [...VIEW, ...TITLES]);
  for (let at = view; at && at !== scope; at = at.parentElement ?? undefined) {
    for (const other of at.parentElement?.children ?? []) {
      const [one, two] = other === at ? [] : other.querySelectorAll('section');
      if (!one || !two || other.contains(view ?? null)) continue;
      let section: Element = one;
      while (section.parentElement && !section.parentElement.contains(two)) section = section.parentElement;
      return afterIt(section);
    }
  }
  return undefined;
}

const sleep: Pick<Pages, 'sleeper' | 'awake'> = {
  sleeper: () => null,
  awake: ({ body }) => allDrawn(body, '#loading').length === 0 || body.classList.contains('is-bootstrapped'),
};

const PLACES: readonly Place[] = [
  ['rail-after-properties', '2026-08', afterProperties],
  ['rail-by-detail-button', '2026-08', afterButton(DETAIL)],
  ['rail-by-project', '2026-08', afterButton('button use[href="#Project"]')],
];

export const linearPane: ReadPane = (document, within) => {
  const id = onScreen(document).at(-1)?.ids.at(-1);
  return id?.toLowerCase().startsWith(within.toLowerCase()) ? id : undefined;
};

/** Only likely: tried where none of the others was there, when the page had its time. */
export const linearMore: readonly Place[] = [['rail-beside-view', '2026-08', besideView]];

const pages = (): Pages => ({
  id: 'linear',
  // A page's own ticket has the page. With a pane over it, or where the pane is all there is, each has its part.
  scope: (document, ticket) => {
    const shown = onScreen(document);
    const named = same(ticketIn(new URL(document.URL)) ?? '', ticket);
    if (named && shown.length < 2) return document;
    const part = shown.findLast(({ ids }) => same(ids.at(-1) ?? '', ticket))?.frame;
    return part ?? (named ? document : document.createDocumentFragment());
  },
  shows: (scope, ticket) => {
    if (!first(scope, VIEW)) return undefined;
    // A sub-issue's header links to its parents as well, the issue itself last.
    const keys = [...scope.querySelectorAll(`header ${LINK}`)].map((link) => /\/issue\/([^/]+)/.exec(link.getAttribute('href') ?? '')?.[1]);
    const ids = keys.flatMap((key) => (key ? [ticket.replace(/[^/]+$/, key.toUpperCase())] : []));
    return ids.find((id) => id === ticket) ?? ids.at(-1);
  },
  heading: (scope) => first(scope, TITLES),
  title: (scope, document) => first(scope, TITLES)?.textContent?.trim() || document.title.replace(/^[A-Z][A-Z0-9]*-\d+\s+/, ''),
  ...sleep,
  // Inbox and peek show the properties as a row under the title, and have no rail.
  roomless: (scope) => !('documentElement' in scope) && scope.childElementCount > 0 && !scope.querySelector(SECTION),
  rungs: /* @__PURE__ */ ranked(PLACES),
  events: [],
});
// Made in a function: of a bare one a bundler keeps parts where nothing asks for it.
export const linearPages = /* @__PURE__ */ pages();

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The cell with the title has no mark: after the key's it is the next one with text, which is not another marked column. */
function titleCell(row: Element): Element | undefined {
  const key = row.querySelector('[data-column-id="issueId"]');
  const cells = key ? [...(key.parentElement?.children ?? [])] : [...row.querySelectorAll('span')];
  return cells
    .slice(key ? cells.indexOf(key) + 1 : 0)
    .find((cell) => cell.localName === 'span' && !cell.hasAttribute('data-column-id') && cell.textContent?.trim());
}

const lists = (): Lists => ({
  id: 'linear',
  ...sleep,
  listed: ({ pathname }) => !/^\/[^/]+\/settings(\/|$)/.test(pathname),
  selected: '[data-keyboard-active="true"], [data-active="true"], [data-selected="true"]',
  kinds: [
    {
      name: 'row',
      seen: '2026-08',
      link: 'a[data-list-row][href*="/issue/"], a[data-list-key][href*="/issue/"]',
      row: 'a',
      title: titleCell,
      places: (row) => [overEndOf(titleCell(row) ?? row.lastElementChild, row), overTailOf(titleCell(row))],
    },
    {
      name: 'card',
      seen: '2026-04',
      link: 'a[data-board-item][href*="/issue/"]',
      row: 'a',
      title: (row) => row.querySelector('[data-menu-open] ~ span'),
      places: (row) => [inLineAfter(row.querySelector('span')), overTailOf(row.querySelector('span'))],
    },
  ],
});
// Made in a function: of a bare one a bundler keeps parts where nothing asks for it.
export const linearLists = /* @__PURE__ */ lists();
