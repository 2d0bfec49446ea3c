// Brings a store's tables to this version, whichever they had.
import { first, type Store } from '../store/store.ts';
import { MIGRATIONS } from './migrations.ts';

/** Two processes that start at once: one of them migrates, the other waits for it. */
const LOCK = 'SELECT pg_advisory_xact_lock(7226340071)';

/**
 * @param upto the version to stop at; all of them where it is not said
 * @returns the version the tables have now
 * @throws where they are of a newer version than this program knows
 */
export async function migrate(store: Store, upto = Number.POSITIVE_INFINITY): Promise<number> {
  return store.transact(async (q) => {
    if (store.kind === 'postgres') await q.all(LOCK);
    await q.all('CREATE TABLE IF NOT EXISTS migration (version bigint NOT NULL PRIMARY KEY, name text NOT NULL)');
    const newest = await first<{ version: number | null }>(q, 'SELECT max(version) AS version FROM migration');
    let at = newest?.version ?? 0;
    if (at > MIGRATIONS.length)
      throw new Error(`The tables are of version ${at}; this program knows ${MIGRATIONS.length}. Run the newer one.`);
    for (const { version, name, statements } of MIGRATIONS) {
      if (version <= at || version > upto) continue;
      for (const statement of statements)
        await q.all(store.kind === 'postgres' ? statement.replace(/\btext\b/g, 'text COLLATE "C"') : statement);
      await q.insert('migration', ['version', 'name'], [[version, name]]);
      at = version;
    }
    return at;
  });
}
