// What is different between two frameworks, or two versions of one: for a look before an import, and for the history.
//
// Not compared: id, version and the notes on versions, which say which of the two it is, and whether it is a sample.
// Lists that are sets (claims, multipliers, rejected candidates, muted findings) are compared without their order.
import type { Framework, Validation } from '../model/framework.ts';
import type { Metric } from '../model/metric.ts';

export type MetricField = Exclude<keyof Metric, 'id'>;
export type FrameworkField = 'name' | 'scope' | 'value' | 'archetype' | 'people' | 'preset' | 'formula' | 'rationale';
export type ValidationField = keyof Validation;
export type RitualField = keyof NonNullable<Framework['rituals']>;

/** Without `before` it is new, without `after` it is gone; one of the two is always there. */
interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

export type Difference =
  | ({ readonly about: 'framework'; readonly field: FrameworkField } & Pair<string | number>)
  /** A whole metric, new or gone; metrics are the same where their ids are. */
  | ({ readonly about: 'metric' } & Pair<Metric>)
  /** One field of a metric that is in both. */
  | { readonly about: 'field'; readonly field: MetricField; readonly before: Metric; readonly after: Metric }
  /** Metrics that are in both, in another order. */
  | { readonly about: 'order'; readonly before: readonly Metric[]; readonly after: readonly Metric[] }
  | ({ readonly about: 'claim' } & Pair<string>)
  /** Names of two inputs, or their ids where they are gone. */
  | ({ readonly about: 'multiplier'; readonly from: string; readonly to: string } & Pair<number>)
  | ({ readonly about: 'rejected'; readonly name: string } & Pair<string>)
  | ({ readonly about: 'validation'; readonly field: ValidationField } & Pair<Validation>)
  | ({ readonly about: 'rituals'; readonly field: RitualField } & Pair<NonNullable<Framework['rituals']>>)
  /** A finding let stand, with the reason; `name` of the metric it is about, where it is about one. */
  | ({ readonly about: 'mute'; readonly rule: string; readonly name: string | undefined } & Pair<string>);

const FIRST: readonly FrameworkField[] = ['name', 'scope', 'value', 'archetype', 'people', 'preset'];
const METRIC: readonly MetricField[] = [
  ...(['name', 'shortName', 'role', 'kind', 'unit', 'window', 'denominator', 'direction', 'cadence', 'lag', 'owner'] as const),
  ...(['baseline', 'target', 'stretch', 'sensitivity', 'keyResult', 'checks'] as const),
];
const VALIDATION: readonly ValidationField[] = [
  ...(['customerValue', 'measurable', 'influenceable', 'leading', 'revenue', 'simple', 'frequent'] as const),
  ...(['interviews', 'gaming', 'sceptic', 'correlations'] as const),
];
const RITUALS: readonly RitualField[] = ['review', 'reviewed', 'rules'];

/** The same content, whatever the order of keys; a key that is undefined is not there. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].every((key) => same(x[key], y[key]));
}

/** An empty text and an empty list say no more than none. */
const isBlank = (value: unknown): boolean =>
  value === undefined || value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

const sameField = (a: unknown, b: unknown): boolean => (isBlank(a) && isBlank(b)) || same(a, b);

/** A pair without what is not there. */
const pair = <T>(before: T | undefined, after: T | undefined): Pair<T> => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

const told = <T>(value: T | undefined): T | undefined => (isBlank(value) ? undefined : value);

/** Entries of two lists side by side, by a key; the second of equal keys goes with the second. In the order of `after`. */
function paired<T>(before: readonly T[] = [], after: readonly T[] = [], keyOf: (one: T) => string): Pair<T>[] {
  const keyed = (list: readonly T[]): Map<string, T> => {
    const map = new Map<string, T>();
    for (const one of list) {
      let key = keyOf(one);
      while (map.has(key)) key += '\u0000';
      map.set(key, one);
    }
    return map;
  };
  const [old, fresh] = [keyed(before), keyed(after)];
  const gone = [...old].filter(([key]) => !fresh.has(key)).map(([, one]) => pair<T>(one, undefined));
  return [...[...fresh].map(([key, one]) => pair(old.get(key), one)), ...gone].filter((one) => !same(one.before, one.after));
}

