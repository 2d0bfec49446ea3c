// What a metric's value can be, wherever it comes from.
import type { Metric } from './metric.ts';

/** Beyond it a number is a slip, and no longer exact. */
const LARGEST = 1e15;

/** Why a value cannot be a metric's; `undefined` where it can. */
export function readingFault(metric: Pick<Metric, 'kind'>, value: number): 'too-large' | 'outside' | undefined {
  if (!(Math.abs(value) <= LARGEST)) return 'too-large';
  return metric.kind === 'rate' && (value < 0 || value > 100) ? 'outside' : undefined;
}
