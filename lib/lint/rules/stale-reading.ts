// Old numbers are argued about instead of used.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'stale-reading',
  requirement: [95, 55],
  source: 'S3',
  level: 'warning',
  check: ({ moved, fresh }) =>
    onEach(
      moved,
      'readings',
      ({ id }) => fresh(id)?.stale === true,
      ({ id }) => [fresh(id)?.days ?? 0],
    ),
} as const satisfies Rule;
