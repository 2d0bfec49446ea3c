// Answers and what was seen of their tickets, read a page at a time and joined once, into pieces of work.
import type { TicketFacts } from '../model/facts.ts';
import type { Tag } from '../model/tag.ts';
import { covers, placeOf } from '../model/ticket.ts';
import type { Db, FrameworkRow, Identity } from '../store/db.ts';
import { claiming, frameworks, tagPages, ticketPages } from '../store/read.ts';
import type { Basis } from './basis.ts';
import { issueOf, piecesOf } from './pieces.ts';
import { bare, type BacklogRow, pieceRow } from './ranking.ts';
import type { Slices } from './slices.ts';
import { visibleTo } from '../team/visible.ts';
import { viewerOf } from './viewer.ts';

export interface ReadRows {
  readonly rows: readonly BacklogRow[];
  readonly unanswered: readonly TicketFacts[];
  /** Pieces of work that only others answered, while the team hides their answers. */
  readonly hidden: number;
}

/** Many tickets have the same few labels and people: each text is kept once. */
function sharing(): (facts: TicketFacts) => TicketFacts {
  const texts = new Map<string, string>();
  const one = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };
  return (facts) => ({
    ...facts,
    ...(facts.status !== undefined && { status: one(facts.status) }),
    ...(facts.type !== undefined && { type: one(facts.type) }),
    ...(facts.milestone !== undefined && { milestone: one(facts.milestone) }),
    ...(facts.assignees && { assignees: facts.assignees.map(one) }),
    ...(facts.labels && { labels: facts.labels.map(one) }),
  });
}

async function readFacts(db: Db, slices: Slices): Promise<Map<string, TicketFacts>> {
  const known = new Map<string, TicketFacts>();
  const shared = sharing();
  for await (const page of ticketPages(db)) {
    for (const { key, seen: _, ...facts } of page) known.set(key, shared(facts));
    const over = slices.rest();
    if (over) await over;
  }
  return known;
}

export interface Reading {
  readonly stopped: () => boolean;
  readonly progress: (read: number) => void;
  /** Told once, where reading takes a while, of the rows of what was read till then. */
  readonly early?: (rows: readonly BacklogRow[]) => Promise<void>;
}

/** Answers read at once: more would hold up the page that asks. */
const PAGE = 1000;
/** ms of reading before there is something to see of it. */
const EARLY = 400;

/**
 * All pieces of work of a framework, in no order; with the orphans, whose framework is gone.
 * @returns `undefined` once stopped
 */
export async function readRows(
  db: Db,
  row: FrameworkRow,
  basis: Basis,
  slices: Slices,
  { stopped, progress, early }: Reading,
): Promise<ReadRows | undefined> {
  const all = await frameworks(db);
  const known = new Set(all.map(({ id }) => id));
  const me = ((await db.get('meta', 'identity')) as Identity | undefined)?.person;
  const viewer = await viewerOf(db);
  const facts = await readFacts(db, slices);
  const answers = new Map<string, Tag[]>();
  const orphans = new Map<string, Tag[]>();
  const pieces = new Set<string>();
  let hidden = 0;
  const made = async (given: ReadonlyMap<string, Tag[]>, rows: BacklogRow[]): Promise<void> => {
    for (const piece of piecesOf(given, facts, me)) {
      const over = slices.rest();
      if (over) await over;
      // What is answered under this framework is no orphan, whatever else was said of it once.
      if (!piece || pieces.has(piece.ticket)) continue;
      const [first, ...others] = visibleTo(piece.tags, viewer);
      if (!first) {
        hidden++;
        continue;
      }
      pieces.add(piece.ticket);
      rows.push(pieceRow([first, ...others], basis, known, piece));
    }
  };
  const began = performance.now();
  let [read, told] = [0, early === undefined];
  for await (const page of tagPages(db, PAGE)) {
    if (stopped()) return undefined;
    for (const tag of page) {
      const mine = tag.answer.framework === row.id && tag.team === row.team;
      if (!mine && known.has(tag.answer.framework)) continue;
      const among = mine ? answers : orphans;
      const own = among.get(tag.ticket);
      if (own) own.push(bare(tag));
      else among.set(tag.ticket, [bare(tag)]);
    }
    progress((read += page.length));
    if (!told && page.length === PAGE && answers.size > 0 && performance.now() - began > EARLY) {
      told = true;
      const rows: BacklogRow[] = [];
      await made(answers, rows);
      pieces.clear();
      hidden = 0;
      if (!stopped()) await early?.(rows);
    }
    const over = slices.rest();
    if (over) await over;
  }
  const rows: BacklogRow[] = [];
  await made(answers, rows);
  await made(orphans, rows);
  if (stopped()) return undefined;
  return { rows, hidden, unanswered: await unansweredIn(facts, pieces, { row, all }, slices) };
}

async function unansweredIn(
  facts: ReadonlyMap<string, TicketFacts>,
  pieces: ReadonlySet<string>,
  { row, all }: { readonly row: FrameworkRow; readonly all: readonly FrameworkRow[] },
  slices: Slices,
): Promise<readonly TicketFacts[]> {
  const found: TicketFacts[] = [];
  const claimed = new Map<string, boolean>();
  const isClaimed = (ticket: string): boolean => {
    const place = placeOf(ticket);
    let is = claimed.get(place);
    if (is === undefined) {
      is = row.framework.claims.some((claim) => covers(claim, place)) && claiming([...all], ticket)[0]?.id === row.id;
      claimed.set(place, is);
    }
    return is;
  };
  for (const [ticket, one] of facts) {
    const open = one.state !== 'done' && one.state !== 'dropped';
    const issue = issueOf(ticket, facts, pieces);
    // A pull request is no work of its own where its issue is known.
    if (open && isClaimed(ticket) && !pieces.has(issue) && (issue === ticket || !facts.has(issue))) found.push(one);
    const over = slices.rest();
    if (over) await over;
  }
  return found;
}
