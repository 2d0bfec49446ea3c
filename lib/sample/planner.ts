// Sample data: a project-management product, the seeds' first example (S3 ex. 1). The model's structure is the seeds'; its
// figures are made up to be plausible together, and every surface says so. Its readings and tags lie beside it.
import type { Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';

export const SAMPLE_TEAM = 'sample';
export const SAMPLE_ID = 'sample-planner';
/** Weeks since work on the inputs began. */
export const BEGUN_WEEKS_AGO = 6;
const TARGET_DAYS = 90;

const DAY_MS = 86_400_000;
export const dayBefore = (today: string, days: number): string => new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

/** Why it is what it is. Two findings are left to be seen: a reading that is late, and nothing that guards. */
const reasons = (start: string): Partial<Framework> => ({
  archetype: 'productivity',
  value: 'Projects are finished when they were promised.',
  rationale:
    'A finished project is what a team pays for and stays for, and every function of the company can do something for it. It is known each week, months before a renewal is.',
  rejected: [
    { name: 'Sign-ups', why: 'They grow while teams that signed up leave again.' },
    { name: 'Recurring revenue', why: 'It tells a quarter late what teams did, and nobody here moves it directly.' },
  ],
  validation: {
    ...{ customerValue: true, measurable: true, influenceable: true, leading: true, revenue: true, simple: true, frequent: true },
    interviews: 12,
    gaming: 'Tiny projects could be opened and closed: only those with two people and five tasks count.',
    sceptic: { name: 'Finance', agreed: true, said: 'Teams that finish projects are the ones that renew.' },
    correlations: [
      { with: 'revenue', r: 0.62, n: 34, lag: 9 },
      { with: 'retention', r: 0.71, n: 34, lag: 6 },
      { with: 'satisfaction', r: 0.55, n: 34, lag: 2 },
    ],
  },
  rituals: {
    review: 'weekly',
    reviewed: start,
    rules: 'What gains more of the North Star goes first; other work has a fifth of each quarter.',
  },
  mutes: [{ rule: 'no-outcome', reason: 'The sample leaves out money: revenue and churn are read in the billing system.' }],
});

/** The sample framework as of a day (ISO). */
export function sampleFramework(today: string): Framework {
  const start = dayBefore(today, BEGUN_WEEKS_AGO * 7);
  const end = dayBefore(today, BEGUN_WEEKS_AGO * 7 - TARGET_DAYS);
  const goals = (baseline: number, target: number, stretch: number) => ({
    baseline: { value: baseline, date: start },
    target: { value: target, date: end },
    stretch: { value: stretch, date: end },
  });
  const input = (metric: Omit<Metric, 'role' | 'direction'>): Metric => ({
    ...{ ...metric, role: 'input', direction: 'up' },
    checks: { influenceable: true, drives: true, oneTeam: true },
  });
  return {
    id: SAMPLE_ID,
    name: 'Planner',
    version: 1,
    sample: true,
    ...reasons(start),
    claims: [
      'github:azimuth-sample/planner',
      'github:azimuth-sample/classic',
      'jira:azimuth-sample.atlassian.net/pln',
      'linear:azimuth-sample/pln',
    ],
    metrics: [
      {
        id: 'weekly-active-teams',
        name: 'Weekly active teams completing projects',
        shortName: 'Active teams',
        role: 'north-star',
        kind: 'count',
        unit: 'weekly active teams',
        window: 'week',
        direction: 'up',
        owner: 'Product',
        ...goals(6150, 7450, 7900),
      },
      input({
        id: 'activation',
        name: 'New team activation',
        shortName: 'Activation',
        kind: 'rate',
        unit: '',
        window: '14 days',
        denominator: 'new teams',
        owner: 'Growth',
        sensitivity: { low: 45, high: 75 },
        ...goals(26, 36, 40),
      }),
      input({
        id: 'templates',
        name: 'Template adoption',
        shortName: 'Templates',
        kind: 'rate',
        unit: '',
        window: '28 days',
        denominator: 'teams',
        owner: 'Templates',
        sensitivity: { low: 12, high: 24 },
        ...goals(23, 42, 51),
      }),
      input({
        id: 'collaboration',
        name: 'Collaboration events',
        shortName: 'Collaboration',
        kind: 'ratio',
        unit: 'events',
        window: 'week',
        denominator: 'team',
        owner: 'Collaboration',
        sensitivity: { low: 50, high: 90 },
        ...goals(17.6, 20.5, 22),
      }),
      input({
        id: 'completion',
        name: 'Project completion',
        shortName: 'Completion',
        kind: 'rate',
        unit: '',
        window: '60 days',
        denominator: 'projects',
        owner: 'Workflow',
        sensitivity: { low: 34, high: 54 },
        ...goals(58, 64, 68),
      }),
    ],
  };
}
