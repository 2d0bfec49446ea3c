// Changes to frameworks, their claims and their readings.
import type { Framework } from '../model/framework.ts';
import type { Reading } from '../model/reading.ts';
import { covers, placeOf } from '../model/ticket.ts';
import type { Db } from '../store/db.ts';
import { frameworks, neverHere } from '../store/read.ts';
import type { Writer } from '../store/write.ts';

/** Stores a framework as its next version. */
export async function saveFramework(
  db: Db,
  writer: Writer,
  save: { request: string; team?: string | undefined; framework: Framework },
): Promise<void> {
  const known = (await frameworks(db)).find((row) => row.framework.id === save.framework.id);
  const team = known?.team ?? save.team;
  const owner = team ?? (await writer.identity()).team;
  const framework = { ...save.framework, version: (await lastVersion(db, owner, save.framework.id)) + 1 };
  await writer.write([
    {
      request: save.request,
      ...(team === undefined ? {} : { team }),
      kind: 'framework',
      key: framework.id,
      set: { framework, deleted: false },
    },
  ]);
}

/** The highest version a framework ever had, undone and removed ones included: a version means one thing for ever. */
async function lastVersion(db: Db, team: string, id: string): Promise<number> {
  const saved = await db.getAllFromIndex('ops', 'entity', IDBKeyRange.bound([team, 'framework', id], [team, 'framework', id, []]));
  return Math.max(0, ...saved.map(({ set }) => (set['framework'] as Framework | undefined)?.version ?? 0));
}

/** Makes a framework ask about a ticket's repository, project or team. */
export async function claimPlace(db: Db, writer: Writer, claim: { request: string; framework: string; ticket: string }): Promise<void> {
  const row = (await frameworks(db)).find((candidate) => candidate.framework.id === claim.framework);
  const place = placeOf(claim.ticket);
  if (!row || row.framework.claims.some((known) => covers(known, place))) return;
  await saveFramework(db, writer, { request: claim.request, framework: { ...row.framework, claims: [...row.framework.claims, place] } });
}

export async function setNeverHere(db: Db, writer: Writer, place: string, never: boolean): Promise<void> {
  const others = (await neverHere(db)).filter((known) => known !== place);
  await writer.setMeta('never', never ? [...others, place] : others);
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
