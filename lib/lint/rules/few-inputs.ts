// With one or two inputs, some of what moves the North Star has no name.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'few-inputs',
  requirement: [3],
  source: 'S3 step 4',
  level: 'warning',
  check: ({ inputs }) => onFramework(inputs.length === 1 || inputs.length === 2, 'metrics', inputs.length),
} as const satisfies Rule;
