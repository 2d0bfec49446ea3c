// What nobody owns nobody moves.
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-owner',
  requirement: [43, 44],
  source: 'S3 step 5',
  level: 'note',
  lite: true,
  check: ({ inputs }) => onEach(inputs, 'owner', ({ owner }) => blank(owner)),
} as const satisfies Rule;
