// Guardrails: what must not suffer while the North Star grows. A broken one is flagged and never counted into anything (requirement 18).
import type { Metric } from '../model/metric.ts';

/** How a guardrail stands to its limit. */
export interface Guard {
  readonly state: 'kept' | 'close' | 'broken';
  readonly limit: number;
  /** What is left until the limit, below zero past it; in the metric's unit. */
  readonly room: number;
}

/**
 * Its limit is its target, else its baseline. A target is crossed or not; below a baseline by chance is half of all
 * readings, so that one counts as broken only beyond 2 sigma.
 * @param last the newest reading @param sigma its noise, where it is known
 * @returns `undefined` for what is no guardrail, has no limit or was never read
 */
export function guardOf(
  { role, direction, target, baseline }: Pick<Metric, 'role' | 'direction' | 'target' | 'baseline'>,
  last: number | undefined,
  sigma: number | undefined,
): Guard | undefined {
  const limit = (target ?? baseline)?.value;
  if (role !== 'guardrail' || limit === undefined || last === undefined) return undefined;
  const room = direction === 'down' ? limit - last : last - limit;
  // Dust of a subtraction crosses nothing.
  const crossed = room < -1e-9 * Math.max(1, Math.abs(limit));
  const near = sigma !== undefined && room < 2 * sigma;
  if (target) return { limit, room, state: crossed ? 'broken' : near ? 'close' : 'kept' };
  return { limit, room, state: !crossed ? 'kept' : sigma !== undefined && -room > 2 * sigma ? 'broken' : 'close' };
}
