// A small endpoint by the protocol's words, for the simulation: one Map a team. What takes time on a real one takes time here:
// a request arrives, others are answered, and only then it commits.
import type { PulledOperation, PushedOperation, PushResult } from '../../../lib/sync/protocol.ts';
import { contentFault } from '../../../lib/sync/content.ts';
import { millisOf } from '../../../lib/sync/clock.ts';
import type { Framework } from '../../../lib/model/framework.ts';

export type Bug = 'serial-cursor' | 'text-order' | 'no-team-filter' | 'author-from-body' | 'no-dedupe';

interface Member {
  readonly person: string;
  readonly team: string;
}
export interface Kept extends PulledOperation {
  readonly team: string;
}
type Soon<T> = T | Promise<T>;

/** What the simulation needs of an endpoint: this one, or the program itself (real.ts). */
export interface Peer {
  /** @param name the id, where the endpoint lets one choose */
  addTeam(name: string): Soon<string>;
  /** @param person whose device it is for, where that is somebody who is a member */
  invite(team: string, person?: string): Soon<string>;
  backUp(team: string): Soon<void>;
  /** Sets a team, or all, back to the last backup. @returns whether there was one */
  restore(team: string): Soon<boolean>;
  /** Begins a request. What it gives is called when it commits, and answers. */
  begin(method: string, path: string, headers: Record<string, string>, body: unknown): () => Soon<Answer>;
  read(team: string): Soon<readonly Kept[]>;
  close(): Soon<void>;
}
interface Team {
  epoch: string;
  head: number;
  log: Kept[];
}
interface Session {
  readonly member: Member;
  readonly device: string;
  access: string;
  accessUntil: number;
  refresh: string;
  previous?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}
const error = (status: number, code: string, more = {}): Answer => ({ status, body: { error: { code, ...more } } });
const hex = (n: number): string => n.toString(16).padStart(16, '0');
const ACCESS_MS = 900_000;

export class Endpoint implements Peer {
  readonly teams = new Map<string, Team>();
  private readonly invites = new Map<string, Member>();
  private readonly sessions: Session[] = [];
  private readonly backups = new Map<string, Pick<Team, 'head' | 'log'>>();
  private tokens = 0;
  private epochs = 0;
  /** Operations' `schema` that is taken. */
  newest = 1;
  private readonly bugs: ReadonlySet<Bug>;
  readonly now: () => number;

  constructor(now: () => number, bugs: ReadonlySet<Bug> = new Set()) {
    this.now = now;
    this.bugs = bugs;
  }

  addTeam(team: string): string {
    this.teams.set(team, { epoch: this.epoch(), head: 0, log: [] });
    return team;
  }
  read(team: string): readonly Kept[] {
    return this.team(team).log;
  }
  close(): void {}
  private epoch(): string {
    return `e-${hex(++this.epochs)}`;
  }
  invite(team: string, person = ''): string {
    const invite = `azi_${team}_${String(++this.tokens).padStart(22, 'i')}`;
    this.invites.set(invite, { team, person });
    return invite;
  }
  backUp(team: string): void {
    const { head, log } = this.team(team);
    this.backups.set(team, { head, log: [...log] });
  }
  /** Sets a team back to its last backup, as after a lost disk. */
  restore(team: string): boolean {
    const backup = this.backups.get(team);
    if (!backup) return false;
    Object.assign(this.team(team), { epoch: this.epoch(), head: backup.head, log: [...backup.log] });
    return true;
  }
  team(team: string): Team {
    const found = this.teams.get(team);
    if (!found) throw new Error(`no team ${team}`);
    return found;
  }
  /** An operation by a program that is not simulated: a newer one. */
  add(team: string, op: Omit<PulledOperation, 'seq'>): void {
    const there = this.team(team);
    there.head++;
    there.log.push({ ...op, seq: there.head, team });
  }

  begin(method: string, path: string, headers: Record<string, string>, body: unknown): () => Answer {
    const url = new URL(`https://endpoint${path}`);
    const at = `${method} ${url.pathname}`;
    if (at === 'POST /v1/join') return () => this.join(body as { invite: string; device: string });
    if (at === 'POST /v1/token') return () => this.refresh((body as { refresh: string }).refresh);
    const token = headers['authorization']?.replace('Bearer ', '');
    const session = this.sessions.find((one) => one.access === token);
    if (!session) return () => error(401, 'unauthorized');
    if (session.accessUntil <= this.now()) return () => error(401, 'token_expired');
    if (at === 'GET /v1/team') return () => ({ status: 200, body: this.teamReply(session) });
    if (at === 'POST /v1/push') return this.push(session, (body as { ops: PushedOperation[] }).ops);
    if (at === 'GET /v1/pull') return () => this.pull(session, url.searchParams);
    return () => error(404, 'not_found');
  }

