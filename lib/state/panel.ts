// The answer in the making: what was picked and typed, what it means, and whether it is stored.
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Measured, Question, QuestionTag, Refusal, Reply, Saved } from '../ask.ts';
import { type Impact, impactIfMoved, impactOf, termsOf } from '../impact/impact.ts';
import type { Problem } from '../impact/problem.ts';
import { type QuickSize, quickSizes } from '../impact/quick.ts';
import { parseEffect, type Typed } from '../impact/typed.ts';
import type { Answer, Effect, Remarks } from '../model/tag.ts';

export const OTHER = 'not-north-star';
export type Reason = Extract<Answer, { kind: 'not-north-star' }>['reason'];
export const REASONS: readonly Reason[] = ['infrastructure', 'debt', 'compliance', 'other'];

/** One row of "how much on which input". */
export interface Row {
  readonly input: string;
  readonly text: string;
}

interface Draft {
  readonly pick: string;
  readonly rows: readonly Row[];
  readonly reason: Reason | '';
  readonly note: string;
  readonly effort: string;
}

export interface RowMeaning extends Row {
  readonly about: Measured | undefined;
  readonly typed: Typed | undefined;
}

export type Phase = 'asking' | 'saving' | 'answered' | 'failed' | 'outdated';

export interface Verbs {
  save(answer: Answer, remarks: Remarks, request: string): Promise<Saved>;
  undo(op: string, request: string): Promise<Reply>;
  /** Resolves to whether the draft is stored. */
  keepDraft(draft: string | undefined): Promise<boolean>;
}

const EMPTY: Draft = { pick: '', rows: [], reason: '', note: '', effort: '' };
export const MOST_EFFECTS = 3;

export interface PanelState {
  readonly question: Question;
  readonly pick: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly reason: Signal<Reason | ''>;
  readonly note: Signal<string>;
  readonly effort: Signal<string>;
  readonly phase: Signal<Phase>;
  readonly tag: Signal<QuestionTag | undefined>;
  /** Just saved: Undo stands where Edit will be. */
  readonly fresh: Signal<boolean>;
  readonly refusal: Signal<Refusal | undefined>;
  /** Whether what is typed is stored as a draft: said only when it is. */
  readonly draftKept: ReadonlySignal<boolean>;
  /** Whether something typed is not stored as an answer. */
  readonly dirty: ReadonlySignal<boolean>;
  readonly meanings: ReadonlySignal<readonly RowMeaning[]>;
  readonly sizes: ReadonlySignal<readonly QuickSize[]>;
  readonly sizeIndex: ReadonlySignal<number>;
  readonly impact: ReadonlySignal<Impact | undefined>;
  /** The same, given that anything moves: its shape is what can be drawn. */
  readonly moved: ReadonlySignal<Impact | undefined>;
  readonly problem: ReadonlySignal<Problem | 'effort' | undefined>;
  readonly answer: ReadonlySignal<Answer | undefined>;
  choose(input: string): void;
  type(row: number, text: string): void;
  setInput(row: number, input: string): void;
  addRow(): void;
  removeRow(row: number): void;
  /** Arrow keys: the next quick size, or the next reason. */
  step(by: -1 | 1): void;
  save(): Promise<void>;
  undo(): Promise<void>;
  edit(): void;
  cancel(): void;
  dispose(): void;
}

const rowsOf = (answer: Answer): Row[] => (answer.kind === 'effects' ? answer.effects.map(({ input, text }) => ({ input, text })) : []);

function draftOfTag(tag: QuestionTag): Draft {
  const { answer } = tag;
  return {
    pick: answer.kind === 'effects' ? (answer.effects[0]?.input ?? '') : OTHER,
    rows: rowsOf(answer),
    reason: answer.kind === 'effects' ? '' : answer.reason,
    note: tag.note ?? '',
    effort: tag.effort === undefined ? '' : String(tag.effort),
  };
}

