// Nobody from outside has said why it matters to a customer.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-sceptic',
  requirement: [35],
  source: 'S4 step 5',
  level: 'note',
  lite: true,
  check: ({ framework: { validation } }) => onFramework(validation !== undefined && !validation.sceptic, 'sceptic'),
} as const satisfies Rule;
