// The team itself: who am I in it, what is it called, what holds in it.
import { TeamChange, TeamReply } from '../../lib/sync/protocol-team.ts';
import type * as z from 'zod/mini';
import { route } from '../route.ts';
import { first, type Queries } from '../store/store.ts';
import { audit } from '../team/audit.ts';
import { found } from '../team/pull.ts';
import { holdTeam } from '../team/team.ts';
import type { Who } from '../team/who.ts';

export async function teamReply(q: Queries, { team, person, name, role, device }: Who): Promise<z.infer<typeof TeamReply>> {
  const row = await found(q, team);
  const feed = (await first(q, 'SELECT team FROM feed WHERE team = $1', [team])) !== undefined;
  const you = { person, name, role, device } as z.infer<typeof TeamReply>['you'];
  return { team, name: row.name, hideUntilAnswered: row.hide === 1, epoch: row.epoch, feed, you };
}

export const team = [
  route({
    method: 'GET',
    path: '/v1/team',
    summary: 'The team, its settings, and who asks',
    access: 'viewer',
    reply: TeamReply,
    handle: async (who, { around: { store } }) => ({ json: await teamReply(store, who) }),
  }),
  route({
    method: 'PATCH',
    path: '/v1/team',
    summary: 'Change the team’s name or settings',
    access: 'admin',
    body: TeamChange,
    reply: TeamReply,
    handle: async (who, { body: { name, hideUntilAnswered }, around: { store, now } }) => {
      await store.transact(async (q) => {
        const row = await holdTeam(q, who.team);
        const hide = hideUntilAnswered === undefined ? (row?.hide ?? 0) : Number(hideUntilAnswered);
        await q.all('UPDATE team SET name = $2, hide = $3 WHERE team = $1', [who.team, name ?? row?.name ?? '', hide]);
        await audit(q, who.team, now(), { by: who.person, action: 'team.changed', about: who.team });
      });
      return { json: await teamReply(store, who) };
    },
  }),
];
