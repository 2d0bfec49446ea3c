// Imports that were stored before, each with the way back: what it did is undone chunk by chunk, and what changed since stays.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Done, Refusal } from '../ask.ts';
import type { Imported } from '../store/imports.ts';

/** One being taken back, or how that ended. */
export interface TakingBack {
  readonly id: string;
  /** `kept`: not all was taken back, for `why`. */
  readonly at: 'undoing' | 'kept' | 'undone';
  /** Chunks of it that were taken back, and how many there were. */
  readonly done: number;
  readonly of: number;
  readonly why?: Refusal;
}

export interface EarlierImports {
  readonly list: ReadonlySignal<readonly Imported[]>;
  readonly taking: ReadonlySignal<TakingBack | undefined>;
  /** Shows what is stored. */
  show(list: readonly Imported[]): void;
  undo(id: string): Promise<void>;
}

/** @param takeBack takes back what the chunk of that name stored @param changed something was taken back */
export function createEarlierImports(
  takeBack: (of: string, team: string, kind: Imported['kind']) => Promise<Done>,
  changed: () => void,
): EarlierImports {
  const list = signal<readonly Imported[]>([]);
  const taking = signal<TakingBack | undefined>(undefined);

  async function undo(id: string): Promise<void> {
    // As it was when it was pressed: another framework may be looked at meanwhile.
    const { open, team, kind = 'readings' } = list.value.find((one) => one.id === id) ?? {};
    if (!open || team === undefined || taking.value?.at === 'undoing') return;
    const now = { id, of: open.length };
    for (const [done, chunk] of open.entries()) {
      taking.value = { ...now, at: 'undoing', done };
      const reply = await takeBack(chunk, team, kind);
      if (reply.state !== 'refused') continue;
      taking.value = { ...now, at: 'kept', done, why: reply.why };
      changed();
      return;
    }
    taking.value = { ...now, at: 'undone', done: open.length };
    changed();
  }
  return { list, taking, undo, show: (found) => (list.value = found) };
}
