// The roles to choose from, the least first.
import type { Role } from '../../lib/sync/protocol-team.ts';

const RANKS: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, admin: 2 };
export const ROLE_CHOICES = (Object.keys(RANKS) as Role[]).toSorted((a, b) => RANKS[a] - RANKS[b]);
