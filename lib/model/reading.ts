// A reading: a metric's value for a date, and where it came from.
import * as z from 'zod/mini';

/** Where an imported value stands, as origin.ts writes it: `weekly.csv:14`. */
export const Origin = z.string().check(z.maxLength(120));

export const Reading = z.object({
  framework: z.string(),
  metric: z.string(),
  /** The last day the value speaks of (`2026-11-22` for the week to 22 November). */
  date: z.iso.date(),
  value: z.number(),
  source: z.enum(['typed', 'sample', 'import']),
  origin: z.optional(Origin),
});
export type Reading = z.infer<typeof Reading>;
