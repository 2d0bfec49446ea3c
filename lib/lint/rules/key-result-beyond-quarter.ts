// Key results are the quarterly layer.
import { daysBetween } from '../../impact/pace.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

/** A quarter, with some days to plan it. */
const LONGEST = 107;

export const rule = {
  id: 'key-result-beyond-quarter',
  requirement: [21],
  source: 'S0, S4',
  level: 'note',
  check: ({ inputs, today }) =>
    onEach(
      inputs,
      'keyResult',
      ({ keyResult }) => keyResult !== undefined && daysBetween(today, keyResult.by) > LONGEST,
      ({ keyResult }) => [daysBetween(today, keyResult?.by ?? today)],
    ),
} as const satisfies Rule;
