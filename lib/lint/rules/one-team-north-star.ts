// A metric only one team can move rallies nobody else.
import { plainName } from '../../impact/nearest.ts';
import { onMetric } from '../hits.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'one-team-north-star',
  requirement: [89],
  source: 'S4',
  level: 'warning',
  lite: true,
  check: ({ northStar, inputs }) => {
    const owners = inputs.map(({ owner }) => plainName(owner ?? ''));
    const [owner] = owners;
    return onMetric(owners.length > 1 && owner !== '' && new Set(owners).size === 1, northStar, 'owner', inputs[0]?.owner ?? '');
  },
} as const satisfies Rule;
