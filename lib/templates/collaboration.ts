// A collaboration tool (S1, requirement 101): the inputs are the stages a team passes through.
import { input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'collaboration',
    name: 'Collaboration tool',
    source: 'S1',
    requirement: 101,
    archetype: 'productivity',
  },
  () => ({
    value: 'A team gets its work done together, week after week.',
    metrics: [
      northStar({
        id: 'weekly-active-teams',
        name: 'Weekly active teams',
        shortName: 'Active teams',
        kind: 'count',
        unit: 'teams',
        window: 'week',
      }),
      input({ id: 'activated', name: 'New teams activated', shortName: 'Activated', kind: 'count', unit: 'teams', window: 'week' }),
      input({
        id: 'milestone',
        name: 'Teams reaching their first milestone',
        shortName: 'Milestone',
        kind: 'count',
        unit: 'teams',
        window: 'week',
      }),
      input({
        id: 'week-two',
        name: 'Teams returning in week two',
        shortName: 'Week two',
        kind: 'count',
        unit: 'teams',
        window: 'week two',
      }),
      input({ id: 'expanding', name: 'Teams adding new members', shortName: 'Expanding', kind: 'count', unit: 'teams', window: 'week' }),
    ],
  }),
);
