// What an answer is worth is worked out towards one number; with two it is worth two things.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'second-north-star',
  requirement: [1, 92],
  source: 'S1',
  level: 'error',
  check: ({ framework, northStar }) => onEach(framework.metrics, 'role', (metric) => metric.role === 'north-star' && metric !== northStar),
} as const satisfies Rule;
