// One simulated run: devices work, sync, die, come back, their clocks jump, the endpoint is set back; then faults stop, and
// everything has to come to rest the same everywhere.
import 'fake-indexeddb/auto';
import type { PulledOperation } from '../../../lib/sync/protocol.ts';
import type { Deed } from '../../../lib/store/write.ts';
import { Device } from './device.ts';
import { type Bug, Endpoint, type Peer } from './endpoint.ts';
import { Network } from './network.ts';
import { faultsOf, logFaults } from './oracle.ts';
import { type Random, randomOf } from './random.ts';

export interface Run {
  readonly seed: number;
  readonly faults: readonly string[];
  readonly operations: number;
  readonly requests: number;
}

const TEAMS = ['t-00000000000000aa', 't-00000000000000bb'] as const;
const START = Date.parse('2026-11-22T10:00:00.000Z');
const HOUR = 3_600_000;
const JUMPS = [-HOUR, HOUR, -24 * HOUR, 24 * HOUR, 10 * 365 * 24 * HOUR, -365 * 24 * HOUR];
const hex = (n: number): string => n.toString(16).padStart(16, '0');

const FRAMEWORK = {
  id: 'planner',
  name: 'Planner',
  claims: ['github:acme/app'],
  metrics: ['teams', 'activation'].map((id, i) => ({
    ...{ id, name: id, kind: 'count', unit: 'teams', direction: 'up' },
    role: i === 0 ? 'north-star' : 'input',
  })),
};

class World {
  readonly random: Random;
  private readonly clock: { now: number };
  get time(): number {
    return this.clock.now;
  }
  set time(now: number) {
    this.clock.now = now;
  }
  /** The endpoint: `own` where it is the simulation's, with what only that can do. */
  readonly peer: Peer;
  private readonly own: Endpoint | undefined;
  private teams: readonly [string, string] = TEAMS;
  readonly network: Network;
  readonly devices: Device[] = [];
  private readonly invites = new Map<Device, string>();
  private made = 0;
  private readonly byNewer: Omit<PulledOperation, 'seq'>[] = [];

  constructor(seed: number, bugs: ReadonlySet<Bug>, clock: { now: number }, real?: Peer) {
    this.clock = clock;
    this.random = randomOf(seed);
    this.own = real ? undefined : new Endpoint(() => this.time, bugs);
    this.peer = real ?? (this.own as Endpoint);
    this.network = new Network(this.peer, this.random);
    this.network.pass = (ms) => void (this.time += ms);
    this.network.meanwhile = async (but) => {
      const other = this.random.pick(this.devices);
      if (other !== but && other.joined) await other.sync(false);
    };
  }

  async begin(): Promise<void> {
    const { random } = this;
    const count = 2 + random.below(random.chance(0.1) ? 7 : 3);
    this.teams = [await this.peer.addTeam(TEAMS[0]), await this.peer.addTeam(TEAMS[1])];
    for (let i = 0; i < count; i++) {
      const team = i > 1 && random.chance(0.25) ? this.teams[1] : this.teams[0];
      // Some people have two devices.
      const twin = i > 0 && random.chance(0.3) ? this.devices.find((one) => one.team === team) : undefined;
      const person = twin?.person ?? (this.own ? `m-${hex(100 + i)}` : '');
      const device = await Device.make({ name: hex(10 + i), person, team }, { random, time: () => this.time, network: this.network });
      this.devices.push(device);
      this.invites.set(device, await this.peer.invite(team, person === '' ? undefined : person));
      // A real one forgets who joined after its backup, as it should: there everybody joins before.
      if (!this.own || random.chance(0.7)) await this.join(device, false);
    }
  }

  private join = (device: Device, mayDie: boolean): Promise<void> => device.join(this.invites.get(device) ?? '', mayDie);

  private async deeds(device: Device): Promise<Deed[]> {
    const { random } = this;
    const request = `op-${device.name.slice(-3)}-${String(++this.made).padStart(6, '0')}`;
    const ticket = `github:acme/app#${1 + random.below(4)}`;
    const kind = random.below(10);
    if (kind < 5) {
      const effects = [{ input: 'activation', low: random.below(9), high: 9, chance: 1, text: 'x' }];
      const answer = { kind: 'effects', effects, framework: 'planner', version: 1 };
      return [{ request, kind: 'tag', key: ticket, set: { answer, seen: { id: ticket, title: 'T' }, deleted: false } }];
    }
    if (kind < 6) return [{ request, kind: 'tag', key: ticket, set: { note: `n${this.made}` } }];
    if (kind < 7) return [{ request, kind: 'tag', key: ticket, set: { deleted: true } }];
    if (kind < 9) {
      const many = Array.from(
        { length: 1 + random.below(5) },
        (_, i): Deed => ({
          ...{ request: `${request}-${i}`, kind: 'reading', key: `planner/teams/2026-11-0${1 + random.below(4)}` },
          set: { value: random.below(99), source: 'typed', deleted: false },
        }),
      );
      return many;
    }
    const { team } = await device.writer.identity();
    const stored = await device.raw().getAllFromIndex('ops', 'entity', IDBKeyRange.bound([team, 'framework'], [team, 'framework', []]));
    const version = 1 + Math.max(0, ...stored.map(({ set }) => (set['framework'] as { version: number }).version));
    return [
      { request, kind: 'framework', key: 'planner', set: { framework: { ...FRAMEWORK, version, name: `P${this.made}` }, deleted: false } },
    ];
  }

