import { boardIssues, type Ticket } from '../data.ts';

export function findIssue(number: number): Ticket | undefined {
  return boardIssues.find((one) => one.number === number);
}

/** Two neighbours of an issue: what its sidebar links to. */
export function relatedTo(number: number): Ticket[] {
  return neighbours(number, [3, 7]);
}

/** Two more, which its body lists as sub-issues. */
export function subIssuesOf(number: number): Ticket[] {
  return neighbours(number, [9, 14]);
}

function neighbours(number: number, steps: readonly number[]): Ticket[] {
  const at = boardIssues.findIndex((one) => one.number === number);
  return steps.flatMap((step) => boardIssues[(at + step) % 30] ?? []);
}
