// The North Star stands among the metrics that were not taken.
import { plainName } from '../../impact/nearest.ts';
import { onMetric } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'rejected-north-star',
  requirement: [37, 93],
  source: 'S3 step 3',
  level: 'warning',
  check: ({ framework: { rejected = [] }, northStar }) =>
    onMetric(
      rejected.some(({ name }) => plainName(name) === plainName(northStar?.name ?? '')),
      northStar,
      'name',
    ),
} as const satisfies Rule;
