// What is made of answers when they are ranked and compared: beliefs, ways of scoring, two tickets side by side.
import * as believed from '../../../lib/impact/believed.ts';
import * as compare from '../../../lib/impact/compare.ts';
import { coverageOn } from '../../../lib/impact/coverage.ts';
import * as impact from '../../../lib/impact/impact.ts';
import { type Ground, pricerOf } from '../../../lib/impact/pricing.ts';
import { nested, type Outcome } from '../../../lib/impact/rank.ts';
import * as scores from '../../../lib/impact/scores.ts';
import { worthOf } from '../../../lib/impact/worth.ts';
import { type Random, times } from '../../simulations/random.ts';
import * as given from './given.ts';
import { ground, learned, work } from './judged.ts';

const mains = (random: Random): believed.Sized[] =>
  times(5 + given.whole(random, 10), () => given.effects(random)).flatMap(([one]) => one ?? []);
const beliefs = (random: Random, on: Ground): believed.Beliefs => {
  const own = learned(random);
  return { ground: on, learned: own, classes: believed.classesOf(mains(random), on, own) };
};
/** With a ground to believe on, where the draw gives one. */
const on =
  (work_: (random: Random, beliefs: believed.Beliefs) => unknown) =>
  (random: Random): unknown => {
    const drawn = ground(random);
    return drawn && work_(random, beliefs(random, drawn));
  };
const cases = (random: Random): Outcome[] => nested(given.parts(random));
const shares = (random: Random): compare.Share[] => given.INPUTS.map((input) => ({ input, gain: given.number(random) }));
const contender = (random: Random): believed.Contender => ({
  effects: given.effects(random),
  effort: given.oneOf(random, [undefined, 1, 5]),
});
const scored = (random: Random): scores.Scored => ({
  size: given.number(random),
  chance: given.chance(random),
  effort: given.oneOf(random, [undefined, 1 + given.whole(random, 13)]),
});
const middles = (random: Random): scores.Middles => scores.middlesOf(times(9, () => scored(random)));
const terms = (random: Random): impact.Terms => {
  const drawn = ground(random);
  return (drawn && pricerOf(drawn)(given.effects(random))) ?? [];
};

export const BELIEFS: given.Sweep = {
  'believed.guessOf': on((random, { ground: under }) => given.effects(random).map((effect) => believed.guessOf(effect, under))),
  'believed.classesOf': on((_, { classes }) => [...classes]),
  'believed.gather': on((random, { ground: under }) => {
    const guesses = new Map();
    for (const main of mains(random)) believed.gather(guesses, main, under);
    return [...guesses];
  }),
  'believed.classesFrom': (random) => [
    ...believed.classesFrom(new Map([['orders', times(6, () => given.guess(random))]]), learned(random)),
  ],
  'believed.partsOf': on((random, all) => believed.partsOf(given.effects(random), all)),
  'believed.outcomesOf': on((random, all) => believed.outcomesOf(given.effects(random), all)),
  'believed.believedGain': on((random, all) => believed.believedGain(given.effects(random), all)),
  'believed.chanceBeats': on((random, all) => believed.chanceBeats(contender(random), contender(random), all)),
  'compare.spreadOf': (random) => compare.spreadOf(cases(random)),
  'compare.differenceOf': (random) => compare.differenceOf(cases(random), cases(random)),
  'compare.densityOf': (random) =>
    compare.densityOf(
      cases(random),
      times(5, () => given.number(random)),
    ),
  'compare.sourcesOf': (random) => compare.sourcesOf(shares(random), shares(random)),
  'coverage.coverageOn': (random) => coverageOn(given.metric(random, 'orders'), work(random), learned(random)),
  'impact.casesOf': (random) => impact.casesOf(terms(random)),
  'impact.partsIn': (random) => impact.partsIn(terms(random)),
  'scores.middlesOf': middles,
  'scores.riceOf': (random) => scores.riceOf(scored(random), middles(random)),
  'scores.iceOf': (random) => scores.iceOf(scored(random), middles(random)),
  'scores.wsjfOf': (random) => scores.wsjfOf(scored(random), middles(random)),
  'scores.quadrantOf': (random) =>
    scores.quadrantOf(given.number(random), given.oneOf(random, [undefined, 3]), { value: given.number(random), effort: 3 }),
  'worth.worthOf': on((random, all) => worthOf(given.effects(random), all)),
};
