// An export whose every title and note is hostile, and whose numbers are of every kind.
import type { Estimates } from '../../lib/formats/estimates.ts';
import type { ExportRow } from '../../lib/formats/format.ts';
import { HOSTILE } from '../formats/hostile.ts';

const metric = (id: string, role: 'north-star' | 'input') => ({
  id,
  name: `=${id}`,
  role,
  kind: 'count' as const,
  unit: 'teams',
  direction: 'up' as const,
});

/** Whole, broken, tiny, huge, negative: each is the mean gain of some row. */
export const NUMBERS: readonly number[] = [-98.25, 0, 1, -1, 210, 0.125, 1234567, -0.000321, 1e21, 2.5e-8];

const numberOf = (i: number): number => NUMBERS[i % NUMBERS.length] ?? 0;

const hostile = (i: number): string => HOSTILE[i % HOSTILE.length] ?? '';

const estimateOf = (title: string, i: number): ExportRow => {
  const mean = numberOf(i);
  return {
    ticket: `github:acme/app#${i + 1}`,
    url: `https://github.com/acme/app/issues/${i + 1}`,
    title,
    answer: {
      kind: 'effects',
      effects: [{ input: 'activation', low: -2 - (i % 7), high: 3, chance: 0.7, text: '' }],
      framework: 'planner',
      version: 1,
    },
    gain: { mean, p10: mean - 1, p90: mean + 1, chance: 0.7, unit: 'teams' },
    effort: 1 + (i % 13),
    note: hostile(i + 1),
    at: new Date(Date.UTC(2026, 0, 1, 8, 30, 15) + i * 3_600_000).toISOString(),
    person: 'me',
    beside: {
      facts: {
        ...{ ticket: `github:acme/app#${i + 1}`, state: 'open', status: hostile(i + 2), type: hostile(i + 3), milestone: hostile(i + 4) },
        ...{ assignees: [hostile(i + 5), hostile(i + 6)], labels: [hostile(i + 7)], priority: hostile(i + 8), parent: hostile(i + 9) },
      },
      team: { input: hostile(i + 10), low: mean, mid: mean, high: mean, chance: 0.5 },
      ...{ answers: 1 + (i % 4), agreement: 0.25, corrected: mean / 2, point: -mean, next: 0.75, rank: i + 1, age: i },
    },
  };
};

export const DOCUMENT: Omit<Estimates, 'estimates'> & { readonly estimates: ExportRow[] } = {
  format: 'azimuth-estimates/v1',
  generator: { name: 'Azimuth', version: '0.1.0' },
  exportedAt: '2026-11-22T00:00:00.000Z',
  frameworks: [
    { id: 'planner', name: '=1+1', version: 1, metrics: [metric('nsm', 'north-star'), metric('activation', 'input')], readings: [] },
  ],
  estimates: HOSTILE.map(estimateOf),
};
