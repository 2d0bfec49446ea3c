// What a metric's readings go together with: an input with the North Star after it, the North Star with an outcome after it,
// and an input with other inputs in the same week. Never a cause.
import { overlapOf, type Relation, relationsOf, type Weekly } from '../impact/relations.ts';
import type { Dated, Metric } from '../model/metric.ts';
import { weeklyOf } from './weekly.ts';

type Side = Pick<Metric, 'id' | 'role'>;

export interface Together {
  /** `input`: the metric leads the North Star. `outcome`: the North Star leads it. */
  readonly as: 'input' | 'outcome';
  /** Weeks in which both were read. */
  readonly pairs: number;
  /** Whether any lag had enough pairs, each saying enough by itself, to be looked at. */
  readonly told: boolean;
  /** Relations that exclude 0, the closest first. */
  readonly related: readonly Relation[];
  /** Other inputs that this one moves with, too closely to count as two. */
  readonly overlaps: readonly { readonly id: string; readonly relation: Relation }[];
}

/**
 * @param readings by metric, oldest first @param today ISO day
 * @returns `undefined` for what is neither input nor outcome, and without a North Star
 */
export function togetherOf(
  { id, role }: Side,
  metrics: readonly Side[],
  readings: ReadonlyMap<string, readonly Dated[]>,
  today: string,
): Together | undefined {
  const star = metrics.find((one) => one.role === 'north-star');
  if (!star || (role !== 'input' && role !== 'outcome')) return undefined;
  const weekly = (metric: string): Weekly => weeklyOf(readings.get(metric) ?? [], today);
  const [own, north] = [weekly(id), weekly(star.id)];
  const relations = role === 'input' ? relationsOf(own, north) : relationsOf(north, own);
  const others = role === 'input' ? metrics.filter((one) => one.role === 'input' && one.id !== id) : [];
  return {
    as: role,
    pairs: own.filter((value, week) => value !== undefined && north[week] !== undefined).length,
    told: relations.length > 0,
    related: relations.filter(({ related }) => related).toSorted((a, b) => Math.abs(b.r) - Math.abs(a.r)),
    overlaps: others.flatMap((other) => {
      const relation = overlapOf(own, weekly(other.id));
      return relation ? [{ id: other.id, relation }] : [];
    }),
  };
}
