// What rows can be filtered and grouped by: what their answers name, and what was seen of their tickets.
import type { BacklogRow } from './ranking.ts';

export const FACETS = ['input', 'assignee', 'label', 'milestone', 'type', 'state', 'evidence', 'reason', 'stale'] as const;
export type Facet = (typeof FACETS)[number];

/** Facets of which a ticket has several values that are of one rank: it stands under each of them. */
const SEVERAL: readonly Facet[] = ['assignee', 'label'];
export const standsInSeveral = (facet: Facet | undefined): boolean => facet !== undefined && SEVERAL.includes(facet);

/** What has facets: a row of the backlog, or a ticket of which only what was seen is known. */
export type Faceted = Pick<BacklogRow, 'facts'> & Partial<Pick<BacklogRow, 'tag' | 'effects' | 'stale'>>;

const one = (value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [value]);

/** A row's values of a facet, the first one first. None where nothing is said or was seen. */
export function valuesIn({ tag, facts, effects = [], stale = [] }: Faceted, facet: Facet): readonly string[] {
  switch (facet) {
    case 'input':
      return [...new Set(effects.map(({ input }) => input))];
    case 'assignee':
      return facts?.assignees ?? [];
    case 'label':
      return facts?.labels ?? [];
    case 'milestone':
      return one(facts?.milestone);
    case 'type':
      return one(facts?.type);
    case 'state':
      return one(facts?.state);
    case 'evidence':
      return one(tag?.evidence);
    case 'reason':
      return tag?.answer.kind === 'not-north-star' && effects.length === 0 ? [tag.answer.reason] : [];
    case 'stale':
      return [...new Set(stale.map(({ why }) => why))];
  }
}

type Chosen = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** Whether a row has one of the values chosen in each facet. @param except a facet that does not count */
export function passes(row: Faceted, filters: Chosen, except?: Facet): boolean {
  for (const facet of FACETS) {
    const chosen = facet === except ? undefined : filters[facet];
    if (!chosen) continue;
    const values = valuesIn(row, facet);
    if (values.length === 0 ? !chosen.includes('') : !values.some((value) => chosen.includes(value))) return false;
  }
  return true;
}

export interface Choice {
  /** Empty for "none". */
  readonly value: string;
  /** Rows that have it, under all other filters. */
  readonly count: number;
}

const collator = new Intl.Collator(undefined, { numeric: true });

/** The values to choose among, the commonest first, "none" last; those chosen are there even where no row has them any more. */
export function choicesOf(rows: readonly Faceted[], facet: Facet, filters: Chosen): Choice[] {
  const counts = new Map<string, number>((filters[facet] ?? []).map((value) => [value, 0]));
  for (const row of rows) {
    if (!passes(row, filters, facet)) continue;
    const values = valuesIn(row, facet);
    for (const value of values.length > 0 ? new Set(values) : ['']) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const choices = [...counts].map(([value, count]) => ({ value, count }));
  const last = ({ value }: Choice): number => Number(value === '');
  return choices.sort((a, b) => last(a) - last(b) || b.count - a.count || collator.compare(a.value, b.value));
}

/**
 * Rows parted by their values, the groups in their order of `choicesOf`. A row stands under its first value only, so that sums hold;
 * under each of its labels and assignees, where each group is somebody's own.
 */
export function partedBy(rows: readonly BacklogRow[], facet: Facet): { readonly value: string; readonly rows: readonly BacklogRow[] }[] {
  const parts = new Map<string, BacklogRow[]>();
  for (const row of rows) {
    const values = valuesIn(row, facet);
    const under = standsInSeveral(facet) && values.length > 1 ? new Set(values) : [values[0] ?? ''];
    for (const value of under) {
      const own = parts.get(value);
      if (own) own.push(row);
      else parts.set(value, [row]);
    }
  }
  const last = (value: string): number => Number(value === '');
  return [...parts]
    .map(([value, own]) => ({ value, rows: own }))
    .sort((a, b) => last(a.value) - last(b.value) || b.rows.length - a.rows.length || collator.compare(a.value, b.value));
}
