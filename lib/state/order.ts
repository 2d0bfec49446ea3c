// In which order the rows of the backlog stand.
import type { Measured } from '../ask.ts';
import type { BacklogRow } from './ranking.ts';
import { placesBy, type Slices, sortInSlices, stepwise } from './slices.ts';

export const SORT_KEYS = [
  ...(['gain', 'point', 'score', 'ticket', 'effort', 'next', 'agreement', 'answers', 'age'] as const),
  ...(['assignee', 'label', 'milestone', 'type', 'state', 'evidence'] as const),
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export interface Sort {
  readonly key: SortKey;
  readonly order: 'asc' | 'desc';
}

/** The order one expects first of each column: most gain, least effort, newest, from A. */
export const FIRST_ORDER: Readonly<Record<SortKey, Sort['order']>> = {
  ...{ gain: 'desc', point: 'desc', score: 'desc', next: 'desc', agreement: 'asc', answers: 'desc', evidence: 'desc' },
  ...{ ticket: 'asc', effort: 'asc', age: 'asc', assignee: 'asc', label: 'asc', milestone: 'asc', type: 'asc', state: 'asc' },
};

type Compare = (a: BacklogRow, b: BacklogRow) => number;
const collator = new Intl.Collator(undefined, { numeric: true });
const byTicket: Compare = (a, b) => (a.tag.ticket < b.tag.ticket ? -1 : a.tag.ticket > b.tag.ticket ? 1 : 0);

/** Rows without the value come last, whichever way round. */
function byNumber(value: (row: BacklogRow) => number | undefined, sign: number): Compare {
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (x - y);
  };
}
function byText(value: (row: BacklogRow) => string | undefined, sign: number): Compare {
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    if (!x || !y) return Number(!x) - Number(!y);
    return sign * collator.compare(x, y);
  };
}

/** Weakest first. */
const EVIDENCE = ['opinion', 'estimate', 'market', 'users', 'test'] as const;

/** Corrected gain per point of effort; nothing can be said without an effort. */
export const perPoint = ({ gain, effort }: BacklogRow): number | undefined => (effort ? gain / effort : undefined);

/** What is sorted by as a number, the least first; `undefined` where the order is one of texts. Rows without a value have none. */
export function numberBy({ key, order }: Sort, northStar: Pick<Measured, 'direction'>): ((row: BacklogRow) => number) | undefined {
  const sign = order === 'asc' ? 1 : -1;
  const good = northStar.direction === 'up' ? sign : -sign;
  switch (key) {
    case 'gain':
      return ({ gain }) => good * gain;
    case 'point':
      return (row) => (row.effort ? good * (perPoint(row) ?? 0) : Number.NaN);
    case 'score':
      return ({ score = Number.NaN }) => sign * score;
    case 'next':
      return ({ next = Number.NaN }) => sign * next;
    case 'agreement':
      return ({ agreement = Number.NaN }) => sign * agreement;
    case 'answers':
      return ({ tags }) => sign * tags.length;
    case 'evidence':
      return ({ tag }) => (tag.evidence ? sign * EVIDENCE.indexOf(tag.evidence) : Number.NaN);
    case 'effort':
      return ({ effort = Number.NaN }) => sign * effort;
    default:
      return undefined;
  }
}

/** Whether rows stand in the order of their tickets, in which they are read. */
const byTickets = (rows: readonly BacklogRow[]): boolean =>
  rows.every((row, i) => i === 0 || byTicket(rows[i - 1] as BacklogRow, row) <= 0);

/** Rows in an order: the same as by `comparison`, quicker where it is one of numbers. */
export async function inOrder(
  rows: readonly BacklogRow[],
  sort: Sort,
  northStar: Pick<Measured, 'direction'>,
  slices: Slices,
): Promise<readonly BacklogRow[]> {
  const value = numberBy(sort, northStar);
  if (!value) return sortInSlices(rows, comparison(sort, northStar), slices);
  const stood = byTickets(rows) ? rows : await sortInSlices(rows, byTicket, slices);
  // From the last that settles it to the first: equals keep the order that the one before gave them.
  let places: Uint32Array | undefined;
  const settling = [
    ({ group, effort }: BacklogRow) => (group === 'ranked' ? 0 : effort === undefined ? Number.NaN : -effort),
    ({ group }: BacklogRow) => Number(group !== 'ranked'),
    value,
  ];
  for (const key of settling) places = await stepwise(placesBy(Float64Array.from(stood, key), places), slices);
  return Array.from(places ?? [], (at) => stood[at] as BacklogRow);
}

/** Compares two rows; equals are settled by ticket, so that an order is one order. */
export function comparison({ key, order }: Sort, northStar: Pick<Measured, 'direction'>): Compare {
  const sign = order === 'asc' ? 1 : -1;
  const good = northStar.direction === 'up' ? 1 : -1;
  const effort = (row: BacklogRow): number | undefined => row.effort;
  const compare: Readonly<Record<SortKey, () => Compare>> = {
    gain: () => byNumber((row) => good * row.gain, sign),
    point: () => byNumber((row) => (row.effort ? good * (perPoint(row) ?? 0) : undefined), sign),
    score: () => byNumber((row) => row.score, sign),
    next: () => byNumber((row) => row.next, sign),
    agreement: () => byNumber((row) => row.agreement, sign),
    answers: () => byNumber((row) => row.tags.length, sign),
    evidence: () => byNumber(({ tag }) => (tag.evidence ? EVIDENCE.indexOf(tag.evidence) : undefined), sign),
    effort: () => byNumber(effort, sign),
    // The younger answer has the later date; ISO times compare as text.
    age: () => (a, b) => sign * (a.at < b.at ? 1 : a.at > b.at ? -1 : 0),
    ticket: () => (a, b) => sign * collator.compare(a.tag.title, b.tag.title),
    assignee: () => byText(({ facts }) => facts?.assignees?.[0], sign),
    label: () => byText(({ facts }) => facts?.labels?.[0], sign),
    milestone: () => byText(({ facts }) => facts?.milestone, sign),
    type: () => byText(({ facts }) => facts?.type, sign),
    state: () => byText(({ facts }) => facts?.status ?? facts?.state, sign),
  };
  const first = compare[key]();
  // Other work has no gain to rank by: the dearest first. It stands apart, so that rows of all groups have one order together.
  const dearest = byNumber(effort, -1);
  const apart: Compare = (a, b) => Number(a.group !== 'ranked') - Number(b.group !== 'ranked');
  return (a, b) => first(a, b) || apart(a, b) || (a.group === 'ranked' ? 0 : dearest(a, b)) || byTicket(a, b);
}
