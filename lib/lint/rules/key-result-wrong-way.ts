// The key result asks for less of what is good.
import { onEach } from '../hits.ts';
import { isBetter } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'key-result-wrong-way',
  requirement: [21, 16],
  source: 'S4',
  level: 'warning',
  check: ({ inputs }) =>
    onEach(inputs, 'keyResult', (input) => input.keyResult !== undefined && !isBetter(input, input.keyResult.to, input.keyResult.from)),
} as const satisfies Rule;
