// A difference between two frameworks as one line of a list: "Activation: 90-day target 36 % → 40 % by 20 Feb 2027".
import type { Difference, FrameworkField, MetricField, RitualField, ValidationField } from '../formats/framework-diff.ts';
import { formatNumber, formatReading } from '../impact/shown.ts';
import type { Framework, Validation } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import { say } from '../say.ts';
import { rangePhrase, shortName } from './answer.ts';
import { type Choice, CHOICES, FRAMEWORK, METRIC, RITUALS, VALIDATION } from './difference-words.ts';
import { formatDay } from './verdict.ts';

const choice = (value: Choice | undefined): string | undefined => value && say(CHOICES[value]);
const yesNo = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : say(value ? 'diffYes' : 'diffNo'));
const quoted = (value: string | undefined): string | undefined => (value ? say('diffQuoted', value) : undefined);

/** A difference as a line, and what was there and is there; both as they are shown, absent where there is nothing. */
export interface ToldDifference {
  readonly line: string;
  /** What it is about: "Activation: 90-day target". */
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
}

/** Longer texts stand below a line and not in it. */
const LONGEST_IN_LINE = 80;

function told(what: string, before: string | undefined, after: string | undefined, line = lineOf(what, before, after)): ToldDifference {
  return { line, what, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function lineOf(what: string, before: string | undefined, after: string | undefined): string {
  if (Math.max(before?.length ?? 0, after?.length ?? 0) > LONGEST_IN_LINE) return entryLine(what, before, after);
  if (before === undefined) return say('diffSet', what, after ?? '');
  if (after === undefined) return say('diffUnset', what, before);
  // What is different is not among what is shown of it.
  return before === after ? say('diffRewritten', what) : say('diffChanged', what, before, after);
}

/** For what is in a list or not. */
function entryLine(what: string, before: string | undefined, after: string | undefined): string {
  if (before === undefined) return say('diffAdded', what);
  return say(after === undefined ? 'diffTakenOut' : 'diffRewritten', what);
}

const entry = (what: string, before: string | undefined, after: string | undefined): ToldDifference =>
  told(what, before, after, entryLine(what, before, after));

/** The date goes without saying where it is the same on both sides. */
const goal = (metric: Metric, field: 'baseline' | 'target' | 'stretch', today: string): string | undefined => {
  const dated: Dated | undefined = metric[field];
  if (!dated) return undefined;
  return say(field === 'baseline' ? 'diffOn' : 'diffBy', formatReading(metric, dated.value), formatDay(dated.date, today));
};

function checksPhrase({ influenceable, drives, oneTeam }: NonNullable<Metric['checks']>): string | undefined {
  const answers = [
    influenceable !== undefined && say('diffAnswer', say('diffInfluenceable'), yesNo(influenceable) ?? ''),
    drives !== undefined && say('diffAnswer', say('diffDrives'), yesNo(drives) ?? ''),
    oneTeam !== undefined && say('diffAnswer', say('diffOneTeam'), yesNo(oneTeam) ?? ''),
  ];
  return answers.filter(Boolean).join(', ') || undefined;
}

/** A field of a metric as it is shown, in that metric's own unit. */
function metricValue(metric: Metric, field: MetricField, today: string): string | undefined {
  const { lag, sensitivity, keyResult, checks } = metric;
  switch (field) {
    case 'role':
    case 'kind':
    case 'direction':
    case 'cadence':
      return choice(metric[field]);
    case 'baseline':
    case 'target':
    case 'stretch':
      return goal(metric, field, today);
    case 'lag':
      return lag === undefined ? undefined : say(lag === 1 ? 'diffWeek' : 'diffWeeks', lag);
    case 'sensitivity':
      return sensitivity && rangePhrase(sensitivity.low, sensitivity.high);
    case 'keyResult': {
      if (!keyResult) return undefined;
      const [from, to] = [formatReading(metric, keyResult.from), formatReading(metric, keyResult.to)];
      return say('diffFromTo', from, to, formatDay(keyResult.by, today));
    }
    case 'checks':
      return checks && checksPhrase(checks);
    default:
      return quoted(metric[field]);
  }
}

function fieldDifference({ field, before, after }: Extract<Difference, { about: 'field' }>, today: string): ToldDifference {
  const what = say('diffOf', shortName(before), say(METRIC[field]));
  const [old, fresh] = [metricValue(before, field, today), metricValue(after, field, today)];
  const isGoal = field === 'baseline' || field === 'target' || field === 'stretch';
  const sameDay = isGoal && before[field]?.date === after[field]?.date;
  const value = isGoal && sameDay ? before[field]?.value : undefined;
  // 36 % → 40 % by 20 Feb: a day that stays is said once.
  return told(what, old, fresh, value === undefined ? undefined : lineOf(what, formatReading(before, value), fresh));
}

function validationValue(field: ValidationField, of: Validation | undefined): string | undefined {
  if (!of) return undefined;
  if (field === 'interviews') return of.interviews === undefined ? undefined : formatNumber(of.interviews);
  if (field === 'gaming') return quoted(of.gaming);
  if (field === 'sceptic') {
    return of.sceptic && say(of.sceptic.agreed ? 'diffAgreed' : 'diffDisagreed', of.sceptic.name);
  }
  if (field === 'correlations')
    return of.correlations?.map((one) => say('diffCorrelation', one.with, formatNumber(one.r), one.n, one.lag)).join('; ');
  return yesNo(of[field]);
}

function ritualValue(field: RitualField, of: Framework['rituals'], today: string): string | undefined {
  if (field === 'review') return choice(of?.review);
  if (field === 'reviewed') return of?.reviewed && formatDay(of.reviewed, today);
  return quoted(of?.rules);
}

function frameworkValue(field: FrameworkField, value: string | number | undefined): string | undefined {
  if (typeof value === 'number') return formatNumber(value);
  return field === 'archetype' || field === 'preset' ? choice(value as Choice | undefined) : quoted(value);
}

/** @param today ISO day: the year is left out of days in this one */
export function toldDifference(difference: Difference, today: string): ToldDifference {
  const { about } = difference;
  switch (about) {
    case 'framework': {
      const { field, before, after } = difference;
      return told(say('diffOf', say('diffFramework'), say(FRAMEWORK[field])), frameworkValue(field, before), frameworkValue(field, after));
    }
    case 'metric': {
      const { before, after } = difference;
      const name = (after ?? before)?.name ?? '';
      const [old, fresh] = [choice(before?.role), choice(after?.role)];
      return told(name, old, fresh, say(after ? 'diffMetricNew' : 'diffMetricGone', name, fresh ?? old ?? ''));
    }
    case 'field':
      return fieldDifference(difference, today);
    case 'order': {
      const names = (metrics: readonly Metric[]): string => metrics.map(shortName).join(', ');
      const after = names(difference.after);
      return told(say('diffOrder'), names(difference.before), after, say('diffOrdered', after));
    }
    case 'claim': {
      const { before, after } = difference;
      return told(say('diffClaims'), before, after, after ? say('diffClaimed', after) : say('diffUnclaimed', before ?? ''));
    }
    case 'multiplier': {
      const factor = (value: number | undefined): string | undefined =>
        value === undefined ? undefined : say('diffFactor', formatNumber(value));
      return told(say('diffMultiplier', difference.from, difference.to), factor(difference.before), factor(difference.after));
    }
    case 'rejected':
      return entry(say('diffRejected', difference.name), difference.before, difference.after);
    case 'validation': {
      const { field, before, after } = difference;
      return told(
        say('diffOf', say('diffChoosing'), say(VALIDATION[field])),
        validationValue(field, before),
        validationValue(field, after),
      );
    }
    case 'rituals': {
      const { field, before, after } = difference;
      return told(
        say('diffOf', say('diffRituals'), say(RITUALS[field])),
        ritualValue(field, before, today),
        ritualValue(field, after, today),
      );
    }
    case 'mute': {
      const { rule, name, before, after } = difference;
      return entry(name === undefined ? say('diffMute', rule) : say('diffMuteOn', rule, name), before, after);
    }
  }
}
