// Linear: the issue page. Class names change with every deploy; data attributes and English labels last longer.
import { type Addresses, first, inLineAfter, type Lists, overEndOf, overTailOf, type Pages, type Spot } from './tracker.ts';

export const linearAddresses: Addresses = {
  hosts: (host) => host === 'linear.app',
  ticket: ({ pathname }) => {
    const [, workspace, key] = /^\/([\w-]+)\/issue\/([a-z][a-z0-9]*-\d+)(?:\/|$)/i.exec(pathname) ?? [];
    return key && `linear:${workspace}/${key.toUpperCase()}`;
  },
};

const VIEW = ['[data-view-id="issue-view"]', '[data-restore-scroll-view="issue-view"]'];
const SECTION = '[data-details-pane-section-content="true"]';

/** The rail has no attribute of its own: it is what holds several sections. The panel follows the first, "Properties". */
function afterProperties(scope: ParentNode): Spot | undefined {
  const [content, another] = scope.querySelectorAll(SECTION);
  let section: Element | null | undefined = another ? content : content?.parentElement;
  const isRail = (element: Element): boolean => !another || element.contains(another);
  while (section?.parentElement && !isRail(section.parentElement)) section = section.parentElement;
  return section?.parentElement ? { parent: section.parentElement, before: section.nextElementSibling } : undefined;
}

/** Where the sections have lost their mark: after the one that holds the first property button. */
function afterButton(scope: ParentNode): Spot | undefined {
  const section = scope.querySelector('button[data-detail-button="true"]')?.closest('section');
  return section?.parentElement ? { parent: section.parentElement, before: section.nextElementSibling } : undefined;
}

const sleep: Pick<Pages, 'sleeper' | 'awake'> = {
  sleeper: () => null,
  awake: ({ body }) => !body.querySelector('#loading') || body.classList.contains('is-bootstrapped'),
};

export const linearPages: Pages = {
  id: 'linear',
  scope: (document) => document,
  shows: (scope, ticket) => {
    if (!first(scope, VIEW)) return undefined;
    // A sub-issue's header links to its parents as well, the issue itself last.
    const keys = [...scope.querySelectorAll('header a[href*="/issue/"]')].map(
      (link) => /\/issue\/([^/]+)/.exec(link.getAttribute('href') ?? '')?.[1],
    );
    const ids = keys.flatMap((key) => (key ? [ticket.replace(/[^/]+$/, key.toUpperCase())] : []));
    return ids.find((id) => id === ticket) ?? ids.at(-1);
  },
  title: (scope, document) =>
    scope.querySelector('[aria-label="Issue title"]')?.textContent?.trim() || document.title.replace(/^[A-Z][A-Z0-9]*-\d+\s+/, ''),
  ...sleep,
  rungs: [
    { name: 'rail-after-properties', seen: '2026-08', find: afterProperties },
    { name: 'rail-by-detail-button', seen: '2026-08', find: afterButton },
  ],
  events: [],
};

/** The cell with the title has no mark: after the key's it is the next one with text, which is not another marked column. */
function titleCell(row: Element): Element | undefined {
  const key = row.querySelector('[data-column-id="issueId"]');
  const cells = key ? [...(key.parentElement?.children ?? [])] : [...row.querySelectorAll('span')];
  return cells
    .slice(key ? cells.indexOf(key) + 1 : 0)
    .find((cell) => cell.localName === 'span' && !cell.hasAttribute('data-column-id') && cell.textContent?.trim());
}

export const linearLists: Lists = {
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
};
