// Which tickets are one piece of work. A pull request that closes an issue shows that issue's answer, and a ticket counts in sums only
// where no part of it is answered. Pure.
import type { TicketFacts } from '../model/facts.ts';
import type { Tag } from '../model/tag.ts';
import { ticketKey } from '../model/ticket.ts';

/** By ticket id in lower case. */
export type Known = ReadonlyMap<string, TicketFacts>;

/** All answers for one ticket, by ticket. */
export type Answers = ReadonlyMap<string, readonly Tag[]>;

export interface Piece {
  /** The ticket it goes by. */
  readonly ticket: string;
  /** One answer for each person, the one that stands for it first. */
  readonly tags: readonly [Tag, ...Tag[]];
  readonly facts: TicketFacts | undefined;
  readonly counted: boolean;
}

/** The issue that a pull request is the work on: of several the first that is answered, else the first; any other ticket itself. */
export function issueOf(ticket: string, known: Known, answered: Pick<Answers, 'has'>): string {
  const closes =
    known
      .get(ticket)
      ?.closes?.map(ticketKey)
      .filter((one) => one !== ticket) ?? [];
  const issue = closes.find((one) => answered.has(one)) ?? closes[0];
  // Two that claim to close each other are two.
  return issue === undefined || known.get(issue)?.closes?.some((one) => ticketKey(one) === ticket) ? ticket : issue;
}

/** Tickets above one, nearest first; none where they go round in a circle. */
function above(ticket: string, known: Known): readonly string[] {
  const found: string[] = [];
  for (let at = known.get(ticket)?.parent; at !== undefined; at = known.get(ticketKey(at))?.parent) {
    const key = ticketKey(at);
    if (key === ticket || found.includes(key)) return [];
    found.push(key);
  }
  return found;
}

/** One answer a person: that on the issue before that on its pull request, then the newer. */
function oneEach(tags: readonly Tag[], issue: string, me: string | undefined): readonly Tag[] {
  const before = (a: Tag, b: Tag): number =>
    Number(b.person === me) - Number(a.person === me) ||
    Number(b.ticket === issue) - Number(a.ticket === issue) ||
    (a.at > b.at ? -1 : a.at < b.at ? 1 : 0);
  const people = new Set<string>();
  return tags.toSorted(before).filter(({ person }) => !people.has(person) && people.add(person));
}

/** Tickets looked at between two breaths. */
const BREATH = 256;

/**
 * The pieces of work, one after the other; `undefined` in between, where nothing is found yet and one can rest.
 * @param me this device's person, whose answer stands first
 */
export function* piecesOf(answers: Answers, known: Known, me: string | undefined): Generator<Piece | undefined> {
  // Tickets that are the work on another, by that one; most are their own.
  const onIssue = new Map<string, string[]>();
  const away = new Set<string>();
  const parents = new Set<string>();
  const look = (issue: string): void => {
    for (const parent of above(issue, known)) parents.add(parent);
  };
  let looked = 0;
  for (const ticket of known.size > 0 ? answers.keys() : []) {
    if (++looked % BREATH === 0) yield undefined;
    const issue = issueOf(ticket, known, answers);
    look(issue);
    if (issue === ticket) continue;
    away.add(ticket);
    const own = onIssue.get(issue);
    if (own) own.push(ticket);
    else onIssue.set(issue, [ticket]);
  }
  const piece = (issue: string, all: readonly Tag[]): Piece | undefined => {
    const [first, ...others] = all.length > 1 ? oneEach(all, issue, me) : all;
    if (!first) return undefined;
    const facts = known.get(issue) ?? known.get(first.ticket);
    return { ticket: issue, tags: [first, ...others], facts, counted: !parents.has(issue) };
  };
  for (const [ticket, own] of answers) {
    if (away.has(ticket)) continue;
    const more = onIssue.get(ticket);
    yield piece(ticket, more ? [...own, ...more.flatMap((one) => answers.get(one) ?? [])] : own);
    onIssue.delete(ticket);
  }
  // Those whose issue itself nobody answered.
  for (const [issue, tickets] of onIssue)
    yield piece(
      issue,
      tickets.flatMap((ticket) => answers.get(ticket) ?? []),
    );
}
