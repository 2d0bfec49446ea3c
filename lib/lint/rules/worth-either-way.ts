// The expected relation is to be explicit; here even its sign is open.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'worth-either-way',
  requirement: [46, 9],
  source: 'S3 step 5',
  level: 'note',
  check: ({ inputs }) =>
    onEach(inputs, 'sensitivity', ({ sensitivity }) => sensitivity !== undefined && sensitivity.low < 0 && sensitivity.high > 0),
} as const satisfies Rule;
