// The questions of choosing are all about a metric that grows with the value delivered.
import { onMetric } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'down-north-star',
  requirement: [36],
  source: 'S3, S4',
  level: 'note',
  check: ({ northStar }) => onMetric(northStar?.direction === 'down', northStar, 'direction'),
} as const satisfies Rule;
