// Page health: how well a tracker's pages are still understood. Which place served and which failed; never a ticket's
// id or text, nor the name of a host.
import * as z from 'zod/mini';
import type { Surface, Tracker } from './preferences.ts';

const MOST_RUNGS = 24;
const MOST_ROWS = 100_000;
const RungName = z.string().check(z.regex(/^[a-z][a-z-]{0,39}$/));
const Rows = z.int().check(z.gte(0), z.lte(MOST_ROWS));

/** One look at a ticket: what was found, and by what. */
export const Visit = z.object({
  place: z.enum(['column', 'dock']),
  /** The place that served; `dock` where none did, `chosen` where the user wanted the edge. */
  rung: RungName,
  /** The places before it, in which there was nothing. */
  tried: z.array(RungName).check(z.maxLength(MOST_RUNGS)),
  /** What said which ticket it is. */
  ticket: z.enum(['address', 'pane']),
  title: z.enum(['heading', 'tab', 'none']),
  /** Rows of lists on the page, and how many of them have a chip. */
  rows: z.optional(z.object({ chips: Rows, of: Rows })),
});
export type Visit = z.infer<typeof Visit>;

/** Of one surface of a tracker: the last visit, and how often each place has served. Days are ISO days. */
export interface SurfaceHealth {
  readonly last: Visit;
  readonly at: string;
  readonly served: Readonly<Record<string, { readonly times: number; readonly last: string }>>;
}
export type Health = Readonly<Partial<Record<`${Tracker}/${Surface}`, SurfaceHealth>>>;

/** What is known after one more visit; the places that have not served for longest go first. @param day ISO day */
export function withVisit(health: Health, tracker: Tracker, surface: Surface, visit: Visit, day: string): Health {
  const name = `${tracker}/${surface}` as const;
  const before = health[name]?.served ?? {};
  const now = { ...before, [visit.rung]: { times: (before[visit.rung]?.times ?? 0) + 1, last: day } };
  const kept = Object.entries(now)
    .sort(([, one], [, other]) => other.last.localeCompare(one.last))
    .slice(0, MOST_RUNGS);
  return { ...health, [name]: { last: visit, at: day, served: Object.fromEntries(kept) } };
}
