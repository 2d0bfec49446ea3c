// Another North Star: it changes at most once a year, unless there is a pivot (requirement 77).
import type { Framework } from '../model/framework.ts';
import { type FrameworkForm, northStarOf } from './framework-form.ts';

/** `renamed`: whether it is another one or the same in other words is for people to say. */
export type StarChange = 'same' | 'renamed' | 'other';

const YEAR_MS = 365 * 86_400_000;
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** @param stored as it was stored; one never stored has no North Star to change */
export function starChange(stored: FrameworkForm, now: FrameworkForm): StarChange {
  const [before, after] = [northStarOf(stored), northStarOf(now)];
  if (stored.version === 0) return 'same';
  if (before.key !== after.key) return 'other';
  return plain(before.name) === plain(after.name) ? 'same' : 'renamed';
}

/** The day the present North Star was chosen; `undefined` where nobody noted it. */
export const starSince = (changes: Framework['changes'] = []): string | undefined =>
  changes
    .filter(({ version, northStar }) => version === 1 || northStar)
    .map(({ date }) => date)
    .toSorted()
    .at(-1);

/** Whether a change now has to be justified; so it is where nobody noted when it was chosen. */
export const asksForPivot = (since: string | undefined, today: string): boolean =>
  since === undefined || Date.parse(today) - Date.parse(since) < YEAR_MS;
