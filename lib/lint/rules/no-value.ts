// What people get comes before any metric of it.
import { onFramework } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-value',
  requirement: [26],
  source: 'S3 step 1',
  level: 'warning',
  check: ({ framework }) => onFramework(blank(framework.value), 'value'),
} as const satisfies Rule;
