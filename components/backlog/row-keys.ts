// Keys of the list: J and K or the arrows move, Enter opens the history, O the ticket, / the filter.
import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RowGroup } from '../../lib/state/arranged.ts';
import { rowKey } from '../../lib/state/ranking.ts';
import { placeOf, rowAt, rowCount } from './window.ts';

export interface RowKeys {
  readonly groups: ReadonlySignal<readonly RowGroup[]>;
  /** Moved by the keys. Read at each key: several can come before the list is drawn again. */
  readonly active: Signal<number>;
  /** Whether single letters may act; one can turn them off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly onOpen: (index: number) => void;
}

/** Room kept above a row that is moved to: the heads stay there. And below: the drawer may. */
const [ABOVE, BELOW] = [96, 48];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** Brings a row near enough to be drawn, then gives it the focus. */
function show(list: Element, groups: readonly RowGroup[], index: number): void {
  const { top, height } = placeOf(groups, index);
  const drawer = document.querySelector('.drawer')?.getBoundingClientRect().height ?? 0;
  const y = list.getBoundingClientRect().top + top;
  if (y < ABOVE) scrollBy({ top: y - ABOVE, behavior: 'instant' });
  else if (y + height > innerHeight - BELOW - drawer) scrollBy({ top: y + height - innerHeight + BELOW + drawer, behavior: 'instant' });
  const row = rowAt(groups, index);
  const key = row ? rowKey(row) : '';
  requestAnimationFrame(() => list.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true }));
}

export function useRowKeys({ groups, active, singleKeys, onOpen }: RowKeys): void {
  useEffect(() => {
    const act = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const list = document.querySelector('.backlog-table .list');
      const inside = event.target instanceof Node && list?.contains(event.target) === true;
      const letter = singleKeys ? event.key.toLowerCase() : '';
      const by =
        letter === 'j' || (inside && event.key === 'ArrowDown') ? 1 : letter === 'k' || (inside && event.key === 'ArrowUp') ? -1 : 0;
      if (by !== 0 && list) {
        event.preventDefault();
        const rows = groups.peek();
        const next = Math.max(0, Math.min(rowCount(rows) - 1, active.peek() + by));
        active.value = next;
        show(list, rows, next);
      } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('.list > .row')) {
        event.preventDefault();
        onOpen(active.peek());
      } else if (letter === 'o') {
        list?.querySelector<HTMLElement>('.row.active a')?.click();
      } else if (letter === '/') {
        event.preventDefault();
        document.querySelector<HTMLElement>('.find input')?.focus();
      }
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, [groups, active, singleKeys, onOpen]);
}
