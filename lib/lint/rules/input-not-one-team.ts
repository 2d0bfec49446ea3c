// Where several squads are needed, none is answerable.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'input-not-one-team',
  requirement: [10],
  source: 'S3 step 4',
  level: 'warning',
  lite: true,
  check: ({ inputs }) => onEach(inputs, 'checks', ({ checks }) => checks?.oneTeam === false),
} as const satisfies Rule;
