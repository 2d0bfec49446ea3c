// Exactly one owner: where two are named, each may wait for the other.
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'two-owners',
  requirement: [44, 10],
  source: 'S3 step 5',
  level: 'note',
  lite: true,
  check: ({ inputs }) => onEach(inputs, 'owner', ({ owner = '' }) => owner.split(/[,;]| [/+] /).filter((name) => !blank(name)).length > 1),
} as const satisfies Rule;
