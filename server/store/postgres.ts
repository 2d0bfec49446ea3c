// The store of those who run several processes, or have a PostgreSQL already. Nothing is kept in the process but its connections.
import postgres from 'postgres';
import type { Queries, Store, Value } from './store.ts';

const INTEGER_64 = 20;
/** Sequence numbers and times stay far below 2^53. */
const types = { bigint: { to: INTEGER_64, from: [INTEGER_64], serialize: String, parse: Number } };

export interface PostgresOptions {
  /** Connections of this process. */
  readonly connections?: number;
  /** `false` behind a pooler that gives each transaction another connection. */
  readonly prepare?: boolean;
}

type Connection = postgres.Sql<{ bigint: number }> | postgres.TransactionSql<{ bigint: number }>;

function queriesOn(connection: Connection): Queries {
  const all = async <R>(sql: string, values: readonly Value[] = []): Promise<R[]> => [
    ...(await connection.unsafe<R[] & postgres.Row[]>(sql, [...values], { prepare: true })),
  ];
  return {
    all,
    insert: async (table, columns, rows, conflict = '') => {
      if (rows.length === 0) return;
      // One parameter for all rows: the statement is the same for one and for five hundred, and is prepared once.
      const row = columns.map((column) => `r.${column}`).join(', ');
      const text = JSON.stringify(rows.map((values) => Object.fromEntries(columns.map((column, i) => [column, values[i] ?? null]))));
      const from = `json_populate_recordset(null::${table}, $1::text::json) AS r`;
      await all(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${row} FROM ${from} ${conflict}`, [text]);
    },
    among: (column, parameter) => `${column} = ANY (ARRAY(SELECT json_array_elements_text(${parameter}::text::json)))`,
    list: (values) => JSON.stringify(values),
  };
}

/** @param url `postgres://user:password@host:port/database` */
export function openPostgres(url: string, { connections = 10, prepare = true }: PostgresOptions = {}): Store {
  const options = { types, prepare, onnotice: () => {}, connect_timeout: 10, idle_timeout: 60 };
  const sql = postgres(url, { ...options, max: connections });
  const loose = postgres(url, { ...options, max: Math.max(1, connections >> 1), connection: { synchronous_commit: 'off' } });
  // What a transaction gives is unwrapped by the driver as a promise would be; as one part of an object it is left alone.
  const within = async <T>(on: typeof sql, mode: string, work: (q: Queries) => Promise<T>): Promise<T> =>
    (await on.begin(mode, async (tx) => ({ made: await work(queriesOn(tx)) }))).made;
  return {
    kind: 'postgres',
    ...queriesOn(sql),
    transact: (work) => within(sql, 'READ WRITE', work),
    loosely: (work) => within(loose, 'READ WRITE', work),
    snapshot: (work) => within(sql, 'ISOLATION LEVEL REPEATABLE READ READ ONLY', work),
    script: async (statements) => {
      for (const statement of statements) await sql.unsafe(statement).simple();
    },
    close: async () => {
      await Promise.all([sql.end({ timeout: 5 }), loose.end({ timeout: 5 })]);
    },
  };
}
