// Who comes later cannot know why this metric and no other.
import { onFramework } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-rationale',
  requirement: [97, 37],
  source: 'S3 step 3',
  level: 'warning',
  check: ({ framework }) => onFramework(blank(framework.rationale), 'rationale'),
} as const satisfies Rule;
