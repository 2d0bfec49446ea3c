// A team: its row, and making one.
import type { Role } from '../../lib/sync/protocol-team.ts';
import { first, type Queries, type Store } from '../store/store.ts';
import { audit } from './audit.ts';
import { newEpoch, newTeam } from './secret.ts';

export interface TeamRow {
  readonly team: string;
  readonly name: string;
  readonly epoch: string;
  /** The number of the last operation in its log; 0 before the first. */
  readonly head: number;
  readonly hide: number;
}

export const teamRow = (q: Queries, team: string): Promise<TeamRow | undefined> =>
  first<TeamRow>(q, 'SELECT team, name, epoch, head, hide FROM team WHERE team = $1', [team]);

/** Holds the team's row until the transaction ends: whoever writes to a team does so one after the other. */
export const holdTeam = (q: Queries, team: string): Promise<TeamRow | undefined> =>
  first<TeamRow>(q, 'SELECT team, name, epoch, head, hide FROM team WHERE team = $1 FOR UPDATE', [team]);

/** @returns the new team's id */
export function createTeam(store: Store, name: string, now: number): Promise<string> {
  const team = newTeam();
  return store.transact(async (q) => {
    const columns = ['team', 'name', 'epoch', 'head', 'hide', 'created', 'audit_n', 'audit_hash'];
    await q.insert('team', columns, [[team, name, newEpoch(), 0, 0, now, 0, '']]);
    await audit(q, team, now, { by: 'system', action: 'team.created', about: team });
    return team;
  });
}

export interface MemberRow {
  readonly person: string;
  readonly name: string;
  readonly role: Role;
  readonly joined: number;
  readonly left_at: number | null;
}

export const memberRow = (q: Queries, team: string, person: string): Promise<MemberRow | undefined> =>
  first<MemberRow>(q, 'SELECT person, name, role, joined, left_at FROM member WHERE team = $1 AND person = $2', [team, person]);
