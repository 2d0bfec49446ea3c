// Taking an answer back, and changing it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerWith, bench, effect, moves, other, QUESTION, settle, tagOf } from './panel.stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('undo', () => {
  it('of the first answer asks again, with what was typed', async () => {
    const { state, undos, saves } = bench();
    answerWith(state);
    await state.save();
    await state.undo();
    expect(undos).toEqual([{ op: saves[0]?.request, request: expect.any(String) }]);
    expect([state.phase.value, state.tag.value, state.fresh.value, state.dirty.value, state.rows.value.length]).toEqual([
      'asking',
      undefined,
      false,
      true,
      1,
    ]);
  });

  it('of an edit shows the answer before', async () => {
    const before = tagOf(moves(effect('activation', 1, 2)), { op: 'op-before' });
    const { state, gives } = bench({ tag: before });
    state.edit();
    state.type(0, '+3..5');
    await state.save();
    gives.undo = async () => ({ ...QUESTION, tag: before });
    await state.undo();
    expect([state.phase.value, state.tag.value, state.fresh.value]).toEqual(['answered', before, false]);
    state.edit();
    state.cancel();
    expect([state.phase.value, state.rows.value]).toEqual(['answered', [{ input: 'activation', text: '1..2' }]]);
  });

  it('keeps the answer where it was refused, and is outdated where nobody is there', async () => {
    const { state, gives } = bench({ tag: tagOf(other()) });
    gives.undo = async () => ({ state: 'refused', why: 'disk-full' });
    await state.undo();
    expect([state.phase.value, state.tag.value?.answer]).toEqual(['answered', other()]);
    gives.undo = () => Promise.reject(new Error('gone'));
    await state.undo();
    expect(state.phase.value).toBe('outdated');
  });

  it('says why it was refused', async () => {
    const { state, gives } = bench({ tag: tagOf(other()) });
    gives.undo = async () => ({ state: 'refused', why: 'disk-full' });
    await state.undo();
    expect(state.refusal.value).toBe('disk-full');
  });

  it('does nothing without an answer', async () => {
    const { state, undos } = bench();
    await state.undo();
    expect(undos).toEqual([]);
  });
});

describe('editing', () => {
  it('can be given up: all is as it was, and the draft is dropped', async () => {
    const { state, drafts } = bench({ tag: tagOf(moves(effect('activation', 2, 5)), { note: 'n', effort: 2 }) });
    state.edit();
    expect([state.phase.value, state.dirty.value]).toEqual(['asking', false]);
    state.choose('events');
    state.note.value = 'other';
    state.effort.value = '9';
    expect(state.dirty.value).toBe(true);
    state.cancel();
    await settle();
    expect([state.phase.value, state.pick.value, state.note.value, state.effort.value, state.rows.value]).toEqual([
      'answered',
      'activation',
      'n',
      '2',
      [{ input: 'activation', text: '2..5' }],
    ]);
    expect(drafts.at(-1)).toBeUndefined();
    state.edit();
    expect([state.dirty.value, state.draftKept.value]).toEqual([false, false]);
  });

  it('takes the Undo of the last save away', async () => {
    const { state } = bench();
    answerWith(state);
    await state.save();
    state.edit();
    expect([state.fresh.value, state.phase.value]).toEqual([false, 'asking']);
  });

  // The panel has no field for it, sends none, and the save then takes it away.
  it('keeps the evidence of the answer', async () => {
    const { state, saves } = bench({ tag: tagOf(moves(effect('activation', 2, 5)), { evidence: 'users' }) });
    state.edit();
    state.note.value = 'more';
    await state.save();
    expect(saves[0]?.remarks.evidence).toBe('users');
  });

  // What was sent and what came back differ in blanks, or in rows put aside: that counts as something typed.
  it('that was given up leaves nothing typed, also where the note had a blank at its end', async () => {
    const { state, drafts } = bench();
    answerWith(state);
    state.note.value = 'why ';
    await state.save();
    state.edit();
    state.cancel();
    const before = drafts.length;
    state.edit();
    await settle();
    expect([state.dirty.value, drafts.length]).toEqual([false, before]);
  });
});
