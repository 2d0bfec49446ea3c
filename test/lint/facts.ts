// Two frameworks in which the linter finds nothing at all, and ways to change one fact of them.
import type { Facts } from '../../lib/lint/rule.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Dated, Metric } from '../../lib/model/metric.ts';

export const TODAY = '2026-11-22';
const DAY_MS = 86_400_000;
const WEEKS = 30;
/** An ISO day so many days from today. */
export const day = (from: number): string => new Date(Date.parse(TODAY) + from * DAY_MS).toISOString().slice(0, 10);

/** Numbers in -1..1 that go together with no other such numbers; the same each time. */
function noise(seed: number): () => number {
  let state = seed * 7919 + 12345;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12345) & 0x7fffffff;
    return (state >>> 8) / 0x3fffff - 1;
  };
}

/** Weekly readings up to today, about a level. */
export function weekly(seed: number, level: number, spread: number, weeks = WEEKS): Dated[] {
  const next = noise(seed);
  return Array.from({ length: weeks }, (_, i) => ({ date: day((i - weeks + 1) * 7), value: level + spread * next() }));
}

export const goals = (baseline: number, target: number, stretch: number) => ({
  baseline: { value: baseline, date: day(-42) },
  target: { value: target, date: day(48) },
  stretch: { value: stretch, date: day(48) },
});

const CHECKED = { influenceable: true, drives: true, oneTeam: true };
const input = (metric: Partial<Metric> & Pick<Metric, 'id' | 'name' | 'kind'>): Metric => ({
  ...{ role: 'input', unit: '', window: 'week', direction: 'up', cadence: 'weekly', checks: CHECKED },
  ...metric,
});

const PLANNER: Framework = {
  id: 'planner',
  name: 'Planner',
  version: 2,
  people: 50,
  preset: 'full',
  claims: ['github:acme/planner'],
  value: 'Projects are finished when they were promised.',
  archetype: 'productivity',
  scope: 'Planner',
  rationale: 'A team stays for projects that are finished.',
  rejected: [
    { name: 'Sprint velocity', why: 'Says nothing about customers.' },
    { name: 'Monthly revenue', why: 'Comes late.' },
  ],
  validation: {
    ...{ customerValue: true, measurable: true, influenceable: true, leading: true, revenue: true, simple: true, frequent: true },
    interviews: 12,
    gaming: 'Projects of one step; they are not counted.',
    sceptic: { name: 'Mira', agreed: true },
    correlations: [
      { with: 'revenue', r: 0.8, n: 40, lag: 6 },
      { with: 'retention', r: 0.7, n: 40, lag: 4 },
      { with: 'satisfaction', r: 0.6, n: 30, lag: 2 },
    ],
  },
  rituals: { review: 'weekly', reviewed: day(-60), rules: 'The net effect on the North Star decides.' },
  changes: [
    { version: 1, date: day(-800), reason: 'First version.' },
    { version: 2, date: day(-200), reason: 'Nearer to what customers want.', northStar: true },
  ],
  multipliers: [{ from: 'collaboration', to: 'completion', factor: 0.4 }],
  metrics: [
    {
      ...{ id: 'teams', name: 'Weekly active teams completing projects', role: 'north-star', kind: 'count', unit: 'teams' },
      ...{ window: 'week', direction: 'up', cadence: 'weekly', lag: 6, owner: 'Product' },
      ...goals(6150, 6800, 7400),
    },
    input({
      ...{ id: 'activation', name: 'New team activation', kind: 'rate', window: '14 days', denominator: 'new teams', owner: 'Growth' },
      sensitivity: { low: 45, high: 75 },
      keyResult: { from: 26, to: 34, by: day(39), why: 'Teams that begin well go on.' },
      ...goals(26, 36, 40),
    }),
    input({
      ...{ id: 'templates', name: 'Template adoption', kind: 'rate', denominator: 'teams', owner: 'Templates' },
      sensitivity: { low: 12, high: 24 },
      ...goals(23, 42, 51),
    }),
    input({
      ...{ id: 'collaboration', name: 'Collaboration events', kind: 'ratio', unit: 'events', denominator: 'team', owner: 'Collaboration' },
      sensitivity: { low: 50, high: 90 },
      ...goals(17.6, 20.5, 22),
    }),
    input({
      ...{ id: 'overdue', name: 'Overdue steps', kind: 'rate', denominator: 'steps', owner: 'Workflow', direction: 'down' },
      sensitivity: { low: -40, high: -20 },
      ...goals(30, 24, 20),
    }),
    input({
      ...{ id: 'completion', name: 'Project completion', kind: 'rate', denominator: 'projects', owner: 'Workflow' },
      sensitivity: { low: 34, high: 54 },
      ...goals(58, 64, 68),
    }),
    { id: 'revenue', name: 'Monthly revenue', role: 'outcome', kind: 'count', unit: 'euros', window: 'month', direction: 'up' },
    {
      ...{
        id: 'support',
        name: 'Support requests',
        role: 'guardrail',
        kind: 'ratio',
        unit: 'requests',
        denominator: 'team',
        direction: 'down',
      },
      baseline: { value: 1.2, date: day(-42) },
    },
  ],
};

