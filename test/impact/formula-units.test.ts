import { describe, expect, it, test } from 'vitest';
import { checkUnits, formatUnit, readUnit, type Unit, unitOf } from '../../lib/impact/formula-units.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { delivered, DELIVERY, formulaOf, metric } from './delivery.ts';

const shown = (unit: Unit | undefined): string | undefined => unit && formatUnit(unit);

describe('a unit as it is written', () => {
  test.each([
    ['orders', 'orders'],
    ['Items per Order', 'items per order'],
    ['teams/week', 'teams per week'],
    ['events / team / week', 'events per team per week'],
    ['weekly active teams', 'weekly active teams'],
    ['items per item', ''],
    ['%', ''],
    ['pp', ''],
    ['per cent', ''],
    ['', undefined],
    ['orders per 100 visits', undefined],
    ['/', undefined],
    ['€ per order', undefined],
  ])('%j is %j', (text, expected) => expect(shown(readUnit(text))).toBe(expected));

  test.each([
    ['order', 'orders'],
    ['box', 'boxes'],
    ['company', 'companies'],
    ['status', 'statuses'],
    ['release', 'releases'],
    ['match', 'matches'],
    ['day', 'days'],
    ['class', 'classes'],
    ['person', 'people'],
    ['item per order', 'Items/orders'],
    ['active team', 'active  teams'],
    ['sign-up', 'sign-ups'],
  ])('%s and %s are the same', (one, many) => {
    expect([...(readUnit(one)?.keys() ?? [])]).toEqual([...(readUnit(many)?.keys() ?? ['none'])]);
  });

  it('tells what is not the same', () => {
    const keys = ['orders', 'order items', 'users', 'buses', 'news'].map((text) => [...(readUnit(text)?.keys() ?? [])].join());
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the unit of a formula', () => {
  it('is items for items received on time (requirement 100)', () => {
    expect(shown(unitOf(delivered, DELIVERY) as Unit)).toBe('items');
    expect(checkUnits(delivered, DELIVERY)).toBe('fits');
  });

  test.each([
    ['orders * items_per_order', 'fits'],
    ['items_per_order * 52 * orders - orders * items_per_order * (1 - on_time)', 'fits'],
    ['orders', { code: 'wrong-unit', found: 'orders', wanted: 'items' }],
    ['orders^2 * items_per_order', { code: 'wrong-unit', found: 'orders x items', wanted: 'items' }],
    ['orders^2 / items_per_order', { code: 'wrong-unit', found: 'orders^3 per items', wanted: 'items' }],
    ['1 / orders', { code: 'wrong-unit', found: '1 per orders', wanted: 'items' }],
    ['on_time', { code: 'wrong-unit', found: '', wanted: 'items' }],
    ['orders^0 * items_per_order * orders', 'fits'],
    [
      'orders * items_per_order + orders * fulfilled',
      { code: 'units-differ', left: 'orders * items_per_order', right: 'orders * fulfilled', leftUnit: 'items', rightUnit: 'orders' },
    ],
    ['orders - 5', { code: 'units-differ', left: 'orders', right: '5', leftUnit: 'orders', rightUnit: '' }],
    ['-(on_time - orders)', { code: 'units-differ', left: 'on_time', right: 'orders', leftUnit: '', rightUnit: 'orders' }],
  ])('%s', (text, expected) => expect(checkUnits(formulaOf(text), DELIVERY)).toEqual(expected));

  it('cannot tell what a nameless unit makes, which is no mistake', () => {
    const unnamed = (id: string): Metric[] => DELIVERY.map((one) => (one.id === id ? { ...one, unit: '' } : one));
    expect(checkUnits(formulaOf('orders * items_per_order + on_time'), unnamed('orders'))).toBe('unknown');
    expect(checkUnits(delivered, unnamed('received'))).toBe('unknown');
    expect(checkUnits(delivered, [])).toBe('unknown');
    // What is known to be wrong is still wrong.
    expect(checkUnits(formulaOf('orders + (items_per_order - on_time)'), unnamed('orders'))).toMatchObject({ code: 'units-differ' });
  });

  it('takes a rate for a pure number, whatever its unit says', () => {
    const metrics = [
      metric('n', { role: 'north-star', unit: 'teams' }),
      metric('new', { unit: 'team' }),
      metric('rate', { kind: 'rate', unit: 'odd' }),
    ];
    expect(checkUnits(formulaOf('new * rate', metrics), metrics)).toBe('fits');
    const share = [metric('n', { role: 'north-star', kind: 'rate', unit: '' }), ...metrics.slice(1)];
    expect(checkUnits(formulaOf('new / new * rate', share), share)).toBe('fits');
  });
});
