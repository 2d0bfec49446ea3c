// Rows made anew from their operations: after one of these was stamped anew, or taken out.
import { type Alias, homeOf, spellingsOf } from '../model/alias.ts';
import type { Operation } from '../model/operation.ts';
import { entityOf } from '../sync/merge.ts';
import { applyAll, forgetRow, leaveGlances } from './apply.ts';
import type { Write } from './db.ts';

/** Makes every row anew that operations are about, from all operations there are now. */
export async function remake(tx: Write, about: readonly Operation[]): Promise<void> {
  if (about.length === 0) return;
  const aliases = ((await tx.objectStore('meta').get('aliases')) as readonly Alias[] | undefined) ?? [];
  const home = (op: Operation): Operation => (op.kind === 'tag' ? { ...op, key: homeOf(aliases, op.key) } : op);
  const entities = [...Map.groupBy(about.map(home), entityOf).values()].flatMap(([first]) => first ?? []);
  const found = await Promise.all(entities.map(async (op) => allOf(tx, op, aliases)));
  for (const op of entities) await forgetRow(tx, op);
  await applyAll(tx, found.flat());
  const empty = entities.filter((_, i) => found[i]?.length === 0);
  await leaveGlances(tx, empty);
}

/** Everything done to what an operation is about. Of what is the team's, whoever did it. */
async function allOf(tx: Write, { team, kind, key, person }: Operation, aliases: readonly Alias[]): Promise<Operation[]> {
  const index = tx.objectStore('ops').index('entity');
  const keys = kind === 'tag' ? spellingsOf(aliases, key) : [key];
  const who = kind === 'tag' ? [person] : [];
  const found = await Promise.all(
    keys.map(async (one) => index.getAll(IDBKeyRange.bound([team, kind, one, ...who], [team, kind, one, ...who, []]))),
  );
  return found.flat();
}
