// Food delivery (S2, requirement 100): the one model whose inputs multiply to the North Star exactly.
import { input, northStar, templateOf } from './template.ts';

export const template = templateOf(
  {
    id: 'food-delivery',
    name: 'Food delivery',
    source: 'S2',
    requirement: 100,
    archetype: 'transaction',
  },
  () => ({
    value: 'People get all they ordered, when they were told they would.',
    metrics: [
      northStar({
        id: 'items-on-time',
        name: 'Items received on time',
        shortName: 'On-time items',
        kind: 'count',
        unit: 'items',
        window: 'week',
      }),
      input({ id: 'orders', name: 'Orders by customers', shortName: 'Orders', kind: 'count', unit: 'orders', window: 'week' }),
      input({
        id: 'items-per-order',
        name: 'Items per order',
        shortName: 'Basket',
        kind: 'ratio',
        unit: 'items per order',
        window: 'week',
      }),
      // Both shares are of items: only so is the product the number of items on time, and not nearly that.
      input({
        id: 'fulfilled',
        name: 'Fulfilment ratio',
        shortName: 'Fulfilled',
        kind: 'rate',
        unit: '',
        window: 'week',
        denominator: 'items ordered',
      }),
      input({
        id: 'on-time',
        name: 'In-time delivery ratio',
        shortName: 'On time',
        kind: 'rate',
        unit: '',
        window: 'week',
        denominator: 'items delivered',
      }),
    ],
    formula: 'orders * items_per_order * fulfilled * on_time',
  }),
);
