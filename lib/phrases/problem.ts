// What is wrong with a typed effect, said so that the next try is right.
import type { Measured } from '../ask.ts';
import type { Problem } from '../impact/problem.ts';
import { formatChange, formatNumber } from '../impact/shown.ts';
import { say } from '../say.ts';

/** Whether it is a mistake, or only not finished yet: an unfinished text is no error while somebody types. */
export const unfinished = (problem: Problem): boolean => problem.code === 'empty' || problem.code === 'incomplete';

/** @param metric the input the text is about */
export function problemPhrase(problem: Problem, metric: Measured): string {
  const change = (value: number): string => formatChange(metric, value);
  switch (problem.code) {
    case 'empty':
      return say('problemEmpty');
    case 'incomplete':
      return say('problemIncomplete');
    case 'too-long':
      return say('problemTooLong', problem.most);
    case 'not-a-number':
      return say('problemNotANumber', problem.rest);
    case 'trailing':
      return say('problemTrailing', problem.rest);
    case 'ambiguous':
      return say('problemAmbiguous', ...problem.readings.map((value) => formatNumber(value)));
    case 'reversed':
      return say('problemReversed', formatNumber(problem.low), formatNumber(problem.high));
    case 'middle-outside':
      return say('problemMiddle', formatNumber(problem.mid), formatNumber(problem.low), formatNumber(problem.high));
    case 'empty-range':
      return say('problemEmptyRange', formatNumber(problem.value));
    case 'zero':
      return say('problemZero');
    case 'outside-bounds':
      return say('problemOutside', change(problem.value), metric.name, change(problem.value < 0 ? problem.low : problem.high));
    case 'too-large':
      return say('problemTooLarge');
    case 'no-reading':
      return say('problemNoReading', metric.name);
    case 'unit-mismatch':
      return say('problemUnit', problem.typed, metric.name, metric.kind === 'rate' ? 'pp' : metric.unit);
    case 'chance':
      return say('problemChance', formatNumber(problem.value));
  }
}
