// Keys of the table. Single letters act anywhere on the page but where one types, and can be turned off.
import type { ReadonlySignal, Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RowGroup } from '../../lib/state/arranged.ts';
import { type BacklogRow, rowKey } from '../../lib/state/ranking.ts';
import { placeOf, rowAt, rowCount } from './window.ts';

export interface RowKeys {
  readonly groups: ReadonlySignal<readonly RowGroup[]>;
  /** Moved by the keys. Read at each key: several can come before the list is drawn again. */
  readonly active: Signal<number>;
  /** Whether single letters may act; one can turn them off (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  readonly onOpen: (index: number) => void;
  readonly onPick: (row: BacklogRow, range: boolean) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
  /** Opens a menu of the heading. */
  readonly onMenu: (name: 'filter' | 'group' | 'effects') => void;
}

/** Room kept above a row that is moved to: the heads stay there. And below: the drawer may. */
const [ABOVE, BELOW] = [96, 48];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog') !== null;

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

/** How far a key moves; `undefined` where it is none that does. */
function moveOf(key: string, letter: string, inside: boolean): number | undefined {
  if (letter === 'j' || (inside && key === 'ArrowDown')) return 1;
  if (letter === 'k' || (inside && key === 'ArrowUp')) return -1;
  if (!inside) return undefined;
  return { PageDown: 10, PageUp: -10, End: Infinity, Home: -Infinity }[key];
}

export function useRowKeys(keys: RowKeys): void {
  const { groups, active, singleKeys, onOpen, onPick, onAll, onNone, onMenu } = keys;
  useEffect(() => {
    const letters: Readonly<Record<string, (list: Element | null, event: KeyboardEvent) => void>> = {
      x: (_, { shiftKey }) => {
        const row = rowAt(groups.peek(), active.peek());
        if (row) onPick(row, shiftKey);
      },
      o: (list) => list?.querySelector<HTMLElement>('.row.active a')?.click(),
      e: () => onMenu('effects'),
      f: () => onMenu('filter'),
      g: () => onMenu('group'),
      '/': () => document.querySelector<HTMLElement>('.find input')?.focus(),
    };
    const act = (event: KeyboardEvent): void => {
      if (event.altKey || isTyping(event.target)) return;
      const list = document.querySelector('.backlog-table .list');
      const inside = event.target instanceof Node && list?.contains(event.target) === true;
      if (event.ctrlKey || event.metaKey) {
        if (!inside || event.key.toLowerCase() !== 'a') return;
        event.preventDefault();
        return onAll();
      }
      if (event.key === 'Escape' && inside) return onNone();
      const letter = singleKeys ? event.key.toLowerCase() : '';
      const by = moveOf(event.key, letter, inside);
      if (by !== undefined && list) {
        event.preventDefault();
        const rows = groups.peek();
        active.value = Math.max(0, Math.min(rowCount(rows) - 1, active.peek() + by));
        show(list, rows, active.peek());
      } else if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('.list > .row')) {
        event.preventDefault();
        onOpen(active.peek());
      } else if (Object.hasOwn(letters, letter)) {
        event.preventDefault();
        letters[letter]?.(list, event);
      }
    };
    document.addEventListener('keydown', act);
    return () => document.removeEventListener('keydown', act);
  }, [groups, active, singleKeys, onOpen, onPick, onAll, onNone, onMenu]);
}
