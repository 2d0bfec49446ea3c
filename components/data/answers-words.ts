// What an import of answers says: what a column is, what is to be chosen, what an answer says, what is wrong with a row.
import type { AnswerFault, Home } from '../../lib/formats/answers.ts';
import type { StoredAnswer } from '../../lib/formats/answers-plan.ts';
import type { SheetQuestion } from '../../lib/formats/sheet-survey.ts';
import type { Sheet, SheetUse } from '../../lib/formats/sheet-columns.ts';
import { formatChance, formatNumber } from '../../lib/impact/shown.ts';
import type { TeamRecord } from '../../lib/model/record.ts';
import { effectPhrase, reasonPhrase, shortName } from '../../lib/phrases/answer.ts';
import { say, type Word } from '../../lib/say.ts';

export const USE_WORDS: Readonly<Record<SheetUse, Word>> = {
  nothing: 'importUseNothing',
  ticket: 'answersUseTicket',
  title: 'answersUseTitle',
  input: 'answersUseInput',
  size: 'answersUseSize',
  low: 'answersUseLow',
  high: 'answersUseHigh',
  chance: 'answersUseChance',
  effort: 'answersUseEffort',
  note: 'answersUseNote',
  reason: 'answersUseReason',
};
export const SHEET_WORDS: Readonly<Record<Sheet, Word>> = {
  rice: 'answersSheetRice',
  discovery: 'answersSheetDiscovery',
  productboard: 'answersSheetProductboard',
};
export const QUESTION_WORDS: Readonly<Record<SheetQuestion, Word>> = {
  rows: 'importAskRows',
  ticket: 'answersAskTicket',
  effect: 'answersAskEffect',
  ends: 'answersAskEnds',
  input: 'answersAskInput',
  site: 'answersAskSite',
  mark: 'answersAskMark',
  sizes: 'answersAskSizes',
  range: 'answersAskRange',
};
const FAULTS: Readonly<Record<AnswerFault['what'], Word>> = {
  invalid: 'answersInvalid',
  'not-json': 'answersNotJson',
  'not-a-ticket': 'answersNotATicket',
  'several-tickets': 'answersSeveralTickets',
  'no-ticket': 'answersNoTicket',
  twice: 'answersTwice',
  sample: 'answersSample',
  'other-person': 'answersOtherPerson',
  'no-framework': 'answersNoFramework',
  'unknown-input': 'answersUnknownInput',
  'other-unit': 'answersOtherUnit',
  future: 'importFuture',
  formula: 'importFormula',
  'not-a-number': 'importNotANumber',
  outside: 'answersOutside',
  'unknown-reason': 'answersUnknownReason',
  'no-effect': 'answersNoEffect',
  'no-range': 'answersNoRange',
  'no-input': 'answersNoInput',
  'not-an-effect': 'answersNotAnEffect',
  'no-chance': 'answersNoChance',
  'too-many-cells': 'importTooManyCells',
  'too-long': 'answersTooLong',
  'left-out': 'answersLeftOut',
  'not-a-time': 'answersNotATime',
};

/** What is wrong with a row, and what to do about it. */
export const answerFaultPhrase = ({ what, text, other }: AnswerFault): string => say(FAULTS[what], text, formatNumber(other ?? 0));

export const RECORD_WORDS: Readonly<Record<TeamRecord['kind'], Word>> = {
  decision: 'answersDecision',
  budget: 'answersBudget',
  view: 'answersView',
};
const SHOWN = 160;

/** A decision, a budget or a view in a line: in its own words, as "2026-Q4: 20 %", by its name. */
export function recordPhrase(record: TeamRecord): string {
  if (record.kind === 'view') return record.name.slice(0, SHOWN);
  if (record.kind === 'budget') return say('answersBudgetOf', record.quarter, formatChance(record.share));
  const words = record.words.slice(0, SHOWN);
  return record.who ? say('answersBudgetOf', record.who.slice(0, 80), words) : words;
}

/** An answer in a line: "Activation +2 to +6 pp, 80 % likely; 3 points". */
export function storedPhrase({ answer, effort }: Pick<StoredAnswer, 'answer' | 'effort'>, inputs: Home['inputs']): string {
  const what =
    answer.kind === 'not-north-star'
      ? reasonPhrase(answer.reason)
      : answer.effects
          .map((effect) => {
            const input = inputs.find(({ id }) => id === effect.input);
            return say('cause', input ? shortName(input) : say('inputGone'), effectPhrase(effect, input ?? { kind: 'count', unit: '' }));
          })
          .join(', ');
  return effort === undefined ? what : say('answersWithEffort', what, formatNumber(effort));
}
