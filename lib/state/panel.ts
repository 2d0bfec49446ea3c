// The answer in the making: what was picked and typed, what it means, and whether it is stored.
import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Question, QuestionTag, Refusal, Reply, Saved } from '../ask.ts';
import type { Answer, Remarks } from '../model/tag.ts';
import { type Draft, draftOfTag, EMPTY, readDraft } from './draft.ts';
import type { MeaningOf } from './meaning.ts';
import { createForm, type PanelForm } from './panel-form.ts';

export type Phase = 'asking' | 'saving' | 'answered' | 'failed' | 'outdated';

export interface Verbs {
  save(answer: Answer, remarks: Remarks, request: string): Promise<Saved>;
  undo(op: string, request: string): Promise<Reply>;
  /** Resolves to whether the draft is stored. */
  keepDraft(draft: string | undefined): Promise<boolean>;
  /** Brings the arithmetic in, once. Resolves to whether it is there. @throws when the extension is gone */
  bring(): Promise<boolean>;
}

export interface PanelState extends PanelForm {
  readonly question: Question;
  readonly phase: Signal<Phase>;
  readonly tag: Signal<QuestionTag | undefined>;
  /** Just saved: Undo stands where Edit will be. Also while what was typed meanwhile is still asked about. */
  readonly fresh: Signal<boolean>;
  readonly refusal: Signal<Refusal | undefined>;
  /** Whether what is typed is stored as a draft: said only when it is. */
  readonly draftKept: ReadonlySignal<boolean>;
  /** Whether something typed is not stored as an answer. */
  readonly dirty: ReadonlySignal<boolean>;
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
  const form = createForm(question, from, meaningOf, verbs.bring);
  const { pick, note, meaning } = form;
  const tag = signal(question.tag);
  const phase = signal<Phase>(question.tag && !kept ? 'answered' : 'asking');
  const fresh = signal(false);
  const refusal = signal<Refusal | undefined>(undefined);
  let freshTimer: ReturnType<typeof setTimeout> | undefined;
  // The same content keeps its request: a repeated Save after a lost reply is then the same save.
  let request = crypto.randomUUID() as string;

  const remarks = computed(
    (): Remarks => ({
      ...(note.value.trim() && { note: note.value.trim() }),
      ...(meaning.value?.effort !== undefined && { effort: meaning.value.effort }),
      // The panel has no field for it yet; what another surface noted stays.
      ...(tag.value?.evidence && { evidence: tag.value.evidence }),
    }),
  );
  const content = computed(() => JSON.stringify(form.draft.value));
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
    form.show(draftOfTag(now));
  };
  const markFresh = (): void => {
    clearTimeout(freshTimer);
    fresh.value = true;
    freshTimer = setTimeout(() => (fresh.value = false), undoable);
  };

  return {
    ...form,
    ...{ question, phase, tag, fresh, refusal, draftKept, dirty },
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
}
