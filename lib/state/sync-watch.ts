// How it stands with the team, kept up while a page is looked at: one small record, read again every second or two.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { SyncState } from '../sync/state.ts';

/** Before anything was read, and where no team is joined. */
export const ALONE: SyncState = { phase: 'alone', waiting: 0, refused: 0, aside: 0 };
const EVERY_MS = 1500;

export interface SyncWatch {
  readonly sync: ReadonlySignal<SyncState>;
  /** When it was last read, ms since 1970. */
  readonly now: ReadonlySignal<number>;
  look(): Promise<void>;
}

/**
 * Reads at once, and again and again until stopped.
 * @param read the record; where it fails the last one stands
 * @param changed told after the record has become another
 */
export function watchSync(
  read: () => Promise<SyncState>,
  { stopped, changed, seen }: { readonly stopped: AbortSignal; readonly changed?: () => void; readonly seen: () => boolean },
): SyncWatch {
  const sync = signal(ALONE);
  const now = signal(Date.now());
  let held = '';
  const look = async (): Promise<void> => {
    const next = await read().catch(() => undefined);
    now.value = Date.now();
    const mark = next && JSON.stringify(next);
    if (!next || mark === held || stopped.aborted) return;
    const first = held === '';
    held = mark ?? '';
    sync.value = next;
    if (!first) changed?.();
  };
  const timer = setInterval(() => seen() && void look(), EVERY_MS);
  stopped.addEventListener('abort', () => clearInterval(timer));
  void look();
  return { sync, now, look };
}
