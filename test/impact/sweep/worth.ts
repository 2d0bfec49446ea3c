// From what is typed to the North Star: effects, points, formulas, what is shown.
import * as curve from '../../../lib/impact/curve.ts';
import * as effect from '../../../lib/impact/effect.ts';
import * as draws from '../../../lib/impact/formula-draws.ts';
import { parseFormula } from '../../../lib/impact/formula-parse.ts';
import * as text from '../../../lib/impact/formula-text.ts';
import * as units from '../../../lib/impact/formula-units.ts';
import * as formulas from '../../../lib/impact/formula.ts';
import { read } from '../../../lib/impact/grammar.ts';
import * as impact from '../../../lib/impact/impact.ts';
import { inOrder, locale, writeAs } from '../../../lib/impact/locale.ts';
import { type Mapping, modelOf } from '../../../lib/impact/mapping.ts';
import * as normal from '../../../lib/impact/normal.ts';
import * as numeral from '../../../lib/impact/numeral.ts';
import * as points from '../../../lib/impact/points.ts';
import { groundOf, pricerOf } from '../../../lib/impact/pricing.ts';
import { sharesOf } from '../../../lib/impact/shares.ts';
import * as shown from '../../../lib/impact/shown.ts';
import * as straight from '../../../lib/impact/straight.ts';
import { parseEffect } from '../../../lib/impact/typed.ts';
import { type Random, times } from '../../simulations/random.ts';
import * as given from './given.ts';

/** Points enough to see that all agree; the arrays are lent, so they are copied. */
const some = (values: Float64Array): number[] => [...values].filter((_, i) => i % 60 === 0);

function formulaIn(random: Random): { readonly formula: formulas.Formula; readonly metrics: ReturnType<typeof given.metrics> } {
  const metrics = given.metrics(random);
  const parsed = parseFormula(given.formulaText(random), metrics);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return { formula: parsed.formula, metrics };
}
const currentIn =
  (metrics: ReturnType<typeof given.metrics>) =>
  (id: string): number | undefined =>
    metrics.find((one) => one.id === id)?.current;

/** Terms by sensitivities, by a formula and along multipliers; or what is wrong. */
function terms(random: Random): impact.Terms | undefined {
  const { formula, metrics } = formulaIn(random);
  const mapping = given.oneOf<Partial<Mapping>>(random, [{}, { formula }, { multipliers: given.multipliers(random) }]);
  const model = modelOf({ metrics, current: currentIn(metrics), ...mapping });
  const priced = 'code' in model ? model : model.priced(given.effects(random));
  return 'code' in priced ? undefined : priced.terms;
}
const all = (gains: impact.Gains): unknown => {
  const sets = impact.nested(gains.chances).map(({ set }) => set);
  return [sets.map(gains.mean), sets.map(gains.variance), gains.parts(gains.chances), gains.points(sets).map(some)];
};
/** What it makes of a formula and a number for each of its inputs. */
const ofFormula =
  (make: (formula: formulas.Formula, current: (id: string) => number, metrics: ReturnType<typeof given.metrics>) => unknown) =>
  (random: Random): unknown => {
    const { formula, metrics } = formulaIn(random);
    return make(formula, (id) => currentIn(metrics)(id) ?? 0, metrics);
  };
const typed = (random: Random): string => {
  const [low, high] = [given.number(random), Math.abs(given.number(random))].map((value) => value.toPrecision(4));
  return given.oneOf(random, [
    `${low}`,
    `${low}..${high}`,
    `+${high}%`,
    `${high}k`,
    `-> ${high}`,
    `${low} to ${high} at 70%`,
    `x1.${high}`,
  ]);
};
const estimate = (random: Random): shown.Estimate => {
  const [p10 = 0, mean = 0, p90 = 0] = times(3, () => given.number(random)).toSorted((a, b) => a - b);
  return { p10, mean, p90 };
};
const change = (random: Random): straight.Change => ({ mean: given.number(random), sd: Math.abs(given.number(random)) });

