// Changes to frameworks, their claims and their readings.
import type { Framework } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import { homePlace } from '../model/alias.ts';
import { covers, placeOf } from '../model/ticket.ts';
import type { Db } from '../store/db.ts';
import { aliasesIn } from '../store/aliases.ts';
import { frameworks } from '../store/read.ts';
import type { Writer } from '../store/write.ts';
import { inTurn } from './in-turn.ts';

export interface SaveFramework {
  readonly request: string;
  readonly team?: string | undefined;
  readonly framework: Framework;
  /** The version it was made from, 0 for none: where another is stored by now, nothing is. Absent: whatever is stored. */
  readonly base?: number | undefined;
}

/** Stores a framework as its next version. @returns whether it is stored */
export const saveFramework = (db: Db, writer: Writer, save: SaveFramework): Promise<boolean> =>
  inTurn(writer, () => store(db, writer, save));

async function store(db: Db, writer: Writer, { request, base, ...save }: SaveFramework): Promise<boolean> {
  // A repeated request is stored already, and by now on top of its own base.
  if (await db.get('ops', request)) return true;
  const known = (await frameworks(db)).find((row) => row.framework.id === save.framework.id);
  if (base !== undefined && base !== (known?.framework.version ?? 0)) return false;
  const team = known?.team ?? save.team;
  const owner = team ?? (await writer.identity()).team;
  const framework = { ...save.framework, version: (await lastVersion(db, owner, save.framework.id)) + 1 };
  await writer.write([
    {
      request,
      ...(team === undefined ? {} : { team }),
      kind: 'framework',
      key: framework.id,
      set: { framework, deleted: false },
    },
  ]);
  return true;
}

/** The highest version a framework ever had, undone and removed ones included: a version means one thing for ever. */
async function lastVersion(db: Db, team: string, id: string): Promise<number> {
  const saved = await db.getAllFromIndex('ops', 'entity', IDBKeyRange.bound([team, 'framework', id], [team, 'framework', id, []]));
  return Math.max(0, ...saved.map(({ set }) => (set['framework'] as Framework | undefined)?.version ?? 0));
}

/** Makes a framework ask about a ticket's repository, project or team. */
export const claimPlace = (db: Db, writer: Writer, claim: { request: string; framework: string; ticket: string }): Promise<void> =>
  inTurn(writer, async () => {
    const row = (await frameworks(db)).find((candidate) => candidate.framework.id === claim.framework);
    const place = placeOf(claim.ticket);
    if (!row || row.framework.claims.some((known) => covers(known, place))) return;
    await store(db, writer, { request: claim.request, framework: { ...row.framework, claims: [...row.framework.claims, place] } });
  });

/** Says "never here" of a place, or takes it back wherever it was said of it. */
export async function setNeverHere(db: Db, writer: Writer, place: string, never: boolean): Promise<void> {
  const aliases = await aliasesIn(db);
  const same = (one: string): boolean => homePlace(aliases, one) === homePlace(aliases, place);
  await writer.changeMeta<string[]>('never', (known = []) => [...known.filter((one) => !same(one)), ...(never ? [place] : [])]);
}

export async function logReading(writer: Writer, log: { request: string; team: string; reading: Reading }): Promise<void> {
  const { framework, metric, date, value, source, origin } = log.reading;
  await writer.write([
    {
      request: log.request,
      team: log.team,
      kind: 'reading',
      key: `${framework}/${metric}/${date}`,
      // Null, not absent: a typed correction must not keep the row of the file it corrects.
      set: { value, source, origin: origin ?? null, deleted: false },
    },
  ]);
}
