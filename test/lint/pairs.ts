// For every rule a minimal pair: facts in which it finds nothing, and the same facts with one thing changed, in which it does.
import type { Facts } from '../../lib/lint/rule.ts';
import type { RuleId } from '../../lib/lint/rules.ts';
import type { Framework, Multiplier, Validation } from '../../lib/model/framework.ts';
import type { Dated, Metric } from '../../lib/model/metric.ts';
import { day, delivery, extra, framework, metric, metrics, only, planner, plus, readings, TODAY, weekly, without } from './facts.ts';

export interface Pair {
  readonly clean: Facts;
  readonly found: Facts;
  /** The metric the finding is about. */
  readonly about?: string;
  /** What it says, in English. */
  readonly says: string;
}

type Change = { [Part in keyof Metric]?: Metric[Part] | undefined };
const NORTH = 'teams';

/** Clean is the planner as it is. */
const from = (found: Facts, says: string, about?: string): Pair => ({ clean: planner, found, says, ...(about && { about }) });
const on = (id: string, change: Change, says: string): Pair => from(metric(planner, id, change), says, id);
const whole = (change: Partial<Framework>, says: string): Pair => from(framework(planner, change), says);
const { validation = {}, rejected = [], rituals = {} } = planner.framework;
const tested = (change: Validation, says: string): Pair => whole({ validation: { ...validation, ...change } }, says);
const untested = (part: keyof Validation, says: string): Pair =>
  whole({ validation: Object.fromEntries(Object.entries(validation).filter(([key]) => key !== part)) }, says);
const called = (name: string, says: string): Pair => on(NORTH, { name }, says);
const formula = (text: string, says: string, about?: string): Pair => ({
  ...{ clean: delivery, found: framework(delivery, { formula: text }), says },
  ...(about && { about }),
});
const leading = (...multipliers: Multiplier[]): Facts => framework(planner, { multipliers });
const next = (from: string, to: string, factor = 0.4): Multiplier => ({ from, to, factor });

const others = (found: readonly Framework[], says: string): Pair => from({ ...planner, others: found }, says);
const [other] = planner.others ?? [];
if (!other) throw new Error('The planner has another framework beside it.');

const five: Facts = { ...planner, tagged: new Map() };
/** A metric with no more than its role asks for. */
const plainly = (id: string, name: string, role: Metric['role']): Metric => ({
  ...{ id, name, role, kind: 'count', unit: 'things', window: 'week', direction: 'up', cadence: 'weekly' },
});
const watched = (count: number): Facts =>
  plus(planner, ...Array.from({ length: count }, (_, i) => plainly(`health-${i}`, `Watched ${i}`, 'health')));
const team = (people: number, preset: 'full' | 'lite'): Facts => framework(planner, { people, preset });
const goal = (value: number, date: string): Dated => ({ value, date });
/** All inputs past their pace lines, and the North Star on its own. */
const winning = ['activation', 'templates', 'collaboration', 'completion'].reduce(
  (facts, id, i) =>
    readings(facts, id, weekly(20 + i, (facts.framework.metrics.find((one) => one.id === id)?.target?.value ?? 0) - 0.05, 0.02)),
  readings(readings(planner, 'overdue', weekly(30, 24.5, 0.02)), NORTH, weekly(31, 6790, 5)),
);
const second = plainly('second', 'Minutes watched', 'north-star');

