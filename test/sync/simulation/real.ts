// The program of the endpoint itself in the simulation: its app over SQLite in memory, set back from its own backups.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../../server/app.ts';
import { backup, restore } from '../../../server/commands/backup.ts';
import { migrate } from '../../../server/migrations/migrate.ts';
import { SETTINGS } from '../../../server/settings.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { invite, inviteAdmin } from '../../../server/team/invite.ts';
import { createTeam } from '../../../server/team/team.ts';
import type { Answer, Kept, Peer } from './endpoint.ts';

const UNHURRIED = { ...SETTINGS, requests: { perMinute: 1e9, burst: 1e9 }, operations: { perMinute: 1e9, burst: 1e9 } };

export class RealEndpoint implements Peer {
  private store: Store;
  private app: ReturnType<typeof createApp>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'azimuth-sim-'));
  private backups = 0;
  private readonly now: () => number;

  private constructor(store: Store, now: () => number) {
    this.store = store;
    this.now = now;
    this.app = this.appOn(store);
  }
  static async open(now: () => number): Promise<RealEndpoint> {
    const store = openSqlite(':memory:');
    await migrate(store);
    return new RealEndpoint(store, now);
  }
  private appOn(store: Store): ReturnType<typeof createApp> {
    // What it could not do is a violation, not a line in a log.
    const report = (line: string): void => {
      throw new Error(line);
    };
    return createApp({ store, settings: UNHURRIED, now: this.now, report });
  }

  addTeam(): Promise<string> {
    return createTeam(this.store, 'T', this.now());
  }
  async invite(team: string, person?: string): Promise<string> {
    if (person === undefined) return (await inviteAdmin(this.store, team, this.now(), UNHURRIED)).invite;
    const who = { team, person, role: 'admin', device: '', name: 'N', family: '', generation: 0 } as unknown as Parameters<
      typeof invite
    >[1];
    return (await invite(this.store, who, { person }, this.now(), UNHURRIED)).invite;
  }
  async backUp(): Promise<void> {
    await backup(this.store, join(this.folder, `${++this.backups}`), this.now());
  }
  async restore(): Promise<boolean> {
    if (this.backups === 0) return false;
    const store = openSqlite(':memory:');
    await restore(store, join(this.folder, `${this.backups}`), this.now());
    await this.store.close();
    this.store = store;
    this.app = this.appOn(store);
    return true;
  }
  begin(method: string, path: string, headers: Record<string, string>, body: unknown): () => Promise<Answer> {
    return async () => {
      const text = body === undefined ? {} : { body: JSON.stringify(body) };
      // Small pages: every run goes through many.
      const reply = await this.app.request(`http://127.0.0.1${path.replace('limit=1000', 'limit=7')}`, { method, headers, ...text });
      const said = await reply.text();
      return { status: reply.status, body: said === '' ? {} : JSON.parse(said), headers: Object.fromEntries(reply.headers) };
    };
  }
  async read(team: string): Promise<readonly Kept[]> {
    const rows = await this.store.all<Kept & { content: string }>('SELECT * FROM op WHERE team = $1 ORDER BY seq', [team]);
    return rows.map((row) => ({ ...row, set: JSON.parse(row.content) }));
  }
  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
