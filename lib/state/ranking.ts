// The backlog as rows: which pieces of work, and what each is worth. Pure; reading them in is backlog.ts, their order order.ts.
import type { Measured } from '../ask.ts';
import type { Sized } from '../impact/believed.ts';
import { type Impact, impactOf, meanOf } from '../impact/impact.ts';
import { pricerOf } from '../impact/pricing.ts';
import { corrected } from '../impact/record.ts';
import { median, teamAnswer } from '../impact/team.ts';
import type { TicketFacts } from '../model/facts.ts';
import type { Tag } from '../model/tag.ts';
import { reasonPhrase, shortName } from '../phrases/answer.ts';
import type { Basis } from './basis.ts';
import { type Past, type Shift, shiftOf } from './past.ts';
import type { Reason } from './stale.ts';

/**
 * `unpriced`: an input has no sensitivity, or is gone. `orphan`: given under a framework that is not here any more. `closed`: its
 * ticket is done or dropped, so there is nothing left to rank.
 */
export type Group = 'ranked' | 'unpriced' | 'other' | 'orphan' | 'closed';
export const GROUPS: readonly Group[] = ['ranked', 'unpriced', 'other', 'orphan', 'closed'];

/** A piece of work. Kept small: a hundred thousand of them live as long as the page. What else a row shows is worked out when it is drawn. */
export interface BacklogRow {
  /** The answer that stands for it: one's own, else the newest. */
  readonly tag: Tag;
  /** Every answer there is for it, that one first. */
  readonly tags: readonly Tag[];
  /** The team's value, of one answer that answer as it was given; empty for work that is not for the North Star. */
  readonly effects: readonly Sized[];
  readonly group: Group;
  /** The middle of the efforts given. */
  readonly effort: number | undefined;
  /** When the newest of its answers was given, ISO time. */
  readonly at: string;
  /** On the main input, 0..1; `undefined` where fewer than two answered. */
  readonly agreement: number | undefined;
  /** What was seen of its ticket on this device. */
  readonly facts: TicketFacts | undefined;
  /** Whether it counts in sums: a ticket does not where a part of it is answered. */
  readonly counted: boolean;
  /** Corrected mean change of the NSM, its units, and its own variance; set once all rows are there. 0 without a worth. */
  gain: number;
  variance: number;
  /** By the way of scoring: the more, the better; set with the rank. */
  score: number | undefined;
  /** P(it beats the next in rank); set with the rank where an order asks for it. */
  next: number | undefined;
  /** Why it should be looked at again; `undefined` until that is worked out. */
  stale: readonly Reason[] | undefined;
  /** Place by score, from 1, whatever the order shown; 0 for what is not ranked. */
  rank: number;
}

/** One for each piece of work. */
export const rowKey = ({ tag: { team, ticket } }: { readonly tag: Pick<Tag, 'team' | 'ticket'> }): string => `${team} ${ticket}`;

/** What the filter looks in: title, id, the names of the inputs, the reason. Lower case. */
export function textOf({ title, shown, answer }: Tag, inputs: readonly Measured[]): string {
  const named = answer.kind === 'effects' ? answer.effects.flatMap(({ input }) => inputs.filter(({ id }) => id === input)) : [];
  const words = answer.kind === 'effects' ? named.flatMap((input) => [input.name, shortName(input)]) : [reasonPhrase(answer.reason)];
  return [title, shown, ...words].join('\n').toLowerCase();
}

