import { openedAt, type Ticket } from '../data.ts';
import { scriptJson } from '../markup.ts';
import type { AppPayload } from './react-app.tsx';
import { OWNER } from './route.ts';

/** Database ids are not numbers of issues: far away from them and of another size. */
export function databaseId(issue: Ticket): number {
  return 3_000_000_000 + issue.number * 7919;
}

/** The JSON GitHub embeds in its island: the preloaded query of the first page, never renewed afterwards. */
export function embeddedData(appPayload: AppPayload, issue: Ticket | undefined): string {
  const queries = issue ? [issueQuery(issue)] : [];
  return scriptJson({ payload: { preloadedQueries: queries, preloadedSubscriptions: {} }, title: issue?.title ?? null, appPayload });
}

function issueQuery(issue: Ticket): object {
  return {
    queryName: 'IssueViewerViewQuery',
    variables: { owner: OWNER, repo: 'planner', number: issue.number, markAsRead: true },
    result: { data: { repository: { isOwnerEnterpriseManaged: false, issue: issueNode(issue), id: 'R_sample' } } },
  };
}

function issueNode(issue: Ticket): object {
  return {
    id: `I_${databaseId(issue)}`,
    databaseId: databaseId(issue),
    number: issue.number,
    title: issue.title,
    titleHTML: issue.title,
    state: issue.closed ? 'CLOSED' : 'OPEN',
    stateReason: null,
    createdAt: openedAt(issue),
    author: { __typename: 'Organization', login: issue.team },
    labels: { edges: issue.labels.map((name) => ({ node: { id: `LA_${name}`, name, nameHTML: name, color: '0969da' } })) },
    assignedActors: { nodes: [{ __typename: 'Team', login: issue.team, name: issue.team }] },
    milestone: { title: 'First week', dueOn: null },
    issueType: { name: issue.type, color: 'BLUE' },
    issueFieldValues: { nodes: [] },
    projectItemsNext: { edges: [{ node: { project: { title: 'Planner roadmap', number: 1 } } }] },
  };
}
