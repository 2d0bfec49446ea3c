// The form of the panel: what is picked and typed, and what that means.
import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Question } from '../ask.ts';
import { type Draft, OTHER, type Reason, REASONS, type Row } from './draft.ts';
import type { Meaning, MeaningOf } from './meaning.ts';

export const MOST_EFFECTS = 3;

export interface PanelForm {
  readonly pick: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly reason: Signal<Reason | ''>;
  readonly note: Signal<string>;
  readonly effort: Signal<string>;
  /** Whether note and effort are shown. */
  readonly details: Signal<boolean>;
  /** All of it. */
  readonly draft: ReadonlySignal<Draft>;
  /** What it means; `undefined` until the arithmetic is there. */
  readonly meaning: ReadonlySignal<Meaning | undefined>;
  choose(input: string): void;
  type(row: number, text: string): void;
  setInput(row: number, input: string): void;
  addRow(): void;
  removeRow(row: number): void;
  /** Arrow keys: the next quick size, or the next reason. */
  step(by: -1 | 1): void;
  /** Puts all of it in place. */
  show(draft: Draft): void;
}

/** The one after, or before; the ends are as far as it goes. From nowhere: the first, or the last. */
const beside = <T>(all: readonly T[], at: number, by: -1 | 1): T | undefined =>
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];

/**
 * @param from what stands there at first
 * @param meaningOf the arithmetic, once it is there
 * @param bring brings it in; resolves to whether it is there
 */
export function createForm(
  question: Question,
  from: Draft,
  meaningOf: ReadonlySignal<MeaningOf | undefined>,
  bring: () => Promise<boolean>,
): PanelForm {
  const pick = signal(from.pick);
  const rows = signal(from.rows);
  const reason = signal(from.reason);
  const note = signal(from.note);
  const effort = signal(from.effort);
  const details = signal(from.note !== '' || from.effort !== '');
  const draft = computed(
    (): Draft => ({ pick: pick.value, rows: rows.value, reason: reason.value, note: note.value, effort: effort.value }),
  );
  const meaning = computed(() => meaningOf.value?.(question, draft.value));
  const change = (index: number, part: Partial<Row>): void => {
    rows.value = rows.value.map((row, i) => (i === index ? { ...row, ...part } : row));
  };

  function step(by: -1 | 1): void {
    if (pick.value === OTHER) {
      const at = REASONS.findIndex((one) => one === reason.value);
      reason.value = beside(REASONS, at, by) ?? '';
    } else if (meaning.value) {
      const { sizes, sizeIndex } = meaning.value;
      if (sizes.length > 0) change(0, { text: beside(sizes, sizeIndex, by)?.text ?? '' });
    }
    // A key that is faster than the arithmetic waits for it.
    else
      bring().then(
        (there) => there && step(by),
        () => {},
      );
  }

  return {
    ...{ pick, rows, reason, note, effort, details, draft, meaning, step },
    choose: (input) => {
      if (input === pick.value) return;
      // A size of another input means nothing here; words somebody typed stay.
      const [head, ...rest] = rows.value;
      const wasSize = meaning.value?.sized ?? false;
      batch(() => {
        pick.value = input;
        if (input === OTHER || input === head?.input) return;
        rows.value = [{ input, text: wasSize ? '' : (head?.text ?? '') }, ...rest.filter((row) => row.input !== input)];
      });
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
    show: (now) =>
      batch(() => {
        pick.value = now.pick;
        rows.value = now.rows;
        reason.value = now.reason;
        note.value = now.note;
        effort.value = now.effort;
      }),
  };
}
