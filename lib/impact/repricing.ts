// How much of a number's change the framework made: one answer priced under two versions at the same readings, so that
// nothing but the framework differs.
import type { Effect } from '../model/tag.ts';
import { impactOf } from './impact.ts';
import { type Ground, pricerOf } from './pricing.ts';
import { type Estimate, roundShown } from './shown.ts';

/** The same answer under two versions, NSM units, rounded as shown; `undefined` where a version names no worth. */
export interface Repriced {
  readonly before: Estimate | undefined;
  readonly after: Estimate | undefined;
}

/** `undefined` where both versions show the same numbers, or neither shows any. @param before and `after` hold the same readings */
export function repriced(effects: readonly Omit<Effect, 'text'>[], before: Ground, after: Ground): Repriced | undefined {
  const shown = (ground: Ground): Estimate | undefined => {
    const terms = pricerOf(ground)(effects);
    return terms && roundShown(impactOf(terms));
  };
  const [was, is] = [shown(before), shown(after)];
  const alike = was?.mean === is?.mean && was?.p10 === is?.p10 && was?.p90 === is?.p90;
  return alike ? undefined : { before: was, after: is };
}
