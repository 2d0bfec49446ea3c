// A fitness app (S3 example 2, requirements 15 and 103): one input drives another. Its gains (workouts 34 % and 90-day
// retention 22 % higher) are told without the levels they began at, so there are no goals here.
import { beside, input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'fitness',
    name: 'Fitness app',
    source: 'S3',
    requirement: 103,
    archetype: 'productivity',
  },
  () => ({
    value: 'People keep exercising.',
    rationale:
      'Opening the app is not yet exercise; a workout done is. Streaks bring the most workouts, and challenges with others keep them.',
    rejected: [
      { name: 'Daily active users', why: 'Counts who opens the app, whether or not they exercise.' },
      { name: 'Session length', why: 'A long session is not yet a workout done.' },
    ],
    validation: { interviews: 20 },
    metrics: [
      northStar({
        id: 'weekly-workouts',
        name: 'Weekly workouts completed',
        shortName: 'Workouts',
        kind: 'count',
        unit: 'workouts',
        window: 'week',
      }),
      input({
        id: 'first-workout',
        name: 'First-workout rate of new users',
        shortName: 'First workout',
        kind: 'rate',
        unit: '',
        denominator: 'new users',
      }),
      input({
        id: 'personalization',
        name: 'Plan personalization score',
        shortName: 'Plans',
        kind: 'ratio',
        unit: 'points',
        denominator: 'workout plan',
      }),
      input({
        id: 'challenges',
        name: 'Social challenge participation',
        shortName: 'Challenges',
        kind: 'rate',
        unit: '',
        denominator: 'users',
      }),
      input({ id: 'streaks', name: 'Streak maintenance rate', shortName: 'Streaks', kind: 'rate', unit: '', denominator: 'streaks' }),
      beside({
        id: 'retention',
        name: '90-day retention',
        shortName: 'Retention',
        role: 'outcome',
        kind: 'rate',
        unit: '',
        window: '90 days',
        denominator: 'new users',
      }),
    ],
    multipliers: [{ from: 'challenges', to: 'streaks', factor: 3.2 }],
  }),
);
