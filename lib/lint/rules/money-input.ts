// A business outcome comes late and is hard to influence directly.
import { onEach } from '../hits.ts';
import { saysMoney } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'money-input',
  requirement: [8],
  source: 'S0, S2',
  level: 'warning',
  language: 'en',
  check: ({ inputs }) => onEach(inputs, 'name', ({ name }) => saysMoney(name)),
} as const satisfies Rule;
