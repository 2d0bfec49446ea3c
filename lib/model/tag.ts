// A tag: one person's answer for one ticket.
import * as z from 'zod/mini';

/**
 * How much one input moves, in that input's own unit (pp for a rate): `low`..`high` is the 80 % interval
 * (P10 to P90) if it moves at all, `mid` its median where one was typed, `chance` (0..1) that it moves.
 */
export const Effect = z
  .object({
    input: z.string().check(z.maxLength(64)),
    low: z.number(),
    mid: z.optional(z.number()),
    high: z.number(),
    chance: z.number().check(z.positive(), z.lte(1)),
    /** What was typed, so that editing starts from the person's own words. */
    text: z.string().check(z.maxLength(120)),
  })
  .check(
    z.refine((e) => e.low < e.high, 'The low end of an effect must lie below its high end.'),
    z.refine((e) => e.mid === undefined || (e.low <= e.mid && e.mid <= e.high), 'The middle lies outside the range.'),
  );
export type Effect = z.infer<typeof Effect>;

export const NOT_NSM_REASONS = ['infrastructure', 'debt', 'compliance', 'other'] as const;

/** One atomic field: the effects, or "not North Star work" with its reason; never half of each. */
export const Answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('effects'),
    effects: z.array(Effect).check(z.minLength(1), z.maxLength(3)),
    framework: z.string(),
    version: z.int(),
  }),
  z.object({
    kind: z.literal('not-north-star'),
    reason: z.enum(NOT_NSM_REASONS),
    framework: z.string(),
    version: z.int(),
  }),
]);
export type Answer = z.infer<typeof Answer>;

export const Evidence = z.enum(['opinion', 'estimate', 'market', 'users', 'test']);
export type Evidence = z.infer<typeof Evidence>;

/** What belongs to an answer without being it; each is a field of its own when two devices meet. */
export const Remarks = z.object({
  note: z.optional(z.string().check(z.maxLength(2000))),
  /** In the team's own points, above zero. */
  effort: z.optional(z.number().check(z.positive(), z.lte(10000))),
  evidence: z.optional(Evidence),
});
export type Remarks = z.infer<typeof Remarks>;

/** A tag as the store keeps it: `ticket` is the id in lower case, `shown` as the address spells it. */
export interface Tag extends Remarks {
  readonly team: string;
  readonly ticket: string;
  readonly person: string;
  readonly shown: string;
  readonly title: string;
  readonly answer: Answer;
  /** When the answer was last changed, ISO time. */
  readonly at: string;
}
