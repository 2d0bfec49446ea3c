// Growth of it must lead to revenue over time.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-paying',
  requirement: [29],
  source: 'S3 step 2',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.revenue === false, 'revenue'),
} as const satisfies Rule;
