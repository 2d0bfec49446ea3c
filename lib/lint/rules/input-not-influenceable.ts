// An input is what work can move.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'input-not-influenceable',
  requirement: [9],
  source: 'S0, S1, S2, S3',
  level: 'warning',
  check: ({ inputs }) => onEach(inputs, 'checks', ({ checks }) => checks?.influenceable === false),
} as const satisfies Rule;
