// A store for a test: in memory, or in a PostgreSQL where the run has one.
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

/** One database for a file of tests: each has a team of its own in it, as it would have with others beside it. */
let shared: Promise<Store> | undefined;

export async function openStore(): Promise<Store> {
  if (hasPostgres()) return (shared ??= newDatabase().then((url) => openPostgres(url, { connections: 4 })));
  const store = openSqlite(':memory:');
  onTestFinished(() => store.close());
  return store;
}
