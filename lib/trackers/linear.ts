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

/** The rail has no attribute of its own: it is what holds the sections. The panel follows the first, "Properties". */
function afterSection(content: Element | null | undefined): Spot | undefined {
  const section = content?.parentElement;
  return section?.parentElement ? { parent: section.parentElement, before: section.nextElementSibling } : undefined;
}

export const linearPages: Pages = {
  id: 'linear',
  scope: (document) => document,
  shows: (scope, ticket) => {
    const header = first(scope, VIEW) && scope.querySelector('header a[href*="/issue/"]');
    const key = /\/issue\/([^/]+)/.exec(header?.getAttribute('href') ?? '')?.[1]?.toUpperCase();
    return key && ticket.replace(/[^/]+$/, key);
  },
  title: (scope, document) =>
    scope.querySelector('[aria-label="Issue title"]')?.textContent?.trim() || document.title.replace(/^[A-Z][A-Z0-9]*-\d+\s+/, ''),
  sleeper: () => null,
  awake: ({ body }) => !body.querySelector('#loading') || body.classList.contains('is-bootstrapped'),
  rungs: [
    { name: 'rail-after-properties', seen: '2026-08', find: (scope) => afterSection(scope.querySelector(SECTION)) },
    {
      name: 'rail-by-detail-button',
      seen: '2026-08',
      find: (scope) => afterSection(scope.querySelector('button[data-detail-button="true"]')?.closest('section > *')),
    },
  ],
  events: [],
};
