// What the user has turned off, and where the panel stands: for each tracker. What is not said here is on, and in the page.
import * as z from 'zod/mini';

export const TRACKERS = ['github', 'jira', 'linear'] as const;
export type Tracker = (typeof TRACKERS)[number];

/** A ticket's own page; a pane, modal, inbox or peek; the chips on lists and boards. */
export const SURFACES = ['page', 'pane', 'list'] as const;
export const Surface = z.enum(SURFACES);
export type Surface = z.infer<typeof Surface>;

const Part = z.number().check(z.gte(0), z.lte(1));
/** A place at the edge, as parts of the free room: 0, 0 is the upper left corner and 1, 1 the lower right. */
export const Corner = z.object({ x: Part, y: Part });
export type Corner = z.infer<typeof Corner>;

export const TrackerPreferences = z.object({
  off: z.optional(z.boolean()),
  /** Surfaces that are off. */
  without: z.optional(z.array(Surface).check(z.maxLength(SURFACES.length))),
  dock: z.optional(z.boolean()),
  at: z.optional(Corner),
});
export type TrackerPreferences = z.infer<typeof TrackerPreferences>;

/** Days after which an estimate is old. */
const OldAfter = z.int().check(z.gte(1), z.lte(3650));

export const Preferences = z.object({
  github: z.optional(TrackerPreferences),
  jira: z.optional(TrackerPreferences),
  linear: z.optional(TrackerPreferences),
  oldAfter: z.optional(OldAfter),
});
export type Preferences = z.infer<typeof Preferences>;

/** The tracker a ticket belongs to, by its id. @throws for an id of no known tracker */
export function trackerOf(ticket: string): Tracker {
  const tracker = TRACKERS.find((name) => ticket.startsWith(`${name}:`));
  if (!tracker) throw new Error(`No tracker is known for ${ticket}.`);
  return tracker;
}

/** Whether anything of ours is wanted on a surface of a tracker. */
export const wanted = (preferences: Preferences, tracker: Tracker, surface: Surface): boolean =>
  !preferences[tracker]?.off && !preferences[tracker]?.without?.includes(surface);

/** What one press of the user changes: only what is said in it. */
export const Change = z.union([
  z.strictObject({
    tracker: z.enum(TRACKERS),
    off: z.optional(z.boolean()),
    /** One kind of page, on or off. */
    surface: z.optional(z.strictObject({ name: Surface, on: z.boolean() })),
    dock: z.optional(z.boolean()),
    at: z.optional(Corner),
  }),
  z.strictObject({ oldAfter: OldAfter }),
]);
export type Change = z.infer<typeof Change>;

/** The same with one change made. */
export function withChange(preferences: Preferences, change: Change): Preferences {
  if ('oldAfter' in change) return { ...preferences, ...change };
  const { tracker, surface, off, dock, at } = change;
  const own = preferences[tracker] ?? {};
  const others = (own.without ?? []).filter((one) => one !== surface?.name);
  return {
    ...preferences,
    [tracker]: {
      ...own,
      ...(off !== undefined && { off }),
      ...(surface && { without: surface.on ? others : [...others, surface.name] }),
      ...(dock !== undefined && { dock }),
      ...(at && { at }),
    },
  };
}
