// The backlog at a glance in sentences: what other work costs, what is missing to a target, and why an estimate is stale.
import type { Priced, Reason as OtherReason } from '../impact/cost.ts';
import { formatAge, formatChance, formatGap, formatNumber, formatReading, roundShown } from '../impact/shown.ts';
import type { Measured } from '../ask.ts';
import type { GapLine } from '../state/overview.ts';
import type { QuarterCost } from '../state/quarters.ts';
import type { Reason } from '../state/stale.ts';
import { say, type Word } from '../say.ts';
import { rangePhrase, shortName, unitName } from './answer.ts';

/** "compliance, infrastructure and debt" */
export function listPhrase([first = '', ...rest]: readonly string[]): string {
  if (rest.length === 0) return first;
  return rest.length === 1 ? say('overviewListTwo', first, rest[0] ?? '') : say('overviewListMore', first, listPhrase(rest));
}

/** A number of points as it is shown: to a tenth. */
export const pointsPhrase = (points: number): string => formatNumber(Math.round(points * 10) / 10);

/** "Q4 2026" */
export const quarterPhrase = (quarter: string): string => say('overviewQuarter', quarter.slice(-1), quarter.slice(0, 4));

/** The reasons as they stand in a sentence. */
const REASONS: Readonly<Record<OtherReason, Word>> = {
  infrastructure: 'overviewInfrastructure',
  debt: 'overviewDebt',
  compliance: 'overviewCompliance',
  other: 'overviewOtherReason',
};
/** Those that take most come first. */
function reasonWords({ cost }: QuarterCost): string {
  const weight = (one: (typeof cost.byReason)[number]): number => ('effort' in one ? one.effort : one.share);
  const most = [...cost.byReason].toSorted((a, b) => weight(b) - weight(a));
  return listPhrase(most.map(({ reason }) => say(REASONS[reason])));
}

/** "410 weekly active teams" and "250 to 570", rounded together. */
export function pricePhrase({ cost, low, high }: Pick<Priced, 'cost' | 'low' | 'high'>, northStar: Measured): readonly [string, string] {
  const shown = roundShown({ p10: low, mean: cost, p90: high });
  return [`${formatNumber(shown.mean)} ${unitName(northStar)}`, rangePhrase(shown.p10, shown.p90)];
}

/**
 * The sentence of requirement 64, with `*…*` around the price: what is chosen, what it costs, and where it is felt.
 * Where no price can be named it says why.
 */
export function costSentence(quarter: QuarterCost, northStar: Measured, inputs: readonly Measured[]): string {
  const { cost, work } = quarter;
  if (work.length === 0) return say('overviewCostNone');
  if (!cost.priced) return say('overviewCostUnpriced', formatNumber(work.length), reasonWords(quarter));
  const points = pointsPhrase(cost.effort);
  if (cost.cost === 0) return say('overviewCostNothing', points, reasonWords(quarter));
  const [price, range] = pricePhrase(cost, northStar);
  const [most] = cost.byInput.toSorted((a, b) => b.cost - a.cost);
  const input = most && inputs.find(({ id }) => id === most.input);
  if (!most || !input) return say('overviewCostAlone', points, reasonWords(quarter), price, range);
  const word = most.cost > cost.cost / 2 ? 'overviewCostMost' : 'overviewCostPart';
  return say(word, points, reasonWords(quarter), price, range, shortName(input));
}

/** What is not in the price: points that displaced nothing, and tickets that have no effort. */
export function costAsides({ cost }: QuarterCost): string[] {
  if (!cost.priced) return [];
  return [
    ...(cost.idle > 0 && cost.effort > 0 ? [say('overviewCostIdle', pointsPhrase(cost.idle))] : []),
    ...(cost.unsized.work > 0 ? [say('overviewCostUnsized', formatNumber(cost.unsized.work))] : []),
    ...(cost.unsized.queue > 0 ? [say('overviewCostUnsizedQueue', formatNumber(cost.unsized.queue))] : []),
  ];
}

/** The state of a metric in the place of its chance: the chance, "reached", or why there is none. */
export function chancePhrase({ chance, reached, gap }: GapLine): string {
  if (reached) return say('overviewReached');
  if (chance !== undefined) return formatChance(chance);
  return gap === undefined ? say('overviewNoTarget') : '';
}

/** "All open work on it closes 3.1 pp (1.2 to 5 pp) of 4 pp, if all of it ships; the target is reached with 43 %." */
export function gapSentence({ metric, gap, reached, closes, count, chance }: GapLine): string {
  const name = shortName(metric);
  if (gap === undefined) return say('overviewGapUnknown', name);
  if (reached) return say('overviewGapReached', name);
  if (count === 0 || chance === undefined) return say('overviewGapIdle', name, formatGap(metric, gap));
  const shown = roundShown({ p10: closes.low, mean: closes.mean, p90: closes.high });
  return say(
    'overviewGapAll',
    name,
    formatGap(metric, gap),
    formatNumber(shown.mean),
    rangePhrase(shown.p10, shown.p90),
    formatChance(chance),
  );
}

/** What the smallest set comes to. */
export function setSentence({ smallest, metric }: GapLine): string {
  if (!smallest || smallest.tickets.length === 0) return say('overviewSetNone', shortName(metric));
  const count = formatNumber(smallest.tickets.length);
  return say(smallest.enough ? 'overviewSetEnough' : 'overviewSetShort', count, formatChance(smallest.chance));
}

/** Why an estimate should be looked at again. */
export function stalePhrase(reason: Reason, inputs: readonly Measured[]): string {
  if (reason.why === 'old') return say('staleOld', formatAge(reason.days));
  if (reason.why === 'framework') return say('staleFramework', reason.version);
  const input = inputs.find(({ id }) => id === reason.input);
  if (!input) return say('inputGone');
  return say('staleMoved', shortName(input), formatReading(input, reason.from), formatReading(input, reason.to));
}
