// A store for a test, empty: in memory, or a database of its own where the run has a PostgreSQL.
import postgres from 'postgres';
import { inject, onTestFinished } from 'vitest';
import { openPostgres } from '../../server/store/postgres.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import './postgres/begin.ts';

export const hasPostgres = (): boolean => inject('postgres') !== undefined;

/** Address of a new database, which goes with the test. */
export async function newDatabase(): Promise<string> {
  const url = inject('postgres');
  const name = `t${crypto.randomUUID().replaceAll('-', '')}`;
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${name}`);
  await admin.end();
  return url.replace(/\/postgres$/, `/${name}`);
}

export async function openStore(): Promise<Store> {
  const store = hasPostgres() ? openPostgres(await newDatabase(), { connections: 4 }) : openSqlite(':memory:');
  onTestFinished(() => store.close());
  return store;
}