  private join({ invite, device }: { invite: string; device: string }): Answer {
    const member = this.invites.get(invite);
    if (!member) return error(410, 'invite_gone');
    const session: Session = { member, device, access: '', accessUntil: 0, refresh: '' };
    this.sessions.push(session);
    return { status: 200, body: { ...this.rotate(session), team: this.teamReply(session) } };
  }
  private teamReply({ member, device }: Session): unknown {
    const { epoch } = this.team(member.team);
    const you = { person: member.person, name: 'N', role: 'admin', device };
    return { team: member.team, name: 'T', hideUntilAnswered: false, epoch, feed: false, you };
  }
  private rotate(session: Session): object {
    const t = String(++this.tokens).padStart(22, 't');
    session.previous = session.refresh;
    session.refresh = `azr_${session.member.team}_${t}`;
    return this.pair(session, t);
  }
  private pair(session: Session, t: string): object {
    session.access = `aza_${session.member.team}_${t}`;
    session.accessUntil = this.now() + ACCESS_MS;
    const { access, refresh, accessUntil } = session;
    return { access, accessExpires: accessUntil, refresh, refreshExpires: this.now() + 1e10, serverTime: this.now() };
  }
  private refresh(token: string): Answer {
    const session = this.sessions.find(({ refresh }) => refresh === token);
    if (session) return { status: 200, body: this.rotate(session) };
    // The reply was lost: the same successor, as long as nobody has used it.
    const before = this.sessions.find(({ previous }) => previous === token);
    if (!before) return error(401, 'signed_out');
    return { status: 200, body: this.pair(before, String(++this.tokens).padStart(22, 't')) };
  }

  private push({ member, device }: Session, ops: readonly PushedOperation[]): () => Answer {
    const team = this.team(member.team);
    // A serial column gives its numbers when a row is written, not when it can be seen.
    const early = this.bugs.has('serial-cursor') ? ops.map(() => ++team.head) : [];
    return () => {
      const results = ops.map((op, i): PushResult => {
        const known = this.bugs.has('no-dedupe') ? undefined : team.log.find((one) => one.op === op.op);
        if (known) {
          const same = JSON.stringify([known.set, known.n, known.device]) === JSON.stringify([op.set, op.n, op.device]);
          if (!same || known.author !== member.person) return { op: op.op, status: 'rejected', code: 'other_content' };
          return { op: op.op, status: 'duplicate', seq: known.seq, hlc: known.hlc };
        }
        const fault = this.fault(op, team);
        if (fault) return fault;
        const seq = early[i] ?? ++team.head;
        const author = this.bugs.has('author-from-body') ? ((op as { person?: string }).person ?? `m-${op.device}`) : member.person;
        team.log.push({ ...op, seq, person: op.of ?? author, author, team: member.team } as Kept);
        return { op: op.op, status: 'applied', seq };
      });
      void device;
      return { status: 200, body: { ...this.told(team), results } };
    };
  }
  private fault(op: PushedOperation, team: Team): PushResult | undefined {
    const reject = (code: 'clock_ahead' | 'invalid' | 'schema_unknown' | 'stale_base', more = {}): PushResult => ({
      ...{ op: op.op, status: 'rejected', code },
      ...more,
    });
    if (op.schema > this.newest) return reject('schema_unknown');
    if (contentFault(op) !== undefined || op.hlc.slice(16) !== op.device) return reject('invalid');
    if (millisOf(op.hlc) > this.now() + 300_000) return reject('clock_ahead');
    if (op.kind !== 'framework') return undefined;
    const own = team.log.filter((one) => one.kind === 'framework' && one.key === op.key);
    const last = own.at(-1);
    const standing = (last?.set['framework'] as Framework | undefined)?.version ?? 0;
    const made = (op.set['framework'] as Framework).version;
    const highest = Math.max(0, ...own.map(({ set }) => (set['framework'] as Framework).version));
    if ((op.base ?? 0) !== standing || made <= highest || op.hlc <= (last?.hlc ?? ''))
      return reject('stale_base', { there: { version: standing, framework: last?.set['framework'] ?? null } });
    return undefined;
  }
  private pull({ member }: Session, query: URLSearchParams): Answer {
    const team = this.team(member.team);
    for (const name of ['after', 'known']) {
      const cursor = query.get(name);
      if (cursor !== null && cursor.split('.')[0] !== team.epoch) return error(409, 'epoch_changed', { epoch: team.epoch });
    }
    const after = Number(query.get('after')?.split('.')[1] ?? 0);
    const all = this.bugs.has('no-team-filter') ? [...this.teams.values()].flatMap(({ log }) => log) : team.log;
    const order = this.bugs.has('text-order')
      ? (a: Kept, b: Kept) => (String(a.seq) < String(b.seq) ? -1 : 1)
      : (a: Kept, b: Kept) => a.seq - b.seq;
    // Small pages: every run goes through many.
    const page = all
      .filter(({ seq }) => seq > after)
      .toSorted(order)
      .slice(0, 7);
    const end = page.at(-1)?.seq ?? after;
    const ops = page.map((op) => ({ ...op, team: undefined }));
    const more = team.log.some(({ seq }) => seq > end);
    return { status: 200, body: { ...this.told(team), ops, next: `${team.epoch}.${end}`, more } };
  }
  private told(team: Team): { epoch: string; head: string; serverTime: number } {
    return { epoch: team.epoch, head: `${team.epoch}.${team.head}`, serverTime: this.now() };
  }
}
