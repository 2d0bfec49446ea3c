// Teams on several machines, or in several parts of one: every key begins with the team, and so does every query.
import { TABLES } from '../migrations/migrations.ts';
import type { Store } from '../store/store.ts';

/**
 * Parts every table by a hash of the team, on a PostgreSQL as it is. What is stored already goes along; nobody may write meanwhile,
 * and the transaction sees to that.
 * @param parts of each table
 */
export async function partition(store: Store, parts: number): Promise<void> {
  if (store.kind !== 'postgres') throw new Error('Only PostgreSQL has partitions.');
  if (!Number.isInteger(parts) || parts < 2 || parts > 1024) throw new Error('Say how many parts: 2 to 1024.');
  await store.transact(async (q) => {
    for (const table of TABLES) {
      await q.all(`LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
      const indexes = await q.all<{ name: string; definition: string }>(
        `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
          WHERE i.indrelid = $1::regclass AND NOT i.indisprimary ORDER BY c.relname`,
        [table],
      );
      await q.all(`ALTER TABLE ${table} RENAME TO ${table}_whole`);
      await q.all(`CREATE TABLE ${table} (LIKE ${table}_whole INCLUDING DEFAULTS) PARTITION BY HASH (team)`);
      for (let i = 0; i < parts; i++)
        await q.all(`CREATE TABLE ${table}_${i} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${i})`);
      await q.all(`INSERT INTO ${table} SELECT * FROM ${table}_whole`);
      const [key] = await q.all<{ definition: string }>(
        "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'p'",
        [`${table}_whole`],
      );
      await q.all(`DROP TABLE ${table}_whole`);
      await q.all(`ALTER TABLE ${table} ADD ${key?.definition ?? ''}`);
      for (const { definition } of indexes) await q.all(definition);
    }
  });
}

/** What tells Citus to keep each team's rows together on one of its machines. */
export const CITUS: readonly string[] = TABLES.map((table) =>
  table === 'team'
    ? "SELECT create_distributed_table('team', 'team')"
    : `SELECT create_distributed_table('${table}', 'team', colocate_with => 'team')`,
);

/** @throws where the database has no Citus, or tables are distributed already */
export const distribute = (store: Store): Promise<void> => store.script(CITUS);
