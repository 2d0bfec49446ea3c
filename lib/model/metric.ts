// A metric: what is counted, in which unit, which way is good, and where it should be in 90 days.
import * as z from 'zod/mini';

/** A value at a date (ISO day, `2026-11-22`). Rates are in per cent: 32 means 32 %. */
export const Dated = z.object({ value: z.number(), date: z.iso.date() });
export type Dated = z.infer<typeof Dated>;

/** NSM units gained per +1 unit of an input (per +1 pp of a rate), as an 80 % interval; `low === high` is a point. */
export const Sensitivity = z
  .object({ low: z.number(), high: z.number() })
  .check(z.refine((s) => s.low <= s.high, 'The low end of a sensitivity must not be above its high end.'));
export type Sensitivity = z.infer<typeof Sensitivity>;

/** An objective's result on an input within a quarter (requirement 21); `why` is its way to the North Star. */
export const KeyResult = z.object({
  objective: z.optional(z.string().check(z.trim(), z.maxLength(200))),
  from: z.number(),
  to: z.number(),
  by: z.iso.date(),
  why: z.optional(z.string().check(z.trim(), z.maxLength(1000))),
});
export type KeyResult = z.infer<typeof KeyResult>;

/** What makes a metric an input (9, 10): yes, no, or not asked. */
export const InputChecks = z.object({
  influenceable: z.optional(z.boolean()),
  drives: z.optional(z.boolean()),
  oneTeam: z.optional(z.boolean()),
});

export const MetricId = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

export const Metric = z.object({
  id: MetricId,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  /** Shown where room is short (chips, narrow panels); the first word of the name when absent. */
  shortName: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(24))),
  role: z.enum(['north-star', 'input', 'outcome', 'guardrail', 'health']),
  kind: z.enum(['count', 'rate', 'ratio']),
  /** What one unit is called: `teams`, `events`; empty for a rate, whose unit is always per cent. */
  unit: z.string().check(z.trim(), z.maxLength(40)),
  window: z.optional(z.string().check(z.maxLength(80))),
  denominator: z.optional(z.string().check(z.maxLength(120))),
  direction: z.enum(['up', 'down']),
  /** How often it is measured (31, 55). */
  cadence: z.optional(z.enum(['live', 'daily', 'weekly', 'monthly', 'quarterly', 'yearly'])),
  /** Weeks until a change of it shows in the North Star Metric, or in an outcome for the North Star itself. */
  lag: z.optional(z.int().check(z.gte(0), z.lte(104))),
  owner: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  baseline: z.optional(Dated),
  target: z.optional(Dated),
  stretch: z.optional(Dated),
  sensitivity: z.optional(Sensitivity),
  keyResult: z.optional(KeyResult),
  checks: z.optional(InputChecks),
});
export type Metric = z.infer<typeof Metric>;
