// What an incentive can buy says little about value. Whoever has thought about that is not asked again.
import { onMetric } from '../hits.ts';
import { blank } from '../known.ts';
import { saysGameable, saysVanity } from '../vocabulary.ts';
import type { Rule } from '../rule.ts';

export const rule = {
  id: 'gameable-north-star',
  requirement: [98, 34],
  source: 'S4',
  level: 'warning',
  language: 'en',
  check: ({ northStar, framework }) => {
    const name = northStar?.name ?? '';
    return onMetric(saysGameable(name) && !saysVanity(name) && blank(framework.validation?.gaming), northStar, 'name');
  },
} as const satisfies Rule;
