export const OWNER = 'azimuth-sample';
export const REPO = `/${OWNER}/planner`;
export const CLASSIC = `/${OWNER}/classic`;
export const PAGE_SIZE = 25;

/** What the issues app shows: a page of the list, or an issue, perhaps with a second one in a side panel. */
export type IssuesRoute = { kind: 'list'; page: number } | { kind: 'issue'; number: number; pane: number | undefined };

const ISSUE = new RegExp(`^${REPO}/issues/(\\d+)/?$`);

/** The issues app's own addresses; undefined for every other one. */
export function parseIssuesRoute(path: string, search: string): IssuesRoute | undefined {
  const query = new URLSearchParams(search);
  if (path === `${REPO}/issues`) return { kind: 'list', page: Number(query.get('page')) || 1 };
  const number = ISSUE.exec(path)?.[1];
  if (number === undefined) return undefined;
  return { kind: 'issue', number: Number(number), pane: paneNumber(query) };
}

/** The issue a pane shows, from its own `issue=owner|repo|number`. */
export function paneNumber(query: URLSearchParams): number | undefined {
  const number = Number(query.get('issue')?.split('|')[2]);
  return Number.isInteger(number) && number > 0 ? number : undefined;
}

export function issuePath(number: number): string {
  return `${REPO}/issues/${number}`;
}

/** The query that opens an issue in a pane. */
export function paneQuery(number: number): string {
  return `issue=${encodeURIComponent(`${OWNER}|planner|${number}`)}`;
}
