// What a team writes down about its backlog, besides tags: decisions with the numbers of the day, how much of a quarter is for
// other work, and views of the table worth a name. Each is one field: it is stored, synced and taken back whole.
import * as z from 'zod/mini';
import { NOT_NSM_REASONS } from './tag.ts';

const Id = z.string().check(z.minLength(1), z.maxLength(64));
/** A quarter of the calendar, `2026-Q4`. */
export const Quarter = z.string().check(z.regex(/^\d{4}-Q[1-4]$/));
const Share = z.number().check(z.gte(0), z.lte(1));

/** A ticket as it stood when it was decided about. `mean`, `low` and `high` are in NSM units; none for work that is not for the North Star. */
const Decided = z.object({
  ticket: z.string().check(z.maxLength(300)),
  title: z.string().check(z.maxLength(300)),
  mean: z.optional(z.number()),
  low: z.optional(z.number()),
  high: z.optional(z.number()),
  effort: z.optional(z.number()),
});

/** Why one thing before the other, or why something was given up for something else. */
export const Decision = z.object({
  kind: z.literal('decision'),
  framework: Id,
  version: z.int(),
  /** In the words of who decided. */
  words: z.string().check(z.minLength(1), z.maxLength(2000)),
  /** Who decided, as they want to be named; empty where nobody is named. */
  who: z.string().check(z.maxLength(120)),
  /** ISO time. */
  at: z.iso.datetime(),
  /** The chosen one first. */
  tickets: z.array(Decided).check(z.minLength(1), z.maxLength(50)),
  /** P(the first gains more than the second), where two were compared. */
  chance: z.optional(Share),
  /** Expected net gain of what was chosen over what was given up, NSM units. */
  net: z.optional(z.number()),
});
export type Decision = z.infer<typeof Decision>;

/** How much of a quarter's effort is set aside for work that is not for the North Star: planned, not shamed. */
export const Budget = z.object({
  kind: z.literal('budget'),
  framework: Id,
  quarter: Quarter,
  /** Of all effort of the quarter; by reason where the team plans so finely. */
  share: Share,
  reasons: z.optional(z.partialRecord(z.enum(NOT_NSM_REASONS), Share)),
  /** All effort of the quarter in the team's points, where the team knows it. */
  points: z.optional(z.number().check(z.positive(), z.lte(1_000_000))),
});
export type Budget = z.infer<typeof Budget>;

/** A view of the backlog by name: what stands behind `#/backlog` in its address. */
export const View = z.object({
  kind: z.literal('view'),
  framework: Id,
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  query: z.string().check(z.maxLength(2000)),
});
export type View = z.infer<typeof View>;

export const TeamRecord = z.discriminatedUnion('kind', [Decision, Budget, View]);
export type TeamRecord = z.infer<typeof TeamRecord>;

/** The key of a budget: one for each framework and quarter. Decisions and views are `decision/ID` and `view/ID`. */
export const budgetKey = ({ framework, quarter }: Pick<Budget, 'framework' | 'quarter'>): string => `budget/${framework}/${quarter}`;
