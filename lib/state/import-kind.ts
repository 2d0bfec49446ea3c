// What is imported, readings or answers: one box and one chooser take both, and what they are shows in them. Whoever knows better
// says so, and what was read is read again as the other.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { looksLikeAnswers } from '../formats/sheet-columns.ts';
import { isJson } from './answers-import.ts';
import type { AnswersImport } from './answers-steps.ts';
import type { Importing } from './import.ts';
import type { NamedText, ReadableFile } from './import-source.ts';

export type ImportKind = 'readings' | 'answers';

export interface Imports {
  readonly kind: ReadonlySignal<ImportKind>;
  readonly readings: Importing;
  readonly answers: AnswersImport;
  /** Whether something is being stored or taken back. */
  readonly busy: ReadonlySignal<boolean>;
  readFile(file: ReadableFile): Promise<void>;
  readText(text: string): Promise<void>;
  /** Reads the same text as the other. */
  turn(kind: ImportKind): Promise<void>;
}

export function createImports(readings: Importing, answers: AnswersImport): Imports {
  const kind = signal<ImportKind>('readings');
  const busy = computed(() =>
    [readings.step.value, answers.step.value].some(
      (step) => step.at === 'store' && ['storing', 'stopping', 'undoing'].includes(step.store.state.value.at),
    ),
  );

  async function toAnswers(given: NamedText): Promise<void> {
    readings.reset();
    kind.value = 'answers';
    await answers.read(given);
  }
  /** What was read as readings and plainly is none. */
  async function sort(): Promise<void> {
    const read = readings.source.value;
    if (readings.step.value.at === 'columns' && read && looksLikeAnswers(read.table)) await toAnswers(read);
  }

  return {
    ...{ kind, readings, answers, busy },
    readText: async (text) => {
      kind.value = 'readings';
      answers.reset();
      if (isJson(text)) return toAnswers({ name: '', text, encoding: undefined });
      await readings.readText(text);
      await sort();
    },
    readFile: async (file) => {
      kind.value = 'readings';
      answers.reset();
      if (!/\.json$/i.test(file.name)) {
        await readings.readFile(file);
        return sort();
      }
      kind.value = 'answers';
      readings.reset();
      await answers.readFile(file);
    },
    turn: async (next) => {
      const read = next === 'answers' ? readings.source.value : answers.source.value;
      if (!read || next === kind.value) return;
      if (next === 'answers') return toAnswers(read);
      answers.reset();
      kind.value = 'readings';
      await readings.readText(read.text, read);
    },
  };
}
