// A key result serves the North Star by a logic that can be read.
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'key-result-without-why',
  requirement: [21],
  source: 'S4',
  level: 'note',
  check: ({ inputs }) => onEach(inputs, 'keyResult', ({ keyResult }) => keyResult !== undefined && blank(keyResult.why)),
} as const satisfies Rule;
