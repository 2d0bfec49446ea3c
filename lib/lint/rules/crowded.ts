// Many metrics beside the tree pull in many directions.
import { onFramework } from '../hits.ts';
import type { Rule } from '../rule.ts';

const MOST = 10;

export const rule = {
  id: 'crowded',
  requirement: [99, 83],
  source: 'S3',
  level: 'note',
  check: ({ framework, moved }) => {
    const beside = framework.metrics.length - moved.length;
    return onFramework(beside > MOST, 'metrics', beside);
  },
} as const satisfies Rule;
