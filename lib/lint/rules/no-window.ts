// How many, in what time?
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-window',
  requirement: [17, 5],
  source: 'S1, S3, S4',
  level: 'note',
  check: ({ moved }) => onEach(moved, 'window', ({ role, kind, window }) => (role === 'north-star' || kind === 'count') && blank(window)),
} as const satisfies Rule;
