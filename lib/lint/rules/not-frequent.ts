// It moves too seldom to learn from.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-frequent',
  requirement: [31],
  source: 'S4',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.frequent === false, 'frequent'),
} as const satisfies Rule;
