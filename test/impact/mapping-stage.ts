// Effects brought to the North Star of requirement 100, or of another mapping.
import { type Impact, impactOf, type Terms } from '../../lib/impact/impact.ts';
import { type Mapping, type Model, modelOf } from '../../lib/impact/mapping.ts';
import type { Effect } from '../../lib/model/tag.ts';
import { delivered, DELIVERY, now } from './delivery.ts';

export type Moved = Omit<Effect, 'text'>;

/** @throws where the mapping has no value */
export function model(mapping: Partial<Mapping> = {}): Model {
  const made = modelOf({ metrics: DELIVERY, formula: delivered, current: now, ...mapping });
  if ('code' in made) throw new Error(JSON.stringify(made));
  return made;
}
/** @throws where the effects have no price */
export function termsIn(made: Model, effects: readonly Moved[]): Terms {
  const priced = made.priced(effects);
  if ('code' in priced) throw new Error(JSON.stringify(priced));
  return priced.terms;
}
export const impact = (effects: readonly Moved[], mapping: Partial<Mapping> = {}): Impact => impactOf(termsIn(model(mapping), effects));

export const ONTIME: Moved = { input: 'on-time', low: 2, high: 5, chance: 0.7 };
export const ORDERS: Moved = { input: 'orders', low: -300, high: -100, chance: 0.5 };
