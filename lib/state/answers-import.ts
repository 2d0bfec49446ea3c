// An import of answers from first to last: a file of ours, or a sheet whose columns are settled first; what would change; storing
// it. Whatever takes long goes in slices and can be given up; nothing is stored before `store`.
import { batch, computed, signal } from '@preact/signals';
import type { Home } from '../formats/answers.ts';
import { type FileAnswers, readAnswers } from '../formats/answers-json.ts';
import { homesOf, planAnswers } from '../formats/answers-plan.ts';
import { planRecords } from '../formats/records-plan.ts';
import { readSheet } from '../formats/sheet-answers.ts';
import { isOwnSheet, readOwnSheet } from '../formats/sheet-own.ts';
import { questionsOf, type SheetPlan, type SheetSurvey, surveySheet } from '../formats/sheet-survey.ts';
import { guessSheet, type SheetMapping } from '../formats/sheet-columns.ts';
import { likelySite, siteIn } from '../formats/sheet-ticket.ts';
import type { Table } from '../formats/table.ts';
import type {
  AnswerChoices,
  AnswersImport,
  AnswersSource,
  AnswersStep,
  AnswersVerbs,
  ChangedAnswer,
  ChangedRecord,
} from './answers-steps.ts';
import { createImportStore, type ImportStore } from './import-store.ts';
import { type ImportRefusal, isRefusal, type NamedText, readTable } from './import-source.ts';
import { createImportWork, onStore } from './import-work.ts';
import { inSlices } from './slices.ts';

export const isJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text.slice(0, 200));
const isToStore = ({ kind }: { readonly kind: string }): boolean => kind === 'new' || kind === 'changed';
const NOTHING: AnswerChoices = { homes: new Map(), replace: false };

