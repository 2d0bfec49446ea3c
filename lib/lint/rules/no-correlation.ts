// Whether its growth came before anything the business wants has not been looked at.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-correlation',
  requirement: [33, 7],
  source: 'S3 step 3',
  level: 'note',
  lite: true,
  check: ({ framework: { validation } }) => onFramework(validation !== undefined && !validation.correlations?.length, 'correlations'),
} as const satisfies Rule;
