// S3: writers and readers at once, a long transaction open beside them: what a reader has passed, it has seen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../server/migrations/migrate.ts';
import { openPostgres } from '../../../server/store/postgres.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import type { PullReply } from '../../../lib/sync/protocol.ts';
import { newDatabase } from '../open.ts';
import { type Person, setStage, type Stage, tagSet } from '../stage.ts';

const WRITERS = 16;
const READERS = 4;
/** READERS_OPS=1000000 for the large one. */
const OPERATIONS = Number(process.env['READERS_OPS'] ?? 3200);
/** So many at once that the order of commits and of numbers could differ. */
const SIZES = [1, 7, 50];

async function write(who: Person, i: number, count: number): Promise<string[]> {
  const sent: string[] = [];
  for (let round = 0; sent.length < count; round++) {
    const size = Math.min(SIZES[(i + round) % SIZES.length] ?? 1, count - sent.length);
    const ops = Array.from({ length: size }, (_, k) => who.does('tag', `github:acme/app#${((sent.length + k) % 200) + 1}`, tagSet(k)));
    for (const result of await who.pushes(...ops)) if (result.status === 'applied') sent.push(result.op);
  }
  return sent;
}

async function read(stage: Stage, who: Person, enough: () => boolean): Promise<string[]> {
  const seen: string[] = [];
  let after = '';
  for (;;) {
    // Asked before the page is: what is committed by then is in it or in those after.
    const last = enough();
    const { status, body, text } = await stage.ask('GET', `/v1/pull?limit=200${after && `&after=${after}`}`, { token: who.access });
    if (status !== 200) throw new Error(text);
    const page = body as unknown as PullReply;
    seen.push(...page.ops.map(({ op }) => op));
    after = page.next;
    if (last && !page.more) return seen;
  }
}

/** Several processes would each have an app of their own: so have the writers here. */
async function race(
  stores: readonly Store[],
): Promise<{ readonly sent: readonly string[]; readonly seen: readonly (readonly string[])[] }> {
  const stages = [await setStage(stores[0])];
  const [stage] = stages as [Stage];
  for (const store of stores.slice(1)) stages.push({ ...(await setStage(store)), team: stage.team });
  const people = await Promise.all(
    Array.from({ length: WRITERS + READERS }, async (_, i) => ({ who: await stage.joins(`P${i}`, 'editor'), i })),
  );
  let writing = WRITERS;
  const sent = people.slice(READERS).map(async ({ who, i }) => {
    const mine = await write(who, i, OPERATIONS / WRITERS);
    writing -= 1;
    return mine;
  });
  const seen = people.slice(0, READERS).map(({ who }, i) => read(stages[i % stages.length] ?? stage, who, () => writing === 0));
  return { sent: (await Promise.all(sent)).flat(), seen: await Promise.all(seen) };
}

function check({ sent, seen }: Awaited<ReturnType<typeof race>>): void {
  expect(sent).toHaveLength(OPERATIONS);
  for (const one of seen) {
    expect(one).toHaveLength(OPERATIONS);
    expect(new Set(one)).toEqual(new Set(sent));
  }
  for (const one of seen) expect(one).toEqual(seen[0]);
}

describe('readers beside writers miss nothing', () => {
  it('on PostgreSQL, in two processes’ worth of connections, with a transaction left open', async () => {
    const url = await newDatabase();
    const stores = [openPostgres(url), openPostgres(url)];
    await migrate(stores[0] as Store);
    const idle = postgres(url, { max: 1 });
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const open = idle.begin(async (tx) => {
      // Has a transaction id and a snapshot, as a report or a forgotten terminal would.
      await tx.unsafe('CREATE TEMP TABLE held AS SELECT count(*) FROM op; SELECT txid_current()').simple();
      await held;
    });
    try {
      check(await race(stores));
    } finally {
      release();
      await open;
      await Promise.all([idle.end(), ...stores.map((store) => store.close())]);
    }
  });

  it('on SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'azimuth-readers-'));
    const store = openSqlite(join(folder, 'team.sqlite'));
    try {
      check(await race([store]));
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
