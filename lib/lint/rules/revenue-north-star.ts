// Money comes late, and can be had by discounts, upsells and the wrong customers.
import { onMetric } from '../hits.ts';
import { saysMoney } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'revenue-north-star',
  requirement: [85],
  source: 'S1, S3, S4',
  level: 'warning',
  language: 'en',
  check: ({ northStar }) => onMetric(saysMoney(northStar?.name ?? ''), northStar, 'name'),
} as const satisfies Rule;
