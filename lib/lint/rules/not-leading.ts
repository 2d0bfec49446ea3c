// It reports what has been, and warns of nothing.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-leading',
  requirement: [7, 30, 31],
  source: 'S4',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.leading === false, 'leading'),
} as const satisfies Rule;
