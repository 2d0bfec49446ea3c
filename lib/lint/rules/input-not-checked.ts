// Three questions make a metric an input.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'input-not-checked',
  requirement: [9, 10],
  source: 'S0, S1, S2, S3',
  level: 'note',
  lite: true,
  check: ({ inputs }) =>
    onEach(inputs, 'checks', ({ checks }) => [checks?.influenceable, checks?.drives, checks?.oneTeam].includes(undefined)),
} as const satisfies Rule;
