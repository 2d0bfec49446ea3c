// Totals and views grow while the product gets worse.
import { onMetric } from '../hits.ts';
import { saysVanity } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'vanity-north-star',
  requirement: [84],
  source: 'S3, S4',
  level: 'warning',
  language: 'en',
  check: ({ northStar }) => onMetric(saysVanity(northStar?.name ?? ''), northStar, 'name'),
} as const satisfies Rule;
