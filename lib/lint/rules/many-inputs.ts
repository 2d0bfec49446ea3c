// Too many inputs dilute the focus.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'many-inputs',
  requirement: [90, 12, 3],
  source: 'S3 step 4',
  level: 'warning',
  check: ({ inputs }) => onFramework(inputs.length > 6, 'metrics', inputs.length),
} as const satisfies Rule;
