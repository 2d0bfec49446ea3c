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

export const Metric = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
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
  owner: z.optional(z.string().check(z.trim(), z.maxLength(80))),
  baseline: z.optional(Dated),
  target: z.optional(Dated),
  stretch: z.optional(Dated),
  sensitivity: z.optional(Sensitivity),
});
export type Metric = z.infer<typeof Metric>;
