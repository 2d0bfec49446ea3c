// If all inputs met their targets, the North Star would still miss its own.
import { onMetric } from '../hits.ts';
import { blank, formulaAt, isBetter, type Known } from '../known.ts';
import type { Rule } from '../rule.ts';

/** The best that the North Star can come to with all inputs at their targets, by the formula or by sensitivities. */
function reachOf(known: Known): number | undefined {
  const { northStar, inputs, framework } = known;
  if (!northStar?.baseline) return undefined;
  const goal = (which: 'baseline' | 'target') => (id: string) => inputs.find((input) => input.id === id)?.[which]?.value;
  if (!blank(framework.formula)) {
    const [from, to] = [formulaAt(known, goal('baseline')), formulaAt(known, goal('target'))];
    return from === undefined || to === undefined ? undefined : northStar.baseline.value + to - from;
  }
  if (!inputs.every(({ sensitivity }) => sensitivity)) return undefined;
  return inputs.reduce((sum, { sensitivity, baseline, target }) => {
    const gap = (target?.value ?? 0) - (baseline?.value ?? 0);
    const ends = [(sensitivity?.low ?? 0) * gap, (sensitivity?.high ?? 0) * gap];
    return sum + (northStar.direction === 'up' ? Math.max(...ends) : Math.min(...ends));
  }, northStar.baseline.value);
}

export const rule = {
  id: 'inputs-fall-short',
  requirement: [46, 45],
  source: 'S3 step 5',
  level: 'note',
  check: (known) => {
    const { northStar, inputs } = known;
    const reach = inputs.length > 0 && inputs.every(({ baseline, target }) => baseline && target) ? reachOf(known) : undefined;
    if (!northStar?.target || reach === undefined) return [];
    const { id, target } = northStar;
    const about = Number(reach.toPrecision(3));
    return onMetric(
      isBetter(northStar, target.value, about),
      northStar,
      'target',
      { reading: about, of: id },
      { reading: target.value, of: id },
    );
  },
} as const satisfies Rule;
