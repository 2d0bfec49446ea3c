// What cannot be measured reliably leads to quarrels about the data.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'not-measurable',
  requirement: [29, 30, 6, 41],
  source: 'S3 step 2, S4',
  level: 'warning',
  check: ({ framework }) => onFramework(framework.validation?.measurable === false, 'measurable'),
} as const satisfies Rule;
