// Inputs that go up and down together may be one and the same, counted twice.
import { overlapOf } from '../../impact/relations.ts';
import { weeklyOf } from '../weekly.ts';
import type { Hit, Rule } from '../rule.ts';

export const rule = {
  id: 'correlated-inputs',
  requirement: [91, 11],
  source: 'S3 step 4',
  level: 'warning',
  check: ({ inputs, readings, today }) => {
    const series = inputs.map(({ id }) => ({ id, weekly: weeklyOf(readings.get(id) ?? [], today) }));
    return series.flatMap(({ id, weekly }, i) =>
      series.slice(0, i).flatMap((before): Hit[] => {
        const overlap = overlapOf(before.weekly, weekly);
        return overlap
          ? [{ about: id, field: 'readings', values: [{ metric: before.id }, Number(overlap.r.toFixed(2)), overlap.pairs] }]
          : [];
      }),
    );
  },
} as const satisfies Rule;
