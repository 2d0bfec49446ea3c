// What an export tells of an answer besides it, from the rows of a backlog: those of a view as it stands, or of all frameworks
// read for it. A row's chance against the next is worked out when it goes out.
import type { Beside, Extra, TeamSays } from '../formats/beside.ts';
import type { Beliefs } from '../impact/believed.ts';
import { teamAnswer } from '../impact/team.ts';
import { dayHere } from '../model/day.ts';
import type { Tag } from '../model/tag.ts';
import type { Db } from '../store/db.ts';
import { frameworks } from '../store/read.ts';
import { COLUMNS, type Column, type Scoring } from './backlog-view.ts';
import { type Basis, loadBasis } from './basis.ts';
import { perPoint } from './order.ts';
import { type BacklogRow, rowKey } from './ranking.ts';
import { readRows } from './reading-rows.ts';
import { createSlices } from './slices.ts';
import { beatsNext, rank, weigh } from './weighing.ts';

export type Besides = (tag: Pick<Tag, 'team' | 'ticket'>) => Beside | undefined;

/** Rows as they are ranked, and what they were ranked by. */
export interface Ranked {
  readonly rows: readonly BacklogRow[];
  readonly inRank: readonly BacklogRow[];
  readonly scoring: Scoring;
  readonly basis: Basis;
  readonly beliefs: Beliefs;
}

const DAY_MS = 86_400_000;
const isPriced = ({ group, gain }: BacklogRow): boolean => group === 'ranked' || (group === 'closed' && gain !== 0);

function teamOf({ tags }: BacklogRow, { inputs }: Basis): TeamSays | undefined {
  const [main] = tags.length > 1 ? teamAnswer(tags.map(({ answer }) => answer)).effects : [];
  if (!main) return undefined;
  const { input, low, mid, high, chance } = main;
  return { input: inputs.find(({ id }) => id === input)?.name ?? input, low, mid, high, chance };
}

function besideOf(row: BacklogRow, { inRank, scoring, basis, beliefs }: Ranked, now: Date): Beside {
  const priced = isPriced(row);
  return {
    ...{ facts: row.facts, answers: row.tags.length, agreement: row.agreement, team: teamOf(row, basis) },
    ...{ corrected: priced ? row.gain : undefined, point: priced ? perPoint(row) : undefined },
    ...{ next: beatsNext(row, inRank, scoring, beliefs), rank: row.rank || undefined, score: row.score },
    age: Math.max(0, Math.floor((now.getTime() - Date.parse(row.at)) / DAY_MS)),
  };
}

/** What is told of every answer of these rows: several answers of one piece of work share theirs. */
export function besidesOf(all: readonly Ranked[], now: Date): Besides {
  const known = new Map<string, readonly [row: BacklogRow, of: Ranked]>();
  for (const of of all) for (const row of of.rows) for (const tag of row.tags) known.set(rowKey({ tag }), [row, of]);
  return (tag) => {
    const found = known.get(rowKey({ tag }));
    return found && besideOf(...found, now);
  };
}

/** The same for everything that is stored, ranked by gain. @throws the signal's reason once it is aborted */
export async function loadBesides(db: Db, now: Date, signal?: AbortSignal): Promise<Besides> {
  const slices = createSlices();
  const all: Ranked[] = [];
  for (const row of await frameworks(db)) {
    const basis = await loadBasis(db, row, dayHere(now));
    const read = await readRows(db, row, basis, slices, { stopped: () => signal?.aborted === true, progress: () => {} });
    signal?.throwIfAborted();
    if (!read) continue;
    const beliefs = await weigh(read.rows, basis, slices);
    const inRank = await rank(read.rows, 'gain', basis, slices);
    all.push({ rows: read.rows, inRank, scoring: 'gain', basis, beliefs });
  }
  signal?.throwIfAborted();
  return besidesOf(all, now);
}

export interface BesidesReading {
  /** @param anew read again, whatever was read before */
  besides(db: Db, anew: boolean): Promise<Besides>;
  stop(): void;
}

/** Reads them once while one chooses: it is as much work as opening the backlog. */
export function createBesidesReading(now: () => Date): BesidesReading {
  let read: { readonly besides: Promise<Besides>; readonly until: AbortController } | undefined;
  return {
    besides: (db, anew) => {
      if (read && !anew) return read.besides;
      read?.until.abort();
      const until = new AbortController();
      const besides = loadBesides(db, now(), until.signal);
      const mine = (read = { besides, until });
      // What failed is read again by the next who asks.
      besides.catch(() => {
        if (read === mine) read = undefined;
      });
      return besides;
    },
    stop: () => read?.until.abort(),
  };
}

/** What a view shows besides the answers themselves, whose columns always go out. */
export const extrasShown = (columns: readonly Column[]): Extra[] =>
  COLUMNS.flatMap((column) =>
    columns.includes(column) && column !== 'range' && column !== 'effort' && column !== 'evidence' ? [column] : [],
  );
