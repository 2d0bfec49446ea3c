// Two metrics' readings side by side, a value a week, as relations are worked out from them.
import type { Weekly } from '../impact/relations.ts';
import type { Dated } from '../model/metric.ts';

/** No older week counts: what went together years ago may not any more. */
const MOST_WEEKS = 104;
const weekOf = (date: string): number => Math.floor(Date.parse(date) / (7 * 86_400_000));

/** The last 104 weeks up to today, oldest first; the last reading of a week is the week's. @param today ISO day */
export function weeklyOf(readings: readonly Dated[], today: string): Weekly {
  const values: (number | undefined)[] = Array.from({ length: MOST_WEEKS }, () => undefined);
  const last = weekOf(today);
  for (const { date, value } of readings) {
    const at = MOST_WEEKS - 1 - (last - weekOf(date));
    if (at >= 0 && date <= today && Number.isFinite(value)) values[at] = value;
  }
  return values;
}
