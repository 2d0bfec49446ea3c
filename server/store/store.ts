// The contract a store keeps. It is SQL that SQLite and PostgreSQL both read, and the few things they say differently; what
// is done with it stands in server/team/, once for both.
//
// Parameters are $1, $2 ...; every statement names the team, and every key begins with it: a distributed PostgreSQL can then
// keep each team on one machine. Times are ms since 1970.

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export interface Queries {
  /** Rows of a statement, also of one that changes and says RETURNING. `FOR UPDATE` holds a row until the transaction ends. */
  all<R = Row>(sql: string, values?: readonly Value[]): Promise<R[]>;
  /** Adds rows in one go. @param conflict what follows the values: `ON CONFLICT ...` */
  insert(table: string, columns: readonly string[], rows: readonly (readonly Value[])[], conflict?: string): Promise<void>;
  /** A condition: that a text column is among the texts of a parameter made by `list`. */
  among(column: string, parameter: string): string;
  list(values: readonly string[]): Value;
}

export interface Store extends Queries {
  readonly kind: 'sqlite' | 'postgres';
  /** One transaction, on disk when it resolves; none of it where `work` throws. `work` awaits nothing but its own queries. */
  transact<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  /** The same for what may be lost in a power cut, and therefore does not wait for the disk: rate limits, "last seen". */
  loosely<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  /** Everything as it is at one moment, for backups. */
  snapshot<T>(work: (q: Queries) => Promise<T>): Promise<T>;
  /** Runs statements that take no parameters, one after the other. */
  script(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** The first row; `undefined` where there is none. */
export const first = async <R = Row>(q: Queries, sql: string, values: readonly Value[] = []): Promise<R | undefined> =>
  (await q.all<R>(sql, values))[0];
