// Storing an import chunk by chunk: each is stored whole or not at all, between two of them it can be stopped, and what is
// stored can be taken back. Sending a chunk again under its name stores nothing twice, so after a refusal one goes on.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Done, Refusal } from '../ask.ts';
import type { Reading } from '../model/reading.ts';

/** About half a second's work: what is waited for at most when one stops. */
export const CHUNK = 500;

export type ImportedReading = Pick<Reading, 'metric' | 'date' | 'value'> & { readonly origin: string };

/** What is done with a chunk; all of one chunk's rows are of one group. */
export interface StoreVerbs<T> {
  send(request: string, rows: readonly T[]): Promise<Done>;
  /** Takes back what the chunk of that name stored. */
  takeBack(of: string, rows: readonly T[]): Promise<Done>;
}

export interface StoreState {
  /** `stopped`: not all of it is stored, because one stopped or for `why`. `kept`: not all was taken back, for `why`. */
  readonly at: 'storing' | 'stopping' | 'stopped' | 'stored' | 'undoing' | 'kept' | 'undone';
  readonly total: number;
  /** Rows of chunks that are stored, and not taken back. */
  readonly stored: number;
  readonly why?: Refusal;
  /** After an undo: those that were changed since and stay. */
  readonly left?: number;
}

export interface ImportStore {
  readonly state: ReadonlySignal<StoreState>;
  /** Stores what is not stored yet, from the first chunk or from where it stopped. */
  go(): Promise<void>;
  stop(): void;
  undo(): Promise<void>;
}

interface Chunk<T> {
  readonly request: string;
  readonly rows: readonly T[];
  /** How many of them were not stored before; `undefined` until it is sent. */
  stored: number | undefined;
}

/** A metric at a time, day by day: what lies close together is looked up at once and packed into few blocks. */
export const inOrder = (readings: readonly ImportedReading[]): ImportedReading[] =>
  [...Map.groupBy(readings, ({ metric }) => metric).values()].flatMap((own) =>
    own.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
  );

/**
 * @param id of the import, 8 to 40 small letters, digits or dashes
 * @param groups what no chunk may mix, each in the order it is stored in
 */
export function createImportStore<T>(id: string, groups: readonly (readonly T[])[], verbs: StoreVerbs<T>): ImportStore {
  const total = groups.reduce((sum, { length }) => sum + length, 0);
  const pieces = groups.flatMap((rows) =>
    Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) => rows.slice(i * CHUNK, (i + 1) * CHUNK)),
  );
  const chunks = pieces.map((rows, i): Chunk<T> => ({ request: `${id}-${i}`, rows, stored: undefined }));
  let left = 0;
  const state = signal<StoreState>({ at: 'storing', total, stored: 0 });
  const sent = (): number => chunks.reduce((sum, { stored, rows: all }) => sum + (stored === undefined ? 0 : all.length), 0);

  async function go(): Promise<void> {
    state.value = { at: 'storing', total, stored: sent() };
    for (const chunk of chunks) {
      if (chunk.stored !== undefined) continue;
      if (state.value.at === 'stopping') {
        state.value = { at: 'stopped', total, stored: sent() };
        return;
      }
      const reply = await verbs.send(chunk.request, chunk.rows);
      if (reply.state === 'refused') {
        state.value = { at: 'stopped', total, stored: sent(), why: reply.why };
        return;
      }
      chunk.stored = reply.count ?? chunk.rows.length;
      state.value = { ...state.value, stored: sent() };
    }
    state.value = { at: 'stored', total, stored: sent() };
  }

  async function undo(): Promise<void> {
    state.value = { at: 'undoing', total, stored: sent() };
    for (const chunk of chunks) {
      if (chunk.stored === undefined) continue;
      const reply = await verbs.takeBack(chunk.request, chunk.rows);
      if (reply.state === 'refused') {
        state.value = { at: 'kept', total, stored: sent(), why: reply.why };
        return;
      }
      left += chunk.stored - (reply.count ?? 0);
      chunk.stored = undefined;
      state.value = { at: 'undoing', total, stored: sent() };
    }
    state.value = { at: 'undone', total, stored: 0, left };
  }

  return {
    state,
    go,
    undo,
    stop: () => {
      if (state.value.at === 'storing') state.value = { ...state.value, at: 'stopping' };
    },
  };
}
