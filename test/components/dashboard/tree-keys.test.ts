import { describe, expect, it } from 'vitest';
import { neighbour } from '../../../components/framework/tree-keys.ts';

const ROWS = [['o1', 'o2', 'o3'], ['g', 'star', 'h'], ['a', 'b', 'c', 'd'], []];

describe('arrow keys in the tree', () => {
  it.each([
    ['star', 'ArrowUp', 'o2'],
    ['star', 'ArrowDown', 'c'],
    ['a', 'ArrowUp', 'g'],
    ['d', 'ArrowUp', 'h'],
    ['d', 'ArrowDown', undefined],
    ['o1', 'ArrowUp', undefined],
    ['a', 'ArrowLeft', undefined],
    ['a', 'ArrowRight', 'b'],
    ['b', 'Home', 'a'],
    ['b', 'End', 'd'],
    ['b', 'Enter', undefined],
    ['nobody', 'ArrowDown', undefined],
  ])('%s %s: %s', (from, key, to) => expect(neighbour(ROWS, from, key)).toBe(to));

  it('goes from one in a row to the middle of the next', () => {
    expect(neighbour([['star'], ['a', 'b', 'c']], 'star', 'ArrowDown')).toBe('b');
    expect(neighbour([['star'], [], ['a']], 'a', 'ArrowUp')).toBe('star');
  });
});
