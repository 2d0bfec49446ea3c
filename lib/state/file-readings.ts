// The readings that came in a framework's file: which of them can be stored, and what storing them would change.
import type { Metric } from '../model/metric.ts';
import type { Reading } from '../model/reading.ts';
import { readingFault } from '../model/reading-limits.ts';
import type { ImportedReading } from './import-store.ts';

const EARLIEST = '1970-01-01';
const LONGEST_NAME = 120;

/** As they stand in the file, and the file's name; empty for what was pasted. */
export interface FileReadings {
  readonly file: string;
  readonly readings: readonly Pick<Reading, 'metric' | 'date' | 'value'>[];
}

export interface Offer {
  readonly readings: FileReadings['readings'];
  /** How many metrics they are of. */
  readonly metrics: number;
  /** Those of no metric of the framework, of a day to come or before 1970, or of a value that cannot be. */
  readonly left: number;
}

/** @param metrics of the framework that the file holds @param today ISO day */
export function offerOf(readings: FileReadings['readings'], metrics: readonly Pick<Metric, 'id' | 'kind'>[], today: string): Offer {
  const known = new Map(metrics.map((metric) => [metric.id, metric]));
  const taken = readings.filter(({ metric, date, value }) => {
    const of = known.get(metric);
    return of !== undefined && date >= EARLIEST && date <= today && readingFault(of, value) === undefined;
  });
  return { readings: taken, metrics: new Set(taken.map(({ metric }) => metric)).size, left: readings.length - taken.length };
}

/** With the file's name as where they come from. @param otherwise the name of what has none */
export const importedFrom = ({ file, readings }: FileReadings, otherwise: string): ImportedReading[] => {
  const origin = (file || otherwise).slice(0, LONGEST_NAME).toWellFormed();
  return readings.map(({ metric, date, value }) => ({ metric, date, value, origin }));
};
