// Readings that came with a framework's file: kept until the framework is stored, then stored as an import that can be undone.
import { effect } from '@preact/signals';
import { formatNumber } from '../../lib/impact/shown.ts';
import { say } from '../../lib/say.ts';
import type { FileReadings } from '../../lib/state/file-readings.ts';
import { importedFrom } from '../../lib/state/file-readings.ts';
import type { Editor } from '../../lib/state/framework-editor.ts';
import { createImportStore, inOrder, type ImportStore } from '../../lib/state/import-store.ts';
import { ask, newRequest } from '../../lib/state/own.ts';
import type { FrameworkRow } from '../../lib/store/db.ts';
import type { Desk } from './desk.ts';

export interface FileReadingsDesk {
  /**
   * Keeps readings until the framework in the form is stored; asked for before the file is put into it.
   * @param form its id, or that of one in the making
   * @param editor where the file replaces what is in it: taken back there, its readings stay in the file too
   */
  keep(form: string, given: FileReadings, editor: Editor | undefined): void;
  /** Stores what was kept for a form, now that its framework is stored. */
  stored(form: string, row: FrameworkRow): void;
  /** Stores them at once. */
  store(given: FileReadings, row: FrameworkRow): Promise<void>;
  /** The form was thrown away: what waited for it stays in the file. */
  forget(form: string): void;
  /** Whether readings are being stored, or taken back. */
  storing(): boolean;
}

export function createFileReadings(desk: () => Desk): FileReadingsDesk {
  let kept: { readonly form: string; readonly given: FileReadings; readonly stop: () => void } | undefined;
  /** Pieces of work under way. */
  let storing = 0;

  const drop = (): void => {
    kept?.stop();
    kept = undefined;
  };
  const tell = (text: string, undo?: () => void, tone?: 'bad'): void => {
    desk().toast.value = { text, ...(undo && { undo }), ...(tone && { tone }) };
  };

  async function takeBack(done: ImportStore): Promise<void> {
    storing++;
    await done.undo().finally(() => storing--);
    const { at, left = 0 } = done.state.value;
    const whole = at === 'undone' && left === 0;
    tell(say(whole ? 'fileReadingsBack' : 'fileReadingsKept'), undefined, whole ? undefined : 'bad');
    await desk().refresh();
  }

  async function store(given: FileReadings, { team, framework }: FrameworkRow): Promise<void> {
    // What was taken out of the form before it was stored has no metric to be of.
    const ids = new Set(framework.metrics.map(({ id }) => id));
    const readings = importedFrom(given, say('filePasted', framework.name)).filter(({ metric }) => ids.has(metric));
    if (readings.length === 0) return;
    let count = 0;
    const storeNow = createImportStore(newRequest(), [inOrder(readings)], {
      send: async (request, chunk) => {
        const reply = await ask({ ask: 'importReadings', request, team, framework: framework.id, readings: [...chunk] });
        if (reply.state === 'done') count += reply.count ?? 0;
        return reply;
      },
      takeBack: (of) => ask({ ask: 'undoImport', request: newRequest(), team, of }),
    });
    const undo = (): void => void takeBack(storeNow);
    const stopTelling = effect(() => {
      const { at, stored, total } = storeNow.state.value;
      if (at === 'storing' && stored > 0) tell(say('fileReadingsStoring', formatNumber(stored), formatNumber(total)));
    });
    storing++;
    await storeNow.go().finally(() => storing--);
    stopTelling();
    const { at, stored, total } = storeNow.state.value;
    if (at !== 'stored') tell(say('fileReadingsStopped', formatNumber(stored), formatNumber(total)), stored > 0 ? undo : undefined, 'bad');
    else if (count === 0) tell(say('fileReadingsSame'));
    else tell(count === 1 ? say('fileReadingStored') : say('fileReadingsStored', formatNumber(count)), undo);
    await desk().refresh();
  }

  return {
    store,
    storing: () => storing > 0,
    forget: (form) => {
      if (kept?.form === form) drop();
    },
    keep: (form, given, editor) => {
      drop();
      if (given.readings.length === 0) return;
      const leave = (): void => {
        drop();
        tell(say('fileReadingsDropped'));
      };
      const before = editor?.form.peek();
      // An undo brings back the form as it was, the very same.
      const stop = effect(() => {
        if (editor?.form.value === before && kept?.form === form) leave();
      });
      kept = { form, given, stop };
      tell(say('fileReadingsWait'), leave);
    },
    stored: (form, row) => {
      if (kept?.form !== form) return;
      const { given } = kept;
      drop();
      void store(given, row);
    },
  };
}
