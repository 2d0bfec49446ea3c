// An input that no answer names has nobody working on it.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'input-without-work',
  requirement: [4, 48],
  source: 'S2',
  level: 'note',
  check: ({ inputs, tagged }) =>
    tagged && [...tagged.values()].some((count) => count > 0) ? onEach(inputs, 'name', ({ id }) => !tagged.get(id)) : [],
} as const satisfies Rule;