function changed(before: Framework, after: Framework, fields: readonly FrameworkField[]): Difference[] {
  return fields
    .filter((field) => !sameField(before[field], after[field]))
    .map((field) => ({ about: 'framework', field, ...pair<string | number>(told(before[field]), told(after[field])) }));
}

function metricDifferences(before: Framework, after: Framework): Difference[] {
  const differences = paired(before.metrics, after.metrics, ({ id }) => id).flatMap((one): Difference[] => {
    const { before: old, after: fresh } = one;
    if (!old || !fresh) return [{ about: 'metric', ...one }];
    return METRIC.filter((field) => !sameField(old[field], fresh[field])).map((field) => ({
      about: 'field',
      field,
      before: old,
      after: fresh,
    }));
  });
  const stayed = (of: Framework, other: Framework): Metric[] => of.metrics.filter(({ id }) => other.metrics.some((one) => one.id === id));
  const [old, fresh] = [stayed(before, after), stayed(after, before)];
  return old.every(({ id }, i) => id === fresh[i]?.id) ? differences : [...differences, { about: 'order', before: old, after: fresh }];
}

function multiplierDifferences(before: Framework, after: Framework): Difference[] {
  return paired(before.multipliers, after.multipliers, ({ from, to }) => `${from} ${to}`).map((one) => {
    const { from, to } = (one.after ?? one.before) as { from: string; to: string };
    const name = (id: string): string => nameOf(id, before, after) ?? id;
    return { about: 'multiplier', from: name(from), to: name(to), ...pair(one.before?.factor, one.after?.factor) };
  });
}

/** What a metric is called, or was. */
const nameOf = (id: string | undefined, before: Framework, after: Framework): string | undefined =>
  [...after.metrics, ...before.metrics].find((metric) => metric.id === id)?.name;

/** Everything that is different, in the order in which a framework is read. Nothing where both say the same. */
export function diffFrameworks(before: Framework, after: Framework): Difference[] {
  const [oldChecks, checks] = [before.validation ?? {}, after.validation ?? {}];
  const [oldRituals, rituals] = [before.rituals ?? {}, after.rituals ?? {}];
  return [
    ...changed(before, after, FIRST),
    ...metricDifferences(before, after),
    ...changed(before, after, ['formula']),
    ...multiplierDifferences(before, after),
    ...paired(before.claims, after.claims, String).map((one): Difference => ({ about: 'claim', ...one })),
    ...changed(before, after, ['rationale']),
    ...paired(before.rejected, after.rejected, ({ name }) => name).map((one): Difference => {
      return { about: 'rejected', name: (one.after ?? one.before)?.name ?? '', ...pair(one.before?.why, one.after?.why) };
    }),
    ...VALIDATION.filter((field) => !sameField(oldChecks[field], checks[field])).map((field): Difference => {
      const side = (of: Validation): Validation | undefined => (isBlank(of[field]) ? undefined : of);
      return { about: 'validation', field, ...pair(side(oldChecks), side(checks)) };
    }),
    ...RITUALS.filter((field) => !sameField(oldRituals[field], rituals[field])).map((field): Difference => {
      const side = (of: typeof rituals): typeof rituals | undefined => (isBlank(of[field]) ? undefined : of);
      return { about: 'rituals', field, ...pair(side(oldRituals), side(rituals)) };
    }),
    ...paired(before.mutes, after.mutes, ({ rule, about }) => `${rule} ${about ?? ''}`).map((one): Difference => {
      const { rule = '', about } = one.after ?? one.before ?? {};
      return {
        about: 'mute',
        rule,
        name: about && (nameOf(about, before, after) ?? about),
        ...pair(one.before?.reason, one.after?.reason),
      };
    }),
  ];
}
