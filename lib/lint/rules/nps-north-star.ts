// A survey is asked too seldom, and too far from what was done.
import { onMetric } from '../hits.ts';
import { saysSurvey } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'nps-north-star',
  requirement: [87],
  source: 'S1, S4',
  level: 'warning',
  language: 'en',
  check: ({ northStar }) => onMetric(saysSurvey(northStar?.name ?? ''), northStar, 'name'),
} as const satisfies Rule;
