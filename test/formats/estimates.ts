// Exports as they can be, at random: for round trips.
import fc from 'fast-check';
import { FORMAT, type Estimate, type Estimates } from '../../lib/formats/estimates.ts';

// JSON has no -0; the arithmetic never leaves one.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const text = fc.string({ unit: 'binary', maxLength: 40 });
const day = fc.integer({ min: 0, max: 40_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const instant = fc.integer({ min: 0, max: 4e12 }).map((ms) => new Date(ms).toISOString());
const dated = fc.record({ value: number, date: day });
const id = fc.constantFrom('activation', 'templates', 'collaboration');
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((value) => `n${value}`.trim());
const ordered = fc.tuple(number, number).map(([a, b]) => (a <= b ? [a, b] : [b, a]) as [number, number]);

const metric = fc.record(
  {
    id,
    name,
    shortName: name,
    role: fc.constantFrom('north-star', 'input', 'outcome', 'guardrail', 'health'),
    kind: fc.constantFrom('count', 'rate', 'ratio'),
    unit: name,
    window: text,
    denominator: text,
    direction: fc.constantFrom('up', 'down'),
    owner: name,
    baseline: dated,
    target: dated,
    stretch: dated,
    sensitivity: ordered.map(([low, high]) => ({ low, high })),
  },
  { requiredKeys: ['id', 'name', 'role', 'kind', 'unit', 'direction'] },
);

const effect = fc
  .record({
    input: id,
    ends: ordered.filter(([low, high]) => low < high),
    chance: fc.double({ min: 1e-6, max: 1, noNaN: true }),
    text: text,
    middle: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
  })
  .map(({ ends: [low, high], middle, ...rest }) => ({
    ...rest,
    low,
    high,
    ...(middle === undefined ? {} : { mid: middle < 0.5 ? low : high }),
  }));

const made = { framework: fc.constantFrom('planner', 'other'), version: fc.integer({ min: 1, max: 99 }) };
const answer = fc.oneof(
  fc.record({ kind: fc.constant('effects' as const), effects: fc.array(effect, { minLength: 1, maxLength: 3 }), ...made }),
  fc.record({
    kind: fc.constant('not-north-star' as const),
    reason: fc.constantFrom('infrastructure', 'debt', 'compliance', 'other'),
    ...made,
  }),
);

export const estimate: fc.Arbitrary<Estimate> = fc.record(
  {
    ticket: fc.constantFrom('github:Acme/App#12', 'jira:acme.atlassian.net/PLN-214', 'linear:acme/PLN-88'),
    url: fc.webUrl(),
    title: text,
    answer,
    gain: fc.record({
      mean: number,
      p10: number,
      p90: number,
      chance: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
      unit: text,
    }),
    note: text,
    effort: fc.double({ min: 0.1, max: 10_000, noNaN: true }),
    evidence: fc.constantFrom('opinion', 'estimate', 'market', 'users', 'test'),
    at: instant,
    person: fc.constant('me'),
    sample: fc.boolean(),
  },
  { requiredKeys: ['ticket', 'title', 'answer', 'at', 'person'] },
) as fc.Arbitrary<Estimate>;

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const framework = fc.constantFrom('planner', 'other');
const decision = fc.record(
  {
    ...{ kind: fc.constant('decision' as const), framework, version: fc.integer({ min: 1, max: 99 }) },
    ...{ words: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), who: text, at: instant },
    tickets: fc.array(
      fc.record(
        { ticket: fc.constant('linear:acme/PLN-88'), title: text, mean: number, effort: number },
        { requiredKeys: ['ticket', 'title'] },
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    ...{ chance: share, net: number, key: fc.constantFrom('decision/a', 'decision/b') },
  },
  { requiredKeys: ['kind', 'framework', 'version', 'words', 'who', 'at', 'tickets'] },
);
const budget = fc.record(
  {
    ...{ kind: fc.constant('budget' as const), framework, quarter: fc.constantFrom('2026-Q4', '2027-Q1'), share },
    reasons: fc.record({ debt: share, compliance: share }, { requiredKeys: [] }),
    points: fc.double({ min: 0.1, max: 1000, noNaN: true }),
  },
  { requiredKeys: ['kind', 'framework', 'quarter', 'share'] },
);

const view = fc.record(
  {
    ...{ kind: fc.constant('view' as const), framework, name: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), query: text },
    key: fc.constant('view/a'),
  },
  { requiredKeys: ['kind', 'framework', 'name', 'query'] },
);

/** Cloned, because records come without a prototype, which nothing else has. */
export const estimates: fc.Arbitrary<Estimates> = fc
  .record(
    {
      decisions: fc.array(decision, { minLength: 1, maxLength: 3 }),
      budgets: fc.array(budget, { minLength: 1, maxLength: 3 }),
      views: fc.array(view, { minLength: 1, maxLength: 3 }),
      format: fc.constant(FORMAT),
      generator: fc.record({ name: text, version: text }),
      exportedAt: instant,
      frameworks: fc.array(
        fc.record(
          {
            id: fc.constantFrom('planner', 'other'),
            name,
            version: fc.integer({ min: 1, max: 99 }),
            sample: fc.boolean(),
            metrics: fc.array(metric, { maxLength: 4 }),
            formula: text,
            multipliers: fc.array(fc.record({ from: id, to: id, factor: number }), { maxLength: 2 }),
            readings: fc.array(fc.record({ metric: id, date: day, value: number, source: fc.constantFrom('typed', 'sample', 'import') }), {
              maxLength: 4,
            }),
          },
          { requiredKeys: ['id', 'name', 'version', 'metrics', 'readings'] },
        ),
        { maxLength: 3 },
      ),
      estimates: fc.array(estimate, { maxLength: 6 }),
    },
    { requiredKeys: ['format', 'generator', 'exportedAt', 'frameworks', 'estimates'] },
  )
  .map((document) => structuredClone(document)) as fc.Arbitrary<Estimates>;
