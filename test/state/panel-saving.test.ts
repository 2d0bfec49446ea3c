// From a typed answer to a stored one: phases, refusals, requests.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Saved } from '../../lib/ask.ts';
import { answerWith, bench, effect, moves, other, tagOf } from './panel.stage.ts';

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

describe('what is typed while a save is under way', () => {
  const during = (more: Parameters<typeof bench>[0] = {}) => {
    const given = bench(more);
    let reply: (saved: Saved | Error) => void = () => {};
    given.gives.save = () => new Promise((done, gone) => (reply = (saved) => (saved instanceof Error ? gone(saved) : done(saved))));
    return { ...given, reply: (saved: Saved | Error) => reply(saved) };
  };
  const first = tagOf(moves(effect('activation', 2, 5)));

  it('stays as an edit of what was saved, is kept as a draft, and can be saved in turn', async () => {
    const { state, drafts, saves, reply } = during();
    answerWith(state, 'activation', '2..5');
    const done = state.save();
    state.type(0, '2..50');
    state.note.value = 'late';
    reply({ state: 'saved', tag: first });
    await done;
    expect([state.phase.value, state.tag.value, state.rows.value[0]?.text, state.note.value, state.dirty.value]).toEqual([
      'asking',
      first,
      '2..50',
      'late',
      true,
    ]);
    // The earlier one is saved, and that is said.
    expect(state.fresh.value).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect([JSON.parse(drafts.at(-1) ?? ''), state.draftKept.value]).toMatchObject([{ note: 'late' }, true]);
    const again = state.save();
    expect([saves[1]?.remarks, saves[1]?.request === saves[0]?.request]).toEqual([{ note: 'late' }, false]);
    reply({ state: 'saved', tag: tagOf(moves(effect('activation', 2, 50)), { note: 'late' }) });
    await again;
    expect([state.phase.value, state.dirty.value, state.draftKept.value]).toEqual(['answered', false, false]);
  });

  it('can be given up for what was saved', async () => {
    const { state, reply } = during();
    answerWith(state, 'activation', '2..5');
    const done = state.save();
    state.type(0, '7..8');
    reply({ state: 'saved', tag: first });
    await done;
    state.cancel();
    expect([state.phase.value, state.rows.value[0]?.text, state.dirty.value]).toEqual(['answered', '2..5', false]);
  });

  it('is nothing where it was taken back before the answer came', async () => {
    const { state, reply } = during();
    answerWith(state, 'activation', '2..5');
    const done = state.save();
    state.type(0, '2..50');
    state.type(0, '2..5');
    reply({ state: 'saved', tag: first });
    await done;
    expect([state.phase.value, state.dirty.value]).toEqual(['answered', false]);
  });

  it('stays where the save is refused, and where nobody is there any more', async () => {
    for (const [reply, phase] of [
      [{ state: 'refused', why: 'failed' } as const, 'failed'],
      [new Error('gone'), 'outdated'],
    ] as const) {
      const given = during();
      answerWith(given.state);
      const done = given.state.save();
      given.state.type(0, '7..8');
      given.reply(reply);
      await done;
      expect([given.state.phase.value, given.state.rows.value[0]?.text, given.state.dirty.value]).toEqual([phase, '7..8', true]);
    }
  });

  it('does not end by Cancel: what is on its way arrives', async () => {
    const { state, reply } = during({ tag: tagOf(other()) });
    state.edit();
    answerWith(state, 'activation', '2..5');
    const done = state.save();
    state.cancel();
    expect(state.phase.value).toBe('saving');
    reply({ state: 'saved', tag: first });
    await done;
    expect([state.phase.value, state.tag.value]).toEqual(['answered', first]);
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