/** A draft as it was kept; an unreadable one counts as none. */
function readDraft(text: string | undefined): Draft | undefined {
  try {
    const draft: unknown = JSON.parse(text ?? '');
    return typeof draft === 'object' && draft !== null ? { ...EMPTY, ...draft } : undefined;
  } catch {
    return undefined;
  }
}

/** @param undoable how long Undo is offered after a save, ms */
export function createPanelState(question: Question, verbs: Verbs, undoable = 15_000): PanelState {
  const kept = readDraft(question.draft);
  const from = kept ?? (question.tag ? draftOfTag(question.tag) : EMPTY);
  const pick = signal(from.pick);
  const rows = signal(from.rows);
  const reason = signal(from.reason);
  const note = signal(from.note);
  const effort = signal(from.effort);
  const tag = signal(question.tag);
  const phase = signal<Phase>(question.tag && !kept ? 'answered' : 'asking');
  const fresh = signal(false);
  const refusal = signal<Refusal | undefined>(undefined);
  let freshTimer: ReturnType<typeof setTimeout> | undefined;
  // The same content keeps its request: a repeated Save after a lost reply is then the same save.
  let request = crypto.randomUUID() as string;

  const inputOf = (id: string): Measured | undefined => question.inputs.find((input) => input.id === id);
  const meanings = computed(() =>
    rows.value.map((row): RowMeaning => {
      const about = inputOf(row.input);
      return { ...row, about, typed: about && parseEffect(row.text, about) };
    }),
  );
  const sizes = computed(() => {
    const about = inputOf(pick.value);
    return (about && quickSizes(about)) ?? [];
  });
  const sizeIndex = computed(() => sizes.value.findIndex((size) => size.text === rows.value[0]?.text));
  const effects = computed(() => {
    const found = meanings.value.map(({ input, text, typed }): Effect | undefined =>
      typed?.ok ? { input, text, ...typed.effect } : undefined,
    );
    return found.length > 0 && found.every((one) => one !== undefined) ? (found as Effect[]) : undefined;
  });
  const terms = computed(() => {
    if (!effects.value) return undefined;
    const priced = termsOf(effects.value, question.inputs, (id) => inputOf(id)?.current);
    return priced.unpriced.length === 0 ? priced.terms : undefined;
  });
  const impact = computed(() => terms.value && impactOf(terms.value));
  const moved = computed(() => terms.value && impactIfMoved(terms.value));
  const effortValue = computed(() => {
    const text = effort.value.trim().replace(',', '.');
    return text === '' ? undefined : Number(text);
  });
  const problem = computed((): Problem | 'effort' | undefined => {
    if (effortValue.value !== undefined && !(effortValue.value > 0 && effortValue.value <= 10_000)) return 'effort';
    const bad = pick.value === OTHER ? undefined : meanings.value.find(({ typed }) => typed && !typed.ok);
    return bad?.typed?.ok === false ? bad.typed.problem : undefined;
  });
  const made = { framework: question.framework.id, version: question.framework.version };
  const answer = computed((): Answer | undefined => {
    if (problem.value) return undefined;
    if (pick.value === OTHER) return reason.value ? { kind: 'not-north-star', reason: reason.value, ...made } : undefined;
    return effects.value && { kind: 'effects', effects: effects.value, ...made };
  });
  const remarks = computed(
    (): Remarks => ({
      ...(note.value.trim() && { note: note.value.trim() }),
      ...(effortValue.value !== undefined && { effort: effortValue.value }),
    }),
  );
  const content = computed((): string =>
    JSON.stringify({ pick: pick.value, rows: rows.value, reason: reason.value, note: note.value, effort: effort.value } satisfies Draft),
  );
  let stored = JSON.stringify({ ...EMPTY, ...(question.tag ? draftOfTag(question.tag) : {}) });
  const dirty = computed(() => phase.value !== 'answered' && content.value !== stored);

  const draftKept = signal(kept !== undefined);
  let lastKept = question.draft ?? stored;
  const stopDrafts = effect(() => {
    const text = content.value;
    if (phase.value === 'answered' || phase.value === 'saving' || phase.value === 'outdated' || text === lastKept) return;
    lastKept = text;
    draftKept.value = false;
    void verbs.keepDraft(text === stored ? undefined : text).then((done) => {
      if (lastKept === text) draftKept.value = done && text !== stored;
    });
  });
  const stopRequests = effect(() => {
    void content.value;
    request = crypto.randomUUID();
  });

  const change = (index: number, part: Partial<Row>): void => {
    rows.value = rows.value.map((row, i) => (i === index ? { ...row, ...part } : row));
  };
  const markFresh = (): void => {
    clearTimeout(freshTimer);
    fresh.value = true;
    freshTimer = setTimeout(() => (fresh.value = false), undoable);
  };

  return {
    question,
    pick,
    rows,
    reason,
    note,
    effort,
    phase,
    tag,
    fresh,
    refusal,
    draftKept,
    dirty,
    meanings,
    sizes,
    sizeIndex,
    impact,
    moved,
    problem,
    answer,
    choose: (input) => {
      if (input === pick.value) return;
      // A size of another input means nothing here; words somebody typed stay.
      const wasSize = sizeIndex.value >= 0;
      pick.value = input;
      if (input === OTHER) return;
      const [head, ...rest] = rows.value;
      rows.value = [{ input, text: wasSize ? '' : (head?.text ?? '') }, ...rest.filter((row) => row.input !== input)];
    },
    type: (row, text) => change(row, { text }),
    setInput: (row, input) => change(row, { input }),
    addRow: () => {
      const free = question.inputs.find((input) => !rows.value.some((row) => row.input === input.id));
      if (free && rows.value.length < MOST_EFFECTS) rows.value = [...rows.value, { input: free.id, text: '' }];
    },
    removeRow: (index) => {
      rows.value = rows.value.filter((_, i) => i !== index);
    },
    step: (by) => {
      const next = <T>(all: readonly T[], at: number): T | undefined =>
        all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
      if (pick.value === OTHER)
        reason.value =
          next(
            REASONS,
            REASONS.findIndex((one) => one === reason.value),
          ) ?? '';
      else if (sizes.value.length > 0) change(0, { text: next(sizes.value, sizeIndex.value)?.text ?? '' });
    },
    save: async () => {
      const given = answer.value;
      if (!given || phase.value === 'saving') return;
      const sent = content.value;
      phase.value = 'saving';
      try {
        const reply = await verbs.save(given, remarks.value, request);
        if (reply.state === 'saved') {
          tag.value = reply.tag;
          stored = sent;
          lastKept = sent;
          refusal.value = undefined;
          phase.value = 'answered';
          markFresh();
        } else {
          refusal.value = reply.why;
          phase.value = 'failed';
        }
      } catch {
        phase.value = 'outdated';
      }
    },
    undo: async () => {
      const op = tag.value?.op;
      if (!op) return;
      try {
        const reply = await verbs.undo(op, crypto.randomUUID());
        if (reply.state !== 'ask') return;
        fresh.value = false;
        tag.value = reply.tag;
        stored = JSON.stringify({ ...EMPTY, ...(reply.tag ? draftOfTag(reply.tag) : {}) });
        phase.value = reply.tag ? 'answered' : 'asking';
      } catch {
        phase.value = 'outdated';
      }
    },
    edit: () => {
      fresh.value = false;
      phase.value = 'asking';
    },
    cancel: () => {
      if (!tag.value) return;
      const back = draftOfTag(tag.value);
      pick.value = back.pick;
      rows.value = back.rows;
      reason.value = back.reason;
      note.value = back.note;
      effort.value = back.effort;
      refusal.value = undefined;
      phase.value = 'answered';
      lastKept = stored;
      void verbs.keepDraft(undefined);
    },
    dispose: () => {
      stopDrafts();
      stopRequests();
      clearTimeout(freshTimer);
    },
  };
}
