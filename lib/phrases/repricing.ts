// Why a number is another since it was answered: what it was, what the framework changed, and the reasons that were given.
import type { Difference } from '../formats/framework-diff.ts';
import { priceDifferences } from '../formats/price-diff.ts';
import type { Repriced } from '../impact/repricing.ts';
import type { Estimate } from '../impact/shown.ts';
import type { Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import { say } from '../say.ts';
import { rangePhrase, shortName, unitName } from './answer.ts';
import { toldDifference } from './difference.ts';
import { numberPhrase } from './repriced.ts';
import { formatDay } from './verdict.ts';

/** A framework at a time. */
interface Version {
  readonly framework: Framework;
  /** ISO day. */
  readonly day: string;
}

export interface Account {
  readonly shift: Repriced;
  /** The version that the answer was given under. */
  readonly given: Version;
  readonly now: Framework;
  /** The versions after it, oldest first, the present one last. */
  readonly since: readonly Framework[];
  /** Ids of the inputs that the answer names. */
  readonly inputs: readonly string[];
  /** ISO day */
  readonly today: string;
}

/** "+210 now, +120 under version 3 of 2 Nov. The framework changed: Activation is worth 60 instead of 34. Reason given: ..." */
export function accountPhrase(account: Account): string {
  const { given, now, inputs, today } = account;
  const changes = priceDifferences(given.framework, now, inputs).map((one) => changePhrase(one, today));
  const reasons = reasonsOf(account).map((reason) => say('diffQuoted', reason));
  return [
    numbersPhrase(account),
    ...(changes.length > 0 ? [say('repricedBecause', changes.join('; '))] : []),
    reasons.length > 0 ? say(reasons.length > 1 ? 'repricedReasons' : 'repricedReason', reasons.join('; ')) : say('repricedNoReason'),
  ].join(' ');
}

function numbersPhrase({ shift, given, now, today }: Account): string {
  const unit = (of: Framework): string => unitName(of.metrics.find(({ role }) => role === 'north-star') as Metric);
  const [old, fresh] = [unit(given.framework), unit(now)];
  // The unit goes without saying where it is the same.
  const told = (one: Estimate, name: string): string => `${numberPhrase(shift, one)}${old === fresh ? '' : ` ${name}`}`;
  const { before, after } = shift;
  const [version, day] = [given.framework.version, formatDay(given.day, today)];
  if (!before) return say('repricedNowOnly', after ? told(after, fresh) : '', version, day);
  return after
    ? say('repricedBoth', told(after, fresh), told(before, old), version, day)
    : say('repricedThenOnly', told(before, old), version, day);
}

/** What a worth is instead of what it was; other changes as the list of versions tells them. */
function changePhrase(difference: Difference, today: string): string {
  if (difference.about !== 'field' || difference.field !== 'sensitivity') return toldDifference(difference, today).line;
  const [old, fresh] = [difference.before.sensitivity, difference.after.sensitivity];
  if (!old || !fresh) return toldDifference(difference, today).line;
  return say('repricedWorth', shortName(difference.after), rangePhrase(fresh.low, fresh.high), rangePhrase(old.low, old.high));
}

/** Why the versions that touched the price were made, as far as it was noted. */
function reasonsOf({ given, since, inputs }: Account): string[] {
  const reasons = since.flatMap((version, i) => {
    const touched = priceDifferences(since[i - 1] ?? given.framework, version, inputs).length > 0;
    const note = touched && version.changes?.findLast((change) => change.version === version.version);
    return note && note.reason ? [note.reason] : [];
  });
  return [...new Set(reasons)];
}
