/** Where on its host the stand-in for Jira Data Center lives. */
export const CONTEXT = '/jira';

export const browsePath = (key: string): string => `${CONTEXT}/browse/${key}`;

/** A board's address as Data Center writes it; `view` says whether the backlog or the pane is shown. */
export function boardPath(view: 'work' | 'detail' | 'planning' | 'planning.nodetail', selected?: string): string {
  const query = new URLSearchParams({ rapidView: '1', projectKey: 'PLN', ...(view !== 'work' && { view }) });
  if (selected) query.set('selectedIssue', selected);
  return `${CONTEXT}/secure/RapidBoard.jspa?${query}`;
}