export function createAnswersImport(verbs: AnswersVerbs): AnswersImport {
  const step = signal<AnswersStep>({ at: 'begin' });
  const source = signal<AnswersSource | undefined>(undefined);
  const homes = signal<readonly Home[]>([]);
  const mapping = signal<SheetMapping | undefined>(undefined);
  const found = signal<SheetSurvey | undefined>(undefined);
  const choices = signal(NOTHING);
  const { begin, attempt, progress, readFile } = createImportWork((next) => {
    step.value = next;
  });

  const plan = computed((): SheetPlan | undefined => {
    const [chosen, cells, home] = [mapping.value, found.value, homes.value[0]];
    if (!chosen || !cells || !home) return undefined;
    const site = chosen.site === undefined ? likelySite(home.claims, cells.keys) : siteIn(chosen.site, verbs.sites());
    return { mapping: chosen, found: cells, home, site, ticketAt: verbs.ticketAt };
  });
  const questions = computed(() => {
    const [from, now] = [source.value, plan.value];
    return from?.table && now && questionsOf(from.table, now);
  });

  async function survey(table: Table, chosen: SheetMapping, until: AbortSignal): Promise<void> {
    found.value = undefined;
    const cells = await inSlices(surveySheet(table, chosen), () => {}, until);
    until.throwIfAborted();
    found.value = cells;
  }

  async function takeTable(given: NamedText, until: AbortSignal): Promise<ImportRefusal | undefined> {
    const read = await readTable(given, undefined, progress('reading'), until);
    if (isRefusal(read)) return read;
    if (isOwnSheet(read.table)) {
      await takeOwn(given, await inSlices(readOwnSheet(read.table), progress('reading'), until), until);
      return undefined;
    }
    const chosen = { ...guessSheet(read.table), ...onlyInput() };
    batch(() => {
      source.value = { ...given, rows: read.table.rows.length, table: read.table };
      mapping.value = chosen;
    });
    await survey(read.table, chosen, until);
    step.value = { at: 'columns' };
    return undefined;
  }

  /** The input meant where there is no other. */
  function onlyInput(): Pick<SheetMapping, 'input'> {
    const [only, ...more] = homes.value[0]?.inputs ?? [];
    return only && more.length === 0 ? { input: only.id } : {};
  }

  async function takeJson(given: NamedText, until: AbortSignal): Promise<ImportRefusal | undefined> {
    const read = await inSlices(readAnswers(given.text), progress('reading'), until);
    until.throwIfAborted();
    if (!read.ok) return read;
    await takeOwn(given, read.answers, until);
    return undefined;
  }

  /** What says by itself what it means. */
  async function takeOwn({ name: file, text, encoding }: NamedText, own: FileAnswers, until: AbortSignal): Promise<void> {
    until.throwIfAborted();
    // No more of it: what was first read as readings brings its table along, and this has no columns to go back to.
    source.value = { ...{ name: file, text, encoding }, rows: own.rows, own };
    await compare(until);
  }

  async function take(given: NamedText, until: AbortSignal): Promise<ImportRefusal | undefined> {
    step.value = { at: 'reading', share: 0 };
    homes.value = await verbs.homes();
    choices.value = NOTHING;
    return isJson(given.text) ? takeJson(given, until) : takeTable(given, until);
  }

  /** What the answers of the source would change. */
  async function compare(until: AbortSignal): Promise<void> {
    step.value = { at: 'checking', share: 0 };
    const read = await rowsRead(until);
    const [stored, records] = [await verbs.stored(until), await verbs.records(until)];
    until.throwIfAborted();
    const { homes: chosen, replace } = choices.value;
    const named = [...read.given.map(({ answer }) => answer.framework), ...read.records.map(({ record }) => record.framework)];
    const places = homesOf(new Set(named), homes.value, read.rough);
    for (const [id, to] of chosen) {
      const home = homes.value.find((one) => one.id === to);
      if (home) places.set(id, home);
      else places.delete(id);
    }
    const by = { homes: places, frameworks: read.frameworks, replace, now: verbs.now(), rough: read.rough };
    const outcome = await inSlices(planAnswers(read.given, by, stored), progress('checking', 0.5), until);
    until.throwIfAborted();
    const names = new Map(read.frameworks.map(({ id, name }) => [id, name]));
    const besides = planRecords(read.records, { homes: places, names, replace, exportedAt: read.exportedAt }, records);
    const faults = [...read.faults, ...outcome.faults, ...besides.faults].toSorted((a, b) => a.row - b.row);
    step.value = { at: 'check', outcome: { ...outcome, records: besides.changes, faults } };
  }

  type RowsRead = Omit<FileAnswers, 'rows'>;
  async function rowsRead(until: AbortSignal): Promise<RowsRead> {
    const [from, now] = [source.value, plan.value];
    if (from?.own) return from.own;
    if (!from?.table || !now) return { given: [], faults: [], frameworks: [], records: [] };
    const read = await inSlices(readSheet(from.table, now), progress('checking', 0, 0.5), until);
    return { ...read, frameworks: [], records: [] };
  }

  const stored = (does: (store: ImportStore) => Promise<void>): Promise<void> => onStore(step.value, verbs.changed, does);
  const reset = (): void => {
    begin();
    batch(() => {
      step.value = { at: 'begin' };
      source.value = undefined;
      mapping.value = undefined;
      found.value = undefined;
      choices.value = NOTHING;
    });
  };
  const name = (): string => source.value?.name ?? '';

  return {
    ...{ step, source, homes, mapping, plan, questions, choices, reset },
    read: (given) => attempt(given.name, (until) => take(given, until)),
    readFile: (file) => readFile(file, take),
    map: async (next) => {
      const [from, before] = [source.value?.table, mapping.value];
      mapping.value = next;
      // What decides the survey; how something is to be read does not.
      if (!from || (before?.heading === next.heading && before.uses.join() === next.uses.join())) return;
      await attempt(name(), (until) => survey(from, next, until));
    },
    choose: async (more) => {
      choices.value = { ...choices.value, ...more };
      if (step.value.at === 'check') await attempt(name(), compare);
    },
    check: () => (questions.value?.length === 0 ? attempt(name(), compare) : Promise.resolve()),
    back: () => {
      begin();
      if (source.value?.table) step.value = { at: 'columns' };
      else reset();
    },
    retarget: async () => {
      const { at } = step.value;
      if (at === 'begin' || at === 'store' || at === 'reading') return;
      homes.value = await verbs.homes();
      // Inputs are others now, and so is what was chosen for them.
      const [from, chosen] = [source.value, mapping.value];
      if (from?.own) return attempt(name(), compare);
      if (!from?.table || !chosen) return;
      const { input: _, ...rest } = chosen;
      mapping.value = { ...rest, ...onlyInput(), names: new Map(), ranges: new Map() };
      step.value = { at: 'columns' };
    },
    store: async () => {
      if (step.value.at !== 'check') return;
      const { outcome } = step.value;
      const changes = outcome.changes.filter(isToStore).map(({ team, tag }): ChangedAnswer => ({ team, tag }));
      const records = outcome.records.filter(isToStore).map(({ team, key, record }): ChangedRecord => ({ team, key, record }));
      const { id, ...target } = verbs.target(name());
      // A team's tickets lie together in their order: a chunk of neighbours is looked up at once.
      const groups = [...Map.groupBy(changes, ({ team }) => team).values()].map((own) =>
        own.toSorted((a, b) => (a.tag.ticket.toLowerCase() < b.tag.ticket.toLowerCase() ? -1 : 1)),
      );
      const besides = Map.groupBy(records, ({ team }) => team).values();
      const store = createImportStore<ChangedAnswer | ChangedRecord>(id, [...groups, ...besides], target);
      step.value = { at: 'store', store, records: records.length };
      await store.go();
      verbs.changed();
    },
    goOn: () => stored((store) => store.go()),
    undo: () => stored((store) => store.undo()),
    cancel: () => {
      const now = step.value;
      if (now.at === 'store') now.store.stop();
      else if (now.at === 'checking' && source.value?.table) {
        begin();
        step.value = { at: 'columns' };
      } else reset();
    },
  };
}
