// What goes together, in words; and that this proves nothing.
import { formatCorrelation } from '../impact/shown.ts';
import { FEWEST_PAIRS, LONGEST_LAG, type Relation } from '../impact/relations.ts';
import type { Together } from '../lint/together.ts';
import { say } from '../say.ts';

/** "r 0.58 (0.30 to 0.77), n 34" */
const relationPhrase = ({ r, low, high, pairs }: Relation): string =>
  say('togetherR', formatCorrelation(r), say('range', formatCorrelation(low), formatCorrelation(high)), pairs);

const lagPhrase = (lag: number): string => (lag === 0 ? say('togetherNow') : say(lag === 1 ? 'togetherWeek' : 'togetherWeeks', lag));

/** A relation with its lag: "at a lag of 3 weeks: r 0.58 (0.30 to 0.77), n 34". */
export const atLagPhrase = (relation: Relation): string => say('togetherAt', lagPhrase(relation.lag), relationPhrase(relation));

/** The closest relation with the North Star, or why none is named. */
export function starPhrase({ as, pairs, told, related: [closest] }: Together): string {
  if (closest) return say(as === 'input' ? 'togetherInput' : 'togetherOutcome', atLagPhrase(closest));
  if (told) return say('togetherNone', LONGEST_LAG, pairs);
  if (pairs >= FEWEST_PAIRS) return say('togetherAlike', pairs);
  return pairs === 1 ? say('togetherFewOne') : say('togetherFew', pairs);
}

/** @param name of the other input */
export const overlapPhrase = (name: string, relation: Relation): string => say('togetherOverlap', name, relationPhrase(relation));
