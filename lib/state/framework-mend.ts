// What is wrong with what was typed, and where.
import { readNumber, readRange } from './number-text.ts';

/** A field of a metric, or of the framework where no metric is named. */
export type Field =
  | ('name' | 'shortName' | 'unit' | 'owner' | 'window' | 'denominator' | 'lag')
  | ('baseline' | 'target' | 'stretch' | 'sensitivity' | 'claims')
  | ('objective' | 'keyResult' | 'why' | 'factor')
  | ('value' | 'scope' | 'formula' | 'rationale' | 'people' | 'rejected')
  | ('interviews' | 'gaming' | 'sceptic' | 'scepticSaid' | 'reviewed' | 'rules');
export type Fault = 'missing' | 'long' | 'not-a-number' | 'not-whole' | 'ambiguous' | 'no-date' | 'reversed' | 'refused';

/** One thing to mend. `metric` is the key of a metric, empty for the framework's own fields. */
export interface Mend {
  readonly metric: string;
  readonly field: Field;
  readonly fault: Fault;
  /** Both readings of an ambiguous number, the bounds of a whole one, or the longest text there is room for. */
  readonly values: readonly number[];
}

/** Reads fields one after another and notes what is wrong; what is blank or wrong is `undefined`. */
export interface Mender {
  readonly found: readonly Mend[];
  wrong(field: Field, fault: Fault, ...values: number[]): undefined;
  text(field: Field, value: string, most: number): string | undefined;
  number(field: Field, value: string): number | undefined;
  whole(field: Field, value: string, least: number, most: number): number | undefined;
  range(field: Field, value: string): { readonly low: number; readonly high: number } | undefined;
  day(field: Field, value: string): string | undefined;
}

/** @param metric key of the metric whose fields are read, empty for the framework's own */
export function createMender(metric: string, found: Mend[]): Mender {
  const wrong = (field: Field, fault: Fault, ...values: number[]): undefined => {
    found.push({ metric, field, fault, values });
    return undefined;
  };
  const unread = (field: Field, { readings }: { readonly readings?: readonly [number, number] }): undefined =>
    readings ? wrong(field, 'ambiguous', ...readings) : wrong(field, 'not-a-number');
  const number = (field: Field, value: string): number | undefined => {
    if (!value.trim()) return undefined;
    const read = readNumber(value);
    return read.ok ? read.value : unread(field, read);
  };
  return {
    found,
    wrong,
    number,
    text: (field, value, most) => {
      const text = value.trim();
      if (text.length > most) return wrong(field, 'long', most);
      return text || undefined;
    },
    whole: (field, value, least, most) => {
      const read = number(field, value);
      if (read === undefined) return undefined;
      return Number.isInteger(read) && read >= least && read <= most ? read : wrong(field, 'not-whole', least, most);
    },
    range: (field, value) => {
      if (!value.trim()) return undefined;
      const read = readRange(value);
      if (!read.ok) return unread(field, read);
      return read.low <= read.high ? { low: read.low, high: read.high } : wrong(field, 'reversed', read.high, read.low);
    },
    day: (field, value) => (/^\d{4}-\d\d-\d\d$/.test(value) ? value : wrong(field, 'no-date')),
  };
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined | ''> };

/** The entries that hold something. */
export const given = <T extends object>(entries: T): Given<T> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== '')) as Given<T>;
