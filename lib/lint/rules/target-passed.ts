// Its day is over; what comes next is open.
import { daysBetween } from '../../impact/pace.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'target-passed',
  requirement: [45, 75],
  source: 'S3 step 8',
  level: 'note',
  check: ({ moved, today }) =>
    onEach(
      moved,
      'target',
      ({ target }) => target !== undefined && target.date < today,
      ({ target }) => [target ? daysBetween(target.date, today) : 0],
    ),
} as const satisfies Rule;
