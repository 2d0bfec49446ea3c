// It counts what the company does or gets, not what customers do.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-customer-value',
  requirement: [29, 30, 32],
  source: 'S3 step 2, S4',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.customerValue === false, 'customerValue'),
} as const satisfies Rule;
