// A route: where it is, who may use it, what goes in and comes out, and what it does. The app, its OpenAPI and the tests of
// rights and of bad input are all made from the list of them in routes.ts.
import * as z from 'zod/mini';
import type { Role } from '../lib/sync/protocol-team.ts';
import { Refused } from './refused.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';
import type { Who } from './team/who.ts';

type Schema = z.core.$ZodType;
type Out<S> = S extends Schema ? z.output<S> : undefined;

/** All that a route's work is done with. */
export interface Surroundings {
  readonly store: Store;
  /** ms since 1970. */
  readonly now: () => number;
  readonly settings: Settings;
}

/** What a request comes to: JSON as a value, or a body as it is. */
export type Answer = { readonly json: unknown } | { readonly body: string | ReadableStream<Uint8Array>; readonly type: string };

interface Asked<B, Q, P> {
  readonly body: B;
  readonly query: Q;
  readonly params: P;
  readonly around: Surroundings;
}

/** Routes for members are told who asks; those for everybody are not. */
type Work<B, Q, P> =
  | { readonly access: Role; handle(who: Who, asked: Asked<B, Q, P>): Promise<Answer> }
  | { readonly access: 'everybody'; handle(who: undefined, asked: Asked<B, Q, P>): Promise<Answer> };

interface Described {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** As Hono writes it: `/v1/members/:person`. */
  readonly path: string;
  readonly summary: string;
  /** What comes out: JSON of a schema, or a media type. */
  readonly reply: Schema | string;
}

export interface Raw {
  readonly who: Who | undefined;
  readonly body: unknown;
  readonly query: unknown;
  readonly params: unknown;
}

export interface Route extends Described {
  /** The least of the roles that may use it. */
  readonly access: Role | 'everybody';
  readonly body?: Schema | undefined;
  readonly query?: Schema | undefined;
  readonly params?: Schema | undefined;
  run(raw: Raw, around: Surroundings): Promise<Answer>;
}

/** What fits a schema. @throws Refused `bad_request` with the path of what does not, and nothing of what was sent */
function parse<S extends Schema | undefined>(schema: S, raw: unknown): Out<S> {
  if (schema === undefined) return undefined as Out<S>;
  const parsed = z.safeParse(schema, raw);
  if (parsed.success) return parsed.data as Out<S>;
  const [issue] = parsed.error.issues;
  throw new Refused(
    'bad_request',
    issue?.path.filter((step) => typeof step === 'number' || /^\w{1,40}$/.test(String(step))).join('.') || 'body',
  );
}

export function route<
  B extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  P extends Schema | undefined = undefined,
>(described: Described & { readonly body?: B; readonly query?: Q; readonly params?: P } & Work<Out<B>, Out<Q>, Out<P>>): Route {
  return {
    ...described,
    run: async ({ who, ...raw }, around) => {
      const asked = {
        body: parse(described.body as B, raw.body),
        query: parse((described.query ?? NOTHING) as Q, raw.query),
        params: parse(described.params as P, raw.params),
        around,
      };
      if (described.access === 'everybody') return described.handle(undefined, asked);
      if (!who) throw new Refused('unauthorized');
      return described.handle(who, asked);
    },
  };
}

/** Where no query is described, none is taken. */
const NOTHING = z.strictObject({});
