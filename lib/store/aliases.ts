// The aliases that are kept, and what is stored seen through them: operations stay as they were made, and the rows they
// make are those of the ticket's home. So an alias joins what was answered at two addresses, and its end parts it again.
import { type Alias, homeOf } from '../model/alias.ts';
import type { Operation } from '../model/operation.ts';
import { applyAll } from './apply.ts';
import type { Db, Write } from './db.ts';

export const aliasesIn = async (db: Pick<Db, 'get'>): Promise<readonly Alias[]> =>
  ((await db.get('meta', 'aliases')) as readonly Alias[] | undefined) ?? [];

/** Keeps other aliases, and makes anew every row that this moves. All in the writer's transaction. */
export async function keepAliases(tx: Write, before: readonly Alias[], after: readonly Alias[]): Promise<void> {
  await tx.objectStore('meta').put(after, 'aliases');
  const all = await answers(tx);
  const moved = all.filter(({ key }) => homeOf(before, key) !== homeOf(after, key));
  // Whatever else was answered where they were, or where they come to, is part of the same rows.
  const homes = new Set(moved.flatMap(({ key }) => [homeOf(before, key), homeOf(after, key)]));
  const about = all.filter(({ key }) => homes.has(homeOf(before, key)) || homes.has(homeOf(after, key)));
  for (const { team, key, person } of about)
    for (const home of new Set([homeOf(before, key), homeOf(after, key)])) {
      await tx.objectStore('tags').delete([team, home, person]);
      await tx.objectStore('gone').delete([team, 'tag', home, person]);
    }
  if (about.length > 0) await applyAll(tx, about);
  const drafts = tx.objectStore('drafts');
  for (const { ticket, ...draft } of await drafts.getAll()) {
    const home = homeOf(after, ticket);
    if (home === ticket || (await drafts.getKey(home)) !== undefined) continue;
    await drafts.put({ ...draft, ticket: home });
    await drafts.delete(ticket);
  }
}

/** Every operation on tags; readings, of which there are many more, are not looked at. */
async function answers(tx: Write): Promise<Operation[]> {
  const keys = await Promise.all([tx.objectStore('tags').getAllKeys(), tx.objectStore('gone').getAllKeys()]);
  const teams = new Set(keys.flat().map(([team]) => team));
  const index = tx.objectStore('ops').index('entity');
  const found = await Promise.all([...teams].map((team) => index.getAll(IDBKeyRange.bound([team, 'tag'], [team, 'tag', []]))));
  return found.flat();
}
