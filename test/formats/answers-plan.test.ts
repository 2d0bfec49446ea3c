// What answers of a file would change: where they go, what stays, and what is kept out with which reason.
import { describe, expect, it } from 'vitest';
import type { Foreign, Given } from '../../lib/formats/answers.ts';
import { type AnswersPlan, homesOf, planAnswers, storedKey, type StoredAnswer } from '../../lib/formats/answers-plan.ts';
import type { Answer } from '../../lib/model/tag.ts';
import { ACTIVATION, finished, HOME, INVITES, NOW } from './answers-stage.ts';

const moves = (input = 'activation', framework = 'planner', version = 2): Answer => ({
  kind: 'effects',
  effects: [{ input, low: 2, high: 6, chance: 0.8, text: '+2..6pp 80%' }],
  ...{ framework, version },
});
const given = (row: number, more: Partial<Given> = {}): Given => ({
  ...{ row, ticket: `github:Acme/App#${row}`, title: 'T', answer: moves(), at: '2026-05-01T00:00:00.000Z', ...more },
});
const FILE: Foreign = {
  id: 'other',
  name: 'Other',
  metrics: [
    { ...ACTIVATION, id: 'act' },
    { ...INVITES, kind: 'rate', unit: '' },
  ],
};
const plan = (rows: Given[], stored: [string, StoredAnswer][] = [], more: Partial<AnswersPlan> = {}) =>
  finished(
    planAnswers(
      rows,
      { homes: homesOf(['planner', 'other'], [HOME]), frameworks: [FILE], replace: false, now: NOW, ...more },
      new Map(stored),
    ),
  );
const kinds = (outcome: ReturnType<typeof plan>): string[] => outcome.changes.map(({ kind }) => kind);
const whats = (outcome: ReturnType<typeof plan>): unknown[] => outcome.faults.map(({ row, what, text }) => [row, what, text]);
const key = (row: number): string => storedKey('t-1', `github:acme/app#${row}`);

describe('what a file would change', () => {
  it('is new, changed or the same; a later version alone changes nothing', () => {
    const same: StoredAnswer = { answer: moves('activation', 'planner', 1), at: '2026-04-01T00:00:00.000Z' };
    const outcome = plan(
      [given(1), given(2), given(3, { effort: 5 })],
      [
        [key(2), same],
        [key(3), same],
      ],
    );
    expect(kinds(outcome)).toEqual(['new', 'same', 'changed']);
  });

  it('leaves what is newer here unless somebody says otherwise', () => {
    const newer: StoredAnswer = { answer: moves('invites'), at: '2026-06-01T00:00:00.000Z' };
    expect(kinds(plan([given(1)], [[key(1), newer]]))).toEqual(['older']);
    expect(kinds(plan([given(1)], [[key(1), newer]], { replace: true }))).toEqual(['changed']);
    // A sheet says no day: it is of now.
    const { at: _, ...dayless } = given(1);
    expect(kinds(plan([dayless], [[key(1), newer]]))).toEqual(['changed']);
  });

  it('keeps the remarks the file does not have', () => {
    const [change] = plan(
      [given(1, { note: 'theirs' })],
      [[key(1), { answer: moves(), at: NOW, note: 'mine', effort: 3, evidence: 'test' }]],
      {
        replace: true,
      },
    ).changes;
    expect(change?.tag).toMatchObject({ note: 'theirs', effort: 3, evidence: 'test', at: '2026-05-01T00:00:00.000Z' });
  });

  it('keeps out what is of a framework that is not here, and takes it where somebody says so: inputs by id, then by name', () => {
    const rows = [
      given(1, { answer: moves('act', 'other') }),
      given(2, { answer: moves('nothing', 'other') }),
      given(3, { answer: moves('invites', 'other') }),
    ];
    expect(whats(plan(rows))).toEqual([
      [1, 'no-framework', 'Other'],
      [2, 'no-framework', 'Other'],
      [3, 'no-framework', 'Other'],
    ]);
    const outcome = plan(rows, [], { homes: new Map([['other', HOME]]) });
    expect(outcome.changes.map(({ tag }) => tag.answer)).toEqual([{ ...moves('activation', 'planner', 3) }]);
    expect(whats(outcome)).toEqual([
      [2, 'unknown-input', 'nothing'],
      // The same name in another unit is another thing.
      [3, 'other-unit', 'Invites sent'],
    ]);
  });

  it('takes the first answer of a ticket, however it is spelt, and none of a day to come', () => {
    const outcome = plan([
      given(1),
      given(2, { ticket: 'GITHUB:acme/APP#1'.replace('GITHUB', 'github') }),
      given(3, { at: '2027-01-01T00:00:00.000Z' }),
    ]);
    expect(outcome.faults.map(({ row, what, other }) => [row, what, other])).toEqual([
      [2, 'twice', 1],
      [3, 'future', undefined],
    ]);
  });
});
