// A number the team cannot move is weather.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-influenceable',
  requirement: [29, 30, 31],
  source: 'S3 step 2, S4',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.influenceable === false, 'influenceable'),
} as const satisfies Rule;