export const WORTH: given.Sweep = {
  'curve.gainsAlong': ofFormula((formula, current, metrics) => {
    const moved = new Map([['orders', { unit: 1, by: [{ source: 0, factor: 1 }], room: undefined }]]);
    const values = new Map(metrics.map(({ id }) => [id, current(id)]));
    const source = { size: { low: 1, high: 2, chance: 0.7 }, room: undefined, dimension: 0 };
    const gains = curve.gainsAlong({ formula, values, moved, sources: [source], chances: [0.7] });
    return 'code' in gains ? gains : all(gains);
  }),
  'effect.fromSingle': (random) => effect.fromSingle(given.number(random), given.oneOf(random, ['opinion', 'market', 'test'])),
  'effect.halves': (random) => effect.halves(given.size(random)),
  'effect.within': (random) => effect.within(given.number(random), given.room(random, given.size(random))),
  'effect.moments': (random) => {
    const size = given.size(random);
    return effect.moments(size, given.room(random, size));
  },
  'effect.sizeAt': (random) => effect.sizeAt(given.size(random), random.normal()),
  'effect.quantileIfMoved': (random) => effect.quantileIfMoved(given.size(random), random.uniform()),
  'effect.quantile': (random) => effect.quantile(given.size(random), random.uniform()),
  'formula-draws.atPoints': ofFormula((formula, current) => {
    points.beginDrawing();
    return some(draws.atPoints(formula, (id) => (id === 'orders' ? points.scoresIn(0) : current(id))));
  }),
  'formula-draws.at': ofFormula((formula, current) => draws.at(formula, current)),
  'formula-draws.rangeOf': ofFormula((formula, current) => draws.rangeOf(formula, (id) => ({ low: current(id), high: 2 * current(id) }))),
  'formula-parse.parseFormula': (random) => parseFormula(given.formulaText(random), given.metrics(random)),
  'formula-text.wordOf': (random) => text.wordOf(given.oneOf(random, given.INPUTS)),
  'formula-text.formatNode': ofFormula(({ root }) => text.formatNode(root)),
  'formula-text.formatFormula': ofFormula((formula) => text.formatFormula(formula)),
  'formula-units.readUnit': (random) => units.readUnit(given.oneOf(random, ['orders per day', 'items / order', '%'])),
  'formula-units.formatUnit': (random) => units.formatUnit(units.readUnit(given.oneOf(random, ['orders per day', 'orders'])) ?? new Map()),
  'formula-units.unitOf': ofFormula((formula, _, metrics) => units.unitOf(formula, metrics)),
  'formula-units.checkUnits': ofFormula((formula, _, metrics) => units.checkUnits(formula, metrics)),
  'formula.fold': ofFormula(({ root }, current) =>
    formulas.fold<number>(root, {
      number: (value) => value,
      input: current,
      plus: (a, b) => a + b,
      minus: (a, b) => a - b,
      times: (a, b) => a * b,
      over: (a, b) => a / b,
      power: (of, exponent) => of ** exponent,
    }),
  ),
  'formula.taken': ofFormula((formula, current) => formulas.taken(formula, current)),
  'formula.valueOf': ofFormula((formula, current) => formulas.valueOf(formula, current)),
  'formula.gradientOf': ofFormula((formula, current) => formulas.gradientOf(formula, current)),
  'formula.degreeIn': ofFormula((formula) => formulas.degreeIn(formula, new Set(['orders', 'size']))),
  'formula.isMultilinear': ofFormula((formula) => formulas.isMultilinear(formula)),
  'formula.renameInput': ofFormula((formula) => formulas.renameInput(formula, 'orders', 'sales')),
  'grammar.read': (random) => read(typed(random), given.metric(random, 'orders')),
  'impact.worth': (random) => impact.worth(given.size(random)),
  'impact.termsOf': (random) => impact.termsOf(given.effects(random), given.metrics(random), () => 50),
  'impact.changesAt': (random) => {
    points.beginDrawing();
    const size = given.size(random);
    return some(impact.changesAt(size, given.room(random, size), given.whole(random, 6)));
  },
  'impact.nested': (random) => impact.nested(times(3, () => given.chance(random))),
  'impact.meanOf': (random) => impact.meanOf(terms(random) ?? []),
  'impact.impactOf': (random) => impact.impactOf(terms(random) ?? []),
  'impact.impactIfMoved': (random) => impact.impactIfMoved(terms(random) ?? []),
  'locale.writeAs': () => writeAs(() => ({ tag: 'en', rightToLeft: false })),
  'locale.locale': () => locale(),
  'locale.inOrder': (random) => inOrder(String(given.whole(random, 1000))),
  'mapping.modelOf': (random) => {
    const made = terms(random) ?? [];
    return 'chances' in made ? all(made) : made;
  },
  'normal.normalPdf': (random) => normal.normalPdf(3 * random.normal()),
  'normal.normalCdf': (random) => normal.normalCdf(3 * random.normal()),
  'normal.normalQuantile': (random) => normal.normalQuantile(random.uniform()),
  'numeral.tidy': (random) => numeral.tidy(given.number(random)),
  'numeral.decade': (random) => numeral.decade(given.number(random)),
  'numeral.numeral': (random) => numeral.numeral(Math.abs(given.number(random)).toPrecision(4), given.oneOf(random, ['count', 'rate'])),
  'points.pointAt': (random) => points.pointAt(given.whole(random, 1021) - 510, given.whole(random, 6)),
  'points.scoresIn': (random) => some(points.scoresIn(given.whole(random, 6))),
  'points.beginDrawing': () => points.beginDrawing(),
  'points.lend': () => points.lend().length,
  'points.pointQuantiles': (random) => {
    const share = random.uniform();
    const cases = [share, (1 - share) / 2].map((probability) => ({ probability, values: points.scoresIn(given.whole(random, 6)) }));
    return points.pointQuantiles(cases, [0.1, 0.5, 0.9, random.uniform()]);
  },
  'pricing.groundOf': (random) => groundOf({ id: 'f', metrics: given.metrics(random) }, () => given.number(random)),
  'pricing.pricerOf': (random) => {
    const [northStar, ...inputs] = given.metrics(random);
    if (!northStar) return undefined;
    const price = pricerOf({ northStar, inputs, formula: given.formulaText(random), multipliers: given.multipliers(random) });
    const made = price(given.effects(random));
    return made && impact.impactOf(made);
  },
  'shares.sharesOf': (random) => {
    const means = times(8, () => given.number(random));
    return sharesOf(
      times(3, () => given.chance(random)),
      (set) => means[set] ?? 0,
    );
  },
  'shown.roundShown': (random) => shown.roundShown(estimate(random)),
  'shown.formatNumber': (random) => shown.formatNumber(given.number(random), 'en'),
  'shown.formatSigned': (random) => shown.formatSigned(given.number(random), 'en'),
  'shown.formatReading': (random) => shown.formatReading(given.metric(random, 'orders'), given.number(random), 'en'),
  'shown.formatChange': (random) => shown.formatChange(given.metric(random, 'orders'), given.number(random), 'en'),
  'shown.formatCorrelation': (random) => shown.formatCorrelation(2 * random.uniform() - 1, 'en'),
  'shown.formatGap': (random) => shown.formatGap(given.metric(random, 'orders'), given.number(random), 'en'),
  'shown.formatChance': (random) => shown.formatChance(random.uniform(), 'en'),
  'shown.formatAge': (random) => shown.formatAge(given.whole(random, 50), 'en'),
  'straight.constant': (random) => straight.constant(4, given.number(random)),
  'straight.tableOf': ofFormula((formula, current) =>
    formulas.degreeIn(formula, new Set(['orders'])) <= 1
      ? straight.tableOf(formula, (id) => [current(id), id === 'orders' ? 1 : 0], 1)
      : undefined,
  ),
  'straight.momentsAt': (random) => {
    const table = [0, ...times(7, () => given.number(random))];
    return straight.momentsAt(table, [change(random), undefined, change(random)]);
  },
  'straight.gainsAt': (random) => {
    points.beginDrawing();
    const table = [0, ...times(7, () => given.number(random))];
    const changes = times(3, (j) => impact.changesAt(given.size(random), undefined, j));
    return some(straight.gainsAt(table, changes));
  },
  'typed.parseEffect': (random) => parseEffect(typed(random), given.subject(random)),
};
