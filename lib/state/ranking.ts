// The backlog as rows: which tickets, what each is worth, in which order. Pure; reading them in is backlog.ts.
import type { Measured } from '../ask.ts';
import { type Impact, impactOf, meanOf, type Terms } from '../impact/impact.ts';
import { pricerOf } from '../impact/pricing.ts';
import type { Tag } from '../model/tag.ts';
import { reasonPhrase, shortName } from '../phrases/answer.ts';
import type { Basis } from './basis.ts';
import { type Past, type Shift, shiftOf } from './past.ts';

/** `unpriced`: an input has no sensitivity, or is gone. `orphan`: given under a framework that is not here any more. */
export type Group = 'ranked' | 'unpriced' | 'other' | 'orphan';
export const GROUPS: readonly Group[] = ['ranked', 'unpriced', 'other', 'orphan'];

/** Kept small: ten thousand of them live as long as the page. What else a row shows is worked out when it is drawn. */
export interface BacklogRow {
  readonly tag: Tag;
  readonly group: Group;
  /** Mean change of the NSM, its units; 0 outside `ranked`. */
  readonly mean: number;
  /** Place by gain, from 1, whatever the order shown; set once the ranking stands, 0 outside `ranked`. */
  rank: number;
}

export type SortKey = 'gain' | 'point' | 'ticket' | 'effort' | 'age';
export interface Sort {
  readonly key: SortKey;
  readonly order: 'asc' | 'desc';
}
/** The order one expects first of each column: most gain, least effort, newest. */
export const FIRST_ORDER: Readonly<Record<SortKey, Sort['order']>> = {
  gain: 'desc',
  point: 'desc',
  ticket: 'asc',
  effort: 'asc',
  age: 'asc',
};

export const rowKey = ({ tag: { team, ticket, person } }: Pick<BacklogRow, 'tag'>): string => `${team} ${person} ${ticket}`;

/** What the filter looks in: title, id, the names of the inputs, the reason. Lower case. */
export function textOf({ title, shown, answer }: Tag, inputs: readonly Measured[]): string {
  const named = answer.kind === 'effects' ? answer.effects.flatMap(({ input }) => inputs.filter(({ id }) => id === input)) : [];
  const words = answer.kind === 'effects' ? named.flatMap((input) => [input.name, shortName(input)]) : [reasonPhrase(answer.reason)];
  return [title, shown, ...words].join('\n').toLowerCase();
}

const termsIn = ({ answer }: Tag, basis: Basis): Terms | undefined =>
  answer.kind === 'effects' ? pricerOf(basis)(answer.effects) : undefined;

/** @param stored may hold more than a tag does; only the tag is kept @param known ids of all frameworks there are */
export function rowOf(stored: Tag, basis: Basis, known: ReadonlySet<string>): BacklogRow {
  const { team, ticket, person, shown, title, answer, at, note, effort, evidence } = stored;
  const tag: Tag = {
    ...{ team, ticket, person, shown, title, answer, at },
    ...(note !== undefined && { note }),
    ...(effort !== undefined && { effort }),
    ...(evidence !== undefined && { evidence }),
  };
  if (answer.framework !== basis.framework.id && !known.has(answer.framework)) return { tag, group: 'orphan', mean: 0, rank: 0 };
  if (answer.kind === 'not-north-star') return { tag, group: 'other', mean: 0, rank: 0 };
  const terms = termsIn(tag, basis);
  return terms ? { tag, group: 'ranked', mean: meanOf(terms), rank: 0 } : { tag, group: 'unpriced', mean: 0, rank: 0 };
}

const impacts = new WeakMap<BacklogRow, Impact>();

/** P10 to P90 and the rest, worked out when a row is first looked at. @param basis the one the row was made with */
export function impactOfRow(row: BacklogRow, basis: Basis): Impact {
  const known = impacts.get(row);
  if (known) return known;
  const impact = impactOf(termsIn(row.tag, basis) ?? []);
  impacts.set(row, impact);
  return impact;
}

const shifts = new WeakMap<BacklogRow, { readonly past: Past; readonly shift: Shift | undefined }>();

/** What the framework changed of a row's number since it was answered, worked out when the row is first looked at. */
export function shiftOfRow(row: BacklogRow, basis: Basis, past: Past): Shift | undefined {
  const known = shifts.get(row);
  if (known?.past === past) return known.shift;
  const mine = row.tag.answer.framework === basis.framework.id;
  const shift = mine ? shiftOf(row.tag.answer, past, basis) : undefined;
  shifts.set(row, { past, shift });
  return shift;
}

const collator = new Intl.Collator(undefined, { numeric: true });
const byTicket = (a: BacklogRow, b: BacklogRow): number => (a.tag.ticket < b.tag.ticket ? -1 : a.tag.ticket > b.tag.ticket ? 1 : 0);

/** Rows without the value come last, whichever way round. */
function byNumber(value: (row: BacklogRow) => number | undefined, sign: number): (a: BacklogRow, b: BacklogRow) => number {
  return (a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (x - y);
  };
}

/** Compares two rows of one group; equals are settled by ticket, so that an order is one order. */
export function comparison({ key, order }: Sort, northStar: Pick<Measured, 'direction'>): (a: BacklogRow, b: BacklogRow) => number {
  const sign = order === 'asc' ? 1 : -1;
  const good = northStar.direction === 'up' ? 1 : -1;
  const effort = (row: BacklogRow): number | undefined => row.tag.effort;
  const compare = {
    gain: byNumber((row) => good * row.mean, sign),
    point: byNumber((row) => (row.tag.effort ? (good * row.mean) / row.tag.effort : undefined), sign),
    effort: byNumber(effort, sign),
    // The younger answer has the later date; ISO times compare as text.
    age: (a: BacklogRow, b: BacklogRow) => sign * (a.tag.at < b.tag.at ? 1 : a.tag.at > b.tag.at ? -1 : 0),
    ticket: (a: BacklogRow, b: BacklogRow) => sign * collator.compare(a.tag.title, b.tag.title),
  }[key];
  // Other work has no gain to rank by: the dearest first.
  const dearest = byNumber(effort, -1);
  return (a, b) => compare(a, b) || (a.group === 'ranked' ? 0 : dearest(a, b)) || byTicket(a, b);
}

/** Whether a text (of `textOf`) has all the words asked for. @param find as typed */
export function matcher(find: string): (text: string) => boolean {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => words.every((word) => text.includes(word));
}
