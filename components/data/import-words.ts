// What an import says: why a text was not read, what is to be chosen, and what is wrong with a row.
import type { Refusal } from '../../lib/ask.ts';
import { type DayForm, readDay } from '../../lib/formats/day-text.ts';
import type { Question } from '../../lib/formats/readings-plan.ts';
import type { Fault, What } from '../../lib/formats/readings-table.ts';
import type { Separator } from '../../lib/formats/table.ts';
import { type DecimalMark, readMarks } from '../../lib/formats/value-text.ts';
import { formatNumber, formatReading } from '../../lib/impact/shown.ts';
import type { Metric } from '../../lib/model/metric.ts';
import { formatDay } from '../../lib/phrases/verdict.ts';
import { say, type Word } from '../../lib/say.ts';
import type { ImportRefusal } from '../../lib/state/import-source.ts';
import type { Imported } from '../../lib/store/imports.ts';

const NOT_STORED: Partial<Record<Refusal, Word>> = {
  'disk-full': 'importDiskFull',
  'storage-refused': 'importStorageRefused',
  'not-allowed': 'importGone',
};
/** Why something was not stored, or not taken back. */
export const refusedPhrase = (why: Refusal): string => say(NOT_STORED[why] ?? 'importFailed');

const TAKEN_BACK: Readonly<Record<Imported['kind'], readonly [all: Word, one: Word, many: Word]>> = {
  readings: ['importUndone', 'importUndoneOne', 'importUndoneBut'],
  answers: ['answersUndone', 'answersUndoneOne', 'answersUndoneBut'],
  entries: ['entriesUndone', 'entriesUndoneOne', 'entriesUndoneBut'],
};
/** How taking back ended. @param left what was changed since */
export function takenBackPhrase(left: number, kind: Imported['kind'] = 'readings'): string {
  const [all, one, many] = TAKEN_BACK[kind];
  return left === 0 ? say(all) : say(left === 1 ? one : many, formatNumber(left));
}

const REFUSED: Readonly<Record<ImportRefusal['why'], Word>> = {
  empty: 'importWhyEmpty',
  'too-large': 'importWhyLarge',
  workbook: 'importWhyWorkbook',
  'not-text': 'importWhyNotText',
  unreadable: 'importWhyUnreadable',
  'too-many-rows': 'importWhyRows',
  'too-many-columns': 'importWhyColumns',
  'open-quote': 'importWhyQuote',
  'not-json': 'answersWhyNotJson',
  'too-deep': 'answersWhyDeep',
  'not-answers': 'answersWhyNotAnswers',
  'framework-file': 'answersWhyFramework',
  'other-version': 'answersWhyVersion',
};
export const refusalPhrase = ({ why, line }: ImportRefusal): string => say(REFUSED[why], formatNumber(line ?? 0));

export const sourceName = (name: string): string => name || say('importPasted');

export const SEPARATOR_WORDS: Readonly<Record<Separator, Word>> = {
  ',': 'importComma',
  ';': 'importSemicolon',
  '\t': 'importTab',
  '|': 'importBar',
};

const FORMS: Readonly<Record<DayForm, Word>> = {
  iso: 'importFormIso',
  dmy: 'importFormDmy',
  mdy: 'importFormMdy',
  named: 'importFormNamed',
  week: 'importFormWeek',
  month: 'importFormMonth',
  serial: 'importFormSerial',
};

/** A form of days, with what the example means in it: "Day first: 3 Apr 2026". */
export function formPhrase(form: DayForm, example: string | undefined, today: string): string {
  const day = example === undefined ? undefined : readDay(example, form);
  return day === undefined || day === 'no-such-day' ? say(FORMS[form]) : say('importIs', say(FORMS[form]), formatDay(day, today));
}

/** A decimal mark, with what the example means by it: "Comma: 6.702". */
export function markPhrase(mark: DecimalMark, example: string | undefined): string {
  const word = say(mark === 'point' ? 'importPoint' : 'importDecimalComma');
  const value = readMarks(example ?? '').find((read) => read.mark === mark)?.value;
  return value === undefined ? word : say('importIs', word, formatNumber(value));
}

/** A column by its heading, or by its number where it has none. */
export const columnName = (headings: readonly string[], column: number): string =>
  headings[column] ? `“${headings[column].slice(0, 60)}”` : say('importColumn', column + 1);

const ASKED: Readonly<Record<'no-rows' | 'days-across' | 'date' | 'value' | 'name', Word>> = {
  'no-rows': 'importAskRows',
  'days-across': 'importAskAcross',
  date: 'importAskDate',
  value: 'importAskValue',
  name: 'importAskName',
};

/** What is to be chosen, as a sentence. */
export function questionPhrase(question: Exclude<Question, { about: 'scale' }>, headings: readonly string[]): string {
  switch (question.about) {
    case 'no-days':
      return say('importAskNoDays', columnName(headings, question.column));
    case 'form':
      return question.example === undefined
        ? say('importAskForms', columnName(headings, question.column))
        : say('importAskForm', question.example, columnName(headings, question.column));
    case 'mark':
      return question.example === undefined
        ? say('importAskMarks', columnName(headings, question.column))
        : say('importAskMark', question.example, columnName(headings, question.column));
    default:
      return say(ASKED[question.about]);
  }
}

const WRONG: Readonly<Record<Exclude<What, 'twice' | 'percent'>, Word>> = {
  formula: 'importFormula',
  'sheet-error': 'importSheetError',
  'not-a-number': 'importNotANumber',
  'too-large': 'importTooLarge',
  outside: 'importOutside',
  'no-day': 'importNoDay',
  'not-a-day': 'importNotADay',
  'other-form': 'importOtherForm',
  'no-such-day': 'importNoSuchDay',
  future: 'importFuture',
  'too-early': 'importTooEarly',
  'unknown-metric': 'importUnknownMetric',
  'too-many-cells': 'importTooManyCells',
};

/** What is wrong with a row, and what to do about it. */
export function faultPhrase(fault: Fault, metrics: readonly Metric[], today: string): string {
  const name = metrics.find(({ id }) => id === fault.metric)?.name ?? '';
  if (fault.what === 'twice') return say('importTwiceIn', formatDay(fault.text, today), formatNumber(fault.other ?? 0));
  if (fault.what === 'percent') return say('importPercent', fault.text, name);
  return say(WRONG[fault.what], fault.text);
}

/** The two things a share of 1 can be: "0.32 %" or "32 %". */
export const scalePhrase = (value: number): string => formatReading({ kind: 'rate' }, Number(value.toFixed(9)));
