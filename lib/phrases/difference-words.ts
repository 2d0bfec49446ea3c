// The words of the fields of a framework, and of what some of them can be.
import type { FrameworkField, MetricField, RitualField, ValidationField } from '../formats/framework-diff.ts';
import type { ARCHETYPES, Framework } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';
import type { Word } from '../say.ts';

export const FRAMEWORK: Record<FrameworkField, Word> = {
  name: 'diffName',
  scope: 'diffScope',
  value: 'diffValue',
  archetype: 'diffArchetype',
  people: 'diffPeople',
  preset: 'diffPreset',
  formula: 'diffFormula',
  rationale: 'diffRationale',
};
export const METRIC: Record<MetricField, Word> = {
  name: 'diffName',
  shortName: 'diffShortName',
  role: 'diffRole',
  kind: 'diffKind',
  unit: 'diffUnit',
  window: 'diffWindow',
  denominator: 'diffDenominator',
  direction: 'diffDirection',
  cadence: 'diffCadence',
  lag: 'diffLag',
  owner: 'diffOwner',
  baseline: 'diffBaseline',
  target: 'diffTarget',
  stretch: 'diffStretch',
  sensitivity: 'diffSensitivity',
  keyResult: 'diffKeyResult',
  checks: 'diffChecks',
};
export const VALIDATION: Record<ValidationField, Word> = {
  customerValue: 'diffCustomerValue',
  measurable: 'diffMeasurable',
  influenceable: 'diffInfluenceable',
  leading: 'diffLeading',
  revenue: 'diffRevenue',
  simple: 'diffSimple',
  frequent: 'diffFrequent',
  interviews: 'diffInterviews',
  gaming: 'diffGaming',
  sceptic: 'diffSceptic',
  correlations: 'diffCorrelations',
};
export const RITUALS: Record<RitualField, Word> = { review: 'diffReview', reviewed: 'diffReviewed', rules: 'diffRules' };

/** Everything that is one of a few. */
export type Choice =
  | Metric['role' | 'kind' | 'direction']
  | NonNullable<Metric['cadence']>
  | (typeof ARCHETYPES)[number]
  | NonNullable<Framework['preset']>
  | NonNullable<NonNullable<Framework['rituals']>['review']>;

export const CHOICES: Record<Choice, Word> = {
  'north-star': 'diffNorthStar',
  input: 'diffInput',
  outcome: 'diffOutcome',
  guardrail: 'diffGuardrail',
  health: 'diffHealth',
  count: 'diffCount',
  rate: 'diffRate',
  ratio: 'diffRatio',
  up: 'diffUp',
  down: 'diffDown',
  live: 'diffLive',
  daily: 'diffDaily',
  weekly: 'diffWeekly',
  fortnightly: 'diffFortnightly',
  monthly: 'diffMonthly',
  quarterly: 'diffQuarterly',
  yearly: 'diffYearly',
  attention: 'diffAttention',
  transaction: 'diffTransaction',
  productivity: 'diffProductivity',
  'user-generated': 'diffUserGenerated',
  full: 'diffFull',
  lite: 'diffLite',
};
