// What others read: exports for members, the page and the feed for those without the extension, the page behind an invite's link.
import * as z from 'zod/mini';
import { ExportQuery, FeedChange, FeedReply } from '../../lib/sync/protocol-team.ts';
import { route } from '../route.ts';
import { audit } from '../team/audit.ts';
import { exported, FORMATS } from '../team/export.ts';
import { Feed, fedTeam, feedOf, switchFeed } from '../team/feed.ts';
import { feedPage } from '../team/feed-page.ts';
import { JOIN_PAGE } from '../team/join-page.ts';

const HTML = 'text/html;charset=utf-8';
const secret = z.strictObject({ secret: z.string().check(z.maxLength(100)) });

/** Texts as bytes, made as fast as they are taken. */
function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}

export const reading = [
  route({
    method: 'GET',
    path: '/v1/export',
    summary: 'The team’s answers: azimuth-estimates/v1, or CSV',
    access: 'viewer',
    query: ExportQuery,
    reply: 'application/json, text/csv',
    handle: async (who, { query: { format = 'json' }, around: { store, now } }) => {
      await store.transact((q) => audit(q, who.team, now(), { by: who.person, action: 'exported', about: format }));
      return { body: streamOf(exported(store, who.team, who.person, format, now())), type: FORMATS[format].type };
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/feed',
    summary: 'Turn the page and the feed for those without the extension on or off',
    access: 'admin',
    body: FeedChange,
    reply: FeedReply,
    handle: async (who, { body, around: { store, now } }) => {
      const made = await switchFeed(store, who, body.on, now());
      return { json: made === undefined ? { on: false } : { on: true, page: `/status/${made}`, json: `/status/${made}/feed.json` } };
    },
  }),
  route({
    method: 'GET',
    path: '/status/:secret',
    summary: 'How the metrics do, as a page',
    access: 'everybody',
    params: secret,
    reply: 'text/html',
    handle: async (_, { params, around: { store, now } }) => ({
      body: feedPage(await feedOf(store, await fedTeam(store, params.secret), now())),
      type: HTML,
    }),
  }),
  route({
    method: 'GET',
    path: '/status/:secret/feed.json',
    summary: 'How the metrics do, for programs',
    access: 'everybody',
    params: secret,
    reply: Feed,
    handle: async (_, { params, around: { store, now } }) => ({ json: await feedOf(store, await fedTeam(store, params.secret), now()) }),
  }),
  route({
    method: 'GET',
    path: '/join',
    summary: 'What an invite’s link shows to somebody without the extension',
    access: 'everybody',
    reply: 'text/html',
    handle: async () => ({ body: JOIN_PAGE, type: HTML }),
  }),
];
