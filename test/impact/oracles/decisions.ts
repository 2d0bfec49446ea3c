// Team value; Record; Rank; Coverage and gap; Cost of non-NSM work; Acceptance simulations (Ranking).
import { costOf, type OtherWork, type Priced, type Queued } from '../../../lib/impact/cost.ts';
import { chanceClosed, type Work } from '../../../lib/impact/coverage.ts';
import { chanceAbove, classOf, nested, shrunk, worthOfKnowing } from '../../../lib/impact/rank.ts';
import { intervalScore, learn, type Learned, levelOf, type Resolved, resolvedOf, UNLEARNED, widthOf } from '../../../lib/impact/record.ts';
import { teamValue } from '../../../lib/impact/team.ts';
import { rankWorld } from '../../simulations/ranking.ts';
import { range } from './effects.ts';
import type { Oracle } from './oracle.ts';

type Whole = Resolved & { readonly shrunk: number };
const ticket = (chance: number, mean: number, sd: number, promised: number, actual: number, noise: number): Whole => ({
  ...resolvedOf({ tags: [{ chance, mean, sd }], actual, noise }),
  shrunk: promised,
});
const bundle = (mean: number, spread: number, chances: number, promised: number, actual: number, noise: number): Whole => ({
  ...{ mean, spread, chances, actual, noise },
  shrunk: promised,
});
const ITEMS = [ticket(1, 3, 1, 2.5, 1, 0.5), ticket(0.7, 4, 1.5, 2.1, 0.2, 0.5), bundle(9, 4, 5, 7, 3, 2), bundle(5, 2, 2, 4, 4.5, 1)];
const record = (): Learned => ({ width: widthOf(ITEMS), ...levelOf(ITEMS, widthOf(ITEMS)) });

const CLASS = [1, 2, 2.5, 4, 6, 9].map((mean, i) => ({ chance: 1, mean, sd: [0.5, 0.5, 1, 1, 2, 3][i] ?? 0 }));
const WORK: readonly Work[] = [
  { ticket: 'a', mean: 4, variance: 5, chance: 1 },
  { ticket: 'b', mean: 6, variance: 6, chance: 1 },
];

const QUEUE = [
  [4, 3],
  [6, 2],
  [-1, 1],
  [9, 4],
].map(([gain = 0, effort], i): Queued => ({ ticket: `q${i}`, gain, effort, variance: 1, parts: [] }));
function price(effort: number): Priced {
  const work: OtherWork[] = effort > 0 ? [{ ticket: 'w', reason: 'compliance', effort }] : [];
  const cost = costOf(work, QUEUE, UNLEARNED);
  if (!cost.priced) throw new Error('no price');
  return cost;
}

export const DECISIONS: readonly Oracle[] = [
  {
    name: 'a team of 2..5, 0..2, 4..10: lo, mid, hi, agreement',
    says: '-0.178531, 3.5, 7.178531, 0.0906776',
    found: () => {
      const value = teamValue([range(2, 5), range(0, 2), range(4, 10)], 3);
      return value ? [value.low, value.mid, value.high, value.agreement] : [];
    },
  },
  {
    name: 'no items: k, c, var_c',
    says: '1.5, 0.8, 0.16',
    found: () => {
      const { width, level, variance } = learn([]);
      return [width, level, variance];
    },
  },
  {
    name: 'two tickets and two bundles: k, c, var_c',
    says: '1.605705, 0.686413, 0.0771331',
    found: () => [record().width, record().level, record().variance],
  },
  { name: 'interval score of 2..5, actual 6', says: '13', found: () => [intervalScore({ low: 2, high: 5 }, 6)] },
  {
    name: "a class of six: tau^2, mu, then every m'",
    says: '4.420833, 2.926098, 1.217411, 2.104534, 2.643718, 3.637785, 3.938644, 4.014497',
    found: () => {
      const kin = classOf(CLASS, 1.5);
      return kin ? [kin.variance, kin.centre, ...CLASS.map((member) => shrunk(member, 1.5, kin).mean)] : [];
    },
  },
  {
    name: 'P((120, sd 40, 70 %) over (90, sd 30, 90 %))',
    says: '0.542491',
    found: () => [
      chanceAbove(nested([{ chance: 0.7, mean: 120, variance: 40 ** 2 }]), nested([{ chance: 0.9, mean: 90, variance: 30 ** 2 }])),
    ],
  },
  { name: 'worth of knowing, sigma 10, distance 5', says: '1.977966', found: () => [worthOfKnowing(10, 5)] },
  {
    name: "M' 10, W' + V' 11, G 6: without a record, with the one above",
    says: '0.644258, 0.580293',
    found: () => [chanceClosed(WORK, 6, UNLEARNED), chanceClosed(WORK, 6, record())],
  },
  { name: 'cost of 5, none and 20 points', says: '12.75, 0, 19', found: () => [price(5).cost, price(0).cost, price(20).cost] },
  { name: 'of 20 points, so many displaced nothing tagged', says: '11', found: () => [price(20).idle] },
  {
    name: 'seed 1, 200 backlogs, optimists, a record of 10: D typed, D, cut, plan',
    says: '0.572745, 0.089521, 0.923124, 1.059780',
    found: () => {
      const { typed, corrected, cut, plan } = rankWorld(1, 200, 'O', 10);
      return [typed, corrected, cut, plan];
    },
  },
];
