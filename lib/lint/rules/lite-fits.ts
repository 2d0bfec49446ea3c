// A team of up to five needs neither formal owners nor dashboards.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'lite-fits',
  requirement: [42],
  source: 'S3',
  level: 'note',
  check: ({ framework: { people = Infinity, preset } }) => onFramework(people <= 5 && preset !== 'lite', 'preset', people),
} as const satisfies Rule;
