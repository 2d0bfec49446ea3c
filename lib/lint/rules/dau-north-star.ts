// Active users are rejected by one document and an example in another: a warning, never an error.
import { onMetric } from '../hits.ts';
import { saysPresence } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'dau-north-star',
  requirement: [88, 107],
  source: 'S1, S3',
  level: 'warning',
  language: 'en',
  check: ({ northStar }) => onMetric(saysPresence(northStar?.name ?? ''), northStar, 'name'),
} as const satisfies Rule;
