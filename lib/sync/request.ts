// One short request to the endpoint, and the tokens it needs.
import type * as z from 'zod/mini';
import type { Ports, Reply, Standing } from './ports.ts';
import { ErrorReply, PROTOCOL, PROTOCOL_HEADER } from './protocol.ts';
import { Tokens } from './protocol-team.ts';
import type { TeamRequest } from './team-calls.ts';
import { Trouble } from './trouble.ts';

/** A worker may be stopped while it waits; what takes longer is asked for again in smaller pieces. */
export const LONGEST_REQUEST_MS = 10_000;
/** A token is not used in the last moments of its life. */
const MARGIN_MS = 30_000;

export type Ask = <S extends z.ZodMiniType>(request: TeamRequest, schema: S) => Promise<z.infer<S>>;

/** Sends a request as it is, without a token. @throws Trouble */
export async function ask<S extends z.ZodMiniType>(
  ports: Pick<Ports, 'fetch' | 'deadline'>,
  origin: string,
  { method, path, body }: TeamRequest,
  schema: S,
  signal: AbortSignal,
  token?: string,
): Promise<z.infer<S>> {
  const headers: Record<string, string> = {
    accept: 'application/json',
    [PROTOCOL_HEADER]: String(PROTOCOL),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const ends = AbortSignal.any([signal, ports.deadline(LONGEST_REQUEST_MS)]);
  const rest = { redirect: 'error', credentials: 'omit', cache: 'no-store' } as const;
  const sent = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), signal: ends, ...rest };
  const reply = await ports.fetch(origin + path, sent).catch(() => {
    signal.throwIfAborted();
    throw new Trouble('offline');
  });
  const text = await reply.text().catch(() => {
    signal.throwIfAborted();
    throw new Trouble('offline');
  });
  if (reply.status < 200 || reply.status > 299) throw troubleOf(reply, text);
  const parsed = schema.safeParse(parse(text));
  if (!parsed.success) throw new Trouble('unreachable', { status: reply.status });
  return parsed.data as z.infer<S>;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function troubleOf({ status, headers }: Reply, text: string): Trouble {
  const parsed = ErrorReply.safeParse(parse(text));
  const code = parsed.success ? parsed.data.error.code : undefined;
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  const more = {
    status,
    ...(code !== undefined && { said: code }),
    retryAfter: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined,
    epoch: parsed.success ? parsed.data.error.epoch : undefined,
  };
  if (code === 'epoch_changed') return new Trouble('epoch-changed', more);
  if (code === 'signed_out') return new Trouble('signed-out', more);
  if (code === 'upgrade_required') return new Trouble('too-old', more);
  if (status === 429 || status >= 500) return new Trouble('busy', more);
  // Whoever answers without our words for it is a proxy, a captive portal, another site.
  return new Trouble(code === undefined && status !== 413 ? 'unreachable' : 'refused', more);
}

/**
 * Requests with an access token, refreshed where it has run out. The next refresh token is on disk before the access token that
 * came with it is used: where the worker dies in between, the one before gives the same pair again.
 */
export function signedIn(ports: Ports, { member, refresh }: Pick<Standing, 'member' | 'refresh'>, signal: AbortSignal): Ask {
  let current = refresh;

  async function fresh(): Promise<string> {
    if (current === '') throw new Trouble('signed-out');
    const request = { method: 'POST', path: '/v1/token', body: { refresh: current } } as const;
    const tokens = await ask(ports, member.origin, request, Tokens, signal).catch((error: unknown) => {
      // A token that is not known there is as good as one that has ended.
      throw error instanceof Trouble && error.status === 401 ? new Trouble('signed-out', { status: 401 }) : error;
    });
    current = tokens.refresh;
    await ports.store.keepRefresh(tokens.refresh);
    await keepAccess(ports, tokens);
    return tokens.access;
  }

  return async (request, schema) => {
    const known = await ports.access.get();
    const token = known && known.until > ports.now() ? known.token : await fresh();
    try {
      return await ask(ports, member.origin, request, schema, signal, token);
    } catch (error) {
      if (!(error instanceof Trouble) || error.status !== 401 || error.code === 'signed-out') throw error;
      await ports.access.set(undefined);
      return ask(ports, member.origin, request, schema, signal, await fresh()).catch((again: unknown) => {
        throw again instanceof Trouble && again.status === 401 ? new Trouble('signed-out', { status: 401 }) : again;
      });
    }
  };
}

export const keepAccess = (ports: Pick<Ports, 'access' | 'now'>, { access, accessExpires, serverTime }: Tokens): Promise<void> =>
  ports.access.set({ token: access, until: ports.now() + (accessExpires - serverTime) - MARGIN_MS });