export const PAIRS: Readonly<Record<RuleId, Pair>> = {
  'no-north-star': from(metric(planner, NORTH, { role: 'outcome' }), 'No metric here is the North Star.'),
  'second-north-star': from(plus(planner, second), 'Minutes watched is a second North Star.', 'second'),
  'scope-shared': others([{ ...other, scope: ' planner' }], 'Notes has a North Star for the same product or segment.'),
  'no-inputs': {
    clean: only(five, 'activation'),
    found: only(five),
    says: 'The North Star has no inputs, so there is nothing a ticket could move.',
  },
  'few-inputs': {
    clean: only(five, 'activation', 'templates', 'completion'),
    found: only(five, 'activation', 'templates'),
    says: 'Inputs: 2. Something that moves the North Star has no name yet.',
  },
  'six-inputs': {
    clean: five,
    found: plus(five, extra(1)),
    says: 'Six inputs are the most that some would have; others stop at five.',
  },
  'many-inputs': { clean: plus(five, extra(1)), found: plus(five, extra(1), extra(2)), says: '7 inputs are too many to keep in mind.' },
  'same-name': on('completion', { name: 'Template  adoption' }, 'Two metrics are called Template  adoption.'),
  'no-outcome': from(
    metrics(planner, (all) => all.filter(({ role }) => role !== 'outcome')),
    'No business outcome says what the North Star is good for.',
  ),
  'no-guardrail': from(
    metrics(planner, (all) => all.filter(({ role }) => role !== 'guardrail')),
    'Nothing says what must not be damaged on the way.',
  ),
  'guardrail-without-limit': on('support', { baseline: undefined }, 'Support requests is a guardrail without a value to keep to.'),
  crowded: { clean: watched(8), found: watched(9), says: '11 metrics stand beside the North Star and its inputs.' },
  'worth-on-watched': on('revenue', { sensitivity: { low: 1, high: 2 } }, 'Monthly revenue has a sensitivity, but it is not an input.'),
  'asked-nowhere': whole({ claims: [] }, 'No repository, project or team is named, so no ticket is asked about.'),
  'shared-claim': others([{ ...other, claims: ['github:Acme'] }], 'github:acme/planner is also claimed by Notes.'),
  'lite-fits': {
    clean: team(6, 'full'),
    found: team(5, 'full'),
    says: 'People who work by it: 5. For so few, a North Star and three inputs are enough.',
  },
  'lite-outgrown': { clean: team(10, 'lite'), found: team(11, 'lite'), says: '11 people work by a framework kept lite.' },
  'revenue-north-star': called(
    'Monthly recurring revenue',
    'Monthly recurring revenue counts money. It comes late, and discounts or the wrong customers can raise it for a while.',
  ),
  'vanity-north-star': called('Total registered users', 'Total registered users can grow while the product gets worse.'),
  'gameable-north-star': {
    ...{ clean: metric(untested('gaming', '').found, NORTH, { name: 'New teams that finish a project within 7 days' }), about: NORTH },
    found: metric(untested('gaming', '').found, NORTH, { name: 'New signups' }),
    says: 'New signups can be raised by incentives, without anybody getting value.',
  },
  'shipped-north-star': called('Features shipped', 'Features shipped counts our own work, not what customers get from it.'),
  'nps-north-star': called('NPS', 'NPS comes from a survey: seldom asked, and far from what was done.'),
  'dau-north-star': called('Daily active users (DAU)', 'Daily active users (DAU) says who was there, not what they got.'),
  'down-north-star': on(
    NORTH,
    { direction: 'down' },
    'Weekly active teams completing projects is better when lower, so it cannot grow with the value delivered.',
  ),
  'one-team-north-star': {
    clean: metrics(planner, (all) => all.map((one) => (one.role === 'input' && one.id !== 'activation' ? { ...one, owner: 'Core' } : one))),
    found: metrics(planner, (all) => all.map((one) => (one.role === 'input' ? { ...one, owner: 'Core' } : one))),
    about: NORTH,
    says: 'Weekly active teams completing projects can only be moved by Core, which owns every input.',
  },
  'slow-north-star': on(NORTH, { cadence: 'quarterly' }, 'Weekly active teams completing projects is measured once a month or less.'),
  'no-lead': on(NORTH, { lag: 0 }, 'Weekly active teams completing projects shows in the outcomes at once, so it warns of nothing.'),
  'no-value': from(without(planner, 'value'), 'What customers get is not said yet.'),
  'feature-value': whole({ value: 'Gantt charts and dashboards.' }, 'The value is said by what the product has, not by what people get.'),
  'no-rationale': from(without(planner, 'rationale'), 'Why this metric was chosen is not written down.'),
  'few-candidates': whole({ rejected: rejected.slice(1) }, 'Metrics considered, the chosen one included: 2.'),
  'rejected-without-why': whole(
    { rejected: rejected.map((one, i) => (i === 0 ? { ...one, why: ' ' } : one)) },
    'Why Sprint velocity was not taken is not written down.',
  ),
  'rejected-north-star': from(
    framework(planner, { rejected: [...rejected, { name: 'weekly active teams completing projects', why: 'Too long.' }] }),
    'Weekly active teams completing projects stands among the metrics that were not taken.',
    NORTH,
  ),
  'validation-skipped': from(without(planner, 'validation'), 'Whether this is the right North Star has not been tested.'),
  'criteria-not-asked': untested('leading', 'Questions of choosing still open: 1 of 7.'),
  'not-customer-value': tested({ customerValue: false }, 'By your own answer, the North Star does not measure what customers get.'),
  'not-measurable': tested({ measurable: false }, 'By your own answer, the North Star cannot be measured reliably.'),
  'not-influenceable': tested({ influenceable: false }, 'By your own answer, the team cannot influence the North Star.'),
  'not-leading': tested({ leading: false }, 'By your own answer, the North Star does not lead the outcomes.'),
  'not-paying': tested({ revenue: false }, 'By your own answer, growth of the North Star does not lead to revenue over time.'),
  'not-simple': tested({ simple: false }, 'By your own answer, not everybody can understand the North Star.'),
  'not-frequent': tested({ frequent: false }, 'By your own answer, the North Star moves too seldom.'),
  'few-interviews': tested({ interviews: 9 }, 'Engaged users interviewed: 9.'),
  'gaming-not-tested': untested('gaming', 'Whether the North Star can be hit without delivering value has not been asked.'),
  'no-sceptic': untested('sceptic', 'Nobody from outside the team has tried to explain the North Star.'),
  'sceptic-disagrees': tested({ sceptic: { name: 'Mira', agreed: false } }, 'Mira could not say why the North Star matters to a customer.'),
  'no-correlation': untested('correlations', 'Whether growth of the North Star came before anything else has not been looked at.'),
  'outcome-not-compared': tested(
    { correlations: (validation.correlations ?? []).slice(0, 2) },
    'The North Star has not been compared with customer satisfaction.',
  ),
  'weak-correlation': tested(
    { correlations: (validation.correlations ?? []).map((one) => (one.with === 'retention' ? { ...one, r: 0.3 } : one)) },
    'The relation with retention may be no more than chance. Pairs compared: 40.',
  ),
  'input-not-checked': on(
    'templates',
    { checks: { influenceable: true, drives: true } },
    'Not all three questions are answered for Template adoption.',
  ),
  'input-not-influenceable': on(
    'templates',
    { checks: { influenceable: false, drives: true, oneTeam: true } },
    'By your own answer, work cannot move Template adoption.',
  ),
  'input-does-not-drive': on(
    'templates',
    { checks: { influenceable: true, drives: false, oneTeam: true } },
    'By your own answer, Template adoption does not move the North Star.',
  ),
  'input-not-one-team': on(
    'templates',
    { checks: { influenceable: true, drives: true, oneTeam: false } },
    'By your own answer, Template adoption cannot be owned by one team.',
  ),
  'money-input': on('templates', { name: 'Revenue per team' }, 'Revenue per team is a business outcome: late, and hard to move directly.'),
  'work-input': on(
    'templates',
    { name: 'Templates and features shipped' },
    'Templates and features shipped counts work, and work is what moves inputs.',
  ),
  'correlated-inputs': from(
    readings(planner, 'completion', weekly(3, 58, 0.7)),
    'Project completion and Template adoption go up and down together: r 1 over 30 weeks.',
    'completion',
  ),
  'no-worth': on('templates', { sensitivity: undefined }, 'What Template adoption is worth to the North Star is not known.'),
  'worth-nothing': {
    clean: metric(planner, 'templates', { sensitivity: { low: 0, high: 24 } }),
    found: metric(planner, 'templates', { sensitivity: { low: 0, high: 0 } }),
    about: 'templates',
    says: 'By its sensitivity, Template adoption is worth nothing to the North Star.',
  },
  'worth-either-way': on(
    'templates',
    { sensitivity: { low: -1, high: 24 } },
    'By its sensitivity, Template adoption may help the North Star or harm it.',
  ),
  'worth-against-direction': on('overdue', { direction: 'up' }, 'The sensitivity of Overdue steps says the opposite of its direction.'),
  'no-owner': on('templates', { owner: undefined }, 'Template adoption has no owner.'),
  'two-owners': on('templates', { owner: 'Templates, Growth' }, 'Template adoption seems to have several owners.'),
  siloed: {
    clean: winning,
    found: readings(winning, NORTH, weekly(31, 6000, 5)),
    about: NORTH,
    says: 'All 5 inputs with a verdict are winning, and Weekly active teams completing projects is losing.',
  },
  'input-without-work': from(
    { ...planner, tagged: new Map([...(planner.tagged ?? [])].filter(([id]) => id !== 'templates')) },
    'No answered ticket names Template adoption.',
    'templates',
  ),
  'no-window': on(NORTH, { window: undefined }, 'Weekly active teams completing projects does not say in what time.'),
  'no-denominator': on('templates', { denominator: undefined }, 'Template adoption is a rate that does not say of what.'),
  'count-without-unit': on(NORTH, { unit: '' }, 'Weekly active teams completing projects does not say what is counted.'),
  'rate-out-of-bounds': on(
    'templates',
    { stretch: goal(104, day(48)) },
    'Template adoption is a rate, and 104 % is not between 0 and 100 %.',
  ),
  'slow-input': on('templates', { cadence: 'monthly' }, 'Template adoption is measured once a month or less.'),
  'never-read': from(readings(planner, 'templates', undefined), 'Template adoption has no reading yet.', 'templates'),
  'stale-reading': from(
    readings(planner, 'templates', weekly(3, 23, 0.8).slice(0, -2)),
    'The last reading of Template adoption is 14 days old.',
    'templates',
  ),
  'no-baseline': on('templates', { baseline: undefined }, 'Template adoption has no baseline.'),
  'no-target': on('templates', { target: undefined }, 'Template adoption has no 90-day target.'),
  'no-stretch': on('templates', { stretch: undefined }, 'Template adoption has no stretch goal.'),
  'target-wrong-way': on('templates', { target: goal(20, day(48)) }, 'The target of Template adoption is worse than its baseline.'),
  'target-at-baseline': on(
    'templates',
    { target: goal(23, day(48)) },
    'The target of Template adoption is its baseline, so nothing is left to gain.',
  ),
  'target-date': on('templates', { target: goal(42, day(-42)) }, 'The target of Template adoption is not dated after its baseline.'),
  'target-not-90-days': on('templates', { target: goal(42, day(80)) }, 'Days from the baseline of Template adoption to its target: 122.'),
  'target-reached': from(readings(planner, 'templates', [goal(43, TODAY)]), 'Template adoption has reached its target.', 'templates'),
  'target-passed': on('templates', { target: goal(42, day(-1)) }, 'Days since the target of Template adoption was due: 1.'),
  'stretch-short': on('templates', { stretch: goal(42, day(48)) }, 'The stretch goal of Template adoption does not lie beyond its target.'),
  'inputs-fall-short': on(
    NORTH,
    { target: goal(9000, day(48)) },
    'With all inputs at their targets, Weekly active teams completing projects comes to about 8,180 at best; its target is 9,000.',
  ),
  'key-result-wrong-way': on(
    'activation',
    { keyResult: { from: 26, to: 22, by: day(39), why: 'Teams that begin well go on.' } },
    'The key result on New team activation leads the wrong way.',
  ),
  'key-result-without-why': on(
    'activation',
    { keyResult: { from: 26, to: 34, by: day(39) } },
    'The key result on New team activation does not say how it serves the North Star.',
  ),
  'key-result-beyond-quarter': on(
    'activation',
    { keyResult: { from: 26, to: 34, by: day(108), why: 'Teams that begin well go on.' } },
    'The key result on New team activation is 108 days away.',
  ),
  'key-result-passed': on(
    'activation',
    { keyResult: { from: 26, to: 34, by: day(-1), why: 'Teams that begin well go on.' } },
    'The day of the key result on New team activation is over.',
  ),
  'formula-unreadable': formula('orders * items_per_order * fulfilled * * on_time', 'The formula cannot be read at character 40.'),
  'formula-unknown-name': formula(
    'orders * items_per_basket * fulfilled * on_time',
    'The formula names items_per_basket, which is no metric here.',
  ),
  'formula-ambiguous-name': {
    clean: framework(delivery, { formula: "'Orders by customers' * items_per_order * fulfilled * on_time" }),
    found: plus(framework(delivery, { formula: "'Orders by customers' * items_per_order * fulfilled * on_time" }), {
      ...extra(1),
      name: 'Orders by customers',
    }),
    says: 'The formula names Orders by customers, and several inputs are called so.',
  },
  'formula-not-an-input': formula('orders * items_per_order * revenue', 'The formula uses Monthly revenue, which is not an input.'),
  'formula-without-inputs': formula('2 * 10000', 'The formula has no input in it, so nothing can move the North Star.'),
  'formula-no-value': formula('orders / (on_time - on_time)', 'With today’s values the formula gives no number.'),
  'formula-leaves-out': formula(
    'orders * items_per_order * fulfilled',
    'In-time delivery is not in the formula, so work on it is worth nothing.',
    'on-time',
  ),
  'formula-units-differ': formula('orders + items_per_order', 'The formula adds orders and items per order.'),
  'formula-wrong-unit': formula('orders * fulfilled * on_time', 'The formula comes out in orders; the North Star is counted in items.'),
  'formula-off': formula(
    '2 * orders * items_per_order * fulfilled * on_time',
    'At the baselines the formula gives 40,000; the North Star’s own baseline is 20,000.',
  ),
  'formula-against-direction': {
    clean: delivery,
    found: metric(delivery, 'orders', { direction: 'down' }),
    about: 'orders',
    says: 'By the formula, improving Orders by customers makes the North Star worse.',
  },
  'formula-against-worth': {
    clean: metric(delivery, 'orders', { sensitivity: { low: 1.9, high: 9 } }),
    found: metric(delivery, 'orders', { sensitivity: { low: 5, high: 9 } }),
    about: 'orders',
    says: 'By the formula, Orders by customers is worth 2.02 a unit, which is outside its sensitivity.',
  },
  'multiplier-unknown': from(
    leading(next('templates', 'revenue')),
    'A multiplier leads from or to Monthly revenue, which is not an input.',
  ),
  'multiplier-circle': {
    clean: leading(next('collaboration', 'completion'), next('templates', 'completion')),
    found: leading(next('collaboration', 'completion'), next('completion', 'collaboration')),
    says: 'The multipliers lead in a circle, through Collaboration events and Project completion.',
  },
  'multiplier-too-large': from(
    leading(next('collaboration', 'completion', 1e13)),
    'The multipliers from Collaboration events to Project completion come to more than can be worked with.',
  ),
  'multiplier-twice': from(
    leading(next('collaboration', 'completion'), next('collaboration', 'completion')),
    'Two multipliers lead from Collaboration events to Project completion, and both are counted.',
  ),
  'inputs-conflict': from(
    leading(next('collaboration', 'overdue')),
    'Improving Collaboration events makes Overdue steps worse, by their multiplier.',
  ),
  'no-review': whole({ rituals: { reviewed: day(-60), rules: rituals.rules } }, 'How often the inputs are gone through is not said.'),
  'seldom-review': whole({ rituals: { ...rituals, review: 'monthly' } }, 'The inputs are gone through once a month or less.'),
  'no-decision-rules': whole({ rituals: { review: 'weekly', reviewed: day(-60) } }, 'How trade-offs are decided is not said.'),
  'review-overdue': whole(
    { rituals: { ...rituals, reviewed: day(-185) } },
    'Whether this is still the right North Star was last asked 185 days ago.',
  ),
  'changed-often': whole(
    { changes: [{ version: 1, date: day(-500), reason: 'First.' }, ...(planner.framework.changes ?? []).slice(1)] },
    'The North Star was changed within a year, without a pivot. Days it was kept: 300.',
  ),
  'change-without-reason': whole(
    { changes: (planner.framework.changes ?? []).map((one) => (one.northStar ? { ...one, reason: '' } : one)) },
    'Version 2 changed the North Star without a reason.',
  ),
};
