// By its own sensitivity it does not move the North Star.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'worth-nothing',
  requirement: [9, 13],
  source: 'S3 step 4',
  level: 'warning',
  check: ({ inputs }) => onEach(inputs, 'sensitivity', ({ sensitivity }) => sensitivity?.low === 0 && sensitivity.high === 0),
} as const satisfies Rule;
