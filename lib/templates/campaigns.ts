// Campaigns of marketing teams (S4, requirement 105). The key result is the one the same document shows (21): onboarding
// completion from 40 % to 60 % within a quarter.
import { beside, goals, input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'campaigns',
    name: 'Campaign planning',
    source: 'S4',
    requirement: 105,
    archetype: 'productivity',
  },
  (today) => {
    const { target } = goals(today, 40, 60);
    return {
      value: 'Marketing teams try things out and learn what works.',
      rationale:
        'Whoever has launched and followed a campaign has met the core of the product, and teams that do it steadily stay longer. Both the product and the choice of teams to address can move it.',
      validation: {
        customerValue: true,
        leading: true,
        influenceable: true,
        gaming: 'Hard to fake: each campaign takes a hypothesis, a plan and a result that are real.',
      },
      metrics: [
        northStar({
          id: 'campaigns-per-team',
          name: 'Campaigns run per team per month',
          shortName: 'Campaigns',
          kind: 'ratio',
          unit: 'campaigns',
          window: 'month',
          denominator: 'team',
        }),
        input({ id: 'signups', name: 'New team signups', shortName: 'Signups', kind: 'count', unit: 'teams', window: 'month' }),
        input({
          id: 'onboarding',
          name: 'Onboarding completion rate',
          shortName: 'Onboarding',
          kind: 'rate',
          unit: '',
          denominator: 'new teams',
          ...(target && {
            keyResult: { from: 40, to: 60, by: target.date, why: 'A team that has finished onboarding can plan and run campaigns.' },
          }),
        }),
        input({
          id: 'first-campaign',
          name: 'First campaign created within 14 days',
          shortName: 'First campaign',
          kind: 'rate',
          unit: '',
          window: '14 days',
          denominator: 'new teams',
        }),
        input({
          id: 'moved-live',
          name: 'Campaigns moved to live per active team',
          shortName: 'Moved live',
          kind: 'ratio',
          unit: 'campaigns',
          window: 'month',
          denominator: 'active team',
        }),
        beside({ id: 'renewals', name: 'Renewals', role: 'outcome', kind: 'rate', unit: '', denominator: 'subscriptions' }),
      ],
    };
  },
);
