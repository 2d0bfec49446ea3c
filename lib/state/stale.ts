// Estimates that have outlived the day they were given: they are old, their input has moved since, or the framework has.
import { daysBetween } from '../impact/pace.ts';
import type { Tag } from '../model/tag.ts';
import type { ReadingRow } from '../store/db.ts';
import type { Shift } from './past.ts';

/** Days after which an estimate is old, where nothing else is set: the 90 days of a target. */
export const OLD_AFTER = 90;

export type Reason =
  | { readonly why: 'old'; readonly days: number }
  /** Of the input's readings: the one the estimate was given at, and now. */
  | { readonly why: 'moved'; readonly input: string; readonly from: number; readonly to: number }
  | { readonly why: 'framework'; readonly version: number };

/** Readings by metric, oldest first. */
export type Readings = ReadonlyMap<string, readonly Pick<ReadingRow, 'date' | 'value'>[]>;

export interface Staleness {
  readonly readings: Readings;
  /** ISO day. */
  readonly today: string;
  /** Days. */
  readonly oldAfter: number;
}

/** The newest reading up to a day. */
function readingAt(readings: Readings, metric: string, day: string): number | undefined {
  const all = readings.get(metric) ?? [];
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((all[middle]?.date ?? '') <= day) from = middle + 1;
    else to = middle;
  }
  return all[from - 1]?.value;
}

/**
 * Why an estimate should be looked at again; none where it stands. An input that has moved by more than the ticket itself
 * was to move it (the farther end of its range) has left the ground the estimate was given on.
 * @param shift what the framework changed of its number since
 */
export function staleReasons({ answer, at }: Pick<Tag, 'answer' | 'at'>, shift: Shift | undefined, given: Staleness): Reason[] {
  if (answer.kind !== 'effects') return [];
  const day = at.slice(0, 10);
  const days = daysBetween(day, given.today);
  const moved = answer.effects.flatMap(({ input, low, high }): Reason[] => {
    const from = readingAt(given.readings, input, day);
    const to = readingAt(given.readings, input, given.today);
    const scale = Math.max(Math.abs(low), Math.abs(high));
    return from !== undefined && to !== undefined && Math.abs(to - from) > scale ? [{ why: 'moved', input, from, to }] : [];
  });
  return [
    ...(days > given.oldAfter ? [{ why: 'old', days } as const] : []),
    ...moved,
    ...(shift ? [{ why: 'framework', version: shift.past.framework.version } as const] : []),
  ];
}
