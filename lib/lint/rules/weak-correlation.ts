// A relation that chance would show as well is none yet. The pairs are taken as independent, which flatters it.
import { correlationInterval } from '../../impact/relations.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'weak-correlation',
  requirement: [33, 7],
  source: 'S3 step 3',
  level: 'warning',
  check: ({ framework: { validation }, northStar }) =>
    (validation?.correlations ?? [])
      .filter(({ r, n }) => !(correlationInterval(northStar?.direction === 'down' ? -r : r, n, 1).low > 0))
      .map(({ with: outcome, n }) => ({ field: 'correlations', values: [{ outcome }, n] })),
} as const satisfies Rule;
