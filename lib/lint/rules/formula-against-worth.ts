// Formula and sensitivity price the same input differently.
import { gradientOf } from '../../impact/formula.ts';
import { onEach } from '../hits.ts';
import type { Rule } from '../rule.ts';

/** A tenth beyond either end. */
const ALLOWED = 0.1;

export const rule = {
  id: 'formula-against-worth',
  requirement: [46, 13],
  source: 'S3 step 5',
  level: 'warning',
  check: ({ formula, current, inputs }) => {
    const slopes = formula && gradientOf(formula, current);
    if (!slopes || 'code' in slopes) return [];
    return onEach(
      inputs,
      'sensitivity',
      ({ id, sensitivity }) => {
        const slope = slopes.get(id);
        if (slope === undefined || !sensitivity) return false;
        const slack = ALLOWED * Math.max(Math.abs(sensitivity.low), Math.abs(sensitivity.high));
        return slope < sensitivity.low - slack || slope > sensitivity.high + slack;
      },
      ({ id }) => [Number((slopes.get(id) ?? 0).toPrecision(3))],
    );
  },
} as const satisfies Rule;
