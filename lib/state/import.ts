// An import of readings from first to last: text or a file, which column is what, what would change, and storing it.
// Whatever takes long goes in slices and can be given up; nothing is stored before `store`.
import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { guessMapping, type Mapping } from '../formats/readings-columns.ts';
import { type Planned, planOf } from '../formats/readings-plan.ts';
import { type Survey, survey } from '../formats/readings-survey.ts';
import { type Outcome, readReadings, type StoredValues } from '../formats/readings-table.ts';
import type { Separator } from '../formats/table.ts';
import type { Metric } from '../model/metric.ts';
import { type ImportRefusal, isRefusal, type NamedText, type ReadableFile, readTable, type Source } from './import-source.ts';
import { originOf } from '../model/origin.ts';
import { createImportStore, type ImportedReading, type ImportStore, inOrder, type StoreVerbs } from './import-store.ts';
import { type CommonStep, createImportWork, onStore } from './import-work.ts';
import { inSlices } from './slices.ts';

export type ImportStep =
  | CommonStep
  /** `refused`: the separator that was chosen last does not do. */
  | { readonly at: 'columns'; readonly refused?: ImportRefusal }
  | { readonly at: 'check'; readonly outcome: Outcome }
  | { readonly at: 'store'; readonly store: ImportStore };

/** Where an import goes: one framework, whichever is looked at meanwhile. */
export interface ImportTarget extends StoreVerbs<ImportedReading> {
  /** The import's name, new each time. */
  readonly id: string;
}

export interface ImportVerbs {
  /** The metrics readings can be of; none without a framework. */
  metrics(): readonly Metric[];
  /** The metric meant where a table of one column of values does not say. */
  prefer(): string | undefined;
  stored(metrics: readonly string[], signal: AbortSignal): Promise<StoredValues>;
  /** ISO day. */
  today(): string;
  target(): ImportTarget;
  /** Something was stored or taken back. */
  changed(): void;
}

export interface Importing {
  readonly step: ReadonlySignal<ImportStep>;
  /** What stands in the box for rows: it stays there until it is stored, whatever becomes of it. */
  readonly pasted: Signal<string>;
  readonly source: ReadonlySignal<Source | undefined>;
  readonly mapping: ReadonlySignal<Mapping | undefined>;
  readonly found: ReadonlySignal<Survey | undefined>;
  /** The plan or the open questions; `undefined` while cells are looked at. */
  readonly planned: ReadonlySignal<Planned | undefined>;
  readFile(file: ReadableFile): Promise<void>;
  /** @param from the file it was read from; absent for what was pasted */
  readText(text: string, from?: Pick<NamedText, 'name' | 'encoding'>): Promise<void>;
  /** Reads the same text by another separator. */
  separate(separator: Separator): Promise<void>;
  choose(mapping: Mapping): Promise<void>;
  /** Guesses the columns anew, for other metrics or another heading. */
  guess(heading?: boolean): Promise<void>;
  /** @param twice which value counts where a day has two */
  check(twice?: Mapping['twice']): Promise<void>;
  back(): void;
  /** Another framework is looked at: its metrics are others. What is being stored goes on as it began. */
  retarget(): void;
  store(): Promise<void>;
  /** Stores the rest of what was stopped. */
  goOn(): Promise<void>;
  undo(): Promise<void>;
  /** Gives up what is being read, or stops storing; else begins anew. */
  cancel(): void;
  reset(): void;
}

/** What decides the survey; how something is to be read does not. */
const surveyed = ({ uses, heading, names }: Mapping): string => JSON.stringify([uses, heading, [...names]]);

