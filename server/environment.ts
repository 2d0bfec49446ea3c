// The environment as settings. A value that cannot be meant is said at the start, not found out later.
import { type Rate, SETTINGS, type Settings } from './settings.ts';

export interface Configuration {
  readonly settings: Settings;
  /** `postgres://...`, or the path of an SQLite file. */
  readonly database: string;
  readonly connections: number;
  readonly prepare: boolean;
  readonly host: string;
  readonly port: number;
  /** Paths of a certificate and its key; without them, plain http on loopback. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

function number(env: Environment, name: string, otherwise: number, least = 1): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) throw new Error(`${name} must be a whole number of at least ${least}.`);
  return value;
}

const rate = (env: Environment, name: string, { perMinute, burst }: Rate): Rate => ({
  perMinute: number(env, `${name}_PER_MINUTE`, perMinute),
  burst: number(env, `${name}_BURST`, burst),
});

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;

/** @throws where plain http would be spoken to other machines: tokens would be there for everybody on the way */
export function configurationOf(env: Environment): Configuration {
  const [cert, key] = [env['TLS_CERT'], env['TLS_KEY']];
  const tls = cert && key ? { cert, key } : undefined;
  const host = env['HOST'] || '127.0.0.1';
  if (!tls && !LOOPBACK.test(host))
    throw new Error(
      `HOST is ${host}: plain http is spoken on loopback only. Put a proxy with TLS in front of it, or set TLS_CERT and TLS_KEY.`,
    );
  return {
    settings: {
      ...SETTINGS,
      requests: rate(env, 'REQUESTS', SETTINGS.requests),
      operations: rate(env, 'OPERATIONS', SETTINGS.operations),
      inviteMs: number(env, 'INVITE_HOURS', SETTINGS.inviteMs / 3_600_000) * 3_600_000,
      metricsToken: env['METRICS_TOKEN'] || undefined,
    },
    database: env['DATABASE_URL'] || 'azimuth.sqlite',
    connections: number(env, 'CONNECTIONS', 10),
    prepare: env['PREPARE'] !== 'no',
    host,
    port: number(env, 'PORT', 8787, 0),
    tls,
  };
}
