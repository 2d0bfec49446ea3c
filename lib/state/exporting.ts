// An export on its way: what was chosen, what the file will hold, and writing it a slice at a time.
import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Extra } from '../formats/beside.ts';
import { type ExportContext, fileName, type Format, type FormatId, type Rows } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { dayHere } from '../model/day.ts';
import type { Tag } from '../model/tag.ts';
import { say } from '../say.ts';
import type { Db } from '../store/db.ts';
import { type Besides, createBesidesReading } from './besides.ts';
import { blobOf } from './blob.ts';
import { copyParts } from './copying.ts';
import { standingBack } from './counted.ts';
import { openSource, type Source, survey } from './export.ts';
import { type Previewed, shownOf } from './export-preview.ts';
import { reportPage } from './report.ts';
import { loadStatus } from './status.ts';
import { tellingOf } from './telling.ts';

/** The answers of a view, in the order they stand in there. */
export interface ExportedView {
  readonly name: string;
  /** By ticket, the answer that stands for it first. */
  readonly tags: readonly (readonly Tag[])[];
  /** What its rows say besides, and which of that it shows. */
  readonly besides?: Besides | undefined;
  readonly extras?: readonly Extra[] | undefined;
}

export interface ExportChoice {
  readonly format: FormatId;
  readonly scope: 'view' | 'all';
  readonly find: string;
  readonly sample: boolean;
  readonly mark: boolean;
  /** Of a view, also the columns it does not show. */
  readonly wide: boolean;
  readonly site: string | undefined;
  /** Numbers of the tracker's own fields, by column. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What is done to the world outside. */
export interface Hands {
  database(): Promise<Db>;
  /** The view that is exported from, if it is one; read when it is needed. */
  view(): ExportedView | undefined;
  /** Id of the framework whose status a report tells. */
  framework(): string | undefined;
  readonly version: string;
  now(): Date;
  save(name: string, file: Blob): void;
  /** By MIME type. Rejects where the browser refuses. */
  copy(parts: Readonly<Record<string, Promise<Blob>>>): Promise<void>;
  print(page: Blob): Promise<void>;
}

export interface Exporting {
  readonly choice: Signal<ExportChoice>;
  /** `undefined` while it is read. */
  readonly preview: ReadonlySignal<Previewed | undefined>;
  /** Share done, 0..1, while a file is being written. */
  readonly progress: ReadonlySignal<number | undefined>;
  /** What was done last, in words, until something else is chosen. */
  readonly said: ReadonlySignal<string | undefined>;
  /** Why the last one failed, in words. */
  readonly failed: ReadonlySignal<string | undefined>;
  readonly hasView: () => boolean;
  save(): Promise<void>;
  /** The second file, where a format has one. */
  saveCompanion(): Promise<void>;
  copy(): Promise<void>;
  print(): Promise<void>;
  cancel(): void;
  /** Reads anew what is chosen. Nothing is read before the first time. */
  look(): Promise<void>;
  dispose(): void;
}

/** Rows that a size is told from. */
const MEASURED = 40;

export const FIRST_CHOICE: ExportChoice = {
  ...{ format: 'xlsx', scope: 'all', find: '', sample: false, mark: true, wide: false, site: undefined, fields: {} },
};

export function createExporting(hands: Hands, first: Partial<ExportChoice> = {}): Exporting {
  const choice = signal<ExportChoice>({ ...FIRST_CHOICE, ...first });
  const preview = signal<Previewed | undefined>(undefined);
  const progress = signal<number | undefined>(undefined);
  const said = signal<string | undefined>(undefined);
  const failed = signal<string | undefined>(undefined);
  let writing = new AbortController();
  let looking = new AbortController();
  let begun = false;
  /** What was found for a choice, so that it need not be counted again when it is written. */
  let counted: { readonly of: ExportChoice; readonly count: number; readonly site: string | undefined } | undefined;

  const viewOf = ({ scope }: ExportChoice): ExportedView | undefined => (scope === 'view' ? hands.view() : undefined);
  const reading = createBesidesReading(hands.now);
  async function sourceOf(db: Db, chosen: ExportChoice, until: AbortSignal, anew: boolean): Promise<Source> {
    const view = viewOf(chosen);
    const told = FORMATS[chosen.format].tellsBeside ? (view?.besides ?? (await reading.besides(db, anew))) : undefined;
    until.throwIfAborted();
    // A view is what it shows already; its filter does not narrow it twice.
    return openSource(db, { tags: view?.tags, find: view ? '' : chosen.find, sample: chosen.sample, besides: told }, hands.now());
  }

  async function contextOf(db: Db, chosen: ExportChoice, { frameworks, decisions, budgets, views }: Source): Promise<ExportContext> {
    const [now, { version }] = [hands.now(), hands];
    const [today, id] = [dayHere(now), hands.framework()];
    const view = viewOf(chosen);
    const back = FORMATS[chosen.format].tellsBeside ? await standingBack(db) : new Set<string>();
    const status = chosen.format === 'report' && id !== undefined ? await loadStatus(db, id, today) : undefined;
    const { site, wide } = chosen;
    const extras = wide ? undefined : view?.extras;
    return {
      ...{ frameworks, decisions, budgets, views, generator: { name: 'Azimuth', version }, exportedAt: now.toISOString() },
      ...{ telling: tellingOf(frameworks, today, extras), extras },
      ...{ mark: chosen.mark, fields: chosen.fields, ...(site !== undefined && { site }) },
      page: reportPage({ status, version, today, view: view?.name ?? say('exportEverything') }),
      counts: ({ ticket }) => !back.has(ticket.toLowerCase()),
    };
  }

  const nameOf = (format: Pick<Format, 'extension' | 'stem'>): string => fileName(format, dayHere(hands.now()));
  async function look(anew = true): Promise<void> {
    begun = true;
    looking.abort();
    looking = new AbortController();
    const { signal: mine } = looking;
    const chosen = choice.peek();
    const format = FORMATS[chosen.format];
    try {
      const db = await hands.database();
      const source = await sourceOf(db, chosen, mine, anew);
      const found = await survey(source, chosen, format, chosen.site, MEASURED, mine);
      const context = await contextOf(db, { ...chosen, site: found.site }, source);
      const next = { ...(await shownOf(format, found, context)), format: chosen.format, file: nameOf(format) };
      if (mine.aborted) return;
      counted = { of: chosen, count: found.count, site: found.site };
      preview.value = next;
    } catch (error) {
      if (mine.aborted) return;
      failed.value = say('dataFailed');
      console.error('Azimuth could not look over the export.', error);
    }
  }
  const stop = effect(() => {
    void choice.value;
    failed.value = said.value = undefined;
    if (begun) void look(false);
  });

  /** One piece of long work at a time; what goes wrong is said, and what is called off is not. */
  async function work(
    refused: () => string,
    deed: (context: ExportContext, rows: () => Rows, format: Format) => Promise<string | undefined>,
  ): Promise<void> {
    if (progress.peek() !== undefined) return;
    const chosen = choice.peek();
    const format = FORMATS[chosen.format];
    writing = new AbortController();
    const { signal: mine } = writing;
    progress.value = 0;
    failed.value = said.value = undefined;
    try {
      const db = await hands.database();
      const source = await sourceOf(db, chosen, mine, true);
      const { count, site } = counted?.of === chosen ? counted : await survey(source, chosen, format, chosen.site, 0, mine);
      const context = await contextOf(db, { ...chosen, site }, source);
      const told = (rows: number): void => void (progress.value = count > 0 ? Math.min(1, rows / count) : 0);
      const done = await deed({ ...context, signal: mine, progress: told }, () => source.rows(mine), format);
      if (!mine.aborted) said.value = done;
    } catch (error) {
      if (mine.aborted) return;
      failed.value = refused();
      console.error('Azimuth could not export.', error);
    } finally {
      progress.value = undefined;
    }
  }

  /** What was made for a copy that the browser refused. */
  let ready: { readonly of: ExportChoice; readonly parts: Readonly<Record<string, Blob>> } | undefined;
  return {
    ...{ choice, preview, progress, said, failed },
    look: () => look(),
    hasView: () => hands.view() !== undefined,
    save: () =>
      work(
        () => say('dataFailed'),
        async (context, rows, format) => {
          hands.save(nameOf(format), await blobOf(format.write(rows(), context), format.type, context.signal));
          return say('dataSaved', nameOf(format));
        },
      ),
    saveCompanion: () =>
      work(
        () => say('dataFailed'),
        async (context, _, format) => {
          if (!format.companion) return undefined;
          const name = nameOf({ extension: format.companion.extension, stem: `${format.stem}-configuration` });
          hands.save(name, new Blob([format.companion.write(context)], { type: format.companion.type }));
          return say('dataSaved', name);
        },
      ),
    copy: () => {
      const chosen = choice.peek();
      const again = ready?.of === chosen ? ready.parts : undefined;
      // The browser lets us copy only while the press still counts: it is handed promises of what is to come.
      const parts = Promise.withResolvers<Readonly<Record<string, Blob>>>();
      const types = chosen.format === 'rich' ? ['text/html', 'text/plain'] : ['text/plain'];
      const all = again ? Promise.resolve(again) : parts.promise;
      const copied = hands.copy(Object.fromEntries(types.map((type) => [type, all.then((made) => made[type] ?? new Blob())])));
      copied.catch(() => {});
      return work(
        () => say(ready ? 'exportCopyAgain' : 'exportNotCopied'),
        async (context, rows, format) => {
          try {
            const made = again ?? (await copyParts(format, rows, context));
            parts.resolve(made);
            // Where it took longer than a press counts, it is at hand for the next.
            ready = again ? undefined : { of: chosen, parts: made };
            await copied;
            ready = undefined;
          } catch (error) {
            parts.reject(error);
            throw error;
          }
          return say('exportCopied');
        },
      );
    },
    print: () =>
      work(
        () => say('dataFailed'),
        async (context, rows, format) => {
          await hands.print(await blobOf(format.write(rows(), context), format.type, context.signal));
          return undefined;
        },
      ),
    cancel: () => writing.abort(),
    dispose: () => {
      stop();
      writing.abort();
      looking.abort();
      reading.stop();
    },
  };
}
