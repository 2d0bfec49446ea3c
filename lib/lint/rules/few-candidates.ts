// A choice from one or two is hardly one.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

const FEWEST = 3;

export const rule = {
  id: 'few-candidates',
  requirement: [28, 37],
  source: 'S3 step 2',
  level: 'note',
  check: ({ framework: { rejected = [] } }) => onFramework(rejected.length + 1 < FEWEST, 'rejected', rejected.length + 1),
} as const satisfies Rule;
