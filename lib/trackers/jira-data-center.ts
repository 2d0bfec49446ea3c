// Jira Data Center and Server, 7 to 11: the issue page, the split view of a search, the pane beside a board.
// Drawn by the server and by jQuery: ids last for decades, and nothing has to wake.
import { type Addresses, first, type Pages, type Rung } from './tracker.ts';

const KEY = '[A-Z][A-Z0-9_]+-\\d+';
// From the beginning: other programs live on the same host.
const ON_PATH = /* @__PURE__ */ new RegExp(
  `^/(?:browse|issues|projects/[^/]+/issues|(?:projects|servicedesk)/(?:[^/]+/)*queues/(?:custom/)?\\d+)/(${KEY})/?$`,
  'i',
);
const WHOLE = /* @__PURE__ */ new RegExp(`^${KEY}$`, 'i');

export const jiraDataCenterAddresses: Addresses = {
  id: 'jira',
  hosts: () => false,
  ticket: ({ hostname, pathname, searchParams }, host = hostname) => {
    const selected = searchParams.get('selectedIssue') ?? '';
    // A board remembers which card was selected last while its pane is shut: then no ticket is on screen.
    const shut = searchParams.get('view')?.endsWith('.nodetail') ?? false;
    const board = /^\/secure\/RapidBoard\.jspa$/i.test(pathname) && WHOLE.test(selected) && !shut;
    const key = board ? selected : ON_PATH.exec(pathname)?.[1];
    return key && `jira:${host}/${key.toUpperCase()}`;
  },
};

const PANE = '#ghx-detail-view';

const drawn = (element: Element | null): element is Element => element !== null && element.getClientRects().length > 0;

const inPlace = (name: string, seen: string, selector: string, where: 'top' | 'after'): Rung => ({
  name,
  seen,
  find: (scope) => {
    const anchor = scope.querySelector(selector);
    if (!anchor) return undefined;
    if (where === 'top') return { parent: anchor, before: anchor.firstElementChild };
    return anchor.parentElement ? { parent: anchor.parentElement, before: anchor.nextElementSibling } : undefined;
  },
});

/** What a page is given to write in while a field is edited on the spot. */
const WRITING =
  '#summary-val :is(textarea, input:not([type="hidden"])), [data-field-id="summary"] :is(textarea, input:not([type="hidden"]))';

export const jiraDataCenterPages: Pages = {
  id: 'jira',
  // The pane beside a board stays in the page, empty, while it is shut.
  scope: (document) => {
    const pane = document.querySelector(PANE);
    return drawn(pane) && pane.childElementCount > 0 ? pane : document;
  },
  shows: (scope, ticket) => {
    // Not the head's `ajs-issue-key`: it stays what it was when another issue is fetched into the page.
    const link = first(scope, ['#key-val', '#issuekey-val a', '#dx-issuekey-val-h1 a', '.ghx-fieldname-issuekey a']);
    const said = link?.getAttribute('data-issue-key') ?? link?.textContent?.trim() ?? '';
    return WHOLE.test(said) ? ticket.replace(/[^/]+$/, said.toUpperCase()) : undefined;
  },
  heading: (scope) => first(scope, ['#summary-val', '[data-field-id="summary"]']),
  title: (scope, document) => {
    const writing = scope.querySelector<HTMLInputElement | HTMLTextAreaElement>(WRITING)?.value;
    const shown = first(scope, ['#summary-val', '[data-field-id="summary"]'])?.textContent;
    return (writing ?? shown)?.trim() || document.title.replace(/^\[[^\]]+\]\s*/, '').replace(/ - [^-]*$/, '');
  },
  sleeper: () => null,
  awake: () => true,
  rungs: [
    inPlace('issue-sidebar', '2026-05', '#viewissuesidebar', 'top'),
    inPlace('after-details-module', '2026-07', '#details-module', 'after'),
    inPlace('board-pane-after-head', '2026-07', `#ghx-detail-issue #ghx-detail-head`, 'after'),
    inPlace('board-pane', '2026-07', '#ghx-detail-issue', 'top'),
  ],
  events: [],
};
