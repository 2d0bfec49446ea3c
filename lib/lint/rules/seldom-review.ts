// Inputs are gone through weekly.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'seldom-review',
  requirement: [2, 51],
  source: 'S3 step 6',
  level: 'note',
  lite: true,
  check: ({ framework: { rituals } }) => onFramework(rituals?.review === 'monthly' || rituals?.review === 'quarterly', 'review'),
} as const satisfies Rule;
