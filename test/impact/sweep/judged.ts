// What effects are judged by: readings, the team, the record, ranks, and what became of them.
import { closingAmid } from '../../../lib/impact/amid.ts';
import { closingOf, movesOf, type Standing } from '../../../lib/impact/closing.ts';
import { costOf } from '../../../lib/impact/cost.ts';
import * as coverage from '../../../lib/impact/coverage.ts';
import { parseFormula } from '../../../lib/impact/formula-parse.ts';
import { guardOf } from '../../../lib/impact/guard.ts';
import * as nearest from '../../../lib/impact/nearest.ts';
import { needleAngle } from '../../../lib/impact/needle.ts';
import * as pace from '../../../lib/impact/pace.ts';
import { quickSizes } from '../../../lib/impact/quick.ts';
import * as rank from '../../../lib/impact/rank.ts';
import * as reality from '../../../lib/impact/reality.ts';
import * as record from '../../../lib/impact/record.ts';
import * as relations from '../../../lib/impact/relations.ts';
import type { Ground } from '../../../lib/impact/pricing.ts';
import { unpricedOf } from '../../../lib/impact/reach.ts';
import { repriced } from '../../../lib/impact/repricing.ts';
import { gapOf, roomOf } from '../../../lib/impact/room.ts';
import * as spread from '../../../lib/impact/spread.ts';
import * as team from '../../../lib/impact/team.ts';
import * as trend from '../../../lib/impact/trend.ts';
import type { Answer } from '../../../lib/model/tag.ts';
import { type Random, times } from '../../simulations/random.ts';
import * as given from './given.ts';

const item = (random: Random): record.Item => ({
  tags: times(1 + given.whole(random, 3), () => given.guess(random)),
  actual: given.number(random),
  noise: Math.abs(given.number(random)) + 1e-3,
});
const items = (random: Random): record.Item[] => times(given.whole(random, 8), () => item(random));
const resolved = (random: Random): (record.Resolved & { readonly shrunk: number })[] =>
  items(random).map((one) => ({ ...record.resolvedOf(one), shrunk: given.number(random) }));
export const learned = (random: Random): record.Learned => record.learn(items(random));
const class_ = (random: Random): rank.Class | undefined =>
  rank.classOf(
    times(3 + given.whole(random, 9), () => given.guess(random)),
    1.5,
  );
const candidates = (random: Random): (rank.Candidate & { readonly variance: number })[] =>
  times(1 + given.whole(random, 9), (i) => ({
    ...{ ticket: `t${i}`, gain: given.number(random), variance: given.number(random) ** 2 },
    effort: given.oneOf(random, [undefined, 1 + given.whole(random, 8), 3]),
  }));
export const work = (random: Random): coverage.Work[] =>
  times(1 + given.whole(random, 5), (i) => ({ ticket: `t${i}`, ...given.part(random) }));
const answer = (random: Random): Answer => ({
  ...{ kind: 'effects', framework: 'f', version: 1 },
  effects: given.effects(random).map((effect) => ({ ...effect, text: '' })),
});
const bundle = (random: Random): reality.Bundle[] =>
  reality.bundlesOf(given.readings(random).map(({ date }, i) => ({ ticket: `t${i}`, input: given.oneOf(random, given.INPUTS), date })));
const course = (random: Random): ReturnType<typeof given.metric> => given.metric(random, 'orders');
const dated = (random: Random): { readonly value: number; readonly date: string } => ({
  value: given.number(random),
  date: given.oneOf(random, ['2026-01-04', '2026-03-01', '2026-09-06']),
});
const weekly = (random: Random): (number | undefined)[] =>
  given.values(random).map((value) => (random.uniform() < 0.1 ? undefined : value));
const totalsIn = (random: Random): spread.Totals => {
  const found = spread.totalsOf(given.multipliers(random), given.INPUTS);
  return typeof found === 'function' ? found : () => new Map();
};

/** A framework's ground: the North Star, its inputs, and what joins them. */
export const ground = (random: Random): Ground | undefined => {
  const [northStar, ...inputs] = given.metrics(random);
  const formula = given.oneOf(random, [undefined, given.formulaText(random)]);
  return northStar && { northStar, inputs, multipliers: given.multipliers(random), ...(formula && { formula }) };
};

