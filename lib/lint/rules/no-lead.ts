// A North Star that shows in the outcomes at once is no earlier than they are.
import { onMetric } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-lead',
  requirement: [7],
  source: 'S0, S3, S4',
  level: 'note',
  check: ({ northStar }) => onMetric(northStar?.lag === 0, northStar, 'lag'),
} as const satisfies Rule;
