// How far a metric can go (its bounds) and how far it should (its gap).
import type { Metric } from '../model/metric.ts';

/** Least and greatest value; of a level, or of a change. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A metric with its current reading; `{ ...metric, current }` is one. `bounds` default to 0..100 for a rate, else none. */
export interface Subject extends Pick<Metric, 'kind' | 'unit' | 'direction' | 'window' | 'baseline' | 'target'> {
  readonly current?: number | undefined;
  readonly bounds?: Bounds | undefined;
}

/**
 * The changes a metric has room for at its current reading, in its own unit (pp for a rate); always includes 0.
 * Undefined where nothing bounds it. Without a reading a rate has room for the whole width either way. Source: Effect, Bounds.
 */
export function roomOf(subject: Subject): Bounds | undefined {
  const bounds = subject.bounds ?? (subject.kind === 'rate' ? { low: 0, high: 100 } : undefined);
  if (!bounds) return undefined;
  const { current } = subject;
  const width = bounds.high - bounds.low;
  if (current === undefined) return { low: -width, high: width };
  return { low: Math.min(0, bounds.low - current), high: Math.max(0, bounds.high - current) };
}

/**
 * What is left to the 90-day target, signed: target - current. Without a target, or with one that is reached, a quarter
 * of the current reading the good way, within the metric's room. The baseline stands in for a missing reading.
 * Undefined where neither is known, or nothing is left to gain. Source: Effect, Quick sizes.
 */
export function gapOf(subject: Subject): number | undefined {
  const now = subject.current ?? subject.baseline?.value;
  if (now === undefined) return undefined;
  const good = subject.direction === 'up' ? 1 : -1;
  const left = subject.target === undefined ? 0 : subject.target.value - now;
  if (left * good > 0) return left;
  const room = roomOf({ ...subject, current: now });
  const most = room === undefined ? Infinity : good > 0 ? room.high : -room.low;
  return good * Math.min(Math.abs(now) / 4, most) || undefined;
}
