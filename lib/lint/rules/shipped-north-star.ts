// Shipping is what we do, not what anybody gets.
import { onMetric } from '../hits.ts';
import { saysOwnWork } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'shipped-north-star',
  requirement: [86],
  source: 'S4',
  level: 'warning',
  language: 'en',
  check: ({ northStar }) => onMetric(saysOwnWork(northStar?.name ?? ''), northStar, 'name'),
} as const satisfies Rule;
