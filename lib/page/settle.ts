// Waiting for a server-rendered page to wake up. React throws the whole page away and draws it again when it
// finds a foreign node on waking; nothing tells from outside when it has woken, so this watches for the signs.
import type { Pages } from '../trackers/tracker.ts';

const QUIET_MS = 500;
/** How long a finished page may sleep before we stop waiting: the dock shows meanwhile, so little is lost. */
const ASLEEP_MS = 3500;

export interface Settling {
  /** Whether a node may go into the host's own flow now. */
  ready(): boolean;
  /** To be told of every change of the page, with the elements in which something changed. */
  changed(where: readonly Node[]): void;
}

/** @param again called when `ready` may have become true without a change of the page */
export function settling(pages: Pick<Pages, 'sleeper' | 'awake'>, document: Document, again: () => void, signal: AbortSignal): Settling {
  let woken = false;
  let parsed = document.readyState !== 'loading';
  let quietSince = performance.now();
  let completeSince: number | undefined;
  let changes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('DOMContentLoaded', () => (parsed = true), { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));

  function ready(): boolean {
    if (woken) return true;
    const now = performance.now();
    if (document.readyState === 'complete') completeSince ??= now;
    const slept = completeSince === undefined ? 0 : now - completeSince;
    const quiet = now - quietSince;
    // A page without a script of its own has nothing that could wake.
    const asleep = pages.sleeper(document) !== null && hasScripts(document);
    woken = asleep
      ? completeSince !== undefined && ((changes > 0 && quiet >= QUIET_MS) || slept >= ASLEEP_MS)
      : parsed && pages.awake(document);
    if (!woken) {
      clearTimeout(timer);
      timer = setTimeout(again, QUIET_MS / 2);
    }
    return woken;
  }

  return {
    ready,
    changed: (where) => {
      const sleeper = pages.sleeper(document);
      if (woken || !where.some((node) => sleeper?.contains(node))) return;
      quietSince = performance.now();
      if (parsed) changes++;
    },
  };
}

const hasScripts = (document: Document): boolean =>
  [...document.scripts].some((script) => !script.type || script.type === 'module' || script.type.includes('javascript'));
