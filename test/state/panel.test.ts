// The answer in the making: what is picked and typed, and what it means.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OTHER, REASONS } from '../../lib/state/draft.ts';
import { answerWith, bench, effect, moves, other, settle, tagOf } from './panel.stage.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('beginning', () => {
  it('is empty where nothing was answered', () => {
    const { state, drafts } = bench();
    expect([
      state.phase.value,
      state.pick.value,
      state.rows.value,
      state.meaning.value?.answer,
      state.dirty.value,
      state.draftKept.value,
    ]).toEqual(['asking', '', [], undefined, false, false]);
    expect(drafts).toEqual([]);
  });

  it('is the answer where there is one, ready to be edited', () => {
    const { state } = bench({ tag: tagOf(moves(effect('activation', 2, 5), effect('events', -2, -1)), { note: 'n', effort: 2.5 }) });
    expect([state.phase.value, state.dirty.value]).toEqual(['answered', false]);
    expect([state.pick.value, state.rows.value, state.note.value, state.effort.value]).toEqual([
      'activation',
      [
        { input: 'activation', text: '2..5' },
        { input: 'events', text: '-2..-1' },
      ],
      'n',
      '2.5',
    ]);
    expect(bench({ tag: tagOf(other('compliance')) }).state.reason.value).toBe('compliance');
  });

  it('is the draft where one was kept, even over an answer', () => {
    const draft = JSON.stringify({ pick: 'events', rows: [{ input: 'events', text: '3' }], reason: '', note: 'half', effort: '' });
    const { state, drafts } = bench({ draft, tag: tagOf(other()) });
    expect([state.phase.value, state.pick.value, state.note.value, state.draftKept.value, state.dirty.value]).toEqual([
      'asking',
      'events',
      'half',
      true,
      true,
    ]);
    expect(drafts).toEqual([]);
  });

  it.each(['', 'not json', 'null', '5', '"text"'])('takes a draft of %j for none, and has it dropped', async (draft) => {
    const { state, drafts } = bench({ draft, tag: tagOf(other()) });
    expect([state.phase.value, state.draftKept.value]).toEqual(['answered', false]);
    state.edit();
    await settle();
    expect([drafts, state.draftKept.value]).toEqual([[undefined], false]);
  });

  it.each(['{"rows":null}', '{"rows":5}', '{"rows":[null]}', '{"pick":5,"rows":[{"input":"activation"}]}', '{"effort":5}'])(
    'takes a draft of another shape for none: %s',
    (draft) => {
      const { state } = bench({ draft, tag: tagOf(other()) });
      expect([state.meaning.value?.rows, state.meaning.value?.problem, state.phase.value]).toEqual([[], undefined, 'answered']);
    },
  );
});

describe('choosing and typing', () => {
  it('gives an effect on the input, and what it is worth', () => {
    const { state } = bench();
    answerWith(state);
    expect(state.meaning.value?.answer).toEqual(moves({ ...effect('activation', 2, 5), text: '+2..5' }));
    expect(state.meaning.value?.impact?.mean).toBeGreaterThan(150);
    expect(state.meaning.value?.impact?.mean).toBeLessThan(260);
    expect(state.dirty.value).toBe(true);
  });

  it('has no worth where an input has no sensitivity, and is an answer all the same', () => {
    const { state } = bench();
    answerWith(state, 'plain', '5..9');
    expect(state.meaning.value?.answer).toMatchObject({ kind: 'effects' });
    expect(state.meaning.value?.impact).toBeUndefined();
  });

  it('names what is wrong, and is then no answer', () => {
    const { state } = bench();
    answerWith(state, 'activation', 'abc');
    expect([state.meaning.value?.answer, state.meaning.value?.problem]).toMatchObject([undefined, { code: 'not-a-number' }]);
    state.type(0, '');
    expect([state.meaning.value?.answer, state.meaning.value?.problem]).toMatchObject([undefined, { code: 'empty' }]);
  });

  it('clears a quick size when the input is switched, and keeps what was typed', () => {
    const { state } = bench();
    state.choose('activation');
    state.step(1);
    expect(state.meaning.value?.sizeIndex).toBe(0);
    state.choose('events');
    expect(state.rows.value).toEqual([{ input: 'events', text: '' }]);
    state.type(0, '7..9 60%');
    state.choose('activation');
    expect(state.rows.value).toEqual([{ input: 'activation', text: '7..9 60%' }]);
    state.choose('activation');
    expect(state.rows.value).toEqual([{ input: 'activation', text: '7..9 60%' }]);
  });

  it('keeps the rows while "Not North Star work" is looked at', () => {
    const { state } = bench();
    answerWith(state);
    state.choose(OTHER);
    expect([state.meaning.value?.answer, state.meaning.value?.problem]).toEqual([undefined, undefined]);
    state.reason.value = 'debt';
    expect(state.meaning.value?.answer).toEqual(other());
    state.choose('activation');
    expect(state.rows.value).toEqual([{ input: 'activation', text: '+2..5' }]);
  });

  // By way of "Not North Star work" the size of one input arrives at another as if it had been typed there.
  it('clears a quick size also by way of "Not North Star work"', () => {
    const { state } = bench();
    state.choose('activation');
    state.step(1);
    state.choose(OTHER);
    state.choose('events');
    expect(state.rows.value).toEqual([{ input: 'events', text: '' }]);
  });

  it('steps through sizes and reasons with arrows, and stops at the ends', () => {
    const { state } = bench();
    state.step(1);
    expect(state.rows.value).toEqual([]);
    state.choose('activation');
    const through = (by: -1 | 1, times: number) => Array.from({ length: times }, () => (state.step(by), state.meaning.value?.sizeIndex));
    expect(through(1, 4)).toEqual([0, 1, 2, 2]);
    expect(through(-1, 3)).toEqual([1, 0, 0]);
    state.type(0, 'typed');
    expect(through(-1, 1)).toEqual([2]);
    state.choose('plain');
    state.step(1);
    expect(state.rows.value).toEqual([{ input: 'plain', text: '' }]);
    state.choose(OTHER);
    const reasons = (by: -1 | 1, times: number) => Array.from({ length: times }, () => (state.step(by), state.reason.value));
    expect(reasons(1, 5)).toEqual([...REASONS, REASONS.at(-1)]);
    expect(reasons(-1, 1)).toEqual(['compliance']);
  });
});
