// Add a rule here. Findings come in this order within a level.
import { rule as askedNowhere } from './rules/asked-nowhere.ts';
import { rule as changeWithoutReason } from './rules/change-without-reason.ts';
import { rule as changedOften } from './rules/changed-often.ts';
import { rule as correlatedInputs } from './rules/correlated-inputs.ts';
import { rule as countWithoutUnit } from './rules/count-without-unit.ts';
import { rule as criteriaNotAsked } from './rules/criteria-not-asked.ts';
import { rule as crowded } from './rules/crowded.ts';
import { rule as dauNorthStar } from './rules/dau-north-star.ts';
import { rule as downNorthStar } from './rules/down-north-star.ts';
import { rule as featureValue } from './rules/feature-value.ts';
import { rule as fewCandidates } from './rules/few-candidates.ts';
import { rule as fewInputs } from './rules/few-inputs.ts';
import { rule as fewInterviews } from './rules/few-interviews.ts';
import { rule as formulaAgainstDirection } from './rules/formula-against-direction.ts';
import { rule as formulaAgainstWorth } from './rules/formula-against-worth.ts';
import { rule as formulaAmbiguousName } from './rules/formula-ambiguous-name.ts';
import { rule as formulaLeavesOut } from './rules/formula-leaves-out.ts';
import { rule as formulaNoValue } from './rules/formula-no-value.ts';
import { rule as formulaNotAnInput } from './rules/formula-not-an-input.ts';
import { rule as formulaOff } from './rules/formula-off.ts';
import { rule as formulaUnitsDiffer } from './rules/formula-units-differ.ts';
import { rule as formulaUnknownName } from './rules/formula-unknown-name.ts';
import { rule as formulaUnreadable } from './rules/formula-unreadable.ts';
import { rule as formulaWithoutInputs } from './rules/formula-without-inputs.ts';
import { rule as formulaWrongUnit } from './rules/formula-wrong-unit.ts';
import { rule as gameableNorthStar } from './rules/gameable-north-star.ts';
import { rule as gamingNotTested } from './rules/gaming-not-tested.ts';
import { rule as guardrailWithoutLimit } from './rules/guardrail-without-limit.ts';
import { rule as inputDoesNotDrive } from './rules/input-does-not-drive.ts';
import { rule as inputNotChecked } from './rules/input-not-checked.ts';
import { rule as inputNotInfluenceable } from './rules/input-not-influenceable.ts';
import { rule as inputNotOneTeam } from './rules/input-not-one-team.ts';
import { rule as inputWithoutWork } from './rules/input-without-work.ts';
import { rule as inputsConflict } from './rules/inputs-conflict.ts';
import { rule as inputsFallShort } from './rules/inputs-fall-short.ts';
import { rule as keyResultBeyondQuarter } from './rules/key-result-beyond-quarter.ts';
import { rule as keyResultPassed } from './rules/key-result-passed.ts';
import { rule as keyResultWithoutWhy } from './rules/key-result-without-why.ts';
import { rule as keyResultWrongWay } from './rules/key-result-wrong-way.ts';
import { rule as liteFits } from './rules/lite-fits.ts';
import { rule as liteOutgrown } from './rules/lite-outgrown.ts';
import { rule as manyInputs } from './rules/many-inputs.ts';
import { rule as moneyInput } from './rules/money-input.ts';
import { rule as multiplierCircle } from './rules/multiplier-circle.ts';
import { rule as multiplierTooLarge } from './rules/multiplier-too-large.ts';
import { rule as multiplierTwice } from './rules/multiplier-twice.ts';
import { rule as multiplierUnknown } from './rules/multiplier-unknown.ts';
import { rule as neverRead } from './rules/never-read.ts';
import { rule as noBaseline } from './rules/no-baseline.ts';
import { rule as noCorrelation } from './rules/no-correlation.ts';
import { rule as noDecisionRules } from './rules/no-decision-rules.ts';
import { rule as noDenominator } from './rules/no-denominator.ts';
import { rule as noGuardrail } from './rules/no-guardrail.ts';
import { rule as noInputs } from './rules/no-inputs.ts';
import { rule as noLead } from './rules/no-lead.ts';
import { rule as noNorthStar } from './rules/no-north-star.ts';
import { rule as noOutcome } from './rules/no-outcome.ts';
import { rule as noOwner } from './rules/no-owner.ts';
import { rule as noRationale } from './rules/no-rationale.ts';
import { rule as noReview } from './rules/no-review.ts';
import { rule as noSceptic } from './rules/no-sceptic.ts';
import { rule as noStretch } from './rules/no-stretch.ts';
import { rule as noTarget } from './rules/no-target.ts';
import { rule as noValue } from './rules/no-value.ts';
import { rule as noWindow } from './rules/no-window.ts';
import { rule as noWorth } from './rules/no-worth.ts';
import { rule as notCustomerValue } from './rules/not-customer-value.ts';
import { rule as notFrequent } from './rules/not-frequent.ts';
import { rule as notInfluenceable } from './rules/not-influenceable.ts';
import { rule as notLeading } from './rules/not-leading.ts';
import { rule as notMeasurable } from './rules/not-measurable.ts';
import { rule as notPaying } from './rules/not-paying.ts';
import { rule as notSimple } from './rules/not-simple.ts';
import { rule as npsNorthStar } from './rules/nps-north-star.ts';
import { rule as oneTeamNorthStar } from './rules/one-team-north-star.ts';
import { rule as outcomeNotCompared } from './rules/outcome-not-compared.ts';
import { rule as rateOutOfBounds } from './rules/rate-out-of-bounds.ts';
import { rule as rejectedNorthStar } from './rules/rejected-north-star.ts';
import { rule as rejectedWithoutWhy } from './rules/rejected-without-why.ts';
import { rule as revenueNorthStar } from './rules/revenue-north-star.ts';
import { rule as reviewOverdue } from './rules/review-overdue.ts';
import { rule as sameName } from './rules/same-name.ts';
import { rule as scepticDisagrees } from './rules/sceptic-disagrees.ts';
import { rule as scopeShared } from './rules/scope-shared.ts';
import { rule as secondNorthStar } from './rules/second-north-star.ts';
import { rule as seldomReview } from './rules/seldom-review.ts';
import { rule as sharedClaim } from './rules/shared-claim.ts';
import { rule as shippedNorthStar } from './rules/shipped-north-star.ts';
import { rule as siloed } from './rules/siloed.ts';
import { rule as sixInputs } from './rules/six-inputs.ts';
import { rule as slowInput } from './rules/slow-input.ts';
import { rule as slowNorthStar } from './rules/slow-north-star.ts';
import { rule as staleReading } from './rules/stale-reading.ts';
import { rule as stretchShort } from './rules/stretch-short.ts';
import { rule as targetAtBaseline } from './rules/target-at-baseline.ts';
import { rule as targetDate } from './rules/target-date.ts';
import { rule as targetNot90Days } from './rules/target-not-90-days.ts';
import { rule as targetPassed } from './rules/target-passed.ts';
import { rule as targetReached } from './rules/target-reached.ts';
import { rule as targetWrongWay } from './rules/target-wrong-way.ts';
import { rule as twoOwners } from './rules/two-owners.ts';
import { rule as validationSkipped } from './rules/validation-skipped.ts';
import { rule as vanityNorthStar } from './rules/vanity-north-star.ts';
import { rule as weakCorrelation } from './rules/weak-correlation.ts';
import { rule as workInput } from './rules/work-input.ts';
import { rule as worthAgainstDirection } from './rules/worth-against-direction.ts';
import { rule as worthEitherWay } from './rules/worth-either-way.ts';
import { rule as worthNothing } from './rules/worth-nothing.ts';
import { rule as worthOnWatched } from './rules/worth-on-watched.ts';

