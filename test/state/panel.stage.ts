// A question with two inputs, and a background that answers when the test says so.
import { type Signal, signal } from '@preact/signals-core';
import { vi } from 'vitest';
import type { Question, QuestionTag, Reply, Saved } from '../../lib/ask.ts';
import type { Answer, Remarks } from '../../lib/model/tag.ts';
import '../components/popup-words.ts';
import { type MeaningOf, meaningOf } from '../../lib/state/meaning.ts';
import { createPanelState, type PanelState } from '../../lib/state/panel.ts';

const metric = { kind: 'count' as const, unit: 'teams', direction: 'up' as const };
const on = (value: number) => ({ value, date: '2026-12-31' });
export const QUESTION: Question = {
  state: 'ask',
  team: 't-1',
  framework: { id: 'planner', version: 3, name: 'Planner', sample: false },
  northStar: { ...metric, id: 'teams', name: 'Active teams', role: 'north-star', current: 6840 },
  inputs: [
    {
      ...metric,
      id: 'activation',
      name: 'Activation',
      role: 'input',
      kind: 'rate',
      unit: '',
      current: 32,
      target: on(36),
      sensitivity: { low: 45, high: 75 },
    },
    {
      ...metric,
      id: 'events',
      name: 'Events',
      role: 'input',
      unit: 'events',
      current: 100,
      target: on(200),
      sensitivity: { low: 2, high: 2 },
    },
    { ...metric, id: 'plain', name: 'Plain', role: 'input', unit: 'things' },
  ],
  alsoClaimed: [],
};

export const effect = (input: string, low: number, high: number) => ({ input, low, high, chance: 1, text: `${low}..${high}` });
export const moves = (...effects: ReturnType<typeof effect>[]): Answer => ({ kind: 'effects', effects, framework: 'planner', version: 3 });
export const other = (reason: 'debt' | 'compliance' = 'debt'): Answer => ({
  kind: 'not-north-star',
  reason,
  framework: 'planner',
  version: 3,
});
export const tagOf = (answer: Answer, more: Partial<QuestionTag> = {}): QuestionTag => ({
  answer,
  at: '2026-11-22T10:00:00.000Z',
  op: 'op-000001',
  lines: { what: 'what', why: 'why' },
  ...more,
});

interface SaveCall {
  readonly answer: Answer;
  readonly remarks: Remarks;
  readonly request: string;
}

export interface Bench {
  readonly state: PanelState;
  readonly saves: SaveCall[];
  readonly undos: { op: string; request: string }[];
  readonly drafts: (string | undefined)[];
  /** What the next calls come back with; a promise keeps them waiting, a rejection is a dead extension. */
  readonly gives: { save: () => Promise<Saved>; undo: () => Promise<Reply>; draft: () => Promise<boolean>; bring: () => Promise<boolean> };
}

/** @param arithmetic there from the start unless a test holds it back */
export function bench(more: Partial<Question> = {}, arithmetic: Signal<MeaningOf | undefined> = signal(meaningOf)): Bench {
  const [saves, undos, drafts]: [SaveCall[], Bench['undos'], (string | undefined)[]] = [[], [], []];
  const gives: Bench['gives'] = {
    save: async () => ({
      state: 'saved',
      tag: tagOf(saves.at(-1)?.answer ?? other(), { ...saves.at(-1)?.remarks, op: saves.at(-1)?.request ?? '' }),
    }),
    undo: async () => QUESTION,
    draft: async () => true,
    bring: async () => true,
  };
  const state = createPanelState(
    { ...QUESTION, ...more },
    {
      save: (answer, remarks, request) => {
        saves.push({ answer, remarks, request });
        return gives.save();
      },
      undo: (op, request) => {
        undos.push({ op, request });
        return gives.undo();
      },
      keepDraft: (draft) => {
        drafts.push(draft);
        return gives.draft();
      },
      bring: () => gives.bring(),
    },
    arithmetic,
  );
  return { state, saves, undos, drafts, gives };
}

/** Lets everything that is on its way arrive. */
export const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
/** Types an effect on an input, as far as it can be saved. */
export function answerWith(state: PanelState, input = 'activation', text = '+2..5'): void {
  state.choose(input);
  state.type(0, text);
}
