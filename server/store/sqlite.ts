// The store that needs nothing installed: one SQLite file, written ahead, on disk at each commit. One process writes at a time.
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Queries, Store, Value } from './store.ts';

const BUSY_MS = 10_000;

/** @param path of the file, made where there is none; `:memory:` for none */
export function openSqlite(path: string): Store {
  const db = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  db.exec('PRAGMA journal_mode = WAL');
  db.exec('PRAGMA synchronous = FULL');
  const prepared = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    let made = prepared.get(sql);
    // SQLite locks the whole file instead of rows.
    if (!made) prepared.set(sql, (made = db.prepare(sql.replace(/\$(\d+)/g, '?$1').replace(/ FOR UPDATE( OF \w+)?/, ''))));
    return made;
  };

  const queries: Queries = {
    // Async, so that a statement that fails rejects.
    all: async <R>(sql: string, values: readonly Value[] = []) => statement(sql).all(...values) as unknown as R[],
    insert: async (table, columns, rows, conflict = '') => {
      const marks = columns.map((_, i) => `?${i + 1}`).join(', ');
      const one = statement(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks}) ${conflict}`);
      for (const row of rows) one.run(...row);
    },
    among: (column, parameter) => `${column} IN (SELECT value FROM json_each(${parameter}))`,
    list: (values) => JSON.stringify(values),
  };

  // One connection: transactions wait for one another, and so does whatever stands outside of one.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  const within = async <T>(begin: string, work: (q: Queries) => Promise<T>): Promise<T> => {
    db.exec(begin);
    try {
      const made = await work(queries);
      db.exec('COMMIT');
      return made;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    kind: 'sqlite',
    ...queries,
    all: (sql, values) => inTurn(() => queries.all(sql, values)),
    insert: (...row) => inTurn(() => queries.insert(...row)),
    transact: (work) => inTurn(() => within('BEGIN IMMEDIATE', work)),
    loosely: (work) =>
      inTurn(async () => {
        // The next commit of the other kind takes what is written here to the disk with it.
        db.exec('PRAGMA synchronous = NORMAL');
        try {
          return await within('BEGIN IMMEDIATE', work);
        } finally {
          db.exec('PRAGMA synchronous = FULL');
        }
      }),
    snapshot: (work) => inTurn(() => within('BEGIN', work)),
    script: (statements) =>
      inTurn(async () => {
        for (const sql of statements) db.exec(sql);
      }),
    close: () =>
      inTurn(async () => {
        prepared.clear();
        db.close();
      }),
  };
}
