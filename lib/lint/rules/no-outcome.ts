// What the North Star is to bring for the business is one of the five parts of a framework.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-outcome',
  requirement: [2, 8],
  source: 'S0',
  level: 'note',
  lite: true,
  check: ({ framework }) => onFramework(!framework.metrics.some(({ role }) => role === 'outcome'), 'metrics'),
} as const satisfies Rule;
