// What a form means while it is being filled in: effects, their worth, the answer they make, or what is wrong.
//
// A function from the form to all that is shown of it, and no more: the panel brings it in only when somebody begins
// to answer (entrypoints/meaning.tsx), since a reader of tickets has no use for arithmetic.
import type { FunctionComponent } from 'preact';
import type { Measured, Question } from '../ask.ts';
import { impactIfMoved, type Impact, impactOf } from '../impact/impact.ts';
import { pricerOf } from '../impact/pricing.ts';
import type { Problem } from '../impact/problem.ts';
import { quickSizes } from '../impact/quick.ts';
import { formatNumber, formatSigned } from '../impact/shown.ts';
import { parseEffect } from '../impact/typed.ts';
import type { Answer, Effect } from '../model/tag.ts';
import { factsPhrase, partPhrase, type ReadRow, rowPhrase, type Said, sayMeaning } from '../phrases/meaning.ts';
import { unfinished } from '../phrases/problem.ts';
import { say } from '../say.ts';
import { type Draft, OTHER, type Row } from './draft.ts';
import { readNumber } from './number-text.ts';
import { type Strip, stripOf } from './strip.ts';

export interface RowMeaning extends Row, ReadRow {
  /** Whether to mark the text as wrong: not while it is only unfinished. */
  readonly bad: boolean;
  /** "+2 to +5 pp on Activation", or the text as it stands where it is not understood. */
  readonly said: string;
  /** The input's own share of the gain, as words; '' where it is not known. */
  readonly part: string;
}

/** A quick size: the text that means it, and how it is shown. */
export interface SizeShown {
  readonly text: string;
  readonly shown: string;
}

export interface Meaning {
  readonly rows: readonly RowMeaning[];
  /** Of the picked input; none where it has no gap. */
  readonly sizes: readonly SizeShown[];
  /** Which of them the first row says, -1 for none. */
  readonly sizeIndex: number;
  /** Whether the first row's text is a size of its input, and not somebody's own words. */
  readonly sized: boolean;
  /** What is known of the first row's input. */
  readonly facts: string;
  readonly impact: Impact | undefined;
  readonly strip: Strip | undefined;
  readonly said: Said | undefined;
  readonly problem: Problem | 'effort' | undefined;
  readonly answer: Answer | undefined;
  /** Points; NaN where the text is no number. */
  readonly effort: number | undefined;
  /** What draws it; comes with the arithmetic, as nothing else needs it. */
  readonly views?: MeaningViews;
}
export interface MeaningViews {
  /** What was understood, in words and drawn. */
  readonly Means: FunctionComponent<{ meaning: Meaning }>;
  /** @param about the input that is sized @param choose takes the text that means a size */
  readonly Sizes: FunctionComponent<{ meaning: Meaning; about: Measured; choose(text: string): void }>;
}
export type MeaningOf = (question: Question, form: Draft) => Meaning;

function effortOf(typed: string): number | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const read = readNumber(text);
  return read.ok ? read.value : Number.NaN;
}

function effectsOf(rows: readonly (Row & ReadRow)[]): Effect[] | undefined {
  const found = rows.flatMap(({ input, text, typed }): Effect[] => (typed?.ok ? [{ input, text, ...typed.effect }] : []));
  return found.length > 0 && found.length === rows.length ? found : undefined;
}

/** Pure, for any form: never throws. */
export const meaningOf: MeaningOf = (question, { pick, rows, reason, effort: effortText }) => {
  const { inputs, northStar, framework } = question;
  const inputOf = (id: string): Measured | undefined => inputs.find((input) => input.id === id);
  const sizesOf = (about: Measured | undefined) => (about && quickSizes(about)) ?? [];

  const read = rows.map((row) => {
    const about = inputOf(row.input);
    return { ...row, about, typed: about && parseEffect(row.text, about) };
  });
  const effects = effectsOf(read);
  const terms = effects && pricerOf(question)(effects);
  const impact = terms && impactOf(terms);
  // Parts come in the framework's order.
  const inOrder = inputs.filter(({ id }) => rows.some(({ input }) => input === id));
  const partOf = (id: string): string => {
    const part = impact?.parts[inOrder.findIndex((input) => input.id === id)];
    return part === undefined || !impact ? '' : partPhrase(impact, part);
  };

  const [head] = read;
  const isHead = ({ text }: { text: string }): boolean => text === head?.text;
  const sizes = sizesOf(inputOf(pick));
  const effort = effortOf(effortText);
  const badEffort = effort !== undefined && !(effort > 0 && effort <= 10_000);
  const bad = pick === OTHER ? undefined : read.map(({ typed }) => typed).find((typed) => typed && !typed.ok);
  const problem = badEffort ? 'effort' : bad?.ok === false ? bad.problem : undefined;
  const made = { framework: framework.id, version: framework.version };
  const other: Answer | undefined = reason ? { kind: 'not-north-star', reason, ...made } : undefined;
  const moving: Answer | undefined = effects && { kind: 'effects', effects, ...made };

  return {
    rows: read.map((row) => ({
      ...row,
      bad: row.text !== '' && row.typed?.ok === false && !unfinished(row.typed.problem),
      said: rowPhrase(row),
      part: partOf(row.input),
    })),
    sizes: sizes.map(({ text, low, high }) => ({ text, shown: say('range', formatSigned(low), formatNumber(high)) })),
    sizeIndex: sizes.findIndex(isHead),
    sized: sizesOf(head?.about).some(isHead),
    facts: head?.about ? factsPhrase(head.about) : '',
    impact,
    strip: terms && impact && stripOf(impactIfMoved(terms), impact),
    said: pick === OTHER ? undefined : sayMeaning(read, impact, northStar),
    problem,
    answer: problem ? undefined : pick === OTHER ? other : moving,
    effort,
  };
};
