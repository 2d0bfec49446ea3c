// Its quarter is over.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'key-result-passed',
  requirement: [21],
  source: 'S0, S4',
  level: 'note',
  check: ({ inputs, today }) => onEach(inputs, 'keyResult', ({ keyResult }) => keyResult !== undefined && keyResult.by < today),
} as const satisfies Rule;
