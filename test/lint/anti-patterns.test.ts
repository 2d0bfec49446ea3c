// One bad example for each thing the seed documents warn of (82-99), as one would meet it.
import { describe, expect, it } from 'vitest';
import { lint } from '../../lib/lint/lint.ts';
import type { Facts } from '../../lib/lint/rule.ts';
import { type RuleId, RULES } from '../../lib/lint/rules.ts';
import type { Framework } from '../../lib/model/framework.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { day, goals, readings, TODAY, weekly } from './facts.ts';

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
const metric = (name: string, role: Metric['role'], more: Partial<Metric> = {}): Metric => ({
  ...{ id: slug(name), name, role, kind: 'count', unit: 'things', window: 'week', direction: 'up' },
  ...more,
});
const inputs = (...names: string[]): Metric[] => names.map((name) => metric(name, 'input'));

/** A framework as somebody in a hurry would write it. */
const of = (northStar: string, under: readonly Metric[], more: Partial<Framework> = {}): Facts => ({
  framework: {
    ...{ id: 'f', name: 'F', version: 1, claims: [] },
    metrics: [...(northStar ? [metric(northStar, 'north-star', goals(100, 200, 300))] : []), ...under],
    ...more,
  },
  today: TODAY,
  readings: new Map(),
});

const THREE = inputs('New teams activated', 'Teams back in week two', 'Teams adding members');
const MESSAGES = of('Messages sent within organizations', THREE);
/** Each function has its own number, and reaches it. */
const SILOS = [...'abc'].reduce(
  (facts, id, i) => readings(facts, id, weekly(i, 199, 0.1)),
  readings(
    of(
      'Teams finishing projects',
      [...'abc'].map((id) => metric(`Number of ${id}`, 'input', { id, ...goals(100, 200, 300) })),
    ),
    slug('Teams finishing projects'),
    weekly(9, 80, 0.1),
  ),
);

const EXAMPLES: readonly (readonly [requirement: number, why: string, facts: Facts, rules: readonly RuleId[]])[] = [
  [82, 'a North Star and nothing under it', of('Nights booked', []), ['no-inputs']],
  [83, 'forty numbers and no North Star', of('', inputs('Sprint velocity', 'Marketing leads', 'Closed deals')), ['no-north-star']],
  [84, 'total registered users', of('Total registered users', THREE), ['vanity-north-star']],
  [84, 'page views', of('Page views', THREE), ['vanity-north-star']],
  [85, 'revenue', of('Monthly recurring revenue (MRR)', THREE), ['revenue-north-star']],
  [85, 'merchandise volume', of('Gross merchandise volume', THREE), ['revenue-north-star']],
  [86, 'features shipped', of('Number of features shipped', THREE), ['shipped-north-star']],
  [87, 'the promoter score', of('NPS score', THREE), ['nps-north-star']],
  [88, 'daily active users', of('DAU', THREE), ['dau-north-star']],
  [
    89,
    'a number of one team',
    of(
      'Support requests answered',
      THREE.map((one) => ({ ...one, owner: 'Support' })),
    ),
    ['one-team-north-star'],
  ],
  [90, 'eight inputs', of('Nights booked', inputs(...'ABCDEFGH')), ['many-inputs']],
  [
    91,
    'two inputs that are one',
    ['visits', 'sessions'].reduce(
      (facts, id) => readings(facts, id, weekly(5, 50, 4)),
      of('Nights booked', [metric('Visits', 'input'), metric('Sessions', 'input'), metric('Listings', 'input')]),
    ),
    ['correlated-inputs'],
  ],
  [92, 'two North Stars for one product', { ...MESSAGES, others: [of('Calls held', THREE, { id: 'g' }).framework] }, ['scope-shared']],
  [
    93,
    'another North Star after four months',
    of('Nights booked', THREE, {
      changes: [
        { version: 1, date: day(-160), reason: 'First.' },
        { version: 2, date: day(-40), reason: 'A new idea.', northStar: true },
      ],
    }),
    ['changed-often'],
  ],
  [93, 'nobody has asked in a year', of('Nights booked', THREE, { rituals: { reviewed: day(-365) } }), ['review-overdue']],
  [94, 'every function on target, the product behind', SILOS, ['siloed']],
  [95, 'numbers from last month', readings(MESSAGES, 'new-teams-activated', weekly(1, 5, 1).slice(0, -4)), ['stale-reading']],
  [
    96,
    'features taken for outcomes',
    of('Projects finished', inputs('Gantt views', 'Features released', 'Comments'), {
      value: 'Gantt charts and an easy-to-use planning tool.',
    }),
    ['feature-value', 'work-input'],
  ],
  [97, 'chosen in one meeting', MESSAGES, ['validation-skipped', 'no-rationale']],
  [98, 'new signups', of('New signups', THREE), ['gameable-north-star']],
  [
    99,
    'a dashboard that pulls apart',
    of('Lessons learned well', [...THREE, ...[...'ABCDEFGHIJK'].map((name) => metric(name, 'health'))], {
      multipliers: [{ from: 'new-teams-activated', to: 'teams-back-in-week-two', factor: -0.2 }],
    }),
    ['crowded', 'inputs-conflict'],
  ],
];

describe('what the documents warn of', () => {
  it('has an example each', () => {
    const numbers = new Set(EXAMPLES.map(([number]) => number));
    expect([...numbers].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, i) => 82 + i));
  });

  it.each(EXAMPLES)('%i, %s', (requirement, _, facts, rules) => {
    expect(lint(facts).map(({ rule }) => rule)).toEqual(expect.arrayContaining([...rules]));
    for (const id of rules) expect(RULES.find((rule) => rule.id === id)?.requirement, id).toContain(requirement);
  });
});
