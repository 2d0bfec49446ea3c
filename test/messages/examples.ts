// One sound message of each kind, and one sender of each kind that can reach the background.
import type { Sender } from '../../lib/messages.ts';

export const OWN = { id: 'azimuthid', origin: 'chrome-extension://azimuthid' } as const;
export const TICKET = 'github:acme/app#12';
export const PAGE = 'https://github.com/acme/app/issues/12';
export const REQUEST = '0f0e0d0c-0000-4000-8000-000000000001';
const OLD_OP = '0f0e0d0c-0000-4000-8000-000000000002';

const asTab = (url: string, frameId = 0): Sender => ({ id: OWN.id, url, frameId, tab: { id: 7, url } });

/** The columns of the rights table. */
export const SENDERS = {
  dashboard: asTab(`${OWN.origin}/dashboard.html#/status`),
  popup: { id: OWN.id, url: `${OWN.origin}/popup.html` },
  alien: { ...asTab('chrome-extension://another/page.html'), id: 'another' },
  /** Another extension that names one of our pages as its own. */
  liar: { ...asTab(`${OWN.origin}/dashboard.html`), id: 'another' },
  /** A site whose address only begins like ours. */
  lookalike: { id: OWN.id, url: `${OWN.origin}.evil.org/dashboard.html` },
  top: asTab(PAGE),
  frame: asTab(PAGE, 3),
  /** Soft navigation: the sender's address is where the page was loaded, the tab's is where it is now. */
  moved: { ...asTab(PAGE), url: 'https://github.com/acme/app/issues' },
  movedOff: { ...asTab('https://github.com/acme/app/issues/13'), url: PAGE },
  other: asTab('https://github.com/acme/app/issues/13'),
  list: asTab('https://github.com/acme/app/issues'),
  site: asTab('https://example.org/github.com/acme/app/issues/12'),
  tabless: { id: OWN.id, url: PAGE, frameId: 0 },
  unframed: { id: OWN.id, url: PAGE, tab: { id: 7, url: PAGE } },
  /** A tab of an address the browser does not tell. */
  blind: { id: OWN.id, url: PAGE, frameId: 0, tab: { id: 7 } },
  nobody: {},
} satisfies Record<string, Sender>;

const metric = (id: string, role: 'north-star' | 'input') => ({
  id,
  name: id,
  role,
  kind: 'count' as const,
  unit: 'teams',
  direction: 'up' as const,
});
export const FRAMEWORK = {
  id: 'planner',
  name: 'Planner',
  version: 1,
  claims: ['github:acme/app'],
  metrics: [metric('teams', 'north-star'), metric('activation', 'input')],
};

export const EFFECTS = {
  kind: 'effects' as const,
  effects: [{ input: 'activation', low: 2, high: 5, chance: 1, text: '+2..5' }],
  framework: 'planner',
  version: 1,
};

/** What each message needs besides its name. */
export const EXAMPLES = {
  question: { ticket: TICKET, drawn: false },
  save: { ticket: TICKET, request: REQUEST, team: 't-1', title: 'A title', answer: EFFECTS },
  undo: { ticket: TICKET, request: REQUEST, team: 't-1', op: OLD_OP },
  draft: { ticket: TICKET, draft: '{}' },
  claim: { ticket: TICKET, request: REQUEST, framework: 'planner' },
  never: { ticket: TICKET },
  rows: {},
  chips: { tickets: [TICKET, 'github:acme/other#3'] },
  sweepFrom: {},
  sweepAt: { ticket: TICKET, row: true },
  seen: { facts: [{ ticket: TICKET, title: 'A title', labels: ['bug'] }] },
  editor: {},
  shapes: {},
  left: {},
  pane: {},
  stand: { ticket: TICKET, dock: true, at: { x: 1, y: 0.25 } },
  dock: {},
  health: { ticket: TICKET, visit: { place: 'column', rung: 'sidebar-content', tried: [], ticket: 'address', title: 'heading' } },
  meaning: {},
  open: { page: 'welcome' },
  site: {},
  sweep: { tab: 7 },
  saveFramework: { request: REQUEST, framework: FRAMEWORK },
  removeFramework: { request: REQUEST, team: 't-1', id: 'planner' },
  logReading: {
    request: REQUEST,
    team: 't-1',
    reading: { framework: 'planner', metric: 'teams', date: '2026-11-22', value: 3, source: 'typed' },
  },
  importReadings: {
    request: REQUEST,
    team: 't-1',
    framework: 'planner',
    readings: [{ metric: 'teams', date: '2026-11-22', value: 3, origin: 'weekly.csv:2' }],
  },
  undoImport: { request: REQUEST, team: 't-1', of: OLD_OP },
  undoOperation: { request: REQUEST, team: 't-1', op: OLD_OP },
  removeTag: { request: REQUEST, team: 't-1', ticket: TICKET },
  saveTags: { request: REQUEST, team: 't-1', tags: [{ ticket: TICKET, title: 'A title', answer: EFFECTS }] },
  removeTags: { request: REQUEST, team: 't-1', tickets: [TICKET] },
  undoTags: { request: REQUEST, team: 't-1', of: OLD_OP },
  saveRecord: {
    ...{ request: REQUEST, team: 't-1', key: 'budget/f/2026-Q4' },
    record: { kind: 'budget', framework: 'f', quarter: '2026-Q4', share: 0.2 },
  },
  saveRecords: {
    ...{ request: REQUEST, team: 't-1', file: 'a.json' },
    records: [{ key: 'budget/f/2026-Q4', record: { kind: 'budget', framework: 'f', quarter: '2026-Q4', share: 0.2 } }],
  },
  removeRecord: { request: REQUEST, team: 't-1', key: 'budget/f/2026-Q4' },
  seeTickets: { tickets: [{ ticket: TICKET, title: 'A title', labels: ['bug'] }] },
  loadSample: {},
  removeSample: {},
  prefer: { change: { tracker: 'github', surface: { name: 'list', on: false }, dock: true } },
  allowHere: { place: 'github:acme/app' },
  syncNow: {},
  syncState: {},
  joinTeam: { link: `https://sync.example.org/join#azi_t-00000000000000aa_${'i'.repeat(22)}` },
  leaveTeam: { here: 'keep', there: 'keep' },
  answerPause: { answer: 'keep' },
  retryRefused: { keys: ['out/0f0e0d0c'] },
  discardRefused: { keys: 'all' },
  team: { what: { call: 'members' } },
  addSite: { site: { origin: 'https://jira.example.org', context: '/jira', tracker: 'jira', flavour: 'data-center' } },
  addAlias: { from: 'jira:work.example.org', to: 'jira:acme.atlassian.net' },
  removeAlias: { from: 'jira:work.example.org' },
  removeSite: { origin: 'https://jira.example.org', context: '/jira' },
} as const;

export type Name = keyof typeof EXAMPLES;
export const messageOf = (name: string, more: object = {}): Record<string, unknown> => ({ ask: name, ...EXAMPLES[name as Name], ...more });
