// That a number is another because the framework is, in few words: in a row, and where the answer is.
import type { Repriced } from '../impact/repricing.ts';
import { type Estimate, formatSigned } from '../impact/shown.ts';
import { say } from '../say.ts';
import { rangePhrase } from './answer.ts';

/** The mean; the range where that is what differs. */
export const numberPhrase = ({ before, after }: Repriced, one: Estimate): string =>
  before?.mean === after?.mean ? rangePhrase(one.p10, one.p90) : formatSigned(one.mean);

/** "was +120 under version 3" */
export const wasPhrase = (shift: Repriced, version: number): string =>
  shift.before ? say('repricedWas', numberPhrase(shift, shift.before), version) : say('repricedWasNone', version);

/** "+120 when you answered; the framework has changed since." */
export const sincePhrase = (shift: Repriced): string =>
  shift.before ? say('repricedSince', numberPhrase(shift, shift.before)) : say('repricedSinceNone');