export function createImport(verbs: ImportVerbs): Importing {
  const step = signal<ImportStep>({ at: 'begin' });
  const pasted = signal('');
  const source = signal<Source | undefined>(undefined);
  const mapping = signal<Mapping | undefined>(undefined);
  const found = signal<Survey | undefined>(undefined);
  const { begin, attempt, progress, readFile } = createImportWork((next) => {
    step.value = next;
  });

  const planned = computed(() => {
    const [from, chosen, cells] = [source.value, mapping.value, found.value];
    return from && chosen && cells && planOf(from.table, chosen, cells, verbs.metrics());
  });

  async function look(report: (share: number) => void, until: AbortSignal): Promise<void> {
    const [from, chosen] = [source.value, mapping.value];
    if (!from || !chosen) return;
    found.value = undefined;
    const cells = await inSlices(survey(from.table, chosen, verbs.metrics()), report, until);
    until.throwIfAborted();
    found.value = cells;
  }

  /** Rows of a text, and what its columns may be. */
  async function take(given: NamedText, separator: Separator | undefined, until: AbortSignal): Promise<ImportRefusal | undefined> {
    const read = await readTable(given, separator, progress('reading', 0.2, 0.7), until);
    if (isRefusal(read)) return read;
    batch(() => {
      source.value = read;
      mapping.value = guessMapping(read.table, verbs.metrics(), verbs.prefer());
    });
    await look(progress('reading', 0.7, 1), until);
    step.value = { at: 'columns' };
    return undefined;
  }

  async function choose(next: Mapping): Promise<void> {
    const before = mapping.value;
    mapping.value = next;
    if (before && surveyed(before) === surveyed(next)) return;
    await attempt(source.value?.name ?? '', async (until) => {
      await look(() => {}, until);
      return undefined;
    });
  }

  async function guess(heading?: boolean): Promise<void> {
    const from = source.value;
    if (!from) return;
    // Metrics of the same name can be others now.
    mapping.value = undefined;
    await choose(guessMapping(from.table, verbs.metrics(), verbs.prefer(), heading));
  }

  async function check(twice?: Mapping['twice']): Promise<void> {
    if (twice && mapping.value) mapping.value = { ...mapping.value, twice };
    const [from, now] = [source.value, planned.value];
    if (!from || !now?.ok) return;
    await attempt(from.name, async (until) => {
      step.value = { at: 'checking', share: 0 };
      const ids = verbs.metrics().map(({ id }) => id);
      const stored = await verbs.stored(ids, until);
      until.throwIfAborted();
      const outcome = await inSlices(readReadings(from.table, now.plan, stored, verbs.today()), progress('checking'), until);
      until.throwIfAborted();
      step.value = { at: 'check', outcome };
      return undefined;
    });
  }

  const stored = (does: (store: ImportStore) => Promise<void>): Promise<void> => onStore(step.value, verbs.changed, does);
  const reset = (): void => {
    begin();
    batch(() => {
      step.value = { at: 'begin' };
      source.value = undefined;
      mapping.value = undefined;
      found.value = undefined;
    });
  };

  return {
    ...{ step, pasted, source, mapping, found, planned, choose, guess, check, reset },
    readFile: (file) => readFile(file, (given, until) => take(given, undefined, until)),
    readText: (text, from = { name: '', encoding: undefined }) =>
      attempt(from.name, async (until) => {
        step.value = { at: 'reading', share: 0 };
        return take({ ...from, text }, undefined, until);
      }),
    separate: (separator) =>
      attempt(source.value?.name ?? '', async (until) => {
        const refused = source.value && (await take(source.value, separator, until));
        if (refused) step.value = { at: 'columns', refused };
        return undefined;
      }),
    retarget: () => {
      if (step.value.at === 'check' || step.value.at === 'checking') step.value = { at: 'columns' };
      if (step.value.at === 'columns') void guess();
    },
    back: () => {
      begin();
      step.value = { at: 'columns' };
    },
    store: async () => {
      if (step.value.at !== 'check') return;
      const file = source.value?.name ?? '';
      const readings = step.value.outcome.changes
        .filter(({ kind }) => kind !== 'same')
        .map(({ metric, date, value, row }) => ({ metric, date, value, origin: originOf(file, row) }));
      const target = verbs.target();
      const store = createImportStore(target.id, [inOrder(readings)], target);
      step.value = { at: 'store', store };
      if (source.value?.name === '') pasted.value = '';
      await store.go();
      verbs.changed();
    },
    goOn: () => stored((store) => store.go()),
    undo: () => stored((store) => store.undo()),
    cancel: () => {
      const now = step.value;
      if (now.at === 'store') now.store.stop();
      else if (now.at === 'checking') {
        begin();
        step.value = { at: 'columns' };
      } else reset();
    },
  };
}
