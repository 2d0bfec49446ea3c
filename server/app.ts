// The endpoint as a function from requests to replies. It keeps nothing between them but counts for `/metrics`.
import { type Context, Hono } from 'hono';
import { PROTOCOL, PROTOCOL_HEADER } from '../lib/sync/protocol.ts';
import { RANK } from '../lib/sync/protocol-team.ts';
import { jsonOf } from './body.ts';
import { createCounts } from './metrics.ts';
import { openApi } from './openapi.ts';
import { packed } from './packed.ts';
import { Refused } from './refused.ts';
import type { Answer, Route, Surroundings } from './route.ts';
import { ROUTES } from './routes.ts';
import { spend } from './team/rate.ts';
import { type Who, whoAsks } from './team/who.ts';

export interface AppOptions extends Surroundings {
  /** Told of what went wrong here: one line, nothing of what was sent. */
  readonly report?: (line: string) => void;
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'strict-transport-security': 'max-age=31536000',
};

export function createApp(options: AppOptions): Hono {
  const { store, now, settings, report = () => {} } = options;
  const app = new Hono();
  const counts = createCounts();

  const answer = async (c: Context, path: string, work: () => Promise<Response>): Promise<Response> => {
    const started = performance.now();
    const reply = await work().catch((error: unknown) => {
      if (!(error instanceof Refused)) report(`${c.req.method} ${path} ${faultOf(error)}`);
      return refusal(error instanceof Refused ? error : new Refused('internal'));
    });
    for (const [name, value] of Object.entries(HEADERS)) reply.headers.set(name, value);
    counts.add(c.req.method, path, reply.status, performance.now() - started);
    return streams.has(reply) ? reply : packed(c.req.raw, reply);
  };

  for (const route of ROUTES) {
    app.on(route.method, route.path, (c) =>
      answer(c, route.path, async () => {
        checkProtocol(c.req.header(PROTOCOL_HEADER));
        const who = route.access === 'everybody' ? undefined : await admitted(c, route);
        const body = route.body === undefined ? undefined : await jsonOf(c.req.raw);
        return replyOf(await route.run({ who, body, query: queryOf(c.req.url), params: c.req.param() }, options));
      }),
    );
  }
  app.get('/v1/openapi.json', (c) => answer(c, '/v1/openapi.json', async () => Response.json(openApi(ROUTES))));
  app.get('/healthz', (c) =>
    answer(c, '/healthz', async () => {
      await store.all('SELECT 1').catch(() => {
        throw new Refused('unavailable');
      });
      return Response.json({ ok: true });
    }),
  );
  app.get('/metrics', (c) =>
    answer(c, '/metrics', async () => {
      const asked = c.req.header('authorization');
      if (settings.metricsToken === undefined || asked !== `Bearer ${settings.metricsToken}`) throw new Refused('unauthorized');
      return new Response(counts.text(), { headers: { 'content-type': 'text/plain; version=0.0.4' } });
    }),
  );
  app.notFound((c) => answer(c, '*', async () => refusal(new Refused('not_found'))));

  async function admitted(c: Context, route: Route): Promise<Who> {
    const who = await whoAsks(store, c.req.header('authorization'), now());
    await spend(store, { team: who.team, name: who.device, cost: 1 }, now(), settings.requests);
    if (route.access !== 'everybody' && RANK[who.role] < RANK[route.access]) throw new Refused('forbidden');
    return who;
  }
  return app;
}

function checkProtocol(said: string | undefined): void {
  if (said !== undefined && said !== String(PROTOCOL)) throw new Refused('upgrade_required');
}

/** @throws Refused where a parameter is said twice: which of them counts is nobody's guess */
function queryOf(url: string): Record<string, string> {
  const { searchParams } = new URL(url);
  const names = [...searchParams.keys()];
  if (new Set(names).size !== names.length) throw new Refused('bad_request', 'query');
  return Object.fromEntries(searchParams);
}

/** Replies that are sent while they are made, and are not collected to be packed. */
const streams = new WeakSet<Response>();

function replyOf(answer: Answer): Response {
  if ('json' in answer) return Response.json(answer.json);
  const reply = new Response(answer.body, { headers: { 'content-type': answer.type } });
  if (typeof answer.body !== 'string') streams.add(reply);
  return reply;
}

function refusal({ code, status, detail, epoch, retryAfter }: Refused): Response {
  const error = { code, ...(detail !== undefined && { detail }), ...(epoch !== undefined && { epoch }) };
  return Response.json({ error }, { status, headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } });
}

/** Where it went wrong. The message stays out of it: a database's may quote what it was given. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'threw something that is no error';
  const { code } = error as { readonly code?: unknown };
  const at = /^\s+at .*$/m.exec(error.stack ?? '')?.[0].trim();
  return [error.name, typeof code === 'string' ? code : '', at ?? ''].filter(Boolean).join(' ');
}
