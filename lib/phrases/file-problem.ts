// What is wrong with a framework's file, and what to do about it.
import type { FileProblem, Kind } from '../formats/file-problem.ts';
import type { Wanted } from '../formats/json-text.ts';
import { formatNumber } from '../impact/shown.ts';
import { say, type Word } from '../say.ts';

const KINDS: Record<Kind, Word> = {
  text: 'fileText',
  number: 'fileNumber',
  whole: 'fileWhole',
  boolean: 'fileBoolean',
  list: 'fileList',
  object: 'fileObject',
  null: 'fileNull',
};

const WANTS: Record<Exclude<Wanted, 'text'>, Word> = {
  value: 'fileWantsValue',
  key: 'fileWantsKey',
  colon: 'fileWantsColon',
  comma: 'fileWantsComma',
  'no-comma': 'fileWantsNoComma',
  end: 'fileWantsEnd',
};

function jsonPhrase(wanted: Wanted, found: string): string {
  if (wanted === 'text') return say('fileWantsText', found);
  if (found === '') return say('fileTooShort');
  return found === '/' ? say('fileComment') : say(WANTS[wanted], found);
}

/** Whether the file can be read in spite of it. */
export const isNote = ({ code }: Pick<FileProblem, 'code'>): boolean => code === 'unknown-field' || code === 'unknown-metric';

/** "framework.metrics[2].target.date, line 51"; the line alone where the text is no JSON. */
export const filePlacePhrase = ({ path, line }: Pick<FileProblem, 'path' | 'line'>): string =>
  path === '' ? say('fileLine', line) : say('filePlace', path, line);

export function fileProblemPhrase(problem: FileProblem): string {
  switch (problem.code) {
    case 'too-large':
      return say('fileTooLarge', problem.megabytes);
    case 'too-many-values':
      return say('fileTooManyValues', formatNumber(problem.most));
    case 'too-deep':
      return say('fileTooDeep', problem.most);
    case 'not-json':
      return jsonPhrase(problem.wanted, problem.found);
    case 'repeated-key':
      return say('fileRepeatedKey', problem.key);
    case 'other-format':
      return problem.found === undefined ? say('fileNoFormat', problem.wanted) : say('fileOtherFormat', problem.found, problem.wanted);
    case 'newer-format':
      return say('fileNewerFormat', problem.found ?? '', problem.wanted);
    default:
      return fieldPhrase(problem);
  }
}

type TextCode = 'too-large' | 'too-many-values' | 'too-deep' | 'not-json' | 'repeated-key' | 'other-format' | 'newer-format';

function fieldPhrase(problem: Exclude<FileProblem, { readonly code: TextCode }>): string {
  switch (problem.code) {
    case 'missing':
      return say('fileMissing', problem.key);
    case 'wrong-kind':
      return say('fileWrongKind', say(KINDS[problem.wanted]), say(KINDS[problem.found]));
    case 'not-one-of':
      return say('fileNotOneOf', problem.found, problem.values.join(', '));
    case 'empty':
      return say('fileEmpty');
    case 'too-long':
      return say('frameMendLong', problem.most);
    case 'too-many':
      return say('fileTooMany', formatNumber(problem.most));
    case 'too-high':
      return say('fileTooHigh', formatNumber(problem.bound));
    case 'too-low':
      return say('fileTooLow', formatNumber(problem.bound));
    case 'endless':
      return say('fileEndless');
    case 'not-a-day':
      return say('fileNotADay');
    case 'not-an-id':
      return say('fileNotAnId');
    case 'not-a-place':
      return say('fileNotAPlace');
    case 'reversed':
      return say('fileReversed');
    case 'north-stars':
      return problem.count === 0 ? say('fileNoNorthStar') : say('fileNorthStars', problem.count);
    case 'same-id':
      return say('fileSameId', problem.id);
    case 'same-reading':
      return say('fileSameReading', problem.metric, problem.date);
    case 'unknown-field':
      return say('fileUnknownField', problem.key);
    case 'unknown-metric':
      return say('fileUnknownMetric', problem.id);
  }
}
