// From a typed answer to a stored one: phases, refusals, requests.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Saved } from '../../lib/ask.ts';
import { answerWith, bench, effect, moves } from './panel.stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('saving', () => {
  it('goes through saving to answered, and offers Undo for a while', async () => {
    const { state, saves } = bench();
    answerWith(state);
    state.note.value = ' why ';
    const done = state.save();
    expect(state.phase.value).toBe('saving');
    await state.save();
    await done;
    expect(saves).toEqual([
      {
        answer: moves({ ...effect('activation', 2, 5), text: '+2..5' }),
        remarks: { note: 'why' },
        request: expect.stringMatching(/^[0-9a-z-]{8,64}$/),
      },
    ]);
    expect([state.phase.value, state.fresh.value, state.dirty.value, state.tag.value?.note]).toEqual(['answered', true, false, 'why']);
    vi.advanceTimersByTime(10_000);
    expect(state.fresh.value).toBe(true);
    vi.advanceTimersByTime(5000);
    expect(state.fresh.value).toBe(false);
  });

  it('does nothing without an answer', async () => {
    const { state, saves } = bench();
    await state.save();
    state.choose('activation');
    await state.save();
    expect([saves, state.phase.value]).toEqual([[], 'asking']);
  });

  it.each(['disk-full', 'wrong-ticket', 'failed'] as const)(
    'says why it was refused (%s), keeps everything, and can be tried again',
    async (why) => {
      const { state, gives, saves } = bench();
      const { save } = gives;
      gives.save = async (): Promise<Saved> => ({ state: 'refused', why });
      answerWith(state);
      await state.save();
      expect([state.phase.value, state.refusal.value, state.tag.value, state.dirty.value, state.rows.value.length]).toEqual([
        'failed',
        why,
        undefined,
        true,
        1,
      ]);
      gives.save = save;
      await state.save();
      expect([state.phase.value, state.refusal.value]).toEqual(['answered', undefined]);
      expect(saves[1]?.request).toBe(saves[0]?.request);
    },
  );

  it('says that it is outdated where the extension is gone, and keeps everything', async () => {
    const { state, gives } = bench();
    gives.save = () => Promise.reject(new Error('gone'));
    answerWith(state);
    await state.save();
    expect([state.phase.value, state.dirty.value, state.rows.value.length]).toEqual(['outdated', true, 1]);
  });
});

describe('the request', () => {
  it('is the same for the same content, and another after every change', async () => {
    const { state, saves, gives } = bench();
    gives.save = async () => ({ state: 'refused', why: 'failed' });
    answerWith(state);
    const requests: string[] = [];
    const changes = [
      () => {},
      () => {},
      () => state.type(0, '+3..5'),
      () => state.type(0, '+2..5'),
      () => (state.note.value = 'n'),
      () => (state.effort.value = '3'),
    ];
    for (const change of changes) {
      change();
      await state.save();
      requests.push(saves.at(-1)?.request ?? '');
    }
    expect(requests[1]).toBe(requests[0]);
    expect(new Set(requests.slice(1)).size).toBe(changes.length - 1);
  });

  it('is another in another panel', async () => {
    const one = bench();
    const two = bench();
    for (const { state } of [one, two]) {
      answerWith(state);
      await state.save();
    }
    expect(two.saves[0]?.request).not.toBe(one.saves[0]?.request);
  });

  // The store takes the second save for a repetition of the first, which was taken back: nothing is stored.
  it('is another once the save it named was taken back', async () => {
    const { state, saves } = bench();
    answerWith(state);
    await state.save();
    await state.undo();
    await state.save();
    expect(saves[1]?.request).not.toBe(saves[0]?.request);
  });
});
