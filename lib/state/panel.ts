// The answer in the making: what was picked and typed, what it means, and whether it is stored.
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Question, QuestionTag, Refusal, Reply, Saved } from '../ask.ts';
import type { Answer, Remarks } from '../model/tag.ts';
import { type Draft, draftOfTag, EMPTY, OTHER, readDraft, type Reason, REASONS, type Row } from './draft.ts';
import type { Meaning, MeaningOf } from './meaning.ts';

export type Phase = 'asking' | 'saving' | 'answered' | 'failed' | 'outdated';

export interface Verbs {
  save(answer: Answer, remarks: Remarks, request: string): Promise<Saved>;
  undo(op: string, request: string): Promise<Reply>;
  /** Resolves to whether the draft is stored. */
  keepDraft(draft: string | undefined): Promise<boolean>;
  /** Brings the arithmetic in, once. Resolves to whether it is there. @throws when the extension is gone */
  bring(): Promise<boolean>;
}

export const MOST_EFFECTS = 3;

export interface PanelState {
  readonly question: Question;
  readonly pick: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly reason: Signal<Reason | ''>;
  readonly note: Signal<string>;
  readonly effort: Signal<string>;
  /** What the form means; `undefined` until the arithmetic is there. */
  readonly meaning: ReadonlySignal<Meaning | undefined>;
  /** Whether note and effort are shown. */
  readonly details: Signal<boolean>;
  readonly phase: Signal<Phase>;
  readonly tag: Signal<QuestionTag | undefined>;
  /** Just saved: Undo stands where Edit will be. Also while what was typed meanwhile is still asked about. */
  readonly fresh: Signal<boolean>;
  readonly refusal: Signal<Refusal | undefined>;
  /** Whether what is typed is stored as a draft: said only when it is. */
  readonly draftKept: ReadonlySignal<boolean>;
  /** Whether something typed is not stored as an answer. */
  readonly dirty: ReadonlySignal<boolean>;
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

/**
 * @param meaningOf the arithmetic, which is brought in when something is picked
 * @param undoable how long Undo is offered after a save, ms
 */
export function createPanelState(
  question: Question,
  verbs: Verbs,
  meaningOf: ReadonlySignal<MeaningOf | undefined>,
  undoable = 15_000,
): PanelState {
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

  const details = signal(from.note !== '' || from.effort !== '');
  const form = computed(
    (): Draft => ({ pick: pick.value, rows: rows.value, reason: reason.value, note: note.value, effort: effort.value }),
  );
  const meaning = computed(() => meaningOf.value?.(question, form.value));
  const remarks = computed(
    (): Remarks => ({
      ...(note.value.trim() && { note: note.value.trim() }),
      ...(meaning.value?.effort !== undefined && { effort: meaning.value.effort }),
      // The panel has no field for it yet; what another surface noted stays.
      ...(tag.value?.evidence && { evidence: tag.value.evidence }),
    }),
  );
  const content = computed(() => JSON.stringify(form.value));
  let stored = JSON.stringify(question.tag ? draftOfTag(question.tag) : EMPTY);
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

  const stopBringing = effect(() => {
    if (pick.value !== '' && phase.value === 'asking' && !meaningOf.value) verbs.bring().catch(() => {});
  });

  const change = (index: number, part: Partial<Row>): void => {
    rows.value = rows.value.map((row, i) => (i === index ? { ...row, ...part } : row));
  };
  const show = (draft: Draft): void => {
    pick.value = draft.pick;
    rows.value = draft.rows;
    reason.value = draft.reason;
    note.value = draft.note;
    effort.value = draft.effort;
  };
  /** From here on this is what is stored, and no draft of it is. */
  const holds = (draft: Draft): void => {
    stored = lastKept = JSON.stringify(draft);
    draftKept.value = false;
    // Its name is used up: what is saved next is another save, also where it says the same.
    request = crypto.randomUUID();
  };
  /** The form shows what is stored, and nothing typed is left. */
  const settle = (now: QuestionTag): void => {
    phase.value = 'answered';
    holds(draftOfTag(now));
    show(draftOfTag(now));
  };
  const markFresh = (): void => {
    clearTimeout(freshTimer);
    fresh.value = true;
    freshTimer = setTimeout(() => (fresh.value = false), undoable);
  };

  const state: PanelState = {
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
    meaning,
    details,
    choose: (input) => {
      if (input === pick.value) return;
      // A size of another input means nothing here; words somebody typed stay.
      const [head, ...rest] = rows.value;
      const wasSize = meaning.value?.sized ?? false;
      pick.value = input;
      if (input === OTHER) return;
      if (input === head?.input) return;
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
      // A key that is faster than the arithmetic waits for it.
      if (!meaning.value)
        return void verbs.bring().then(
          (there) => there && state.step(by),
          () => {},
        );
      const { sizes, sizeIndex } = meaning.value;
      const next = <T>(all: readonly T[], at: number): T | undefined =>
        all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
      if (pick.value === OTHER)
        reason.value =
          next(
            REASONS,
            REASONS.findIndex((one) => one === reason.value),
          ) ?? '';
      else if (sizes.length > 0) change(0, { text: next(sizes, sizeIndex)?.text ?? '' });
    },
    save: async () => {
      if (phase.value === 'saving') return;
      try {
        if (!meaning.value && !(await verbs.bring())) {
          refusal.value = 'failed';
          phase.value = 'failed';
          return;
        }
        const given = meaning.value?.answer;
        if (!given) return;
        const sent = content.value;
        phase.value = 'saving';
        const reply = await verbs.save(given, remarks.value, request);
        if (reply.state === 'saved') {
          tag.value = reply.tag;
          refusal.value = undefined;
          if (content.value === sent) settle(reply.tag);
          else {
            // Typed while it was on its way: an edit of what is now stored.
            holds(draftOfTag(reply.tag));
            phase.value = 'asking';
          }
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
        refusal.value = reply.state === 'refused' ? reply.why : undefined;
        if (reply.state !== 'ask') return;
        fresh.value = false;
        tag.value = reply.tag;
        if (reply.tag) return settle(reply.tag);
        // What was taken back stays in the form as something typed, and is kept as that.
        holds(EMPTY);
        phase.value = 'asking';
      } catch {
        phase.value = 'outdated';
      }
    },
    edit: () => {
      fresh.value = false;
      phase.value = 'asking';
    },
    cancel: () => {
      // A save on its way arrives: only what it brings can be taken back.
      if (!tag.value || phase.value === 'saving') return;
      refusal.value = undefined;
      settle(tag.value);
      void verbs.keepDraft(undefined);
    },
    dispose: () => {
      stopDrafts();
      stopRequests();
      stopBringing();
      clearTimeout(freshTimer);
    },
  };
  return state;
}
