import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../popup-words.ts';
import type { Metric } from '../../../lib/model/metric.ts';
import type { Answer, Effect, Tag } from '../../../lib/model/tag.ts';
import { SAMPLE_TEAM, sampleFramework } from '../../../lib/sample/planner.ts';
import { type Basis, basisOf } from '../../../lib/state/basis.ts';
import { comparison, type Sort } from '../../../lib/state/order.ts';
import { impactOfRow, matcher, rowOf, textOf } from '../../../lib/state/ranking.ts';
import type { ReadingRow } from '../../../lib/store/db.ts';

const framework = sampleFramework('2026-11-22');
const reading = (metric: string, value: number): [string, ReadingRow] => [metric, { metric, value } as ReadingRow];
const basis = basisOf(
  { team: SAMPLE_TEAM, framework },
  new Map([reading('activation', 32), reading('templates', 34), reading('collaboration', 18.4)]),
);
const known = new Set([framework.id]);

const effect = (input: string, low: number, high: number, chance = 1): Effect => ({ input, low, high, chance, text: '' });
const moves = (...effects: Effect[]): Answer => ({ kind: 'effects', effects, framework: framework.id, version: 1 });
const other = (reason: 'debt' | 'compliance'): Answer => ({ kind: 'not-north-star', reason, framework: framework.id, version: 1 });
const tag = (n: number, answer: Answer, more: Partial<Tag> = {}): Tag => ({
  team: SAMPLE_TEAM,
  ticket: `github:a/b#${n}`,
  person: 'me',
  shown: `github:A/b#${n}`,
  title: `Ticket ${n}`,
  answer,
  at: '2026-11-01T00:00:00.000Z',
  ...more,
});
const order = (tags: readonly Tag[], sort: Sort, of: Basis = basis): string[] =>
  tags
    .map((one) => rowOf(one, of, known))
    .sort(comparison(sort, of.northStar))
    .map((row) => row.tag.ticket.replace(/.*#/, ''));

describe('rows of the backlog', () => {
  it('are ranked by the mean that the impact has, for any answer', () => {
    const input = fc.constantFrom('activation', 'templates', 'collaboration', 'completion');
    const any = fc.record({
      input,
      low: fc.double({ min: -20, max: 20, noNaN: true }),
      width: fc.double({ min: 0.01, max: 20, noNaN: true }),
      chance: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 3 }), (effects) => {
        const row = rowOf(
          tag(1, moves(...effects.map(({ input: id, low, width, chance }) => effect(id, low, low + width, chance)))),
          basis,
          known,
        );
        expect(row.gain).toBeCloseTo(impactOfRow(row, basis).mean, 6);
      }),
      { numRuns: 200 },
    );
  });

  it('fall into groups: ranked, without a worth, other work, and of a framework that is gone', () => {
    const without = (metric: Metric): Metric => {
      const { sensitivity, ...rest } = metric;
      return metric.id === 'templates' || !sensitivity ? rest : metric;
    };
    const bare = { ...framework, metrics: framework.metrics.map(without) };
    const poor = basisOf({ team: SAMPLE_TEAM, framework: bare }, new Map());
    const group = (answer: Answer) => rowOf(tag(1, answer), poor, known).group;
    expect(group(moves(effect('activation', 1, 2)))).toBe('ranked');
    expect(group(moves(effect('activation', 1, 2), effect('templates', 1, 2)))).toBe('unpriced');
    expect(group(moves(effect('gone', 1, 2)))).toBe('unpriced');
    expect(group(other('debt'))).toBe('other');
    expect(group({ ...other('debt'), framework: 'deleted' })).toBe('orphan');
  });

  it('keep the tag and nothing of what the store adds to it', () => {
    const stored = { ...tag(1, other('debt'), { effort: 3 }), cells: { answer: {} } };
    expect(rowOf(stored, basis, known).tag).toEqual(tag(1, other('debt'), { effort: 3 }));
  });
});

describe('the order', () => {
  const tags = [
    tag(1, moves(effect('activation', 1, 2)), { effort: 8, at: '2026-11-03T00:00:00.000Z', title: 'Beta 10' }),
    tag(2, moves(effect('activation', 4, 6)), { at: '2026-11-01T00:00:00.000Z', title: 'Beta 9' }),
    tag(3, moves(effect('activation', -3, -1)), { effort: 1, at: '2026-11-02T00:00:00.000Z', title: 'alpha' }),
    tag(4, moves(effect('activation', 1, 2)), { effort: 2, at: '2026-11-04T00:00:00.000Z', title: 'Émile' }),
  ];

  it.each([
    ['gain', 'desc', '2 1 4 3'],
    ['gain', 'asc', '3 1 4 2'],
    // Without effort there is no gain per point: last, whichever way round.
    ['point', 'desc', '4 1 3 2'],
    ['point', 'asc', '3 1 4 2'],
    ['effort', 'asc', '3 4 1 2'],
    ['effort', 'desc', '1 4 3 2'],
    ['age', 'asc', '4 1 3 2'],
    ['age', 'desc', '2 3 1 4'],
    ['ticket', 'asc', '3 2 1 4'],
    ['ticket', 'desc', '4 1 2 3'],
  ] as const)('by %s, %s: %s', (key, way, expected) => {
    expect(order(tags, { key, order: way }).join(' ')).toBe(expected);
  });

  it('does not depend on the order it began with', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(tags, { minLength: 4 }),
        fc.constantFrom('gain', 'point', 'effort', 'age', 'ticket'),
        (shuffled, key) => {
          expect(order(shuffled, { key, order: 'desc' })).toEqual(order(tags, { key, order: 'desc' }));
        },
      ),
    );
  });

  it('puts a fall first where lower is better', () => {
    const down = { ...basis, northStar: { ...basis.northStar, direction: 'down' as const } };
    expect(order(tags, { key: 'gain', order: 'desc' }, down).join(' ')).toBe('3 1 4 2');
  });

  it('puts the dearest of other work first', () => {
    const others = [tag(5, other('debt'), { effort: 2 }), tag(6, other('debt')), tag(7, other('compliance'), { effort: 8 })];
    expect(order(others, { key: 'gain', order: 'desc' }).join(' ')).toBe('7 5 6');
  });
});

describe('the filter', () => {
  const finds = (find: string, one: Tag): boolean => matcher(find)(textOf(one, basis.inputs));
  const ticket = tag(1842, moves(effect('activation', 1, 2)), { title: 'Ask for the FIRST project' });

  it.each(['first', 'project ask', '1842', 'a/b#18', 'activation', 'new team', '  ', ''])('%j finds it', (find) =>
    expect(finds(find, ticket)).toBe(true),
  );
  it.each(['second', 'first second', 'debt', 'templates'])('%j does not', (find) => expect(finds(find, ticket)).toBe(false));
  it('finds other work by its reason', () => expect(finds('debt', tag(1, other('debt')))).toBe(true));
});
