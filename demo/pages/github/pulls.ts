import type { Ticket } from '../data.ts';

export interface Pull extends Ticket {
  branch: string;
  /** The issue it closes. */
  closes: number;
}

function pull(number: number, title: string, team: string, branch: string, closes: number, day: number, labels: string[]): Pull {
  return { number, title, team, branch, closes, day, labels, type: 'Task', comments: number % 4, points: null, closed: false };
}

/** Open pull requests of azimuth-sample/planner. */
export const pulls: readonly Pull[] = [
  pull(1940, 'Add the first-project step to sign-up', 'growth-team', 'first-project', 1842, 18, ['onboarding']),
  pull(1942, 'Store template previews when a template is saved', 'templates-team', 'stored-previews', 1824, 18, [
    'templates',
    'performance',
  ]),
  pull(1943, 'Keep header rows in the import mapping', 'workflow-team', 'import-headers', 1903, 19, ['import']),
  pull(1945, 'Drop the old editor’s shortcuts', 'platform-team', 'old-editor-1', 1801, 19, ['debt']),
  pull(1946, 'Send the digest on the team’s first working day', 'workflow-team', 'digest-day', 1765, 20, ['notifications']),
  pull(1948, 'Threads: store replies with their milestone', 'collaboration-team', 'threads', 1831, 20, ['collaboration']),
  pull(1949, 'Export access reviews monthly', 'platform-team', 'access-reviews', 1877, 21, ['compliance']),
  pull(1951, 'Ask guests for a name only', 'collaboration-team', 'guests', 1748, 21, ['collaboration']),
];

export function findPull(number: number): Pull | undefined {
  return pulls.find((one) => one.number === number);
}
