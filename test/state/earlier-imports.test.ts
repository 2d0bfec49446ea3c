// Taking an earlier import back: chunk by chunk, once, and no further than the first refusal.
import { describe, expect, it } from 'vitest';
import type { Done } from '../../lib/ask.ts';
import { createEarlierImports } from '../../lib/state/earlier-imports.ts';

const ONE = {
  id: 'one',
  team: 't-1',
  kind: 'readings' as const,
  file: 'a.csv',
  at: '2026-11-22T10:00:00.000Z',
  rows: 3,
  left: 0,
  open: ['a-0', 'a-1', 'a-2'],
  undoable: true,
};

function stage(answer: (of: string) => Done = () => ({ state: 'done', count: 1 })) {
  const asked: string[] = [];
  let changes = 0;
  const earlier = createEarlierImports(
    async (of, team) => {
      asked.push(`${team} ${of}`);
      return answer(of);
    },
    () => changes++,
  );
  earlier.show([ONE]);
  return { earlier, asked, changes: () => changes };
}

describe('an earlier import', () => {
  it('is taken back whole, once however often it is pressed', async () => {
    const { earlier, asked, changes } = stage();
    await Promise.all([earlier.undo('one'), earlier.undo('one')]);
    expect(asked).toEqual(['t-1 a-0', 't-1 a-1', 't-1 a-2']);
    expect(earlier.taking.value).toEqual({ id: 'one', at: 'undone', done: 3, of: 3 });
    expect(changes()).toBe(1);
  });

  it('says why where it is refused, and asks no further', async () => {
    const { earlier, asked, changes } = stage((of) => (of === 'a-1' ? { state: 'refused', why: 'disk-full' } : { state: 'done' }));
    await earlier.undo('one');
    expect(asked).toHaveLength(2);
    expect(earlier.taking.value).toEqual({ id: 'one', at: 'kept', done: 1, of: 3, why: 'disk-full' });
    expect(changes()).toBe(1);
  });

  it('that is not listed is left alone', async () => {
    const { earlier, asked } = stage();
    await earlier.undo('two');
    expect(asked).toEqual([]);
  });
});