/** A tag without what the store adds to it: its merge cells are most of its weight. */
export function bare({ team, ticket, person, shown, title, answer, at, note, effort, evidence }: Tag): Tag {
  if (note === undefined && evidence === undefined)
    return effort === undefined
      ? { team, ticket, person, shown, title, answer, at }
      : { team, ticket, person, shown, title, answer, at, effort };
  return {
    ...{ team, ticket, person, shown, title, answer, at },
    ...(note !== undefined && { note }),
    ...(effort !== undefined && { effort }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** What is known of a piece of work besides its answers. */
export interface Surroundings {
  readonly facts?: TicketFacts | undefined;
  readonly counted?: boolean;
}

const newest = (tags: readonly Tag[]): string => tags.reduce((last, { at }) => (at > last ? at : last), '');
const effortOf = (tags: readonly Tag[]): number | undefined => {
  if (tags.length === 1) return tags[0]?.effort;
  const efforts = tags.flatMap(({ effort }) => (effort === undefined ? [] : [effort]));
  return efforts.length > 0 ? median(efforts) : undefined;
};

/** One piece of work from all its answers, bare, the one that stands for it first. @param known ids of all frameworks there are */
export function pieceRow(
  tags: readonly [Tag, ...Tag[]],
  basis: Basis,
  known: ReadonlySet<string>,
  { facts, counted = true }: Surroundings = {},
): BacklogRow {
  const [tag] = tags;
  const team = tags.length > 1 ? teamAnswer(tags.map(({ answer }) => answer)) : undefined;
  const effects = team ? team.effects : tag.answer.kind === 'effects' ? tag.answer.effects : [];
  const agreement = team?.effects[0]?.agreement;
  const [effort, at] = [effortOf(tags), tags.length === 1 ? tag.at : newest(tags)];
  const group = groupOf(tag, effects, basis, known, facts?.state);
  return {
    tag,
    tags,
    effects,
    group,
    effort,
    at,
    agreement,
    facts,
    counted,
    gain: 0,
    variance: 0,
    score: undefined,
    next: undefined,
    stale: undefined,
    rank: 0,
  };
}

function groupOf({ answer }: Tag, effects: readonly Sized[], basis: Basis, known: ReadonlySet<string>, state: TicketFacts['state']): Group {
  if (answer.framework !== basis.framework.id && !known.has(answer.framework)) return 'orphan';
  if (state === 'done' || state === 'dropped') return 'closed';
  if (effects.length === 0) return 'other';
  return isPriced(effects, basis) ? 'ranked' : 'unpriced';
}

/** Whether it can be said what effects are worth; of a plain sum that is known without working it out. */
function isPriced(effects: readonly Sized[], basis: Basis): boolean {
  if (basis.formula || basis.multipliers?.length) return pricerOf(basis)(effects) !== undefined;
  return effects.every(({ input }) => basis.inputs.some(({ id, sensitivity }) => id === input && sensitivity !== undefined));
}

/** Mean change of the NSM as given, its units; 0 without a worth. @param basis the one the row was made with */
export function meanOfRow({ effects }: BacklogRow, basis: Basis): number {
  const terms = effects.length > 0 ? pricerOf(basis)(effects) : undefined;
  return terms ? meanOf(terms) : 0;
}

/** The row of one answer by itself, its gain uncorrected. @param stored may hold more than a tag does; only the tag is kept */
export function rowOf(stored: Tag, basis: Basis, known: ReadonlySet<string>): BacklogRow {
  const row = pieceRow([bare(stored)], basis, known);
  row.gain = meanOfRow(row, basis);
  return row;
}

const impacts = new WeakMap<BacklogRow, Impact>();

/** P10 to P90 and the rest as given, worked out when a row is first looked at. @param basis the one the row was made with */
export function impactOfRow(row: BacklogRow, basis: Basis): Impact {
  const known = impacts.get(row);
  if (known) return known;
  const impact = impactOf(pricerOf(basis)(row.effects) ?? []);
  impacts.set(row, impact);
  return impact;
}

/** P10 and P90 at a learned width: always beside those given. `undefined` where a row has no worth. Source: Record, Corrected range. */
export function correctedImpact({ effects }: BacklogRow, basis: Basis, width: number): Impact | undefined {
  const terms = effects.length > 0 ? pricerOf(basis)(effects.map((effect) => ({ ...effect, ...corrected(effect, width) }))) : undefined;
  return terms && impactOf(terms);
}

const shifts = new WeakMap<BacklogRow, { readonly past: Past; readonly shift: Shift | undefined }>();

/** What the framework changed of a row's number since it was answered, worked out when the row is first looked at. */
export function shiftOfRow(row: BacklogRow, basis: Basis, past: Past): Shift | undefined {
  if (past.size === 0) return undefined;
  const known = shifts.get(row);
  if (known?.past === past) return known.shift;
  // Several people answered under several versions: no one number was another before.
  const mine = row.tag.answer.framework === basis.framework.id && row.tags.length === 1;
  const shift = mine ? shiftOf(row.tag.answer, past, basis) : undefined;
  shifts.set(row, { past, shift });
  return shift;
}

/** Whether a text (of `textOf`) has all the words asked for. @param find as typed */
export function matcher(find: string): (text: string) => boolean {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => words.every((word) => text.includes(word));
}
