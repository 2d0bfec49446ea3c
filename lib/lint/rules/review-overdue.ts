// Two quarters without asking whether it is still the right metric.
import { daysBetween } from '../../impact/pace.ts';
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

const TWO_QUARTERS = 184;

export const rule = {
  id: 'review-overdue',
  requirement: [78, 93],
  source: 'S3',
  level: 'warning',
  check: ({ framework, northStar, today }) => {
    const known = [...(framework.changes ?? []).map(({ date }) => date), ...(northStar?.baseline ? [northStar.baseline.date] : [])];
    const since = framework.rituals?.reviewed ?? known.toSorted()[0];
    const days = since === undefined ? 0 : daysBetween(since, today);
    return onFramework(days > TWO_QUARTERS, 'reviewed', days);
  },
} as const satisfies Rule;