const standing = (random: Random, metrics: ReturnType<typeof given.metrics>): Standing => ({
  inputs: metrics.slice(1),
  current: (id) => metrics.find((one) => one.id === id)?.current,
  multipliers: given.multipliers(random),
});

export const JUDGED: given.Sweep = {
  'amid.closingAmid': (random) => {
    const metrics = given.metrics(random);
    const parsed = parseFormula(given.formulaText(random), metrics);
    const [, input] = metrics;
    return input && parsed.ok && closingAmid(input, { ...standing(random, metrics), formula: parsed.formula });
  },
  'closing.movesOf': (random) => {
    const metrics = given.metrics(random);
    const [, input] = metrics;
    return input && [...(movesOf(input, standing(random, metrics)) ?? [])];
  },
  'closing.closingOf': (random) => {
    const metrics = given.metrics(random);
    const [, input] = metrics;
    return input && closingOf(input, standing(random, metrics));
  },
  'cost.costOf': (random) => {
    const queue = candidates(random).map((one) => ({ ...one, parts: [{ input: 'orders', gain: one.gain }] }));
    return costOf([{ ticket: 'w', reason: 'debt', effort: 1 + given.whole(random, 30) }], queue, learned(random));
  },
  'coverage.chanceClosed': (random) => coverage.chanceClosed(work(random), given.number(random), learned(random)),
  'coverage.smallestSet': (random) => coverage.smallestSet(work(random), given.number(random), learned(random)),
  'coverage.coverageOf': (random) => {
    const parts = work(random).map((one) => ({ ...one, input: given.oneOf(random, given.INPUTS) }));
    return coverage.coverageOf(given.metrics(random), [{ ticket: 'a', parts }], learned(random));
  },
  'guard.guardOf': (random) => guardOf({ ...course(random), role: 'guardrail' }, given.number(random), Math.abs(given.number(random))),
  'nearest.plainName': (random) => nearest.plainName(given.oneOf(random, ['On-Time  ratio', 'Größe', ...given.INPUTS])),
  'nearest.nearestTo': (random) => nearest.nearestTo(given.oneOf(random, ['on time', 'order', 'sice']), given.metrics(random)),
  'needle.needleAngle': (random) => needleAngle(given.number(random), given.subject(random)),
  'pace.dayOf': (random) => pace.dayOf(dated(random).date),
  'pace.daysBetween': (random) => pace.daysBetween(dated(random).date, dated(random).date),
  'pace.paceAt': (random) => pace.paceAt(dated(random), dated(random), dated(random).date),
  'pace.paceLine': (random) => pace.paceLine(dated(random), dated(random))(20_450 + given.whole(random, 400)),
  'pace.carryOf': (random) => pace.carryOf(weekly(random), 0.8),
  'pace.noiseOf': (random) => pace.noiseOf(given.values(random)),
  'pace.freshness': (random) => pace.freshness(given.readings(random), given.TODAY),
  'pace.progress': (random) => pace.progress(course(random), given.number(random)),
  'pace.verdictFrom': (random) => {
    const fresh = { last: dated(random), days: 3, stale: false };
    return pace.verdictFrom(course(random), { fresh, points: 20, sigma: Math.abs(given.number(random)) });
  },
  'pace.verdictOf': (random) => pace.verdictOf(course(random), given.readings(random), given.TODAY),
  'quick.quickSizes': (random) => quickSizes(given.subject(random)),
  'rank.classOf': class_,
  'rank.shrunk': (random) => rank.shrunk(given.guess(random), 1.5, class_(random)),
  'rank.inNorthStar': (random) => rank.inNorthStar(given.part(random), given.size(random)),
  'rank.nested': (random) => rank.nested(given.parts(random)),
  'rank.chanceAbove': (random) => rank.chanceAbove(rank.nested(given.parts(random)), rank.nested(given.parts(random))),
  'rank.gainOf': (random) => rank.gainOf(given.parts(random), learned(random)),
  'rank.perEffort': (random) => candidates(random).map(rank.perEffort),
  'rank.ranked': (random) => rank.ranked(candidates(random), given.oneOf(random, ['gain', 'gain-per-effort'])),
  'rank.fitting': (random) => rank.fitting(rank.ranked(candidates(random), 'gain-per-effort'), 12),
  'rank.worthOfKnowing': (random) => rank.worthOfKnowing(Math.abs(given.number(random)), Math.abs(given.number(random))),
  'rank.improveFirst': (random) => rank.improveFirst(candidates(random), 12),
  'reality.bundlesOf': bundle,
  'reality.windowsOf': (random) =>
    reality.windowsOf(given.readings(random), { first: '2026-05-04', last: '2026-05-11' }, given.whole(random, 4)),
  'reality.counterfactual': (random) => reality.counterfactual(given.values(random), given.whole(random, 9)),
  'reality.measure': (random) => {
    const before = given.values(random);
    return reality.measure(
      { before, after: (before[0] ?? 0) * (1 + 0.3 * random.normal()), ahead: given.whole(random, 9) },
      given.number(random),
    );
  },
  'reality.sharesOf': (random) => reality.sharesOf(item(random).tags, given.number(random), Math.abs(given.number(random)), 1.5),
  'reality.placeAmong': (random) => reality.placeAmong(given.size(random), given.values(random)),
  'reality.divergenceOf': (random) =>
    reality.divergenceOf({ change: given.number(random), noise: random.uniform() }, given.number(random), [
      { slope: given.number(random), noise: random.uniform() },
    ]),
  'record.resolvedOf': (random) => record.resolvedOf(item(random)),
  'record.widthOf': (random) => record.widthOf(resolved(random)),
  'record.levelOf': (random) => record.levelOf(resolved(random), 1 + random.uniform()),
  'record.learn': learned,
  'record.corrected': (random) => record.corrected(given.size(random), 1 + random.uniform()),
  'record.intervalScore': (random) => record.intervalScore(given.size(random), given.number(random)),
  'record.hitsOf': (random) =>
    record.hitsOf(
      times(5, () => ({ input: given.oneOf(random, given.INPUTS), size: given.size(random), actual: given.number(random) })),
      1.5,
    ),
  'relations.effectivePairs': (random) => relations.effectivePairs(given.whole(random, 100), random.uniform(), random.uniform()),
  'relations.correlationInterval': (random) => relations.correlationInterval(2 * random.uniform() - 1, 8 + 90 * random.uniform(), 14),
  'relations.relationsOf': (random) => relations.relationsOf(weekly(random), weekly(random)),
  'relations.overlapOf': (random) => relations.overlapOf(weekly(random), weekly(random)),
  'reach.unpricedOf': (random) =>
    unpricedOf({ metrics: given.metrics(random), multipliers: given.multipliers(random) }).map(({ id }) => id),
  'repricing.repriced': (random) => {
    const [before, after] = [ground(random), ground(random)];
    return before && after && repriced(given.effects(random), before, after);
  },
  'room.roomOf': (random) => roomOf(given.subject(random)),
  'room.gapOf': (random) => gapOf(given.subject(random)),
  'spread.totalsOf': (random) => given.INPUTS.map(totalsIn(random)),
  'spread.carriedBy': (random) => spread.carriedBy(given.effects(random), totalsIn(random), given.INPUTS),
  'team.median': (random) => team.median(given.values(random)),
  'team.teamValue': (random) =>
    team.teamValue(
      times(1 + given.whole(random, 5), () => given.size(random)),
      6,
    ),
  'team.teamAnswer': (random) => team.teamAnswer(times(1 + given.whole(random, 5), () => answer(random))),
  'trend.outside': (random) => trend.outside(given.values(random), given.size(random)),
  'trend.levelled': (random) => trend.levelled(course(random))(given.number(random), 20_450 + given.whole(random, 400)),
  'trend.trendOf': (random) => trend.trendOf(course(random), given.readings(random)),
  'trend.paceStanding': (random) => trend.paceStanding(given.number(random), 'up', { sigma: random.uniform() }),
};
