// The view "Import and export".
import { effect, signal } from '@preact/signals';
import type { ExportChoice } from '../../components/data/choices.tsx';
import { ExportView, type Previewed } from '../../components/data/data.tsx';
import { Earlier } from '../../components/data/earlier.tsx';
import { ImportView } from '../../components/data/import.tsx';
import { browser } from '../../lib/browser.ts';
import { cells, COLUMNS, csv } from '../../lib/formats/csv.ts';
import { type Format, fileName } from '../../lib/formats/format.ts';
import { json } from '../../lib/formats/json.ts';
import { say } from '../../lib/say.ts';
import { type Gathered, gather } from '../../lib/state/export.ts';
import { createSlices } from '../../lib/state/slices.ts';
import { dayHere } from '../../lib/model/day.ts';
import type { Db } from '../../lib/store/db.ts';
import { counts } from '../../lib/store/read.ts';
import type { Desk, Room } from './desk.ts';
import { download } from './download.ts';
import { createEarlier, createImporting } from './import.ts';

const FORMATS: Readonly<Record<ExportChoice['format'], Format>> = { csv, json };
const PREVIEW_ROWS = 5;
const PREVIEW_CHARACTERS = 4000;

export function createData(desk: () => Desk): Room & { readonly storing: () => boolean } {
  const importing = createImporting(desk);
  const earlier = createEarlier(desk);
  let target: string | undefined;
  const choice = signal<ExportChoice>({ format: 'csv', find: '', sample: false, mark: true });
  const preview = signal<Previewed | undefined>(undefined);
  const progress = signal<number | undefined>(undefined);
  let writing = new AbortController();
  let turn = 0;
  let arrived = '';

  const wanted = ({ find, sample }: ExportChoice) => ({ find, sample, version: browser.runtime.getManifest().version, now: new Date() });
  const nameOf = (chosen: ExportChoice): string => fileName(FORMATS[chosen.format], dayHere(new Date()));

  async function look(db: Db, chosen: ExportChoice): Promise<void> {
    const mine = ++turn;
    const { estimates, count, samples } = await gather(db, wanted(chosen), PREVIEW_ROWS);
    if (mine !== turn) return;
    const rows = chosen.format === 'csv' ? [COLUMNS, ...estimates.estimates.map((estimate) => cells(estimate, estimates.frameworks))] : [];
    const text = chosen.format === 'json' ? [...json.write(estimates)].join('').slice(0, PREVIEW_CHARACTERS) : '';
    preview.value = { count, samples, rows, text, file: nameOf(chosen) };
  }
  effect(() => {
    const chosen = choice.value;
    if (arrived)
      void desk()
        .database()
        .then((db) => look(db, chosen));
  });

  async function write(): Promise<void> {
    const chosen = choice.value;
    const format = FORMATS[chosen.format];
    writing = new AbortController();
    progress.value = 0;
    try {
      const db = await desk().database();
      const total = (await counts(db)).tags;
      const gathered: Gathered = await gather(db, wanted(chosen), undefined, (read) => (progress.value = read / total), writing.signal);
      const slices = createSlices();
      const parts: string[] = [];
      for (const part of format.write(gathered.estimates, { mark: chosen.mark })) {
        parts.push(part);
        const over = slices.rest();
        if (over) await over;
        writing.signal.throwIfAborted();
      }
      download(nameOf(chosen), format.type, parts);
      desk().toast.value = { text: say('dataSaved', nameOf(chosen)) };
    } catch (error) {
      if (!writing.signal.aborted) desk().toast.value = { text: say('dataFailed'), tone: 'bad' };
      if (!writing.signal.aborted) console.error('Azimuth could not write the file.', error);
    } finally {
      progress.value = undefined;
    }
  }

  return {
    storing: () => {
      if (earlier.taking.value?.at === 'undoing') return true;
      const step = importing.step.value;
      return step.at === 'store' && ['storing', 'stopping', 'undoing'].includes(step.store.state.value.at);
    },
    refresh: async (db) => {
      const row = desk().chosen.value?.id;
      if (row !== target) importing.retarget();
      target = row;
      await earlier.refresh(db);
      // The filter and the sample come with the address; what is ticked here afterwards stays.
      const { find = '', sample } = desk().route.value.params;
      const here = JSON.stringify([find, sample]);
      if (here === arrived) return look(db, choice.peek());
      arrived = here;
      choice.value = { ...choice.peek(), find, sample: sample === '1' };
    },
    draw: () => (
      <div class="data">
        <header class="top">
          <h1 tabIndex={-1}>{say('shellData')}</h1>
        </header>
        <ImportView importing={importing} framework={desk().chosen.value?.framework} today={dayHere(new Date())} />
        {importing.step.value.at === 'begin' && <Earlier earlier={earlier} today={dayHere(new Date())} />}
        {importing.step.value.at === 'begin' && (
          <ExportView
            choice={choice}
            preview={preview}
            progress={progress}
            onExport={() => void write()}
            onCancel={() => writing.abort()}
          />
        )}
      </div>
    ),
  };
}
