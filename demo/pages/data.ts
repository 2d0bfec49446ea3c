/** A piece of work as the three stand-ins show it; what a tracker calls it differs, what it says does not. */
export interface Ticket {
  /** Issue number on GitHub, the N of PLN-N elsewhere. */
  number: number;
  title: string;
  /** Nobody here is a person: work is opened, owned and discussed by teams. */
  team: string;
  labels: readonly string[];
  type: 'Feature' | 'Bug' | 'Task' | 'Epic';
  /** Days are of November 2026. */
  day: number;
  comments: number;
  points: number | null;
  closed: boolean;
}

type Row = [number: number, title: string, team: string, labels: string, type: Ticket['type'], day: number, points?: number];

function ticket([number, title, team, labels, type, day, points]: Row): Ticket {
  const comments = (number * 7) % 10;
  return { number, title, team, labels: labels.split(' ').filter(Boolean), type, day, comments, points: points ?? null, closed: false };
}

const GITHUB: Row[] = [
  [1842, 'Ask for the first project during sign-up', 'growth-team', 'onboarding experiment', 'Feature', 12],
  [1918, 'Offer the template a team used last when it starts its next project', 'templates-team', 'templates', 'Feature', 19],
  [1877, 'Collect SOC 2 evidence', 'platform-team', 'compliance', 'Task', 3],
  [1733, 'Skip the tour: start from a template', 'growth-team', 'onboarding', 'Feature', 5],
  [1903, 'Keep column names on spreadsheet import', 'workflow-team', 'import', 'Bug', 17],
  [1912, 'Ask for a phone number at sign-up', 'sales-team', 'onboarding', 'Feature', 20],
  [1801, 'Remove the old editor', 'platform-team', 'debt', 'Task', 2],
  [1790, 'Suggest a template when a project is empty', 'templates-team', 'templates', 'Feature', 11],
  [1811, 'Mention a teammate from any task comment', 'collaboration-team', 'collaboration', 'Feature', 9],
  [1765, 'Weekly digest of overdue steps', 'workflow-team', 'notifications', 'Feature', 6],
  [1886, 'Checklist for closing a project', 'workflow-team', 'completion', 'Feature', 14],
  [1858, 'Upgrade the database', 'platform-team', 'infrastructure', 'Task', 8],
  [1831, 'Comment threads on milestones', 'collaboration-team', 'collaboration', 'Feature', 10],
  [1824, 'Template previews under a second', 'templates-team', 'templates performance', 'Bug', 7],
  [1779, 'One-field sign-up form', 'growth-team', 'onboarding experiment', 'Feature', 4],
  [1748, 'Guests without a seat', 'collaboration-team', 'collaboration', 'Feature', 1],
];

const JIRA: Row[] = [
  [214, 'Suggest a template when a project is empty', 'Templates team', 'templates', 'Feature', 11, 5],
  [190, 'Empty states', 'Templates team', 'templates', 'Epic', 2],
  [198, 'Mention a teammate anywhere', 'Collaboration team', 'collaboration', 'Feature', 4, 8],
  [231, 'Rotate signing keys', 'Platform team', 'compliance', 'Task', 13, 3],
  [240, 'Digest lists closed projects', 'Workflow team', 'notifications', 'Bug', 17, 2],
  [177, 'One-field sign-up form', 'Growth team', 'onboarding', 'Feature', 1, 3],
  [243, 'Guests without a seat', 'Collaboration team', 'collaboration', 'Feature', 18],
  [221, 'Ask for the first project during sign-up', 'Growth team', 'onboarding experiment', 'Feature', 12, 5],
  [226, 'Keep column names on spreadsheet import', 'Workflow team', 'import', 'Bug', 12, 2],
  [233, 'Weekly digest of overdue steps', 'Workflow team', 'notifications', 'Feature', 14, 5],
  [205, 'Collect SOC 2 evidence', 'Platform team', 'compliance', 'Task', 7, 8],
  [218, 'Template previews under a second', 'Templates team', 'templates performance', 'Bug', 11, 3],
  [236, 'Comment threads on milestones', 'Collaboration team', 'collaboration', 'Feature', 15, 8],
  [209, 'Checklist for closing a project', 'Workflow team', 'completion', 'Feature', 9, 3],
  [245, 'Remove the old editor', 'Platform team', 'debt', 'Task', 19, 13],
  [247, 'Skip the tour: start from a template', 'Growth team', 'onboarding', 'Feature', 20, 3],
];

