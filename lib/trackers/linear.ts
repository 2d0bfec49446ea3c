// Linear: the issue page. Class names change with every deploy; data attributes and English labels last longer.
import { type Addresses, first, type Pages, type Spot } from './tracker.ts';

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
  sleeper: () => null,
  awake: ({ body }) => !body.querySelector('#loading') || body.classList.contains('is-bootstrapped'),
  rungs: [
    { name: 'rail-after-properties', seen: '2026-08', find: afterProperties },
    { name: 'rail-by-detail-button', seen: '2026-08', find: afterButton },
  ],
  events: [],
};
