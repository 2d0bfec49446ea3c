// What the sync engine needs of the world: a store that keeps each step whole, a way to ask the endpoint, a clock, chance.
import type { Operation } from '../model/operation.ts';
import type { Membership } from './merge.ts';
import type { PushResult, PushedOperation } from './protocol.ts';
import type { JoinReply } from './protocol-team.ts';
import type { JoinedTeam, PausedPull, SyncPhase, SyncTrouble } from './state.ts';

/** An operation that waits to be sent. */
export interface OutboxRow {
  readonly op: string;
  /** As the operation's own; what they are sent in the order of. */
  readonly hlc: string;
  /** Of a framework: the version it was made from, 0 for none. */
  readonly base?: number;
  /** The team had it before the endpoint was set back. */
  readonly again?: true;
  /** Not sent before this time (ms): the endpoint cannot take it yet. */
  readonly later?: number;
  /** How often it was put off. */
  readonly tries?: number;
}

export interface Waiting extends Omit<OutboxRow, 'op' | 'hlc'> {
  readonly op: Operation;
}

/** What binds this device to a team; under `membership` in `meta`. */
export interface Member extends Membership, Omit<JoinedTeam, 'team'> {
  readonly device: string;
}

/** Where this device stands in the team's log; under `sync` in `meta`. */
export interface Place {
  readonly epoch: string;
  readonly after?: string;
  readonly known?: string;
  /** What this device's clock is to be corrected by, ms. */
  readonly skew: number;
  /** A pull that has begun: how many tags there were (`first`: at a pull from the start), how many it has removed. */
  readonly pulling?: { readonly live: number; readonly gone: number; readonly first: boolean };
  readonly paused?: PausedPull;
  /** The answer to a pause, until that pull has ended. */
  readonly answer?: 'apply' | 'keep';
  /** The version of the extension that has last tried what was put aside. */
  readonly triedBy?: string;
  readonly fails: number;
  readonly retryAt?: number;
}

/** The part of the record pages read that the engine decides; under `sync-state` in `meta`. */
export interface Face {
  readonly phase: SyncPhase;
  readonly at: number;
  readonly syncedAt?: number;
  readonly error?: SyncTrouble;
}

export interface Standing {
  readonly member: Member;
  readonly place: Place;
  readonly refresh: string;
}

/** A page of a pull, its envelope parsed and its operations not. */
export interface Page {
  readonly ops: readonly unknown[];
  readonly epoch: string;
  readonly head: string;
  readonly next: string;
  readonly more: boolean;
}

/** Each call is one transaction. All reject with what the browser says where nothing can be stored. */
export interface SyncStore {
  /** `undefined` where no team is joined. */
  standing(): Promise<Standing | undefined>;
  /** The oldest that may be sent now, as many as asked for. */
  waiting(most: number, now: number): Promise<readonly Waiting[]>;
  /** What came of a push. @returns the stamp from which on others are to be made, where the clock was ahead */
  settle(sent: readonly Sending[], results: readonly PushResult[], told: Told, now: number): Promise<Settled>;
  /** Stamps what the team does not have, from this stamp on, anew, in order. */
  restamp(from: string, now: number): Promise<void>;
  /** Stores a page with the cursor behind it, or nothing where it does not begin at `after` any more. */
  take(page: Page, after: string | undefined, told: Pick<Told, 'serverTime'>, now: number): Promise<'taken' | 'paused' | 'elsewhere'>;
  /** The endpoint was set back: everything of one's own waits again, and the log is read from its start. */
  newEpoch(epoch: string): Promise<void>;
  /** Tries again what could not be read, once for each version of the extension. */
  tryAside(version: string): Promise<void>;
  keepRefresh(refresh: string): Promise<void>;
  /** Puts operations aside that were never sent, since no request can hold them. */
  refuse(op: Operation, code: 'invalid' | 'too_large', now: number): Promise<void>;
  face(face: Face, retry?: { readonly fails: number; readonly retryAt?: number }): Promise<void>;
  /** The name of the try to join by this invite: the same for as long as no reply has come. */
  tryToJoin(invite: string, fresh: string): Promise<{ readonly request: string; readonly device: string }>;
  joined(reply: JoinReply, origin: string, now: number): Promise<void>;
  renamed(team: Pick<Member, 'name' | 'hideUntilAnswered' | 'you'>): Promise<void>;
  left(here: 'keep' | 'delete'): Promise<void>;
}

export interface Sending {
  readonly waiting: Waiting;
  readonly pushed: PushedOperation;
  readonly bytes: number;
}

export interface Told {
  readonly epoch: string;
  readonly head: string;
  readonly serverTime: number;
}

export interface Settled {
  /** How many left the outbox, or were put off. */
  readonly settled: number;
  readonly ahead?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
export interface Request {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly redirect: 'error';
  readonly credentials: 'omit';
  readonly cache: 'no-store';
}

/** An access token, kept no longer than the browser runs. `until`: ms, this device's clock. */
export interface Access {
  readonly token: string;
  readonly until: number;
}

export interface Ports {
  readonly store: SyncStore;
  readonly fetch: (address: string, request: Request) => Promise<Reply>;
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Aborts after so many ms. */
  readonly deadline: (ms: number) => AbortSignal;
  readonly access: { get(): Promise<Access | undefined>; set(access: Access | undefined): Promise<void> };
  /** Whether the browser lets us speak to an origin. */
  readonly allowed: (origin: string) => Promise<boolean>;
  /** Of the extension. */
  readonly version: string;
}