const LINEAR: Row[] = [
  [88, 'Skip the tour: start from a template', 'Growth team', 'onboarding', 'Feature', 12],
  [91, 'Checklist for closing a project', 'Workflow team', 'completion', 'Feature', 14],
  [94, 'Upgrade the database', 'Platform team', 'infrastructure', 'Task', 14],
  [97, 'Comment threads on milestones', 'Collaboration team', 'collaboration', 'Feature', 17],
  [99, 'Ask for a phone number at sign-up', 'Sales team', 'onboarding', 'Feature', 20],
  [101, 'Template previews under a second', 'Templates team', 'templates', 'Bug', 21],
  [72, 'Ask for the first project during sign-up', 'Growth team', 'onboarding', 'Feature', 4],
  [75, 'Suggest a template when a project is empty', 'Templates team', 'templates', 'Feature', 5],
  [79, 'Mention a teammate from any task comment', 'Collaboration team', 'collaboration', 'Feature', 6],
  [81, 'Weekly digest of overdue steps', 'Workflow team', 'notifications', 'Feature', 7],
  [83, 'Keep column names on spreadsheet import', 'Workflow team', 'import', 'Bug', 8],
  [85, 'Collect SOC 2 evidence', 'Platform team', 'compliance', 'Task', 9],
  [103, 'Remove the old editor', 'Platform team', 'debt', 'Task', 21],
  [105, 'Guests without a seat', 'Collaboration team', 'collaboration', 'Feature', 21],
  [107, 'One-field sign-up form', 'Growth team', 'onboarding', 'Feature', 22],
  [109, 'Rotate signing keys', 'Platform team', 'compliance', 'Task', 22],
];

const VERBS = ['Shorten', 'Measure', 'Tidy', 'Explain', 'Speed up', 'Rework', 'Translate', 'Cover'];
const THINGS = [
  'the import preview',
  'the empty board',
  'the invitation mail',
  'keyboard moves on the board',
  'the template gallery',
  'the due date picker',
  'project archiving',
  'the calendar feed',
  'search in comments',
  'the first-week checklist',
  'file previews',
  'the members page',
  'undo after a bulk move',
  'the weekly summary',
  'custom field limits',
  'the mobile task view',
  'board filters',
];
const TEAMS = ['Workflow team', 'Templates team', 'Growth team', 'Collaboration team', 'Platform team'];

/** `count` further tickets of the everyday kind, numbered from `first`, always the same ones. */
export function everyday(first: number, count: number): Ticket[] {
  return Array.from({ length: count }, (_, index) => {
    const verb = VERBS[(index * 3 + Math.floor(index / THINGS.length)) % VERBS.length] ?? '';
    const thing = THINGS[index % THINGS.length] ?? '';
    const team = TEAMS[index % TEAMS.length] ?? '';
    const type = (['Task', 'Bug', 'Feature'] as const)[index % 3] ?? 'Task';
    return ticket([first + index, `${verb} ${thing}`, team, '', type, 1 + (index % 22), [1, 2, 3, 5, 8][index % 5] ?? 1]);
  });
}

const asLogin = (one: Ticket): Ticket => ({ ...one, team: one.team.toLowerCase().replace(' ', '-') });

/** Open issues of azimuth-sample/planner, 30: one more than a page of 25. */
export const githubIssues: readonly Ticket[] = [...GITHUB.map(ticket), ...everyday(1921, 14).map(asLogin)];

/** What the Projects board holds beyond the issues of the list. */
export const boardIssues: readonly Ticket[] = [...githubIssues, ...everyday(2001, 120).map(asLogin)];

/** Work items of project PLN, 134 as in the backlog that was measured on a live site. */
export const jiraItems: readonly Ticket[] = [...JIRA.map(ticket), ...everyday(301, 118)];

/** Issues of team PLN. */
export const linearIssues: readonly Ticket[] = [...LINEAR.map(ticket), ...everyday(201, 64)];

/** "12 Nov" */
export function dayText(one: Ticket): string {
  return `${one.day} Nov`;
}

/** The moment a ticket was opened. */
export function openedAt(one: Ticket): string {
  return `2026-11-${String(one.day).padStart(2, '0')}T09:30:00Z`;
}