/** Five inputs with sensitivities; nothing to find. */
export const planner: Facts = {
  framework: PLANNER,
  today: TODAY,
  readings: new Map([
    ['teams', weekly(1, 6150, 50)],
    ['activation', weekly(2, 26, 0.6)],
    ['templates', weekly(3, 23, 0.8)],
    ['collaboration', weekly(4, 17.6, 0.4)],
    ['overdue', weekly(5, 30, 0.9)],
    ['completion', weekly(6, 58, 0.7)],
  ]),
  others: [{ ...PLANNER, id: 'other', name: 'Notes', scope: 'Notes', claims: ['github:acme/notes'] }],
  tagged: new Map([...['activation', 'templates', 'collaboration', 'overdue', 'completion'].map((id) => [id, 3] as const)]),
};

const share = (id: string, name: string, denominator: string, from: number, to: number): Metric =>
  input({ id, name, kind: 'rate', denominator, owner: name, ...goals(from, to, to + 1) });

/** Four inputs that multiply to the North Star; nothing to find. */
export const delivery: Facts = {
  framework: {
    ...PLANNER,
    id: 'delivery',
    name: 'Delivery',
    scope: 'Delivery',
    claims: ['github:acme/delivery'],
    formula: 'orders * items_per_order * fulfilled * on_time',
    multipliers: [],
    rejected: [
      { name: 'Orders', why: 'Ordered is not received.' },
      { name: 'Revenue', why: 'Comes late.' },
    ],
    metrics: [
      {
        ...{ id: 'items', name: 'Items received on time', role: 'north-star', kind: 'count', unit: 'items' },
        ...{ window: 'week', direction: 'up', cadence: 'weekly', lag: 4 },
        ...goals(20_000, 23_000, 26_000),
      },
      input({ id: 'orders', name: 'Orders by customers', kind: 'count', unit: 'orders', owner: 'Shop', ...goals(10_000, 11_000, 12_000) }),
      input({
        id: 'items-per-order',
        name: 'Items per order',
        kind: 'ratio',
        unit: 'items per order',
        owner: 'Basket',
        ...goals(2.78, 3, 3.2),
      }),
      share('fulfilled', 'Fulfilment', 'items ordered', 90, 93),
      share('on-time', 'In-time delivery', 'items delivered', 80, 85),
      ...PLANNER.metrics.filter(({ role }) => role === 'outcome' || role === 'guardrail'),
    ],
  },
  today: TODAY,
  readings: new Map([
    ['items', weekly(11, 20_000, 300)],
    ['orders', weekly(12, 10_000, 200)],
    ['items-per-order', weekly(13, 2.78, 0.05)],
    ['fulfilled', weekly(14, 90, 0.6)],
    ['on-time', weekly(15, 80, 0.8)],
  ]),
};

/** The same facts with other parts of the framework. */
export const framework = (facts: Facts, change: Partial<Framework>): Facts => ({
  ...facts,
  framework: { ...facts.framework, ...change },
});

/** Without a part of the framework. */
export function without(facts: Facts, ...parts: (keyof Framework)[]): Facts {
  const left = Object.entries(facts.framework).filter(([part]) => !parts.includes(part as keyof Framework));
  return { ...facts, framework: Object.fromEntries(left) as unknown as Framework };
}

export const metrics = (facts: Facts, change: (all: readonly Metric[]) => Metric[]): Facts =>
  framework(facts, { metrics: change(facts.framework.metrics) });

/** With other parts of one metric; `undefined` takes a part away. */
export const metric = (facts: Facts, id: string, change: { [Part in keyof Metric]?: Metric[Part] | undefined }): Facts =>
  metrics(facts, (all) =>
    all.map((one) =>
      one.id === id
        ? (Object.fromEntries(Object.entries({ ...one, ...change }).filter(([, part]) => part !== undefined)) as unknown as Metric)
        : one,
    ),
  );

export const only = (facts: Facts, ...ids: string[]): Facts =>
  metrics(facts, (all) => all.filter(({ id, role }) => role !== 'input' || ids.includes(id)));

export const plus = (facts: Facts, ...more: Metric[]): Facts => metrics(facts, (all) => [...all, ...more]);

/** With other readings of one metric, or none. */
export function readings(facts: Facts, id: string, series: readonly Dated[] | undefined): Facts {
  const map = new Map(facts.readings);
  if (series) map.set(id, series);
  else map.delete(id);
  return { ...facts, readings: map };
}

/** A further input, complete like the others. */
export const extra = (n: number): Metric =>
  input({
    ...{ id: `extra-${n}`, name: `Extra ${n}`, kind: 'count', unit: 'things', owner: `Team ${n}`, sensitivity: { low: 1, high: 2 } },
    ...goals(10, 20, 30),
  });
/** With so many further inputs, each with readings of its own. */
export const crowd = (facts: Facts, count: number): Facts =>
  Array.from({ length: count }, (_, i) => i).reduce((so, i) => readings(plus(so, extra(i)), `extra-${i}`, weekly(100 + i, 10, 1)), {
    ...facts,
    tagged: new Map(),
  } as Facts);
