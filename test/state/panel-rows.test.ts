// Several inputs in one answer, and the effort beside it.
import { describe, expect, it } from 'vitest';
import { answerWith, bench, QUESTION } from './panel.stage.ts';

describe('two inputs and more', () => {
  it('add up, each with its own sign', () => {
    const { state } = bench();
    answerWith(state);
    const alone = state.meaning.value?.impact?.mean ?? 0;
    state.addRow();
    expect([state.rows.value.length, state.rows.value[1], state.meaning.value?.answer]).toEqual([
      2,
      { input: 'events', text: '' },
      undefined,
    ]);
    state.type(1, '-20..-10');
    expect(state.meaning.value?.answer).toMatchObject({ effects: [{ input: 'activation' }, { input: 'events', low: -20, high: -10 }] });
    expect((state.meaning.value?.impact?.mean ?? 0) - alone).toBeCloseTo(-30, 0);
  });

  it('never name an input twice, and are three at most', () => {
    const { state } = bench({ inputs: [...QUESTION.inputs, { ...QUESTION.inputs[1]!, id: 'fourth' }] });
    answerWith(state, 'events', '1..2');
    for (let i = 0; i < 4; i++) state.addRow();
    expect(state.rows.value.map(({ input }) => input)).toEqual(['events', 'activation', 'plain']);
    state.setInput(2, 'fourth');
    state.choose('activation');
    expect(state.rows.value).toEqual([
      { input: 'activation', text: '1..2' },
      { input: 'fourth', text: '' },
    ]);
    state.removeRow(1);
    expect(state.meaning.value?.answer).toMatchObject({ effects: [{ input: 'activation' }] });
    const small = bench({ inputs: QUESTION.inputs.slice(0, 1) }).state;
    answerWith(small);
    small.addRow();
    expect(small.rows.value).toHaveLength(1);
  });

  it('name the problem of whichever row has one', () => {
    const { state } = bench();
    answerWith(state);
    state.addRow();
    state.type(1, '5..2');
    expect([state.meaning.value?.problem, state.meaning.value?.answer]).toMatchObject([{ code: 'reversed' }, undefined]);
  });
});

describe('effort', () => {
  it.each<[string, number | undefined, 'effort' | undefined]>([
    ['', undefined, undefined],
    ['  ', undefined, undefined],
    ['3', 3, undefined],
    [' 2,5 ', 2.5, undefined],
    ['0.5', 0.5, undefined],
    ['10000', 10_000, undefined],
    ['10001', undefined, 'effort'],
    ['0', undefined, 'effort'],
    ['-1', undefined, 'effort'],
    ['abc', undefined, 'effort'],
    ['3 points', undefined, 'effort'],
    ['Infinity', undefined, 'effort'],
    ['NaN', undefined, 'effort'],
  ])('%j: %s, %s', async (text, value, problem) => {
    const { state, saves } = bench();
    answerWith(state);
    state.effort.value = text;
    expect([state.meaning.value?.problem, state.meaning.value?.answer === undefined]).toEqual([problem, problem !== undefined]);
    await state.save();
    expect(saves.map(({ remarks }) => remarks)).toEqual(problem ? [] : [value === undefined ? {} : { effort: value }]);
  });

  it('of "1,000" is a thousand points, or a question, but not one point', async () => {
    const { state, saves } = bench();
    answerWith(state);
    state.effort.value = '1,000';
    await state.save();
    expect(saves.map(({ remarks }) => remarks.effort)).not.toEqual([1]);
  });
});
