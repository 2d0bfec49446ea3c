// A view of the backlog as an address: order, filters, groups, columns and way of scoring, all that stands behind `#/backlog?`.
// An address can come from anywhere, so what it does not know is left out and named, and the rest still holds.
import * as z from 'zod/mini';
import { FACETS, type Facet } from './facets.ts';
import { FIRST_ORDER, type Sort, SORT_KEYS } from './order.ts';

/** Ways of scoring: each is a view over the same tags. */
export const SCORINGS = ['gain', 'point', 'rice', 'ice', 'wsjf', 'value'] as const;
export type Scoring = (typeof SCORINGS)[number];

/** Columns that can be shown or hidden, in the order they stand. */
export const COLUMNS = [
  ...(['range', 'gain', 'score', 'point', 'effort', 'next', 'agreement', 'answers', 'age'] as const),
  ...(['assignee', 'label', 'milestone', 'type', 'state', 'evidence'] as const),
] as const;
export type Column = (typeof COLUMNS)[number];
export const USUAL_COLUMNS: readonly Column[] = ['range', 'gain', 'score', 'point', 'effort', 'next', 'agreement', 'answers', 'age'];

/** Within a facet any of the values will do, and every facet has to agree. The empty value is "none". */
export type Filters = Readonly<Partial<Record<Facet, readonly string[]>>>;

export interface View {
  readonly find: string;
  readonly scoring: Scoring;
  readonly sort: Sort;
  readonly group: Facet | undefined;
  readonly filters: Filters;
  readonly columns: readonly Column[];
}

/** The order that goes without saying: that of the scoring. */
export const orderOf = (scoring: Scoring): Sort => {
  const key = scoring === 'gain' || scoring === 'point' ? scoring : 'score';
  return { key, order: FIRST_ORDER[key] };
};

/** The view behind an address without any params. */
export const USUAL_VIEW: View = {
  ...{ find: '', scoring: 'gain', sort: orderOf('gain'), group: undefined, filters: {}, columns: USUAL_COLUMNS },
};

/** What an address of the backlog holds besides: whose framework, and which ticket is open. */
const ELSEWHERE: readonly string[] = ['framework', 'ticket'];
const NONE = '\\0';

/** Values of hostile text in one param: a comma parts them, a backslash takes a comma literally, and `\0` is "none". */
export const printValues = (values: readonly string[]): string =>
  values.map((value) => (value === '' ? NONE : value.replace(/[\\,]/g, '\\$&'))).join(',');

export function parseValues(text: string): string[] {
  const values = [''];
  let none = false;
  for (const [piece] of text.matchAll(/\\.|[^]/gsu)) {
    if (piece === ',') {
      if (values.at(-1) === '' && !none) values.pop();
      values.push('');
      none = false;
    } else if (piece === NONE) none = true;
    else values[values.length - 1] += piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  if (values.at(-1) === '' && !none) values.pop();
  return [...new Set(values)];
}

/** Values of one facet, and how long each may be: more is no filter anybody chose. */
const [MOST_VALUES, LONGEST_VALUE] = [50, 200];
const Values = z.array(z.string().check(z.maxLength(LONGEST_VALUE))).check(z.minLength(1), z.maxLength(MOST_VALUES));
const Columns = z.array(z.enum(COLUMNS)).check(z.minLength(1));

export interface ParsedView {
  readonly view: View;
  /** Names of the params that were left out. */
  readonly dropped: readonly string[];
}

/** Reads the params of an address; never throws. */
export function parseView(params: Readonly<Record<string, string>>): ParsedView {
  const dropped: string[] = [];
  const taken = new Set<string>(ELSEWHERE);
  const read = <T>(name: string, schema: z.ZodMiniType<T>, prepare: (text: string) => unknown = (text) => text): T | undefined => {
    taken.add(name);
    const text = Object.hasOwn(params, name) ? params[name] : undefined;
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(prepare(text));
    if (!parsed.success) dropped.push(name);
    return parsed.success ? parsed.data : undefined;
  };
  const scoring = read('score', z.enum(SCORINGS)) ?? 'gain';
  const key = read('sort', z.enum(SORT_KEYS));
  const order = read('order', z.enum(['asc', 'desc']));
  const usual = orderOf(scoring);
  const filters = FACETS.flatMap((facet) => {
    const values = read(facet, Values, parseValues);
    return values ? [[facet, values] as const] : [];
  });
  const chosen = read('columns', Columns, (text) => text.split(','));
  const view: View = {
    find: read('find', z.string()) ?? '',
    scoring,
    sort: { key: key ?? usual.key, order: order ?? FIRST_ORDER[key ?? usual.key] },
    group: read('group', z.enum(FACETS)),
    filters: Object.fromEntries(filters),
    columns: chosen ? COLUMNS.filter((column) => chosen.includes(column)) : USUAL_COLUMNS,
  };
  return { view, dropped: [...dropped, ...Object.keys(params).filter((name) => !taken.has(name))] };
}

const same = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one, i) => one === b[i]);

/** The params of a view; what goes without saying is `undefined`, so that an address stays short and old params go. */
export function printView(view: View): Readonly<Record<string, string | undefined>> {
  const { find, scoring, sort, group, filters, columns } = view;
  return {
    find: find || undefined,
    score: scoring === 'gain' ? undefined : scoring,
    sort: sort.key === orderOf(scoring).key ? undefined : sort.key,
    order: sort.order === FIRST_ORDER[sort.key] ? undefined : sort.order,
    group,
    columns: same(columns, USUAL_COLUMNS) ? undefined : columns.join(','),
    ...Object.fromEntries(FACETS.map((facet) => [facet, filters[facet]?.length ? printValues(filters[facet]) : undefined])),
  };
}

/** A view as one text, to be kept under a name; equal views have equal texts. */
export const queryOf = (view: View): string => {
  const given = Object.entries(printView(view)).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return new URLSearchParams(given).toString();
};

/** A text that was kept, as a view. */
export const viewOf = (query: string): ParsedView => parseView(Object.fromEntries(new URLSearchParams(query)));

/** A filter with a value set or taken out; a facet without values is gone. */
export function withFilter(filters: Filters, facet: Facet, value: string, on: boolean): Filters {
  const others = (filters[facet] ?? []).filter((one) => one !== value);
  const { [facet]: _, ...rest } = filters;
  const values = on ? [...others, value] : others;
  return values.length > 0 ? { ...rest, [facet]: values } : rest;
}
