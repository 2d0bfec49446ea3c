// A target of its own that does nothing for the North Star.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'input-does-not-drive',
  requirement: [9, 94],
  source: 'S0, S3',
  level: 'warning',
  check: ({ inputs }) => onEach(inputs, 'checks', ({ checks }) => checks?.drives === false),
} as const satisfies Rule;
