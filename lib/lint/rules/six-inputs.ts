// The documents differ: three to five, or four to six.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'six-inputs',
  requirement: [3, 107],
  source: 'S1, S3 step 4',
  level: 'note',
  check: ({ inputs }) => onFramework(inputs.length === 6, 'metrics'),
} as const satisfies Rule;
