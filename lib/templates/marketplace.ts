// A marketplace of handmade goods (S3 example 3, requirement 104): delivery time is better when lower (16). The North Star's
// 27 % in six months are told without a level, so only the rating has goals.
import { beside, goals, input, northStar, templateOf, TWO_QUARTERS } from './template.ts';

export const template = templateOf(
  {
    id: 'marketplace',
    name: 'Marketplace',
    source: 'S3',
    requirement: 104,
    archetype: 'transaction',
  },
  (today) => ({
    value: 'Buyers find what they are glad to own, and makers find them.',
    rationale: 'A good review needs both sides: a maker who delivers quality and a buyer who found the right thing.',
    rejected: [
      { name: 'Items purchased', why: 'Sees the buyers’ side only.' },
      { name: 'Items listed', why: 'Sees the sellers’ side only, and grows with listings nobody wants.' },
    ],
    metrics: [
      northStar({
        id: 'reviewed-transactions',
        name: 'Weekly transactions with a positive review',
        shortName: 'Good sales',
        kind: 'count',
        unit: 'transactions',
        window: 'week',
      }),
      input({
        id: 'seller-activation',
        name: 'New seller activation rate',
        shortName: 'New sellers',
        kind: 'rate',
        unit: '',
        window: '30 days',
        denominator: 'new sellers',
      }),
      input({ id: 'search', name: 'Search relevance score', shortName: 'Search', kind: 'ratio', unit: 'points', denominator: 'search' }),
      input({
        id: 'delivery-time',
        name: 'Average delivery time',
        shortName: 'Delivery',
        kind: 'ratio',
        unit: 'days',
        denominator: 'delivery',
        direction: 'down',
      }),
      input({
        id: 'return-visits',
        name: 'Buyer return visit rate',
        shortName: 'Return visits',
        kind: 'rate',
        unit: '',
        denominator: 'buyers',
      }),
      beside({
        id: 'seller-rating',
        name: 'Average seller rating',
        shortName: 'Rating',
        role: 'guardrail',
        kind: 'ratio',
        unit: 'stars',
        denominator: 'rating',
        ...goals(today, 4.1, 4.4, TWO_QUARTERS),
      }),
    ],
  }),
);