  /** Something a newer program did, on a device that is not simulated. */
  private newer(): void {
    if (!this.own) return;
    this.own.newest = 2;
    const hlc = this.time.toString(16).padStart(12, '0') + '0000' + hex(999);
    const person = `m-${hex(999)}`;
    const names = ['a', 'b'].map((part) => `newer-${part}-${String(++this.made).padStart(6, '0')}`);
    // Of one stamp, as from a profile that was copied: the higher id wins, whichever comes first.
    for (const op of this.random.chance(0.5) ? names : names.toReversed()) {
      const set = { note: `newer ${op}` };
      const about = { kind: 'tag', key: 'github:acme/app#1', person, author: person } as const;
      this.byNewer.push({ op, device: hex(999), n: ++this.made, hlc, set, schema: 2, ...about });
      this.own.add(TEAMS[0], this.byNewer.at(-1)!);
    }
  }

  private async restore(team: string): Promise<void> {
    // A device that is not simulated sends again what the backup does not have, as those do that are.
    if (!(await this.peer.restore(team)) || team !== TEAMS[0]) return;
    const there = new Set((await this.peer.read(team)).map(({ op }) => op));
    for (const op of this.byNewer) if (!there.has(op.op)) this.own?.add(team, op);
  }

  async step(): Promise<void> {
    const { random } = this;
    this.time += random.below(random.chance(0.05) ? 5 * HOUR : 60_000);
    const device = random.pick(this.devices);
    const mayDie = random.chance(0.25);
    const what = random.below(100);
    if (what < 45) await device.act(await this.deeds(device), mayDie);
    else if (what < 85) {
      if (device.joined) await device.sync(mayDie);
      else if (random.chance(0.3)) await this.join(device, mayDie);
    } else if (what < 90) device.skew = random.chance(0.5) ? 0 : random.pick(JUMPS);
    else if (what < 93) await this.network.deliverHeld();
    else if (what < 95) await this.peer.backUp(random.pick(this.teams));
    else if (what < 96) await this.restore(random.pick(this.teams));
    else if (what < 97) device.access = undefined;
    else if (what < 98) this.newer();
    else device.newest = 2;
  }

  /** Faults have stopped: after so many rounds everybody has everything. */
  async settle(): Promise<string[]> {
    this.network.faults = 0;
    await this.network.deliverHeld();
    if (this.own) this.own.newest = 2;
    for (const device of this.devices) {
      device.newest = 2;
      if (!device.joined) await this.join(device, false);
    }
    for (let rounds = 0; rounds < 12; rounds++) {
      for (const device of this.devices) {
        this.time += HOUR;
        const outcome = await device.sync(false, true);
        if (outcome === 'paused') await device.store.answer('apply');
        // Signed out by what the network did: an admin invites the same person again.
        if (outcome === 'stopped') {
          this.invites.set(device, await this.peer.invite(device.team, device.person));
          await this.join(device, false);
        }
      }
      if (rounds > 2 && (await this.waiting()) === 0) break;
    }
    for (const device of this.devices) await device.sync(false, true);
    const faults: string[] = [];
    for (const device of this.devices) faults.push(...(await faultsOf(device, await this.peer.read(device.team))));
    for (const team of this.teams) {
      const people = new Set([...this.devices.filter((one) => one.team === team).map(({ person }) => person), `m-${hex(999)}`]);
      faults.push(...logFaults(await this.peer.read(team), team, people));
    }
    return faults;
  }

  private async waiting(): Promise<number> {
    const counts = await Promise.all(this.devices.map((device) => device.raw().count('outbox')));
    return counts.reduce((sum, one) => sum + one, 0);
  }

  operations(): number {
    return this.devices.reduce((sum, { saved }) => sum + saved.size, 0);
  }
}

export interface Options {
  /** What happens before faults stop. */
  readonly steps?: number;
  readonly bugs?: ReadonlySet<Bug>;
  /** Opens another endpoint than the simulation's own. */
  readonly open?: (now: () => number) => Promise<Peer>;
}

export async function simulate(seed: number, { steps = 40, bugs = new Set(), open }: Options = {}): Promise<Run> {
  const clock = { now: START };
  const world = new World(seed, bugs, clock, await open?.(() => clock.now));
  await world.begin();
  world.network.faults = world.random.pick([0, 0.1, 0.3]);
  for (let i = 0; i < steps; i++) await world.step();
  const faults = await world.settle();
  for (const device of world.devices) device.raw().close();
  await world.peer.close();
  return { seed, faults, operations: world.operations(), requests: world.network.requests };
}
