import { linearIssues } from '../data.ts';
import type { Ticket } from '../data.ts';
import { keyOf, WORKSPACE } from './issues.ts';

/** What Linear's client shows; whether a list is drawn as rows or as a board is no part of the address. */
export type LinearRoute = { kind: 'issue'; issue: Ticket } | { kind: 'list'; name: string } | { kind: 'inbox' } | { kind: 'missing' };

export function parseLinearRoute(path: string): LinearRoute {
  const key = new RegExp(`^${WORKSPACE}/issue/([^/]+)`).exec(path)?.[1]?.toUpperCase();
  if (key) {
    const issue = linearIssues.find((one) => keyOf(one) === key);
    return issue ? { kind: 'issue', issue } : { kind: 'missing' };
  }
  if (path.startsWith(`${WORKSPACE}/inbox`)) return { kind: 'inbox' };
  const view = new RegExp(`^${WORKSPACE}/team/PLN/(all|active|backlog|triage)$`).exec(path)?.[1];
  if (view) return { kind: 'list', name: `${view.charAt(0).toUpperCase()}${view.slice(1)} issues` };
  if (path.startsWith(`${WORKSPACE}/my-issues`)) return { kind: 'list', name: 'My issues' };
  return { kind: 'missing' };
}

/** The document's title, which every extension for Linear has come to rely on. */
export function titleOf(route: LinearRoute): string {
  if (route.kind === 'issue') return `${keyOf(route.issue)} ${route.issue.title}`;
  if (route.kind === 'list') return `Planner › ${route.name}`;
  return route.kind === 'inbox' ? 'Inbox' : 'Not found';
}
