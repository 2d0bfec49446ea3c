import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, type Filters, orderOf, parseValues, parseView, printValues, printView, queryOf } from '../../lib/state/backlog-view.ts';
import { SCORINGS, USUAL_COLUMNS, USUAL_VIEW, type View, viewOf, withFilter } from '../../lib/state/backlog-view.ts';
import { FACETS } from '../../lib/state/facets.ts';
import { SORT_KEYS } from '../../lib/state/order.ts';
import { hashOf, parseRoute } from '../../lib/state/route.ts';

const values = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 6 });
const anyView: fc.Arbitrary<View> = fc.record({
  find: fc.string({ unit: 'grapheme' }),
  scoring: fc.constantFrom(...SCORINGS),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), order: fc.constantFrom('asc' as const, 'desc' as const) }),
  group: fc.option(fc.constantFrom(...FACETS), { nil: undefined }),
  filters: fc.dictionary(fc.constantFrom(...FACETS), values, { noNullPrototype: true }) as fc.Arbitrary<Filters>,
  columns: fc.subarray([...COLUMNS], { minLength: 1 }),
});

describe('a view of the backlog as an address', () => {
  it('is read back as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { params } = parseRoute(hashOf('backlog', printView(view)));
        expect(parseView(params)).toEqual({ view, dropped: [] });
        expect(viewOf(queryOf(view))).toEqual({ view, dropped: [] });
      }),
    );
  });

  it('has no params where all goes without saying', () => {
    expect(queryOf(USUAL_VIEW)).toBe('');
    expect(parseView({})).toEqual({ view: USUAL_VIEW, dropped: [] });
    expect(parseView({ framework: 'planner', ticket: 'github:a/b#1' })).toEqual({ view: USUAL_VIEW, dropped: [] });
  });

  it('follows the order of its way of scoring', () => {
    expect(parseView({ score: 'rice' }).view.sort).toEqual({ key: 'score', order: 'desc' });
    expect(parseView({ score: 'point' }).view.sort).toEqual({ key: 'point', order: 'desc' });
    expect(queryOf({ ...USUAL_VIEW, scoring: 'wsjf', sort: orderOf('wsjf') })).toBe('score=wsjf');
  });

  it.each([
    [{ sort: 'colour', group: 'label' }, ['sort'], { group: 'label' }],
    [{ order: 'up', effort: '3' }, ['order', 'effort'], {}],
    [{ columns: 'age,nonsense' }, ['columns'], {}],
    [{ score: 'constructor', label: ',' }, ['score', 'label'], {}],
    [{ label: 'x'.repeat(201), state: 'open' }, ['label'], { filters: { state: ['open'] } }],
  ] as const)('leaves out what it does not know of %j, and names it', (params, dropped, rest) => {
    expect(parseView(params)).toEqual({ view: { ...USUAL_VIEW, ...rest }, dropped });
  });

  it('never fails, on any text', () => {
    const names = fc.constantFrom('find', 'score', 'sort', 'order', 'group', 'columns', '__proto__', ...FACETS);
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'binary', maxLength: 30 })), (params) => {
        const { view } = parseView(params);
        expect(viewOf(queryOf(view)).dropped).toEqual([]);
      }),
    );
  });
});

describe('the values of a filter in one param', () => {
  it.each([
    [['bug', 'design'], 'bug,design'],
    [['a,b', 'c\\d', ''], 'a\\,b,c\\\\d,\\0'],
    [['\\0'], '\\\\0'],
  ])('%j', (list, text) => {
    expect(printValues(list)).toBe(text);
    expect(parseValues(text)).toEqual(list);
  });

  it('are set and taken out, and leave nothing behind', () => {
    const one = withFilter({}, 'label', 'bug', true);
    const two = withFilter(one, 'label', '', true);
    expect(two).toEqual({ label: ['bug', ''] });
    expect(withFilter(two, 'label', 'bug', true)).toEqual({ label: ['', 'bug'] });
    expect(withFilter(withFilter(two, 'label', 'bug', false), 'label', '', false)).toEqual({});
  });

  it('knows its usual columns', () => expect(COLUMNS.filter((one) => USUAL_COLUMNS.includes(one))).toEqual(USUAL_COLUMNS));
});
