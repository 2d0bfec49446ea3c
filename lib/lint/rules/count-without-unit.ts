// So many of what?
import { onEach } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'count-without-unit',
  requirement: [5],
  source: 'S2',
  level: 'note',
  check: ({ moved }) => onEach(moved, 'unit', ({ kind, unit }) => kind === 'count' && blank(unit)),
} as const satisfies Rule;
