// Beside the target, a goal that would be more than expected.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-stretch',
  requirement: [45],
  source: 'S3 step 5',
  level: 'note',
  lite: true,
  check: ({ inputs }) => onEach(inputs, 'stretch', ({ target, stretch }) => target !== undefined && !stretch),
} as const satisfies Rule;
