// Why one ticket before the other, in sentences made of the numbers.
import { formatChance, formatNumber, formatSigned, roundShown } from '../impact/shown.ts';
import type { Measured } from '../ask.ts';
import { shortTicket } from '../model/ticket.ts';
import { say } from '../say.ts';
import type { Comparison, Side } from '../state/compare.ts';
import { rangePhrase, shortName, unitName } from './answer.ts';
import { listPhrase } from './overview.ts';

const nameOf = ({ piece }: Side): string => shortTicket(piece.shown);

/** The ticket that is ahead, the one behind, and the chance that it is: never under a half. */
function order({ sides, difference }: Comparison): { ahead: Side; behind: Side; chance: number; sign: 1 | -1 } {
  const [first, second] = sides;
  return difference.chance >= 0.5
    ? { ahead: first, behind: second, chance: difference.chance, sign: 1 }
    : { ahead: second, behind: first, chance: 1 - difference.chance, sign: -1 };
}

/** "85 %" and "#1842 gains more, by 110 (−26 to 260)". */
export function headlineOf(comparison: Comparison): { readonly chance: string; readonly text: string } {
  const { ahead, chance, sign } = order(comparison);
  const { low, mean, high } = comparison.difference;
  const [from, to] = sign > 0 ? [low, high] : [-high, -low];
  const shown = roundShown({ p10: from, mean: sign * mean, p90: to });
  return {
    chance: formatChance(chance),
    text: say('compareAhead', nameOf(ahead), formatNumber(shown.mean), rangePhrase(shown.p10, shown.p90)),
  };
}

/** What a ticket gives up for what; undefined where it gives up nothing. */
export function tradePhrase({ trade, net, piece }: Side, northStar: Measured, inputs: readonly Measured[]): string | undefined {
  if (!trade) return undefined;
  const round = (gain: number): string => formatSigned(roundShown({ ...net, mean: gain }).mean);
  const each = (shares: readonly { readonly input: string; readonly gain: number }[]): string =>
    listPhrase(
      shares.map(({ input, gain }) => {
        const metric = inputs.find(({ id }) => id === input);
        return say('compareOn', round(gain), metric ? shortName(metric) : say('inputGone'));
      }),
    );
  const good = northStar.direction === 'up' ? 1 : -1;
  const word = good * net.mean > 0 ? 'compareTradeUp' : 'compareTradeDown';
  return say(word, shortTicket(piece.shown), each(trade.losses), each(trade.gains), round(net.mean), unitName(northStar));
}

/** The reasons, in the order they weigh: the input, the spread, the chance that nothing moves, and what a point brings. */
export function whyPhrases(comparison: Comparison, inputs: readonly Measured[]): string[] {
  const { ahead, behind, chance, sign } = order(comparison);
  const { difference, sources, perPoint, sides } = comparison;
  const [ours, theirs] = [nameOf(ahead), nameOf(behind)];
  const shown = (value: number): string =>
    formatNumber(Math.abs(roundShown({ p10: difference.low, mean: value, p90: difference.high }).mean));
  const telling = sources.toSorted((a, b) => sign * (b.gain - a.gain))[0];
  const input = telling && inputs.find(({ id }) => id === telling.input);
  const lead = sign > 0 ? 0 : 1;
  return [
    ...(input && telling && telling.gain * sign > 0 ? [say('compareWhyInput', shortName(input), ours, shown(telling.gain))] : []),
    ...(chance < 0.95
      ? [say(chance < 0.6 ? 'compareWhyAlike' : 'compareWhySpread', theirs, formatChance(1 - chance))]
      : [say('compareWhyApart')]),
    ...surer(comparison),
    ...(Math.abs(ahead.still - behind.still) >= 0.005
      ? [say('compareWhyStill', ours, formatChance(ahead.still), theirs, formatChance(behind.still))]
      : []),
    ...(perPoint !== undefined && perPoint !== lead
      ? [say('compareWhyPoint', theirs, formatSigned(rounded(sides[perPoint])), formatSigned(rounded(ahead)))]
      : []),
  ];
}

/** Whose range is narrower, where the other's is half as wide again. */
function surer({ sides: [a, b] }: Comparison): string[] {
  const width = ({ net }: Side): number => net.p90 - net.p10;
  const [narrow, wide] = width(a) <= width(b) ? [a, b] : [b, a];
  if (width(wide) < 1.5 * width(narrow)) return [];
  const { p10, p90 } = roundShown({ p10: width(narrow), mean: 0, p90: width(wide) });
  return [say('compareWhySurer', nameOf(narrow), formatNumber(p10), nameOf(wide), formatNumber(p90))];
}

/** What a point brings, rounded as the ticket's own numbers are. */
function rounded({ net, piece: { effort = 1 } }: Side): number {
  return roundShown({ p10: net.p10 / effort, mean: net.mean / effort, p90: net.p90 / effort }).mean;
}
