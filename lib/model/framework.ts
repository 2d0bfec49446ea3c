// A framework: one North Star Metric, the inputs that move it, and the places whose tickets it is asked about.
import * as z from 'zod/mini';
import { Metric } from './metric.ts';

/** A place a framework is asked in: `github:owner[/repo]`, `jira:host[/KEY]`, `linear:workspace[/KEY]`. */
export const Claim = z.string().check(z.regex(/^(github|jira|linear):[^\s#]+$/), z.maxLength(200));
export type Claim = z.infer<typeof Claim>;

export const Framework = z
  .object({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    /** Counts up by one with each saved change; tags remember the version they were made under. */
    version: z.int().check(z.positive()),
    sample: z.optional(z.boolean()),
    metrics: z.array(Metric).check(z.minLength(1), z.maxLength(40)),
    claims: z.array(Claim).check(z.maxLength(500)),
  })
  .check(
    z.refine((f) => f.metrics.filter((m) => m.role === 'north-star').length === 1, 'A framework has exactly one North Star Metric.'),
    z.refine((f) => new Set(f.metrics.map((m) => m.id)).size === f.metrics.length, 'Two metrics have the same id.'),
  );
export type Framework = z.infer<typeof Framework>;
