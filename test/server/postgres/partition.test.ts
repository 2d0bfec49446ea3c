// Every key begins with the team, and so does every query: on tables parted by team, each statement touches one part.
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { CITUS, partition } from '../../../server/commands/shard.ts';
import { TABLES } from '../../../server/migrations/migrations.ts';
import { openPostgres } from '../../../server/store/postgres.ts';
import { newDatabase } from '../open.ts';
import { framework, newDevice, type Person, setStage, type Stage, tagSet } from '../stage.ts';

const PARTS = 8;

interface Plan {
  readonly Plan: PlanNode;
}
interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}
const relationsIn = (node: PlanNode): string[] => [node['Relation Name'] ?? [], ...(node.Plans ?? []).map(relationsIn)].flat(2);

/** Everything members do. */
async function everything(stage: Stage, ada: Person): Promise<void> {
  const bob = await stage.joins('Bob', 'editor');
  await ada.pushes(ada.does('framework', 'growth', { framework: framework(1), deleted: false }, { base: 0 }));
  await bob.pushes(bob.does('tag', 'github:acme/app#1', tagSet(1)), bob.does('tag', 'github:acme/app#2', tagSet(1)));
  await ada.pushes(ada.does('tag', 'github:acme/app#1', { deleted: true }, { of: bob.person }));
  const { body } = await stage.ask('GET', '/v1/pull?limit=1', { token: ada.access });
  await stage.ask('GET', `/v1/pull?after=${body['next']}&known=${body['head']}`, { token: ada.access });
  const { body: first } = await stage.ask('GET', '/v1/snapshot?limit=1', { token: ada.access });
  await stage.ask('GET', `/v1/snapshot?limit=1&page=${first['page']}`, { token: ada.access });
  for (const path of ['/v1/team', '/v1/members', '/v1/devices', '/v1/invites', '/v1/audit', '/v1/export'])
    await stage.ask('GET', path, { token: ada.access });
  const { body: made } = await stage.ask('POST', '/v1/invites', { token: bob.access, body: { person: bob.person } });
  await stage.joinsBy(String(made['invite']), newDevice());
  const { body: feed } = await stage.ask('PUT', '/v1/feed', { token: ada.access, body: { on: true } });
  await stage.ask('GET', String(feed['page']));
  await stage.ask('POST', '/v1/token', { body: { refresh: ada.refresh } });
  await stage.ask('PATCH', '/v1/team', { token: ada.access, body: { name: 'Other' } });
  await stage.ask('PATCH', `/v1/members/${bob.person}`, { token: ada.access, body: { role: 'viewer' } });
  await stage.ask('DELETE', `/v1/devices/${bob.device}`, { token: ada.access });
  await stage.ask('DELETE', `/v1/members/${bob.person}?tags=delete`, { token: ada.access });
}

describe('tables parted by team', () => {
  it('keep what they held, and every statement touches one part of each', async () => {
    const url = await newDatabase();
    const plain = openPostgres(url);
    const before = await setStage(plain);
    const ada = await before.joins('Ada', 'admin');
    await ada.pushes(ada.does('tag', 'github:acme/app#7', tagSet(1)));
    await partition(plain, PARTS);
    await plain.close();

    const store = openPostgres(url);
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    try {
      const statements = new Map<string, readonly unknown[]>();
      const watched = { ...store, ...watching(store) };
      function watching<Q extends Pick<typeof store, 'all' | 'insert'>>(q: Q): Pick<typeof store, 'all' | 'insert'> {
        return {
          all: (text, values = []) => {
            statements.set(text, values);
            return q.all(text, values);
          },
          insert: (...row) => q.insert(...row),
        };
      }
      for (const way of ['transact', 'loosely'] as const) watched[way] = (work) => store[way]((q) => work({ ...q, ...watching(q) }));
      const stage = await setStage(watched);
      const eve = await stage.joins('Eve', 'admin');
      await everything(stage, eve);
      expect(stage.reported).toEqual([]);
      // What was there is there.
      expect((await store.all('SELECT key FROM op WHERE team = $1', [before.team])).map(({ key }) => key)).toEqual(['github:acme/app#7']);

      const wide: string[] = [];
      let looked = 0;
      for (const [text, values] of statements) {
        if (!/\b(FROM|UPDATE|INTO)\b/.test(text) || /migration|pg_/.test(text)) continue;
        const rows = await sql.unsafe<{ 'QUERY PLAN': readonly Plan[] }[]>(`EXPLAIN (FORMAT JSON) ${text}`, values as string[]);
        const touched = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => relationsIn(Plan)));
        const parts = Map.groupBy(new Set(touched.filter((name) => /_\d+$/.test(name))), (name) => name.replace(/_\d+$/, ''));
        looked += 1;
        for (const [table, names] of parts) if (names.length > 1) wide.push(`${table}: ${names.length} parts: ${text}`);
      }
      console.log(`${looked} statements looked at, ${PARTS} parts of each of ${TABLES.length} tables`);
      expect(looked).toBeGreaterThan(40);
      expect(wide).toEqual([]);
    } finally {
      await Promise.all([sql.end(), store.close()]);
    }
  });

  it('are all of them, with the team first in every key', async () => {
    const store = openPostgres(await newDatabase());
    try {
      const { team } = await setStage(store);
      expect(team).toBeTruthy();
      const tables = await store.all<{ name: string }>(
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'",
      );
      expect(tables.map(({ name }) => name).toSorted()).toEqual([...TABLES].toSorted());
      const keys = await store.all<{ definition: string }>(
        "SELECT indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'",
      );
      for (const { definition } of keys) expect(definition).toMatch(/\(team\b/);
      expect(CITUS).toHaveLength(TABLES.length);
    } finally {
      await store.close();
    }
  });
});
