// The sensitivity says that more of it is good, the direction that less is; or the other way round.
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'worth-against-direction',
  requirement: [16],
  source: 'S3',
  level: 'warning',
  check: ({ inputs, northStar }) =>
    onEach(inputs, 'sensitivity', ({ sensitivity, direction }) => {
      if (!sensitivity || !northStar) return false;
      const good = direction === northStar.direction ? 1 : -1;
      return Math.max(sensitivity.low * good, sensitivity.high * good) <= 0 && (sensitivity.low !== 0 || sensitivity.high !== 0);
    }),
} as const satisfies Rule;
