import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, parseRoute, VIEWS } from '../../../lib/state/route.ts';

describe('the address of a view', () => {
  it.each([
    ['', 'status', {}],
    ['#/', 'status', {}],
    ['#/backlog', 'backlog', {}],
    ['#/backlog/', 'backlog', {}],
    ['#backlog', 'backlog', {}],
    ['#/backlog?sort=age&order=desc', 'backlog', { sort: 'age', order: 'desc' }],
    ['#/backlog?find=a%26b+c', 'backlog', { find: 'a&b c' }],
    ['#/backlog?find=', 'backlog', {}],
    ['#/backlog?find=what?', 'backlog', { find: 'what?' }],
    ['#/BACKLOG', 'status', {}],
    ['#/nowhere?framework=x', 'status', { framework: 'x' }],
    ['#/__proto__', 'status', {}],
    ['#/data?%E0%A4%A', 'data', {}],
  ])('%s', (hash, view, params) => {
    const route = parseRoute(hash);
    expect(route.view).toBe(view);
    expect(route.params).toEqual(params);
  });

  it('is read back as it was written', () => {
    const name = fc.constantFrom('framework', 'find', 'sort', 'order', 'ticket');
    fc.assert(
      fc.property(
        fc.constantFrom(...VIEWS),
        fc.dictionary(name, fc.string({ unit: 'grapheme', minLength: 1 }), { noNullPrototype: true }),
        (view, params) => {
          expect(parseRoute(hashOf(view, params))).toEqual({ view, params });
        },
      ),
    );
  });

  it('leaves out what is empty', () => {
    expect(hashOf('backlog', { find: '', sort: undefined })).toBe('#/backlog');
  });

  it('never fails, on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (hash) => {
        expect(VIEWS).toContain(parseRoute(hash).view);
      }),
    );
  });
});
