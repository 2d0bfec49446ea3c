import { jiraItems, type Ticket } from '../data.ts';

export const PROJECT = 'PLN';

export function keyOf(one: Ticket): string {
  return `${PROJECT}-${one.number}`;
}

export function findItem(key: string): Ticket | undefined {
  const number = /^PLN-(\d+)$/i.exec(key)?.[1];
  return number === undefined ? undefined : jiraItems.find((one) => one.number === Number(number));
}

/** What Jira calls a type, and its icon's colour. */
export const TYPES: Record<Ticket['type'], { name: string; tone: string }> = {
  Feature: { name: 'Story', tone: 'story' },
  Bug: { name: 'Bug', tone: 'bug' },
  Task: { name: 'Task', tone: 'task' },
  Epic: { name: 'Epic', tone: 'epic' },
};

export const STATUSES = ['To Do', 'In Progress', 'In Review', 'Done'] as const;

/** Where an item stands; the named ones are to do, as a backlog is. */
export function statusOf(one: Ticket): (typeof STATUSES)[number] {
  if (one.number < 300) return 'To Do';
  return STATUSES[one.number % 4] ?? 'To Do';
}

/** Two neighbours of an item, for its links and its child items. */
export function relatedTo(one: Ticket): Ticket[] {
  const at = jiraItems.indexOf(one);
  return [2, 5].flatMap((step) => jiraItems[(at + step) % 16] ?? []);
}
