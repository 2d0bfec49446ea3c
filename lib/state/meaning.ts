// What a form means while it is being filled in: effects, their worth, the answer they make, or what is wrong.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Measured, Question } from '../ask.ts';
import { impactIfMoved, type Impact, impactOf, termsOf } from '../impact/impact.ts';
import type { Problem } from '../impact/problem.ts';
import { type QuickSize, quickSizes } from '../impact/quick.ts';
import { parseEffect, type Typed } from '../impact/typed.ts';
import type { Answer, Effect } from '../model/tag.ts';
import { OTHER, type Reason, type Row } from './draft.ts';
import { readNumber } from './number-text.ts';

export interface RowMeaning extends Row {
  readonly about: Measured | undefined;
  readonly typed: Typed | undefined;
}

export interface Form {
  readonly pick: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly Row[]>;
  readonly reason: ReadonlySignal<Reason | ''>;
  readonly effort: ReadonlySignal<string>;
}

export interface Meaning {
  readonly meanings: ReadonlySignal<readonly RowMeaning[]>;
  readonly sizes: ReadonlySignal<readonly QuickSize[]>;
  readonly sizeIndex: ReadonlySignal<number>;
  readonly impact: ReadonlySignal<Impact | undefined>;
  /** The same, given that anything moves: its shape is what can be drawn. */
  readonly moved: ReadonlySignal<Impact | undefined>;
  readonly problem: ReadonlySignal<Problem | 'effort' | undefined>;
  readonly answer: ReadonlySignal<Answer | undefined>;
  /** Points; NaN where the text is no number. */
  readonly effortValue: ReadonlySignal<number | undefined>;
  sizesOf(input: string): readonly QuickSize[];
}

export function createMeaning(question: Question, { pick, rows, reason, effort }: Form): Meaning {
  const inputOf = (id: string): Measured | undefined => question.inputs.find((input) => input.id === id);
  const meanings = computed(() =>
    rows.value.map((row): RowMeaning => {
      const about = inputOf(row.input);
      return { ...row, about, typed: about && parseEffect(row.text, about) };
    }),
  );
  const sizesOf = (id: string): readonly QuickSize[] => {
    const about = inputOf(id);
    return (about && quickSizes(about)) ?? [];
  };
  const sizes = computed(() => sizesOf(pick.value));
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
    const text = effort.value.trim();
    if (text === '') return undefined;
    const read = readNumber(text);
    return read.ok ? read.value : Number.NaN;
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
  return { meanings, sizes, sizeIndex, impact, moved, problem, answer, effortValue, sizesOf };
}
