// Backups: every team's rows as lines of JSON, packed. The same file goes into either store, also into the other one.
import { createReadStream, createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { migrate } from '../migrations/migrate.ts';
import { MIGRATIONS, type Table } from '../migrations/migrations.ts';
import { first, type Queries, type Row, type Store, type Value } from '../store/store.ts';
import { audit } from '../team/audit.ts';
import { newEpoch } from '../team/secret.ts';

const FORMAT = 'azimuth-backup/v1';
const PAGE = 1000;

/** What is kept, by the rest of its key. Access tokens run out before a backup is of use, and rates are of the moment. */
const KEPT: Partial<Record<Table, readonly string[]>> = {
  team: [],
  member: ['person'],
  device: ['device'],
  invite: ['id'],
  family: ['family'],
  op: ['seq'],
  cell: ['kind', 'key', 'person', 'field'],
  version: ['framework', 'version'],
  audit: ['n'],
  feed: ['hash'],
};

async function* rowsIn(q: Queries, table: string, team: Value, key: readonly string[]): AsyncGenerator<Row> {
  let at: readonly Value[] | undefined;
  for (;;) {
    const marks = key.map((_, i) => `$${i + 2}`).join(', ');
    const after = at ? `AND (${key.join(', ')}) > (${marks})` : '';
    const order = key.length > 0 ? `ORDER BY ${key.join(', ')} LIMIT ${PAGE}` : '';
    const rows = await q.all(`SELECT * FROM ${table} WHERE team = $1 ${after} ${order}`, [team, ...(at ?? [])]);
    yield* rows;
    const last = rows.at(-1);
    if (!last || key.length === 0 || rows.length < PAGE) return;
    at = key.map((name) => last[name] ?? null);
  }
}

async function* linesOf(q: Queries, now: number): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: FORMAT, version: MIGRATIONS.length, at: now })}\n`;
  const teams = await q.all<{ team: string }>('SELECT team FROM team ORDER BY team');
  for (const { team } of teams)
    for (const [table, key] of Object.entries(KEPT))
      for await (const row of rowsIn(q, table, team, key)) yield `${JSON.stringify([table, row])}\n`;
}

/** Writes all there is at one moment; whoever writes meanwhile is not held up. The file is there once it is whole. */
export async function backup(store: Store, path: string, now: number): Promise<void> {
  await store.snapshot((q) => pipeline(Readable.from(linesOf(q, now)), createGzip(), createWriteStream(`${path}.part`, { flush: true })));
  await rename(`${path}.part`, path);
}

/**
 * Fills an empty store from a backup. Every team gets a new epoch, so that devices send again what the backup has not, and each
 * device stays signed in with a token that is newer than the backup, once.
 * @returns how many rows, and the teams
 * @throws where the store has teams already, or the file is no backup
 */
export async function restore(
  store: Store,
  path: string,
  now: number,
): Promise<{ readonly rows: number; readonly teams: readonly string[] }> {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  const head = JSON.parse((await lines.next()).value ?? 'null') as { readonly format?: unknown; readonly version?: number } | null;
  if (head?.format !== FORMAT || head.version === undefined) throw new Error(`${path} is no backup.`);
  // Rows as they were then go into tables as they were then.
  const at = await migrate(store, head.version);
  if (await first(store, 'SELECT team FROM team')) throw new Error('There are teams here already. Restore into an empty database.');
  if (at !== head.version)
    throw new Error(`The tables are of version ${at} and the backup of ${head.version}. Restore into an empty database.`);
  let rows = 0;
  const teams: string[] = [];
  await store.transact(async (q) => {
    let [table, page]: [string, Row[]] = ['', []];
    const put = async (): Promise<void> => {
      const columns = Object.keys(page[0] ?? {});
      if (page.length > 0)
        await q.insert(
          table,
          columns,
          page.map((row) => columns.map((column) => row[column] ?? null)),
        );
      rows += page.length;
      page = [];
    };
    for (let line = await lines.next(); !line.done; line = await lines.next()) {
      const [of, row] = JSON.parse(line.value) as [string, Row];
      if (!(of in KEPT)) throw new Error(`${path} holds a table of another program.`);
      if (of !== table || page.length === PAGE) await put();
      table = of;
      page.push(row);
      if (of === 'team') teams.push(String(row['team']));
    }
    await put();
    for (const team of teams) {
      await q.all('UPDATE team SET epoch = $2 WHERE team = $1', [team, newEpoch()]);
      await q.all('UPDATE family SET resumable = 1 WHERE team = $1', [team]);
      await audit(q, team, now, { by: 'system', action: 'team.restored', about: team });
    }
  });
  await migrate(store);
  return { rows, teams };
}
