// Operations out, operations in, rows.
import { MOST_PULLED, PullQuery, PullReply, PushReply, PushRequest, SnapshotQuery, SnapshotReply } from '../../lib/sync/protocol.ts';
import { route } from '../route.ts';
import { cursorAt } from '../team/cursor.ts';
import { pull } from '../team/pull.ts';
import { push } from '../team/push.ts';
import { spend } from '../team/rate.ts';
import { snapshot } from '../team/snapshot.ts';

const JSON_TYPE = 'application/json';
const limitOf = (limit: string | undefined): number => Number(limit ?? MOST_PULLED);

export const operations = [
  route({
    method: 'POST',
    path: '/v1/push',
    summary: 'Add operations to the team’s log',
    access: 'editor',
    body: PushRequest,
    reply: PushReply,
    handle: async (who, { body, around: { store, now, settings } }) => {
      await spend(store, { team: who.team, name: 'operations', cost: body.ops.length }, now(), settings.operations);
      const { results, row, last } = await push(store, who, body.ops, now(), settings);
      return { json: { epoch: row.epoch, head: await cursorAt(store, row, row.head, last), serverTime: now(), results } };
    },
  }),
  route({
    method: 'GET',
    path: '/v1/pull',
    summary: 'Operations after a cursor, oldest first',
    access: 'viewer',
    query: PullQuery,
    reply: PullReply,
    handle: async (who, { query: { after, known, limit }, around: { store, now } }) => ({
      body: await pull(store, { team: who.team, after, known, limit: limitOf(limit) }, now()),
      type: JSON_TYPE,
    }),
  }),
  route({
    method: 'GET',
    path: '/v1/snapshot',
    summary: 'The rows that the log makes, a page at a time',
    access: 'viewer',
    query: SnapshotQuery,
    reply: SnapshotReply,
    handle: async (who, { query: { page, limit }, around: { store, now } }) => ({
      body: await snapshot(store, { team: who.team, page, limit: limitOf(limit) }, now()),
      type: JSON_TYPE,
    }),
  }),
];
