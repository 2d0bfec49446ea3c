// Frameworks as they can be, at random: for round trips and comparisons.
import fc from 'fast-check';
import { ARCHETYPES, type Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import type { Reading } from '../../lib/model/reading.ts';

/** As the program makes them, with the usual prototype. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> => fc.record(model, { noNullPrototype: true });
// JSON has no -0; the arithmetic never leaves one.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const text = fc.string({ unit: 'binary', maxLength: 30 }).map((value) => value.trim());
const name = fc.string({ unit: 'grapheme', maxLength: 12 }).map((value) => `n${value}`.trim());
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const dated = record({ value: number, date: day });
const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
const weeks = fc.integer({ min: 0, max: 104 });
const optional = <T extends object, K extends keyof T & string>(model: { [P in keyof T]: fc.Arbitrary<T[P]> }, ...requiredKeys: K[]) =>
  fc.record(model, { requiredKeys, noNullPrototype: true });

const metric: fc.Arbitrary<Metric> = optional(
  {
    id,
    name,
    shortName: name,
    role: fc.constantFrom('input' as const, 'outcome' as const, 'guardrail' as const, 'health' as const),
    kind: fc.constantFrom('count' as const, 'rate' as const, 'ratio' as const),
    unit: text,
    window: fc.string({ maxLength: 20 }),
    denominator: fc.string({ maxLength: 20 }),
    direction: fc.constantFrom('up' as const, 'down' as const),
    cadence: fc.constantFrom('live' as const, 'weekly' as const, 'yearly' as const),
    lag: weeks,
    owner: text,
    baseline: dated,
    target: dated,
    stretch: dated,
    sensitivity: fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
    keyResult: optional({ objective: text, from: number, to: number, by: day, why: text }, 'from', 'to', 'by'),
    checks: optional({ influenceable: fc.boolean(), drives: fc.boolean(), oneTeam: fc.boolean() }),
  },
  ...(['id', 'name', 'role', 'kind', 'unit', 'direction'] as const),
);

const metrics = fc
  .uniqueArray(metric, { minLength: 1, maxLength: 7, selector: (one) => one.id })
  .chain((all) => fc.nat(all.length - 1).map((at) => all.map((one, i): Metric => (i === at ? { ...one, role: 'north-star' } : one))));

const validation = optional({
  customerValue: fc.boolean(),
  measurable: fc.boolean(),
  influenceable: fc.boolean(),
  leading: fc.boolean(),
  revenue: fc.boolean(),
  simple: fc.boolean(),
  frequent: fc.boolean(),
  interviews: fc.nat(100_000),
  gaming: text,
  sceptic: optional({ name: text, agreed: fc.boolean(), said: text }, 'name', 'agreed'),
  correlations: fc.array(
    record({
      with: fc.constantFrom('revenue' as const, 'retention' as const, 'satisfaction' as const),
      r: fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0),
      n: fc.integer({ min: 1, max: 999 }),
      lag: weeks,
    }),
    { maxLength: 3 },
  ),
});

export const framework: fc.Arbitrary<Framework> = optional(
  {
    id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((value) => value.length <= 64),
    name,
    version: fc.integer({ min: 1, max: 999 }),
    sample: fc.boolean(),
    metrics,
    claims: fc.uniqueArray(fc.constantFrom('github:acme', 'github:Acme/App', 'jira:acme.atlassian.net/PLN', 'linear:acme/PLN')),
    value: text,
    archetype: fc.constantFrom(...ARCHETYPES),
    scope: text,
    formula: text,
    multipliers: fc.array(record({ from: id, to: id, factor: number }), { maxLength: 3 }),
    rationale: text,
    rejected: fc.array(record({ name: text, why: text }), { maxLength: 3 }),
    validation,
    rituals: optional({ review: fc.constantFrom('weekly' as const, 'quarterly' as const), reviewed: day, rules: text }),
    people: fc.integer({ min: 1, max: 1_000_000 }),
    preset: fc.constantFrom('full' as const, 'lite' as const),
    changes: fc.array(
      optional(
        { version: fc.integer({ min: 1, max: 99 }), date: day, reason: text, northStar: fc.boolean(), pivot: text },
        ...(['version', 'date', 'reason'] as const),
      ),
      { maxLength: 3 },
    ),
    mutes: fc.array(optional({ rule: fc.string({ maxLength: 20 }), about: id, reason: text }, 'rule', 'reason'), { maxLength: 3 }),
  },
  ...(['id', 'name', 'version', 'metrics', 'claims'] as const),
);

/** In the order in which they are written: by metric as in the framework, then by day. */
export const readingsOf = (of: Framework): fc.Arbitrary<Reading[]> =>
  fc
    .uniqueArray(
      optional(
        {
          framework: fc.constant(of.id),
          metric: fc.constantFrom(...of.metrics.map((one) => one.id)),
          date: day,
          value: number,
          source: fc.constantFrom('typed' as const, 'sample' as const, 'import' as const),
          origin: text,
        },
        ...(['framework', 'metric', 'date', 'value', 'source'] as const),
      ),
      { maxLength: 12, selector: ({ metric, date }) => `${metric} ${date}` },
    )
    .map((readings) => {
      const place = (one: Reading): number => of.metrics.findIndex(({ id }) => id === one.metric);
      return readings.toSorted((a, b) => place(a) - place(b) || Number(a.date > b.date) - Number(a.date < b.date));
    });

export const withReadings: fc.Arbitrary<[Framework, Reading[]]> = framework.chain((of) => fc.tuple(fc.constant(of), readingsOf(of)));
