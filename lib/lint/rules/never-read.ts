// Without a reading there is no trend, no verdict and no size to choose from.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'never-read',
  requirement: [6, 95],
  source: 'S2',
  level: 'note',
  check: ({ moved, fresh }) => onEach(moved, 'readings', ({ id }) => !fresh(id)),
} as const satisfies Rule;
