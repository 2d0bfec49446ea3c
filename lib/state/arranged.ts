// The rows of a view: in its order, filtered, in its groups; a slice at a time.
import type { Measured } from '../ask.ts';
import type { Beliefs } from '../impact/believed.ts';
import { orderOf, type View } from './backlog-view.ts';
import type { Basis } from './basis.ts';
import { type Facet, partedBy, passes, standsInSeveral } from './facets.ts';
import { inOrder } from './order.ts';
import { type BacklogRow, type Group, GROUPS, matcher, textOf } from './ranking.ts';
import type { Slices } from './slices.ts';
import { beatsNext } from './weighing.ts';

export interface RowGroup {
  /** `parted`: by a facet, whatever its rows are. */
  readonly group: Group | 'parted';
  /** What its rows have in common, where they are grouped by a facet; an empty value is "none". */
  readonly facet?: Facet;
  readonly value?: string;
  readonly rows: readonly BacklogRow[];
}

const counts = new WeakMap<readonly RowGroup[], number>();

/** Pieces of work in groups: one that stands in several counts once. */
export function ticketCount(groups: readonly RowGroup[]): number {
  let known = counts.get(groups);
  if (known === undefined) counts.set(groups, (known = ticketsIn(groups).length));
  return known;
}

/** Each piece of work once, in the order shown. */
export const ticketsIn = (groups: readonly RowGroup[]): readonly BacklogRow[] => {
  const all = groups.flatMap(({ rows }) => rows);
  return standsInSeveral(groups[0]?.facet) ? [...new Set(all)] : all;
};

/** One for each group of a view. */
export const groupKey = ({ group, value }: Pick<RowGroup, 'group' | 'value'>): string => (value === undefined ? group : `=${value}`);

/** All rows in the order of a view. @param ranked by its way of scoring, best first */
export async function arranged(
  rows: readonly BacklogRow[],
  ranked: readonly BacklogRow[],
  { sort, scoring }: View,
  { basis, beliefs }: { readonly basis: Basis; readonly beliefs: Beliefs },
  slices: Slices,
): Promise<readonly BacklogRow[]> {
  const usual = orderOf(scoring);
  if (sort.key === usual.key && sort.order === usual.order) {
    const rest = rows.filter(({ rank }) => rank === 0);
    return ranked.concat(await inOrder(rest, sort, basis.northStar, slices));
  }
  if (sort.key === 'next') {
    for (const row of ranked) {
      beatsNext(row, ranked, scoring, beliefs);
      const over = slices.rest();
      if (over) await over;
    }
  }
  return inOrder(rows, sort, basis.northStar, slices);
}

/** Whether a row of work is one that a view asks for. */
export function wanted({ find, filters }: Pick<View, 'find' | 'filters'>, inputs: readonly Measured[]): (row: BacklogRow) => boolean {
  const matches = matcher(find);
  const any = find.trim() === '';
  return (row) => passes(row, filters) && (any || row.tags.some((tag) => matches(textOf(tag, inputs))));
}

/** Groups that have rows, in their order. */
export async function shown(
  order: readonly BacklogRow[],
  view: View,
  inputs: readonly Measured[],
  slices: Slices,
): Promise<readonly RowGroup[]> {
  const filtered = view.find.trim() !== '' || Object.keys(view.filters).length > 0;
  const rows = filtered ? await those(order, wanted(view, inputs), slices) : order;
  const { group: facet } = view;
  if (facet) return partedBy(rows, facet).map((part) => ({ group: 'parted', facet, ...part }));
  const groups = Map.groupBy(rows, ({ group }) => group);
  return GROUPS.flatMap((group) => {
    const own = groups.get(group);
    return own ? [{ group, rows: own }] : [];
  });
}

async function those(rows: readonly BacklogRow[], want: (row: BacklogRow) => boolean, slices: Slices): Promise<readonly BacklogRow[]> {
  const found: BacklogRow[] = [];
  for (const row of rows) {
    if (want(row)) found.push(row);
    const over = slices.rest();
    if (over) await over;
  }
  return found;
}
