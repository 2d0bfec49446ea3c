// Work moves inputs; it is not one of them.
import { onEach } from '../hits.ts';
import { saysOwnWork } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'work-input',
  requirement: [96, 4],
  source: 'S2, S3 step 1',
  level: 'warning',
  language: 'en',
  check: ({ inputs }) => onEach(inputs, 'name', ({ name }) => saysOwnWork(name)),
} as const satisfies Rule;
