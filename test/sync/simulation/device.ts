// One simulated device: the real store on a database in memory, the real writer, the real engine. Its worker can be killed at any
// await; what is in its database and in `storage.session` stays.
import { IDBFactory } from 'fake-indexeddb';
import type { Operation } from '../../../lib/model/operation.ts';
import { type Db, openDatabase } from '../../../lib/store/db.ts';
import { createSyncStore, type TeamStore } from '../../../lib/store/sync-store.ts';
import { createWriter, type Deed, type Writer } from '../../../lib/store/write.ts';
import { type Outcome, round } from '../../../lib/sync/client.ts';
import { joinTeam } from '../../../lib/sync/joining.ts';
import type { Access, Member, Ports } from '../../../lib/sync/ports.ts';
import type { Network } from './network.ts';
import type { Random } from './random.ts';

/** The worker was stopped. */
export class Killed extends Error {}

export class Device {
  readonly name: string;
  person: string;
  readonly team: string;
  joined = false;
  /** What this device's clock is wrong by, ms. */
  skew = 0;
  /** Operations' `schema` it can read. */
  newest = 1;
  /** What somebody was told is saved. */
  readonly saved = new Map<string, Operation>();
  access: Access | undefined;
  private readonly db: Db;
  private readonly random: Random;
  private readonly time: () => number;
  private readonly network: Network;
  /** Steps until the worker is killed. */
  private fuse = Number.POSITIVE_INFINITY;
  readonly store: TeamStore;
  readonly writer: Writer;

  private constructor(
    db: Db,
    who: { name: string; person: string; team: string },
    world: { random: Random; time: () => number; network: Network },
  ) {
    ({ name: this.name, person: this.person, team: this.team } = who);
    this.db = db;
    ({ random: this.random, time: this.time, network: this.network } = world);
    const open = async (): Promise<Db> => {
      this.step();
      return this.fuse < 3 ? this.dying() : this.db;
    };
    this.writer = createWriter(open, () => this.now());
    this.store = createSyncStore(
      open,
      (team) => this.writer.forgetTeam(team),
      () => this.newest,
    );
  }

  static async make(who: { name: string; person: string; team: string }, world: { random: Random; time: () => number; network: Network }) {
    globalThis.indexedDB = new IDBFactory();
    const db = await openDatabase();
    await db.put('meta', { device: who.name, person: `p-${who.name}`, team: `t-${who.name}` }, 'identity');
    return new Device(db, who, world);
  }

  now(): number {
    return this.time() + this.skew;
  }
  raw(): Db {
    return this.db;
  }

  private step(): void {
    if (--this.fuse <= 0) throw new Killed('killed');
  }
  /** The database of a worker that is killed within its next transaction. */
  private dying(): Db {
    let left = 1 + this.random.below(9);
    // Behind what asks for several things at once: all of it is heard to be aborted, as in a browser.
    const kill = (tx: { abort(): void }): void => {
      this.fuse = 0;
      queueMicrotask(() => {
        try {
          tx.abort();
        } catch {
          // It has ended already.
        }
      });
    };
    return new Proxy(this.db, {
      get: (db, key) => {
        if (key !== 'transaction') return Reflect.get(db, key, db);
        return (...args: Parameters<Db['transaction']>) => {
          const tx = db.transaction(...args);
          return new Proxy(tx, {
            get: (_, name) => {
              if (name === 'objectStore' && --left === 0) kill(tx);
              const value: unknown = Reflect.get(tx, name, tx);
              return typeof value === 'function' ? value.bind(tx) : value;
            },
          });
        };
      },
    });
  }

  private ports(): Ports {
    const live =
      <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        this.step();
        const made = await work(...args);
        this.step();
        return made;
      };
    return {
      store: this.store,
      fetch: live(async (address, request) => this.network.fetch(this, address, request)),
      now: () => this.now(),
      random: () => this.random.next(),
      deadline: () => new AbortController().signal,
      access: {
        get: live(async () => this.access),
        set: live(async (access) => void (this.access = access)),
      },
      allowed: async () => true,
      version: `v${this.newest}`,
    };
  }

  /** Runs something that may be killed on the way. @returns `undefined` where it was */
  private async mortal<T>(work: () => Promise<T>, mayDie: boolean): Promise<T | undefined> {
    this.fuse = mayDie ? 1 + this.random.below(40) : Number.POSITIVE_INFINITY;
    try {
      return await work();
    } catch (error) {
      if (this.fuse <= 0 || error instanceof Killed) return undefined;
      throw error;
    } finally {
      this.fuse = Number.POSITIVE_INFINITY;
    }
  }

  async act(deeds: readonly Deed[], mayDie: boolean): Promise<void> {
    const made = await this.mortal(() => this.writer.write(deeds), mayDie);
    for (const op of made ?? []) this.saved.set(op.op, op);
  }

  async join(invite: string, mayDie: boolean): Promise<void> {
    const origin = 'https://endpoint';
    const refused = await this.mortal(() => joinTeam(this.ports(), { origin, invite, name: 'N' }, new AbortController().signal), mayDie);
    void refused;
    const member = (await this.db.get('meta', 'membership')) as Member | undefined;
    this.joined = member !== undefined;
    if (member) this.person = member.joined.person;
  }

  async sync(mayDie: boolean, asked = this.random.chance(0.5)): Promise<Outcome | undefined> {
    return this.mortal(() => round(this.ports(), new AbortController().signal, asked), mayDie);
  }
}
