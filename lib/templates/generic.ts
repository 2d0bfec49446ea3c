// The generic tree (S4, requirement 106): sign up, get going, come often, stay. To be filled with one's own core action.
import { input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'generic',
    name: 'Any product',
    source: 'S4',
    requirement: 106,
  },
  () => ({
    metrics: [
      northStar({
        id: 'core-actions',
        name: 'Core actions completed',
        shortName: 'Core actions',
        kind: 'count',
        unit: 'core actions',
        window: 'week',
      }),
      input({ id: 'signups', name: 'New user signups', shortName: 'Signups', kind: 'count', unit: 'users', window: 'week' }),
      input({ id: 'activation', name: 'Activation rate', shortName: 'Activation', kind: 'rate', unit: '', denominator: 'new users' }),
      input({
        id: 'frequency',
        name: 'Frequency of the core action',
        shortName: 'Frequency',
        kind: 'ratio',
        unit: 'core actions',
        window: 'week',
        denominator: 'active user',
      }),
      input({
        id: 'retention',
        name: 'Retention at day 30',
        shortName: 'Retention',
        kind: 'rate',
        unit: '',
        window: '30 days',
        denominator: 'new users',
      }),
    ],
  }),
);
