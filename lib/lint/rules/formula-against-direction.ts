// By the formula, moving the input the good way moves the North Star the bad way.
import { gradientOf } from '../../impact/formula.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'formula-against-direction',
  requirement: [16],
  source: 'S3',
  level: 'warning',
  check: ({ formula, current, inputs, northStar }) => {
    const slopes = formula && gradientOf(formula, current);
    if (!slopes || 'code' in slopes || !northStar) return [];
    return onEach(inputs, 'direction', ({ id, direction }) => {
      const slope = slopes.get(id) ?? 0;
      return slope !== 0 && slope > 0 !== (direction === northStar.direction);
    });
  },
} as const satisfies Rule;
