// Which rows of a long list are drawn: those on screen, some above and below, and the one that has the focus.
import { groupKey, type RowGroup } from '../../lib/state/arranged.ts';
import { standsInSeveral } from '../../lib/state/facets.ts';
import { type BacklogRow, rowKey } from '../../lib/state/ranking.ts';

export type Item =
  | { readonly kind: 'head'; readonly group: RowGroup; readonly top: number; readonly height: number }
  /** `index` counts rows, not heads, from 0. */
  | {
      readonly kind: 'row';
      readonly key: string;
      readonly row: BacklogRow;
      readonly index: number;
      readonly top: number;
      readonly height: number;
    };

const HEAD = 32;
const HEIGHTS: Readonly<Record<RowGroup['group'], number>> = { ranked: 44, unpriced: 44, other: 36, orphan: 44, closed: 44, parted: 44 };
/** px drawn beyond either edge of the screen. */
const BEYOND = 220;

/** The ranked rows are what the list is about, so they have no head. */
const headOf = (group: RowGroup['group']): number => (group === 'ranked' ? 0 : HEAD);

/** One for each item: a row may stand in several groups. */
export const itemKey = (item: Item): string => (item.kind === 'row' ? item.key : groupKey(item.group));

const keyIn = (group: RowGroup, row: BacklogRow): string =>
  standsInSeveral(group.facet) ? `${groupKey(group)} ${rowKey(row)}` : rowKey(row);

/** Height of the whole list, px. */
export const heightOf = (groups: readonly RowGroup[]): number =>
  groups.reduce((sum, { group, rows }) => sum + headOf(group) + rows.length * HEIGHTS[group], 0);

/** @param top, bottom edges of the screen, px from the start of the list @param kept index of a row that is drawn wherever it is */
export function visible(groups: readonly RowGroup[], top: number, bottom: number, kept = -1): Item[] {
  const items: Item[] = [];
  let [y, before] = [0, 0];
  for (const group of groups) {
    const height = HEIGHTS[group.group];
    const head = headOf(group.group);
    if (head > 0 && y + head > top - BEYOND && y < bottom + BEYOND) items.push({ kind: 'head', group, top: y, height: head });
    y += head;
    const first = Math.max(0, Math.floor((top - BEYOND - y) / height));
    const last = Math.min(group.rows.length - 1, Math.floor((bottom + BEYOND - y) / height));
    const add = (i: number): void => {
      const row = group.rows[i];
      if (row) items.push({ kind: 'row', key: keyIn(group, row), row, index: before + i, top: y + i * height, height });
    };
    const own = kept - before;
    if (own >= 0 && own < Math.min(first, group.rows.length)) add(own);
    for (let i = first; i <= last; i++) add(i);
    if (own > last && own < group.rows.length && own >= first) add(own);
    y += group.rows.length * height;
    before += group.rows.length;
  }
  return items;
}

/** The row at an index, over all groups. */
export function rowAt(groups: readonly RowGroup[], index: number): BacklogRow | undefined {
  if (index < 0) return undefined;
  let rest = index;
  for (const { rows } of groups) {
    if (rest < rows.length) return rows[rest];
    rest -= rows.length;
  }
  return undefined;
}

/** Where a row begins and how high it is, px from the start of the list. */
export function placeOf(groups: readonly RowGroup[], index: number): { readonly top: number; readonly height: number } {
  let [y, rest] = [0, index];
  for (const { group, rows } of groups) {
    y += headOf(group);
    if (rest < rows.length) return { top: y + rest * HEIGHTS[group], height: HEIGHTS[group] };
    y += rows.length * HEIGHTS[group];
    rest -= rows.length;
  }
  return { top: y, height: 0 };
}

/** Rows of all groups together. */
export const rowCount = (groups: readonly RowGroup[]): number => groups.reduce((sum, { rows }) => sum + rows.length, 0);

/** The index of a row by its key; -1 when it is not shown. */
export function indexOf(groups: readonly RowGroup[], key: string): number {
  let before = 0;
  for (const { rows } of groups) {
    const at = rows.findIndex((row) => rowKey(row) === key);
    if (at >= 0) return before + at;
    before += rows.length;
  }
  return -1;
}
