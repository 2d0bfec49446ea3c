// A framework: one North Star Metric, the inputs that move it, why it was chosen, and the places whose tickets it is asked about.
import * as z from 'zod/mini';
import { Metric } from './metric.ts';

/** A place a framework is asked in: `github:owner[/repo]`, `jira:host[/KEY]`, `linear:workspace[/KEY]`. */
export const Claim = z.string().check(z.regex(/^(github|jira|linear):[^\s#]+$/), z.maxLength(200));
export type Claim = z.infer<typeof Claim>;

const words = (longest: number) => z.string().check(z.trim(), z.maxLength(longest));
const Answered = z.optional(z.boolean());

/** How a product earns its keep (requirement 22); each measures value in another unit. */
export const ARCHETYPES = ['attention', 'transaction', 'productivity', 'user-generated'] as const;

/** An input that moves another: +1 unit of `from` brings +`factor` units of `to` (requirement 15). */
export const Multiplier = z.object({ from: z.string(), to: z.string(), factor: z.number() });
export type Multiplier = z.infer<typeof Multiplier>;

/** A metric that was considered as North Star and not taken, with the reason (28, 37). */
export const Candidate = z.object({ name: words(120), why: words(1000) });

/** How a lagged correlation with an outcome came out (33): `n` pairs, NSM leading by `lag` weeks. */
export const Correlation = z.object({
  with: z.enum(['revenue', 'retention', 'satisfaction']),
  r: z.number().check(z.gte(-1), z.lte(1)),
  n: z.int().check(z.positive()),
  lag: z.int().check(z.gte(0), z.lte(104)),
});

/** The yes/no questions of choosing (29-31) and the stress tests (34, 35); what was not asked is absent. */
export const Validation = z.object({
  customerValue: Answered,
  measurable: Answered,
  influenceable: Answered,
  leading: Answered,
  revenue: Answered,
  simple: Answered,
  frequent: Answered,
  /** Engaged users interviewed (27). */
  interviews: z.optional(z.int().check(z.gte(0), z.lte(100_000))),
  /** How a team could hit the number without delivering value, and what stands against it (34). */
  gaming: z.optional(words(1000)),
  /** Who from outside the team explained it back, and what they said (35). */
  sceptic: z.optional(z.object({ name: words(80), agreed: z.boolean(), said: z.optional(words(1000)) })),
  correlations: z.optional(z.array(Correlation).check(z.maxLength(12))),
});
export type Validation = z.infer<typeof Validation>;

/** Who looks at it and how it decides (2, 51). */
export const Rituals = z.object({
  review: z.optional(z.enum(['weekly', 'fortnightly', 'monthly', 'quarterly'])),
  /** The last time somebody asked whether this is still the right metric, ISO day (75, 78). */
  reviewed: z.optional(z.iso.date()),
  /** How trade-offs are decided. */
  rules: z.optional(words(2000)),
});

/** A version and why it came to be; `pivot` justifies another North Star within a year (77). */
export const Change = z.object({
  version: z.int().check(z.positive()),
  date: z.iso.date(),
  reason: words(500),
  northStar: z.optional(z.boolean()),
  pivot: z.optional(words(1000)),
});
export type Change = z.infer<typeof Change>;

/** A finding of the linter that somebody has looked at and lets stand; `about` is a metric's id or absent. */
export const Mute = z.object({ rule: z.string().check(z.maxLength(80)), about: z.optional(z.string()), reason: words(500) });
export type Mute = z.infer<typeof Mute>;

/** Notes on changes that are kept with a framework; the oldest go first. */
export const MOST_CHANGES = 1000;

export const Framework = z
  .object({
    id: z.string().check(z.minLength(1), z.maxLength(64)),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
    /** Counts up by one with each saved change; tags remember the version they were made under. */
    version: z.int().check(z.positive()),
    sample: z.optional(z.boolean()),
    metrics: z.array(Metric).check(z.minLength(1), z.maxLength(40)),
    claims: z.array(Claim).check(z.maxLength(500)),
    /** The core value, as an outcome for the customer and not a feature (26). */
    value: z.optional(words(500)),
    archetype: z.optional(z.enum(ARCHETYPES)),
    /** The product or segment it speaks of, where there are several (20). */
    scope: z.optional(words(120)),
    /** The NSM as an expression over the inputs; without one it is the sensitivities (13). */
    formula: z.optional(words(2000)),
    multipliers: z.optional(z.array(Multiplier).check(z.maxLength(60))),
    rationale: z.optional(words(4000)),
    rejected: z.optional(z.array(Candidate).check(z.maxLength(20))),
    validation: z.optional(Validation),
    rituals: z.optional(Rituals),
    /** People who work by it (40-42). */
    people: z.optional(z.int().check(z.positive(), z.lte(1_000_000))),
    /** `lite` for teams of 3 to 5: no formal owners, no dashboards (42). */
    preset: z.optional(z.enum(['full', 'lite'])),
    changes: z.optional(z.array(Change).check(z.maxLength(MOST_CHANGES))),
    mutes: z.optional(z.array(Mute).check(z.maxLength(500))),
  })
  .check(
    z.refine((f) => f.metrics.filter((m) => m.role === 'north-star').length === 1, 'A framework has exactly one North Star Metric.'),
    z.refine((f) => new Set(f.metrics.map((m) => m.id)).size === f.metrics.length, 'Two metrics have the same id.'),
  );
export type Framework = z.infer<typeof Framework>;
