// What can go wrong with a request, and when to try again.
import type { SyncTrouble, TeamRefusal } from './state.ts';

/** A request that came to nothing. `retryAfter`: ms the endpoint asks us to wait. */
export class Trouble extends Error {
  readonly code: SyncTrouble['code'] | 'epoch-changed' | 'refused';
  readonly status: number;
  /** The endpoint's own word for it. */
  readonly said: string | undefined;
  readonly retryAfter: number | undefined;
  readonly epoch: string | undefined;

  constructor(
    code: Trouble['code'],
    {
      status = 0,
      said,
      retryAfter,
      epoch,
    }: { status?: number; said?: string; retryAfter?: number | undefined; epoch?: string | undefined } = {},
  ) {
    super(said ?? code);
    this.code = code;
    this.status = status;
    this.said = said;
    this.retryAfter = retryAfter;
    this.epoch = epoch;
  }
}

const TODO: Readonly<Record<SyncTrouble['code'], SyncTrouble['todo']>> = {
  offline: 'wait',
  unreachable: 'wait',
  busy: 'wait',
  clock: 'wait',
  'no-access': 'allow-host',
  'signed-out': 'new-invite',
  'lost-database': 'new-invite',
  'too-old': 'update',
  storage: 'free-disk',
};

/** What is said of it to people; what the endpoint will not do and nobody can help is said as unreachable. */
export const said = (code: Trouble['code']): SyncTrouble => {
  const told = code === 'epoch-changed' || code === 'refused' ? 'unreachable' : code;
  return { code: told, todo: TODO[told] };
};

/** After these nothing is tried by itself before somebody has done something. */
export const stops = (code: Trouble['code']): boolean => code === 'signed-out' || code === 'no-access';

const LONGEST_MS = 5 * 60_000;
const FIRST_MS = 2000;
const MOST_ASKED_MS = 3_600_000;

/** How long to wait after so many failures, ms: full jitter, so that a team does not come back all at once. */
export function pause(fails: number, random: number, { code, retryAfter }: Pick<Trouble, 'code' | 'retryAfter'>): number {
  if (retryAfter !== undefined) return Math.min(retryAfter, MOST_ASKED_MS) + random * FIRST_MS;
  if (code === 'too-old') return MOST_ASKED_MS;
  return Math.max(500, random * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(fails, 12)));
}

/** The refusal of something a page asked for. */
export function refusalOf(trouble: Trouble): TeamRefusal {
  if (trouble.said === 'invite_gone') return 'invite-gone';
  if (trouble.status === 403) return 'forbidden';
  if (trouble.status === 409) return 'conflict';
  const known: Partial<Record<Trouble['code'], TeamRefusal>> = {
    ...{ offline: 'unreachable', unreachable: 'unreachable', busy: 'busy', 'no-access': 'no-access' },
    ...{ 'signed-out': 'signed-out', 'too-old': 'too-old', refused: 'invalid' },
  };
  return known[trouble.code] ?? 'unreachable';
}
