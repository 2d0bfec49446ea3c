// What a rule of the linter is. Rules explain, they never forbid: the seed documents contradict each other (107).
import type { Framework, Validation } from '../model/framework.ts';
import type { Dated, Metric } from '../model/metric.ts';
import type { Known } from './known.ts';

/** `error` only where arithmetic breaks; `note` where something is merely left open. */
export type Level = 'error' | 'warning' | 'note';

/** What is looked at: one framework, as of a day, with what was measured and answered under it. */
export interface Facts {
  readonly framework: Framework;
  /** ISO day. */
  readonly today: string;
  /** By metric id, oldest first. */
  readonly readings: ReadonlyMap<string, readonly Dated[]>;
  /** Other frameworks of the same people. */
  readonly others?: readonly Framework[];
  /** How many answers name each input; absent where that is not known. */
  readonly tagged?: ReadonlyMap<string, number>;
}

/** Where a finding belongs: a field of the metric it is about, or of the framework where it is about none. */
export type Field =
  | Exclude<keyof Metric, 'id'>
  | Exclude<keyof Framework, 'id' | 'version' | 'sample' | 'mutes'>
  | keyof Validation
  | keyof NonNullable<Framework['rituals']>
  | 'readings';

/** What is filled into the words: a number as such, somebody's own text, a metric, a metric's value, an outcome. */
export type Value =
  | number
  | string
  | { readonly metric: string }
  | { readonly reading: number; readonly of: string }
  | { readonly outcome: 'revenue' | 'retention' | 'satisfaction' };

/** One place where a rule has something to say. */
export interface Hit {
  /** A metric's id. */
  readonly about?: string;
  readonly field?: Field;
  readonly values?: readonly Value[];
}

export interface Rule {
  /** The name of its file; its words are `lint_` and `lintDo_` with the same name in camel case. */
  readonly id: string;
  /** Numbers of the requirements it comes from, the nearest first. */
  readonly requirement: readonly [number, ...number[]];
  /** The seed document, with the step where it has steps. */
  readonly source: string;
  readonly level: Level;
  /** Not asked of a team of 3 to 5 (42). */
  readonly lite?: true;
  /** Reads names and texts, and understands them in this language only. Without it a rule looks at structure alone. */
  readonly language?: 'en';
  /** Hits in the order of the metrics, the framework's own first. Never throws. */
  readonly check: (known: Known) => readonly Hit[];
}
