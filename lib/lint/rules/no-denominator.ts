// So many per cent of what?
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-denominator',
  requirement: [17],
  source: 'S1, S3, S4',
  level: 'note',
  check: ({ moved }) => onEach(moved, 'denominator', ({ kind, denominator }) => kind === 'rate' && blank(denominator)),
} as const satisfies Rule;
