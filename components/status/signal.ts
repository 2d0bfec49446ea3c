// Signal or noise: whether the last readings lie outside what chance alone would give.
import { FEWEST_POINTS } from '../../lib/impact/pace.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say } from '../../lib/say.ts';
import type { MetricStatus } from '../../lib/state/status.ts';
import { limitsOf } from './series.ts';

/** The readings at the end that lie on one side outside the limits, oldest first. */
export function runOutside(
  status: Pick<MetricStatus, 'readings' | 'metric'>,
): { readonly side: 'above' | 'below'; readonly since: string; readonly count: number } | undefined {
  const limits = limitsOf(status);
  const last = status.readings.at(-1);
  if (!limits || !last || (last.value <= limits.high && last.value >= limits.low)) return undefined;
  const side = last.value > limits.high ? 'above' : 'below';
  const inside = status.readings.findLastIndex(({ value }) => (side === 'above' ? value <= limits.high : value >= limits.low));
  const run = status.readings.slice(inside + 1);
  return { side, since: run[0]?.date ?? last.date, count: run.length };
}

/** One sentence under a chart: a signal, nothing but noise, or too few readings to tell. */
export function signalPhrase(status: MetricStatus): string {
  if (!limitsOf(status)) return say('statusTooFew', FEWEST_POINTS);
  const run = runOutside(status);
  if (!run) return say('statusInside');
  const since = formatDay(run.since, status.today);
  if (run.count === 1) return say(run.side === 'above' ? 'statusOneAbove' : 'statusOneBelow', since);
  return say(run.side === 'above' ? 'statusRunAbove' : 'statusRunBelow', run.count, since);
}
