// A subscription product (S3 overview, requirement 106): churn as an input, better when lower (16). Activation from 32 % to
// 40 % is the document's own example of a goal (S3 step 5).
import { goals, input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'subscriptions',
    name: 'Content subscriptions',
    source: 'S3',
    requirement: 106,
    archetype: 'attention',
  },
  (today) => ({
    value: 'Subscribers find something for them every week.',
    metrics: [
      northStar({
        id: 'weekly-active-subscribers',
        name: 'Weekly active subscribers',
        shortName: 'Subscribers',
        kind: 'count',
        unit: 'subscribers',
        window: 'week',
      }),
      input({ id: 'signups', name: 'New signups', shortName: 'Signups', kind: 'count', unit: 'signups', window: 'week' }),
      input({
        id: 'activation',
        name: 'Activation rate',
        shortName: 'Activation',
        kind: 'rate',
        unit: '',
        denominator: 'new signups',
        ...goals(today, 32, 40),
      }),
      input({
        id: 'depth',
        name: 'Content engagement depth',
        shortName: 'Depth',
        kind: 'ratio',
        unit: 'minutes',
        window: 'week',
        denominator: 'subscriber',
      }),
      input({
        id: 'churn',
        name: 'Churn rate',
        shortName: 'Churn',
        kind: 'rate',
        unit: '',
        window: 'month',
        denominator: 'subscribers',
        direction: 'down',
      }),
    ],
  }),
);
