// How it decides is one of the five parts of a framework.
import { onFramework } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'no-decision-rules',
  requirement: [2, 71],
  source: 'S0',
  level: 'note',
  lite: true,
  check: ({ framework }) => onFramework(blank(framework.rituals?.rules), 'rules'),
} as const satisfies Rule;
