// What numbers are worked from: one framework, with the newest reading of each of its metrics.
import type { Measured } from '../ask.ts';
import type { Framework } from '../model/framework.ts';
import type { ReadingRow, Db, FrameworkRow } from '../store/db.ts';
import { latestReading } from '../store/read.ts';

export interface Basis {
  readonly team: string;
  readonly framework: Framework;
  readonly northStar: Measured;
  readonly inputs: readonly Measured[];
  readonly formula: Framework['formula'];
  readonly multipliers: Framework['multipliers'];
  /** The readings behind `current`, by metric. */
  readonly readings: ReadonlyMap<string, ReadingRow>;
}

/** @throws where the framework has no North Star Metric, which its schema rules out */
export function basisOf({ team, framework }: Pick<FrameworkRow, 'team' | 'framework'>, readings: ReadonlyMap<string, ReadingRow>): Basis {
  const measured = framework.metrics.map((metric): Measured => {
    const current = readings.get(metric.id)?.value;
    return current === undefined ? metric : { ...metric, current };
  });
  const northStar = measured.find((metric) => metric.role === 'north-star');
  if (!northStar) throw new Error(`Framework ${framework.id} has no North Star Metric.`);
  const { formula, multipliers } = framework;
  return { team, framework, northStar, inputs: measured.filter((metric) => metric.role === 'input'), formula, multipliers, readings };
}

/** @param today ISO day: no reading of a day to come counts */
export async function loadBasis(db: Db, row: FrameworkRow, today: string): Promise<Basis> {
  const newest = await Promise.all(row.framework.metrics.map((metric) => latestReading(db, row.team, row.framework.id, metric.id, today)));
  return basisOf(row, new Map(newest.flatMap((reading) => (reading ? [[reading.metric, reading]] : []))));
}

/** The framework a page shows: the one asked for, else the first that is no sample, else the sample. */
export const choose = (rows: readonly FrameworkRow[], wanted: string | undefined): FrameworkRow | undefined =>
  rows.find((row) => row.id === wanted) ?? rows.find((row) => !row.framework.sample) ?? rows[0];
