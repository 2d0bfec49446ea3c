// Requirement 100: items received on time = orders x items per order x fulfilled x on time, 23,460 of them.
import { type Formula } from '../../lib/impact/formula.ts';
import { parseFormula } from '../../lib/impact/formula-parse.ts';
import type { Metric } from '../../lib/model/metric.ts';

export const metric = (id: string, more: Partial<Metric> = {}): Metric => ({
  id,
  name: id,
  role: 'input',
  kind: 'count',
  unit: '',
  direction: 'up',
  ...more,
});

export const DELIVERY: readonly Metric[] = [
  metric('received', { name: 'Items received on time', role: 'north-star', unit: 'items' }),
  metric('orders', { name: 'Orders', unit: 'orders' }),
  metric('items-per-order', { name: 'Items per order', kind: 'ratio', unit: 'items per order' }),
  metric('fulfilled', { name: 'Fulfilment ratio', shortName: 'Fulfilment', kind: 'rate' }),
  metric('on-time', { name: 'In-time ratio', shortName: 'In time', kind: 'rate' }),
];

const READINGS: Readonly<Record<string, number>> = { orders: 12_000, 'items-per-order': 2.5, fulfilled: 92, 'on-time': 85 };
export const now = (id: string): number | undefined => READINGS[id];

/** @throws where the text is no formula */
export function formulaOf(text: string, metrics: readonly Metric[] = DELIVERY): Formula {
  const parsed = parseFormula(text, metrics);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return parsed.formula;
}

export const delivered = formulaOf('orders * items_per_order * fulfilled * on_time');