export const RULES = [
  noNorthStar,
  secondNorthStar,
  scopeShared,
  noInputs,
  fewInputs,
  sixInputs,
  manyInputs,
  sameName,
  noOutcome,
  noGuardrail,
  guardrailWithoutLimit,
  crowded,
  worthOnWatched,
  askedNowhere,
  sharedClaim,
  liteFits,
  liteOutgrown,
  revenueNorthStar,
  vanityNorthStar,
  gameableNorthStar,
  shippedNorthStar,
  npsNorthStar,
  dauNorthStar,
  downNorthStar,
  oneTeamNorthStar,
  slowNorthStar,
  noLead,
  noValue,
  featureValue,
  noRationale,
  fewCandidates,
  rejectedWithoutWhy,
  rejectedNorthStar,
  validationSkipped,
  criteriaNotAsked,
  notCustomerValue,
  notMeasurable,
  notInfluenceable,
  notLeading,
  notPaying,
  notSimple,
  notFrequent,
  fewInterviews,
  gamingNotTested,
  noSceptic,
  scepticDisagrees,
  noCorrelation,
  outcomeNotCompared,
  weakCorrelation,
  inputNotChecked,
  inputNotInfluenceable,
  inputDoesNotDrive,
  inputNotOneTeam,
  moneyInput,
  workInput,
  correlatedInputs,
  noWorth,
  worthNothing,
  worthEitherWay,
  worthAgainstDirection,
  noOwner,
  twoOwners,
  siloed,
  inputWithoutWork,
  noWindow,
  noDenominator,
  countWithoutUnit,
  rateOutOfBounds,
  slowInput,
  neverRead,
  staleReading,
  noBaseline,
  noTarget,
  noStretch,
  targetWrongWay,
  targetAtBaseline,
  targetDate,
  targetNot90Days,
  targetReached,
  targetPassed,
  stretchShort,
  inputsFallShort,
  keyResultWrongWay,
  keyResultWithoutWhy,
  keyResultBeyondQuarter,
  keyResultPassed,
  formulaUnreadable,
  formulaUnknownName,
  formulaAmbiguousName,
  formulaNotAnInput,
  formulaWithoutInputs,
  formulaNoValue,
  formulaLeavesOut,
  formulaUnitsDiffer,
  formulaWrongUnit,
  formulaOff,
  formulaAgainstDirection,
  formulaAgainstWorth,
  multiplierUnknown,
  multiplierCircle,
  multiplierTooLarge,
  multiplierTwice,
  inputsConflict,
  noReview,
  seldomReview,
  noDecisionRules,
  reviewOverdue,
  changedOften,
  changeWithoutReason,
] as const;

export type RuleId = (typeof RULES)[number]['id'];
