/** What the Jira front end shows. `selected` is an item over or beside a list. */
export type JiraRoute =
  | { kind: 'issue'; key: string; frame: 'browse' | 'project' }
  /** The split view of a search: without a key the first item is open. */
  | { kind: 'split'; selected: string | undefined }
  | { kind: 'board' | 'backlog' | 'list' | 'navigator'; selected: string | undefined };

const BOARD = '/jira/software/c/projects/PLN/boards/1';
const LIST = '/jira/software/c/projects/PLN/list';

export const PATHS = {
  board: BOARD,
  backlog: `${BOARD}/backlog`,
  list: LIST,
  navigator: '/issues/',
} as const;

export function browsePath(key: string): string {
  return `/browse/${key}`;
}

/** The route of an address; undefined for those Jira answers with "not found". */
export function parseJiraRoute(path: string, search: string): JiraRoute | undefined {
  const browse = /^\/browse\/([A-Z][A-Z0-9_]+-\d+)$/i.exec(path)?.[1];
  if (browse) return { kind: 'issue', key: browse.toUpperCase(), frame: 'browse' };
  const inProject = /^\/jira\/software\/(?:c\/)?projects\/PLN\/issues\/(PLN-\d+)$/i.exec(path)?.[1];
  if (inProject) return { kind: 'issue', key: inProject.toUpperCase(), frame: 'project' };
  // Which layout a search has is remembered by the real one for each user; here the address says it.
  const split = /^\/issues(?:\/(PLN-\d+))?\/?$/i.exec(path);
  if (split && new URLSearchParams(search).get('layout') === 'split') return { kind: 'split', selected: split[1]?.toUpperCase() };
  const selected = new URLSearchParams(search).get('selectedIssue')?.toUpperCase();
  const clean = path.replace('/software/projects/', '/software/c/projects/').replace(/(.)\/$/, '$1');
  for (const kind of ['board', 'backlog', 'list', 'navigator'] as const) {
    if (clean === PATHS[kind].replace(/\/$/, '')) return { kind, selected };
  }
  return undefined;
}

/** The address of the split view with an item open. */
export const splitPath = (key: string): string => `/issues/${key}?jql=project%20%3D%20PLN&layout=split`;

/** The address of a list with an item selected, or with none. */
export function listPath(kind: keyof typeof PATHS, selected?: string): string {
  return selected ? `${PATHS[kind]}?selectedIssue=${selected}` : PATHS[kind];
}
