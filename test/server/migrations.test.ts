import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../server/migrations/migrate.ts';
import { MIGRATIONS, TABLES } from '../../server/migrations/migrations.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import { openStore } from './open.ts';

/** Of what was released: a migration that somebody's database has been through is never edited. */
const RELEASED = ['e54fbb092e1c3729', '84d2c8a099d48622', '2828137f5e2a9295'];

describe('migrations', () => {
  it('are numbered, and those released are as they were', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
    const digests = MIGRATIONS.map(({ statements }) =>
      createHash('sha256')
        .update(JSON.stringify(statements.map((one) => one.replace(/\s+/g, ' '))))
        .digest('hex')
        .slice(0, 16),
    );
    expect(digests).toEqual(RELEASED);
  });

  it('run forward from every version there was, with what was stored', async () => {
    for (const from of MIGRATIONS.keys()) {
      const store = openSqlite(':memory:');
      expect(await migrate(store, from)).toBe(from);
      if (from > 0) await store.all("INSERT INTO team VALUES ('t-1', 'Acme', 'e-1', 0, 0, 0, 0, '')");
      expect(await migrate(store)).toBe(MIGRATIONS.length);
      expect(await migrate(store)).toBe(MIGRATIONS.length);
      expect(await store.all('SELECT name FROM team')).toEqual(from > 0 ? [{ name: 'Acme' }] : []);
      for (const table of TABLES) expect(await store.all(`SELECT count(*) AS n FROM ${table}`)).toHaveLength(1);
      await store.close();
    }
  });

  it('refuse tables of a newer program', async () => {
    const store = openSqlite(':memory:');
    await migrate(store);
    await store.all("INSERT INTO migration VALUES (99, 'later')");
    await expect(migrate(store)).rejects.toThrow(/newer one/);
    await store.close();
  });

  it('of processes that start at once happen once', async () => {
    const store = await openStore();
    expect(await Promise.all([migrate(store), migrate(store), migrate(store)])).toEqual([3, 3, 3]);
  });
});
