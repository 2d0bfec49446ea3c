import { linearIssues, type Ticket } from '../data.ts';

export const WORKSPACE = '/azimuth-sample';
export const STATES = ['Backlog', 'Todo', 'In Progress'] as const;
export type State = (typeof STATES)[number];

export function keyOf(one: Ticket): string {
  return `PLN-${one.number}`;
}

export function issuePath(one: Ticket): string {
  const slug = one.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${WORKSPACE}/issue/${keyOf(one)}/${slug}`;
}

/** A UUID that is always the same for an issue; it stands in attributes, never in an address. */
export function uuidOf(one: Ticket): string {
  const digits = (Math.imul(one.number, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return `${digits}-${digits.slice(0, 4)}-4${digits.slice(1, 4)}-8${digits.slice(4, 7)}-${digits}${digits.slice(2, 6)}`;
}

export function stateOf(one: Ticket): State {
  if (one.number < 200) return one.number >= 88 ? 'Backlog' : 'Todo';
  return STATES[one.number % 3] ?? 'Backlog';
}

/** Issues in the order a team's list shows them. */
export function inState(state: State): Ticket[] {
  return linearIssues.filter((one) => stateOf(one) === state);
}

/** What stands in the inbox: one notification per issue, newest first. */
export const notified: readonly Ticket[] = linearIssues.slice(0, 12);
