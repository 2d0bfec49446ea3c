// What an import of answers shows and what it can be told, for the page that draws it.
import type { ReadonlySignal } from '@preact/signals';
import type { Home } from '../formats/answers.ts';
import type { FileAnswers } from '../formats/answers-json.ts';
import type { AnswerChange, AnswersOutcome, StoredAnswers } from '../formats/answers-plan.ts';
import type { RecordChange, StoredRecord } from '../formats/records-plan.ts';
import type { SheetPlan, SheetQuestion } from '../formats/sheet-survey.ts';
import type { SheetMapping } from '../formats/sheet-columns.ts';
import type { Table } from '../formats/table.ts';
import type { Site } from '../model/site.ts';
import type { ImportStore, StoreVerbs } from './import-store.ts';
import type { NamedText, ReadableFile } from './import-source.ts';
import type { CommonStep } from './import-work.ts';

/** What would change, of answers and of what stands beside them in a file. */
export interface FileOutcome extends AnswersOutcome {
  readonly records: readonly RecordChange[];
}

export type AnswersStep =
  | CommonStep
  | { readonly at: 'columns' }
  | { readonly at: 'check'; readonly outcome: FileOutcome }
  /** `records`: how many of what is stored are none of answers. */
  | { readonly at: 'store'; readonly store: ImportStore; readonly records: number };

/** A file as it was read: a table to be settled, or what a file of ours says by itself. */
export type AnswersSource = NamedText & { readonly rows: number } & (
    | { readonly table: Table; readonly own?: never }
    | { readonly own: FileAnswers; readonly table?: never }
  );

export type ChangedAnswer = Pick<AnswerChange, 'team' | 'tag'>;
export type ChangedRecord = Pick<RecordChange, 'team' | 'key' | 'record'>;

export interface AnswersVerbs {
  /** Frameworks here, the one looked at first. */
  homes(): Promise<readonly Home[]>;
  sites(): readonly Site[];
  ticketAt(address: string): string | undefined;
  /** This person's answers. */
  stored(signal: AbortSignal): Promise<StoredAnswers>;
  /** Decisions, budgets and views that are here. */
  records(signal: AbortSignal): Promise<readonly StoredRecord[]>;
  /** ISO time. */
  now(): string;
  /** Where chunks go: a name for the import, new each time. @param file its name, empty for what was pasted */
  target(file: string): StoreVerbs<ChangedAnswer | ChangedRecord> & { readonly id: string };
  /** Something was stored or taken back. */
  changed(): void;
}

/** What was chosen for a file of ours. */
export interface AnswerChoices {
  /** By the file's framework, the id of one here; null leaves its answers out. */
  readonly homes: ReadonlyMap<string, string | null>;
  readonly replace: boolean;
}

export interface AnswersImport {
  readonly step: ReadonlySignal<AnswersStep>;
  readonly source: ReadonlySignal<AnswersSource | undefined>;
  readonly homes: ReadonlySignal<readonly Home[]>;
  readonly mapping: ReadonlySignal<SheetMapping | undefined>;
  /** What rows are read by as things are chosen; `undefined` while cells are looked at. */
  readonly plan: ReadonlySignal<SheetPlan | undefined>;
  readonly questions: ReadonlySignal<readonly SheetQuestion[] | undefined>;
  readonly choices: ReadonlySignal<AnswerChoices>;
  /** Takes a text: what begins as JSON is a file of ours, all else a table, which may be one of ours as well. */
  read(given: NamedText): Promise<void>;
  readFile(file: ReadableFile): Promise<void>;
  map(mapping: SheetMapping): Promise<void>;
  choose(choices: Partial<AnswerChoices>): Promise<void>;
  check(): Promise<void>;
  back(): void;
  /** Another framework is looked at. */
  retarget(): Promise<void>;
  store(): Promise<void>;
  goOn(): Promise<void>;
  undo(): Promise<void>;
  cancel(): void;
  reset(): void;
}
