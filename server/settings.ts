// What whoever runs the endpoint can set, all through the environment; what is not set is as written here.
import { MOST_CLOCK_AHEAD_MS } from '../lib/sync/protocol.ts';
import { ACCESS_TOKEN_MS, INVITE_MS, JOIN_GRACE_MS, REFRESH_TOKEN_MS, ROTATION_GRACE_MS } from '../lib/sync/protocol-team.ts';

/** A token bucket: `perMinute` flow in, `burst` fit in. */
export interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

export interface Settings {
  /** Requests of one device. */
  readonly requests: Rate;
  /** Operations pushed by one team. A first push of years must fit through in minutes. */
  readonly operations: Rate;
  readonly clockAheadMs: number;
  readonly accessMs: number;
  readonly refreshMs: number;
  readonly graceMs: number;
  readonly inviteMs: number;
  readonly joinGraceMs: number;
  /** What `/metrics` asks for as a bearer token; without one it answers on loopback only. */
  readonly metricsToken: string | undefined;
}

export const SETTINGS: Settings = {
  requests: { perMinute: 60, burst: 120 },
  operations: { perMinute: 5000, burst: 50_000 },
  clockAheadMs: MOST_CLOCK_AHEAD_MS,
  accessMs: ACCESS_TOKEN_MS,
  refreshMs: REFRESH_TOKEN_MS,
  graceMs: ROTATION_GRACE_MS,
  inviteMs: INVITE_MS,
  joinGraceMs: JOIN_GRACE_MS,
  metricsToken: undefined,
};
