// The network between devices and the endpoint: it drops, repeats, holds back and cuts. A request that was given up may still
// arrive, much later.
import type { Reply, Request } from '../../../lib/sync/ports.ts';
import type { Device } from './device.ts';
import type { Answer, Peer } from './endpoint.ts';
import type { Random } from './random.ts';

const HTML = '<!doctype html><title>Welcome to the hotel</title>';

export class Network {
  /** Faults per request, 0 to 1. */
  faults = 0;
  private readonly endpoint: Peer;
  private readonly random: Random;
  private readonly held: (() => Promise<unknown>)[] = [];
  private deep = 0;
  /** What others do while a request is under way. */
  meanwhile: (but: Device) => Promise<void> = async () => {};
  pass: (ms: number) => void = () => {};
  requests = 0;

  constructor(endpoint: Peer, random: Random) {
    this.endpoint = endpoint;
    this.random = random;
  }

  /** Requests nobody waits for any more arrive. */
  async deliverHeld(): Promise<void> {
    const all = this.held.splice(0);
    while (all.length > 0) await all.splice(this.random.below(all.length), 1)[0]?.();
  }

  async fetch(device: Device, address: string, request: Request): Promise<Reply> {
    this.requests++;
    const path = address.replace('https://endpoint', '');
    const body: unknown = request.body === undefined ? undefined : JSON.parse(request.body);
    const begin = (): (() => Answer | Promise<Answer>) => this.endpoint.begin(request.method, path, request.headers, structuredClone(body));
    const drawn = this.random.chance(this.faults) ? this.random.below(9) : -1;
    // A refresh that arrives minutes late is somebody else's, by the rules: that device would be signed out, and is not wrong.
    const kind = path === '/v1/token' && (drawn === 1 || drawn === 7) ? 0 : drawn;
    this.pass(20);
    if (kind === 0) return this.never();
    if (kind === 1) {
      this.held.push(async () => begin()());
      return this.never();
    }
    if (kind === 2) return reply({ status: this.random.pick([500, 502, 503]), body: { error: { code: 'internal' } } });
    if (kind === 3) return reply({ status: 429, body: { error: { code: 'too_many' } }, headers: { 'retry-after': '7' } });
    if (kind === 4) return { ...reply({ status: 200, body: '' }), text: async () => HTML };
    const finish = begin();
    if (this.deep === 0 && this.random.chance(0.15)) {
      this.deep++;
      await this.meanwhile(device);
      this.deep--;
    }
    const answer = await finish();
    if (kind === 5) return this.never();
    if (kind === 6) await begin()();
    if (kind === 7) this.held.push(async () => begin()());
    const sent = JSON.stringify(answer.body);
    const text = kind === 8 ? sent.slice(0, this.random.below(sent.length)) : sent;
    return { ...reply(answer), text: async () => text };
  }

  private async never(): Promise<never> {
    this.pass(10_000);
    throw new DOMException('', 'TimeoutError');
  }
}

const reply = ({ status, body, headers = {} }: Answer): Reply => ({
  status,
  headers: { get: (name) => headers[name] ?? null },
  text: async () => JSON.stringify(body),
});
