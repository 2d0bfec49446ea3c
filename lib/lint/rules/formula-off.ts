// At the baselines the formula should give the baseline of the North Star.
import { onFramework } from '../hits.ts';
import { formulaAt } from '../known.ts';
import type { Rule } from '../rule.ts';

/** A tenth: baselines are not all of one day. */
const ALLOWED = 0.1;

export const rule = {
  id: 'formula-off',
  requirement: [13, 46],
  source: 'S3 step 4',
  level: 'warning',
  check: (known) => {
    const { northStar, inputs } = known;
    const found = formulaAt(known, (id) => inputs.find((input) => input.id === id)?.baseline?.value);
    const wanted = northStar?.baseline?.value;
    if (!northStar || found === undefined || wanted === undefined) return [];
    const apart = Math.abs(found - wanted) > ALLOWED * Math.max(Math.abs(found), Math.abs(wanted));
    return onFramework(
      apart,
      'formula',
      { reading: Number(found.toPrecision(3)), of: northStar.id },
      { reading: wanted, of: northStar.id },
    );
  },
} as const satisfies Rule;
