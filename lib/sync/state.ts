// How it stands with the team, as every page may show it: one small record beside the data, and what the background answers
// to pages that ask about the team. Types and two readings of them; no words, no effects.
import type { Rejection } from './protocol.ts';
import type { Role } from './protocol-team.ts';

/**
 * - `alone`: no team joined; everything is on this device only
 * - `working`: a round is under way
 * - `synced`: everything that was here at `syncedAt` is there, and the other way round
 * - `waiting`: something waits, and the next round is near (`retryAt`)
 * - `paused`: a pull would remove many tags and asks (`paused`)
 * - `stopped`: nothing happens before somebody does what `error.todo` says
 */
export type SyncPhase = 'alone' | 'working' | 'synced' | 'waiting' | 'paused' | 'stopped';

/** What went wrong last. `todo` is what helps. */
export interface SyncTrouble {
  readonly code:
    | 'offline' /** No answer: no network, a wrong address, a server that is down. */
    | 'unreachable' /** An answer that is none of an endpoint's, or one cut short. */
    | 'busy' /** 429 or 5xx. */
    | 'no-access' /** The browser does not let us speak to the endpoint's host. */
    | 'signed-out' /** Revoked, left, or away for too long. What waits is kept. */
    | 'too-old' /** This copy of the extension is too old for the endpoint. */
    | 'clock' /** The endpoint's clock cannot be agreed with. */
    | 'lost-database' /** The browser has lost the database; an invite brings back what the team has. */
    | 'storage' /** The browser does not store. */;
  readonly todo: 'wait' | 'allow-host' | 'new-invite' | 'update' | 'free-disk';
}

/** A pull that stopped before it removed many tags. */
export interface PausedPull {
  /** Tags it would remove, so far; `of`: how many there are. */
  readonly removes: number;
  readonly of: number;
  /** ms since 1970. */
  readonly since: number;
}

/** Under `sync-state` in the database's `meta`; read with `syncStateOf` (lib/store/synced.ts). */
export interface SyncState {
  readonly phase: SyncPhase;
  /** Operations that are only on this device so far. */
  readonly waiting: number;
  /** ms since 1970, this device's clock: when the last whole round ended. */
  readonly syncedAt?: number;
  readonly error?: SyncTrouble;
  /** When the next round is tried by itself, ms since 1970. */
  readonly retryAt?: number;
  /** Operations of one's own that the endpoint refused, to be looked at. */
  readonly refused: number;
  /** Operations of others that this copy cannot read yet. */
  readonly aside: number;
  readonly paused?: PausedPull;
}

/** The team as this device knows it. */
export interface JoinedTeam {
  /** Of the endpoint: `https://sync.example.org`. */
  readonly origin: string;
  readonly team: string;
  readonly name: string;
  readonly you: { readonly person: string; readonly name: string; readonly role: Role };
  readonly hideUntilAnswered: boolean;
  /** ms since 1970. */
  readonly since: number;
}

/** Why an operation is kept aside. `mass-removal`: of a pull that was answered with "keep them". */
export type AsideCode = Rejection | 'unreadable' | 'newer' | 'mass-removal';

/** One operation kept aside: refused by the endpoint (`out`), or come from there and not applied (`in`). */
export interface Aside {
  /** Its name for `retryRefused` and `discardRefused`. */
  readonly key: string;
  readonly way: 'out' | 'in';
  readonly code: AsideCode;
  /** For those who look for the reason; English. */
  readonly detail?: string;
  /** ms since 1970. */
  readonly at: number;
  /** As it was made, or as it came. */
  readonly operation: unknown;
  /** With `stale_base`: the framework as the team has it, null where it was removed. */
  readonly there?: { readonly version: number; readonly framework: unknown };
  /** Of a framework: the version it was made from. */
  readonly base?: number;
}

/** One line of "what left this device". */
export interface Sent {
  readonly op: string;
  readonly kind: 'tag' | 'framework' | 'reading' | 'record';
  readonly key: string;
  /** Names of the fields it set. */
  readonly fields: readonly string[];
  /** When the endpoint said it has it, ms since 1970. */
  readonly at: number;
  readonly team: string;
  /** Where it stands in the team's log. */
  readonly seq: number;
}

export type TeamRefusal =
  | 'not-joined'
  | 'joined-already'
  | 'invite-gone'
  | 'not-an-invite'
  | 'name-needed'
  | 'no-access'
  | 'unreachable'
  | 'signed-out'
  | 'forbidden'
  | 'conflict'
  | 'too-old'
  | 'invalid'
  | 'busy'
  | 'storage';

/** The answer to `syncNow`, `syncState`, `joinTeam`, `leaveTeam`, `answerPause`, `retryRefused` and `discardRefused`. */
export type SyncReply =
  | { readonly state: 'sync'; readonly sync: SyncState; readonly team?: JoinedTeam }
  | { readonly state: 'refused'; readonly why: TeamRefusal };
