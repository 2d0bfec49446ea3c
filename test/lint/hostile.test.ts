// Whatever a framework holds, the linter answers: in order, in words, and soon.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../components/popup-words.ts';
import { type Finding, lint } from '../../lib/lint/lint.ts';
import type { Facts } from '../../lib/lint/rule.ts';
import { RULES } from '../../lib/lint/rules.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { findingPhrase } from '../../lib/phrases/finding.ts';
import { crowd, day, delivery, framework, metrics, planner, TODAY, weekly } from './facts.ts';

const LEVELS = ['error', 'warning', 'note'];
const ODD = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '👩‍👩‍👧‍👦',
  'ﷺ',
  'ß',
  'İstanbul',
  '$1 $2 $& $$',
  '<b>',
  '__proto__',
  'constructor',
  'a\u0301'.repeat(60),
  'x'.repeat(120),
];
const text = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
);
const number = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1e308, -1e308, 5e-324, 100, 32));
const date = fc.oneof(fc.integer({ min: -3000, max: 3000 }).map(day), fc.constantFrom('0001-01-01', '9999-12-31', '', 'soon'));
const id = fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1e3', '__proto__', 'constructor', 'toString'));
const dated = fc.record({ value: number, date });
const part = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const yes = part(fc.boolean());

const metric = fc.record({
  ...{ id, name: text, shortName: part(text), unit: text, window: part(text), denominator: part(text), owner: part(text) },
  role: fc.constantFrom('north-star', 'input', 'input', 'input', 'outcome', 'guardrail', 'health'),
  ...{ kind: fc.constantFrom('count', 'rate', 'ratio'), direction: fc.constantFrom('up', 'down') },
  ...{ baseline: part(dated), target: part(dated), stretch: part(dated), lag: part(fc.integer()) },
  cadence: part(fc.constantFrom('live', 'weekly', 'yearly')),
  sensitivity: part(fc.record({ low: number, high: number })),
  keyResult: part(fc.record({ from: number, to: number, by: date, why: part(text) })),
  checks: part(fc.record({ influenceable: yes, drives: yes, oneTeam: yes })),
});

const formula = fc.oneof(
  text,
  fc
    .array(fc.constantFrom('a', 'b', 'c', "'x", '+', '-', '*', '/', '^', '(', ')', '0', '1e308', '2', ' '), { maxLength: 40 })
    .map((of) => of.join('')),
);
const whole = fc.record({
  ...{ id: text, name: text, version: fc.integer(), claims: fc.array(text, { maxLength: 4 }), value: part(text), scope: part(text) },
  metrics: fc.array(metric, { maxLength: 12 }),
  formula: part(formula),
  multipliers: part(fc.array(fc.record({ from: id, to: id, factor: number }), { maxLength: 12 })),
  rejected: part(fc.array(fc.record({ name: text, why: text }), { maxLength: 4 })),
  validation: part(
    fc.record({
      ...{ customerValue: yes, leading: yes, interviews: part(fc.integer()), gaming: part(text) },
      sceptic: part(fc.record({ name: text, agreed: fc.boolean() })),
      correlations: part(fc.array(fc.record({ with: fc.constantFrom('revenue', 'retention'), r: number, n: fc.integer(), lag: fc.nat() }))),
    }),
  ),
  rituals: part(fc.record({ review: part(fc.constantFrom('weekly', 'monthly')), reviewed: part(date), rules: part(text) })),
  ...{ people: part(fc.integer()), preset: part(fc.constantFrom('full', 'lite')) },
  changes: part(fc.array(fc.record({ version: fc.integer(), date, reason: text, northStar: yes, pivot: part(text) }), { maxLength: 5 })),
  mutes: part(
    fc.array(fc.record({ rule: fc.constantFrom(...RULES.map((rule) => rule.id), ''), about: part(id), reason: text }), { maxLength: 5 }),
  ),
});
const anyFacts = fc.record({
  framework: whole,
  today: fc.constantFrom(TODAY, day(900), ''),
  readings: fc.array(fc.tuple(id, fc.array(dated, { maxLength: 30 })), { maxLength: 6 }).map((all) => new Map(all)),
  others: fc.array(whole, { maxLength: 2 }),
  tagged: fc.array(fc.tuple(id, fc.integer())).map((all) => new Map(all)),
}) as unknown as fc.Arbitrary<Facts>;

function check(facts: Facts): void {
  const findings = lint(facts);
  const place = ({ level, rule, about }: Finding): [number, number, number] => [
    LEVELS.indexOf(level),
    RULES.findIndex(({ id: of }) => of === rule),
    facts.framework.metrics.findIndex((one) => one.id === about),
  ];
  findings.forEach((finding, i) => {
    const before = findings[i - 1];
    if (before) expect(compare(place(before), place(finding))).toBeLessThanOrEqual(0);
    const { what, todo } = findingPhrase(finding, facts.framework);
    expect(what.trim() && todo.trim()).not.toBe('');
  });
  expect(lint(facts)).toEqual(findings);
}
const compare = (a: readonly number[], b: readonly number[]): number =>
  a.map((one, i) => one - (b[i] ?? 0)).find((apart) => apart !== 0) ?? 0;

describe('hostile frameworks', () => {
  it('never throw, are in order, and have words', () => {
    fc.assert(fc.property(anyFacts, check), { numRuns: 2000, seed: 20_261_122 });
  });

  it.each(ODD)('a text of %j everywhere', (odd) => {
    for (const facts of [planner, delivery]) {
      const said = JSON.parse(
        JSON.stringify(facts.framework, (key, value) =>
          /^(name|unit|value|owner|window|formula)$/.test(key) && typeof value === 'string' ? odd : value,
        ),
      ) as Framework;
      check({ ...facts, framework: said });
    }
  });

  it('no metrics, and nothing else either', () => {
    check({ framework: { id: '', name: '', version: 1, metrics: [], claims: [] }, today: '', readings: new Map() });
  });

  it('forty metrics with two years of readings are gone through in 100 ms', () => {
    const many = crowd(planner, 32);
    const series = new Map(many.framework.metrics.map(({ id: of }, i) => [of, weekly(i, 10, 3, 104)]));
    const facts = { ...many, readings: series };
    // The best of five: what else the machine does is not the linter's.
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      lint(facts);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(100);
    expect(many.framework.metrics).toHaveLength(40);
  });

  it('sixty multipliers in circles, and a formula of 2,000 characters', () => {
    const ids = planner.framework.metrics.flatMap(({ id: of, role }) => (role === 'input' ? [of] : []));
    const multipliers = Array.from({ length: 60 }, (_, i) => ({ from: ids[i % 5] ?? '', to: ids[(i * 3 + 1) % 5] ?? '', factor: 1e12 }));
    check(framework(planner, { multipliers, formula: `${'('.repeat(1000)}a${')'.repeat(999)}` }));
    check(framework(delivery, { formula: Array.from({ length: 300 }, () => 'orders').join('*') }));
  });

  it('every metric a North Star', () => {
    check(metrics(planner, (all) => all.map((one): Metric => ({ ...one, role: 'north-star' }))));
  });
});
