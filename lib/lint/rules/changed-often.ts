// At most once a year, unless there is a pivot: intuition about what moves it takes time.
import { daysBetween } from '../../impact/pace.ts';
import { onFramework } from '../hits.ts';
import { blank } from '../known.ts';
import type { Rule } from '../rule.ts';

const YEAR = 365;

export const rule = {
  id: 'changed-often',
  requirement: [77, 93],
  source: 'S3, S4',
  level: 'warning',
  check: ({ framework: { changes = [] }, today }) => {
    const choices = changes.filter(({ version, northStar }) => version === 1 || northStar).toSorted((a, b) => daysBetween(b.date, a.date));
    const [before, last] = choices.slice(-2);
    const early = before !== undefined && last !== undefined && daysBetween(before.date, last.date) < YEAR && blank(last.pivot);
    return onFramework(early && daysBetween(last.date, today) < YEAR, 'changes', early ? daysBetween(before.date, last.date) : 0);
  },
} as const satisfies Rule;
